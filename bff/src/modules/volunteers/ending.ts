/** The promise: where something else ends a registration, it ends by the same table, in the same transaction. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { advance, authoriseClock } from '../cases/service'
import { passPapers } from './papers-store'
import { openOf } from './store'

const actionFrom = { asked: 'cancel', verified: 'leave' } as const

type Open = NonNullable<Awaited<ReturnType<typeof openOf>>>

async function end(deps: Deps, tx: Tx, { caseId, state }: Open, at: Date): Promise<void> {
  const authorised = await authoriseClock(deps, tx, caseId, actionFrom[state], at)
  if (authorised) await advance(deps, tx, [authorised], { at, change: { dueAt: null } })
}

/** A guardian took the consent back, or the child is erased. The child is held. */
export async function leaveAsChild(deps: Deps, tx: Tx, childId: string, at: Date): Promise<void> {
  const open = await openOf(tx, childId)
  if (open) await end(deps, tx, open, at)
}

/**
 * Two accounts that become one have one registration: whom staff have verified stays, else the one of the account that
 * stays; papers are kept.
 */
export async function oneRegistrationEach(
  deps: Deps,
  tx: Tx,
  { from, into }: { from: string; into: string },
  at: Date,
): Promise<void> {
  const [theirs, ours] = [await openOf(tx, from), await openOf(tx, into)]
  if (!theirs || !ours) return
  const [kept, over] = theirs.state === 'verified' && ours.state === 'asked' ? [theirs, ours] : [ours, theirs]
  await passPapers(tx, over.caseId, kept.caseId)
  await end(deps, tx, over, at)
}
