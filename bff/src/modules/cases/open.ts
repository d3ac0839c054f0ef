/** The promise: a case begins in one way: its row with its number, and the first event of its timeline. */
import type { WaitingFor } from '@linli/contracts/case-base'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import type { Kind } from './kind'
import { insertCase, type Opening } from './open-store'
import { proxyWord } from './policy'
import { insertEvents } from './store'

/**
 * For what is not asked for by thousands at once; a single hot statement calls the same functions of the database.
 * @returns its id; the service then writes what is its own
 */
export async function openCase(deps: Pick<Deps, 'ids'>, tx: Tx, kind: Kind, o: Opening): Promise<string> {
  const id = o.id ?? deps.ids.id()
  const waitsFor: WaitingFor = kind.states[o.state]?.waitsFor ?? 'nobody'
  await insertCase(tx, { ...o, id, type: kind.type, prefix: kind.prefix, waitsFor })
  const by = {
    side: o.actorRole === 'staff' ? 'staff' : 'party',
    actorId: o.actorId,
    actorName: o.actorRole === 'proxy' ? proxyWord : (o.actorName ?? null),
  } as const
  const first = { action: 'request', from: null, to: o.state, note: null }
  await insertEvents(tx, [{ ...first, caseId: id, by, at: o.at }])
  return id
}
