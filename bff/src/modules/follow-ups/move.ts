/** The promise: an action is taken once, from the state that was seen; its marks, event and notices with it or not at all. */
import type { CaseSide } from '@linli/contracts/case-base'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { advance, type Judged, lockCase, seenInside } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { divisionToHandle } from './audience-store'
import { factsOf } from './facts-store'
import { followUpKind } from './kind'
import { changeOf, isEnded, type FollowUpAction } from './rules'
import { type FollowUpRow, followUpInside, overturnRating, writeMarks } from './store'
import { tellOf } from './tell'

/** Locks the case, then reads what is true now. */
export async function lockFollowUp(
  tx: Tx,
  id: string,
  accountId: string | null,
): Promise<FollowUpRow | undefined> {
  const locked = await lockCase(tx, id)
  return locked?.type === 'follow_up' ? followUpInside(tx, id, accountId) : undefined
}

/** A follow-up as its declared table looks at it. */
export const judged = (row: FollowUpRow): Judged => ({
  kind: followUpKind,
  row: {
    ...row,
    startsAt: row.openedAt,
    endsAt: row.stopAt,
    lapsesAt: null,
    escalatedAt: null,
    decidedBy: null,
    decidedAt: null,
  },
  facts: factsOf(row),
})

export interface Taken {
  action: FollowUpAction
  to: string
  side: CaseSide
  actorId: string | null
  actorName: string | null
  note: string | null
  at: Date
}

/** @throws Problem action_not_open when the case is no longer where it was seen */
export async function carryOut(deps: Deps, tx: Tx, row: FollowUpRow, taken: Taken): Promise<void> {
  const { action, to, side, actorId, actorName, note, at } = taken
  const seen = await seenInside(deps, tx, await lockCase(tx, row.id))
  if (!seen) throw new Problem('action_not_open')
  const after = { ...row, ...changeOf(action, row, at, await settingsInside(tx, row.community)) }
  // A level at which nobody may act would let it lie once more.
  if (action === 'escalate') after.handledBy = await divisionToHandle(tx, row.ratingId, after.handledBy)
  await writeMarks(tx, row.id, { ...after, to, endedAt: isEnded(to) ? at : null })
  const authorised = {
    ...seen,
    transition: { from: row.state, action, to, side },
    by: { side, actorId, actorName },
  }
  const escalated = action === 'escalate' ? { escalatedAt: at } : {}
  await advance(deps, tx, [authorised], { note, at, change: { dueAt: after.dueAt, ...escalated } })
  if (action === 'overturn') await overturnRating(tx, row.ratingId, at)
  await tellOf(deps, tx, action, after, { key: `${action}/${at.toISOString()}`, at })
}
