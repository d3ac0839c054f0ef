/**
 * The promise: a code that stands open for whoever types it (to pair a tablet, to link a child) is not found by trying.
 * Tries are counted for whoever tries: the account, else the device, and for the network and the whole service.
 */
import type { Deps } from '../../deps'
import type { Asker } from '../../http/asker'
import { guessLimits } from '../../http/limits'
import { countNear, neighbourhood } from './code-budget'

/**
 * Counts a try before it is looked at, a right one too: those are rare.
 * @throws Problem proof_needed, too_many_requests
 */
export async function countGuess(
  deps: Pick<Deps, 'rates' | 'config'>,
  asker: Asker,
  what: keyof typeof guessLimits,
): Promise<void> {
  const limits = guessLimits[what]
  await countNear(deps, asker, [
    [limits.asker, asker.accountId ?? asker.address],
    [limits.network, neighbourhood(asker.address)],
    [limits.service, 'all'],
  ])
}
