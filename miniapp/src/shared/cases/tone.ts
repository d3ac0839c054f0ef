import type { WaitingFor } from '@linli/contracts/case-base'
import type { StateMeaning } from '@linli/contracts/case-declaration'
import type { Tone } from '../ui/tone'

/** What means the same in any service. */
const always: Readonly<Record<string, Tone>> = { confirmed: 'good', refused: 'bad' }

/** The colour of a state follows from whose turn it is: loud where the person served has to do something. */
export function toneOf(
  state: string,
  meaning: StateMeaning | undefined,
  waitingFor: WaitingFor = meaning?.waitsFor ?? 'staff',
): Tone {
  const fixed = always[state]
  if (fixed !== undefined) return fixed
  if (meaning?.is !== 'open') return 'quiet'
  return waitingFor === 'party' ? 'bad' : 'wait'
}
