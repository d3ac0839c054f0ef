/** The promise: a step is taken once, from the state that was seen; its marks, event and notices with it or not at all. */
import type { CaseSide, CaseState } from '@linli/contracts/case-base'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { insertEvent, lockCase, type transitionFor } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { divisionToHandle } from './audience-store'
import { changeOf, isEnded, type Step, waitsFor } from './rules'
import { type FollowUpRow, followUpInside, moveFollowUp, overturnRating } from './store'
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

type CaseFacts = Parameters<typeof transitionFor>[0]

/** A follow-up as the declared table looks at it. */
export const factsOf = (row: FollowUpRow): CaseFacts => ({
  type: 'follow_up',
  state: row.state,
  waitingFor: row.waitingFor,
  startsAt: row.openedAt,
  endsAt: row.stopAt,
  freeAt: row.stopAt,
  dueAt: row.dueAt,
  escalatedAt: null,
  decidedBy: null,
  decidedAt: null,
  heldUntil: null,
  lineUntil: null,
  booking: null,
  followUp: {
    named: row.namedAt !== null,
    contacted: row.contactedAt !== null,
    extended: row.extendedAt !== null,
    appealed: row.appealedAt !== null,
    supplemented: row.supplementAt !== null,
    reviewing: row.reviewing,
    stopAt: row.stopAt.toISOString(),
    escalatedDue: row.escalatedDue?.toISOString() ?? null,
  },
})

export interface Taken {
  step: Step
  to: CaseState
  side: CaseSide
  actorId: string | null
  actorName: string | null
  note: string | null
  at: Date
}

/** @throws Problem action_not_open when the case is no longer where it was seen */
export async function carryOut(deps: Deps, tx: Tx, row: FollowUpRow, taken: Taken): Promise<void> {
  const { step, to, at } = taken
  const after = { ...row, ...changeOf(step, row, at, await settingsInside(tx, row.community)) }
  // A level at which nobody may act would let it lie once more.
  if (step === 'escalate') after.handledBy = await divisionToHandle(tx, row.ratingId, after.handledBy)
  const moved = await moveFollowUp(tx, row.id, row.state, {
    ...after,
    to,
    waitingFor: waitsFor(to),
    endedAt: isEnded(to) ? at : null,
    escalatedAt: step === 'escalate' ? at : null,
  })
  if (!moved) throw new Problem('action_not_open')
  if (step === 'overturn') await overturnRating(tx, row.ratingId, at)
  const { side, actorId, actorName, note } = taken
  await insertEvent(tx, {
    caseId: row.id,
    at,
    action: step,
    from: row.state,
    to,
    side,
    actorId,
    actorName,
    note,
    alternativeRoomId: null,
  })
  await tellOf(deps, tx, step, after, { key: `${step}/${at.toISOString()}`, at })
}
