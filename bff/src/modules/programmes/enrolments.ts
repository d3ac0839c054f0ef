/**
 * The promise: a place that is given back goes to the line in the same transaction, and nobody's case moves without its
 * event. Lock order: line → case → programme.
 */
import type { CaseAction, CaseSide, CaseState } from '@linli/contracts/case-base'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import {
  authorise,
  caseWords,
  type CaseRow,
  getCase,
  insertEvent,
  lockCase,
  moveCase,
} from '../cases/service'
import { grantsOf } from '../identity/service'
import { type ChildPorts, tellOfCase } from '../children/service'
import { lockLine, settle } from '../line/service'
import { tellGuardians } from './bulk-store'
import { fillIfMissed } from './filling'
import { programmeLine, release } from './line'
import { endEntry, openOfChild, placeOfCase } from './place-store'
import { forgetProgramme } from './service'

/**
 * The timeline keeps the reason of staff and no word of a guardian: it outlives the erasure of the child.
 * @throws Problem the codes of the contract `cancelEnrolment`
 */
export async function cancelEnrolment(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, note }: { id: string; note: string | null },
): Promise<{ state: CaseState }> {
  const [grants, place] = await Promise.all([grantsOf(deps, who.accountId), placeOfCase(deps.db, id)])
  if (!place) throw new Problem('not_found')
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    await lockLine(tx, place.lineId)
    const asked = { id, action: 'cancel' as const, note, type: 'enrolment' as const }
    const { row, side, actorName } = await authorise(tx, { ...who, grants }, asked, at)
    const kept = side === 'staff' ? note : null
    await caseWords(deps, tx, { caseId: id, words: kept, path: 'body.note' })
    const by = { action: 'cancel' as const, side, actorId: who.accountId, actorName, note: kept }
    await leave(deps, tx, place, row, by, at)
    if (side === 'staff') await tellGuardians(tx, [id], 'enrolment_cancelled_by_staff', at)
    else if (row.enrolment)
      await tellOfCase(deps, tx, { childId: row.enrolment.childId, caseId: id, by: who.accountId, at })
  })
  await fillIfMissed(deps, place)
  forgetProgramme(deps, place.id, place.community)
  return { state: (await getCase(deps, who, id)).state }
}

interface By {
  action: CaseAction
  side: CaseSide
  actorId: string
  actorName: string | null
  note: string | null
}

/** Ends a locked case under the lock of its line; what it had is offered to the next. */
async function leave(
  deps: Deps,
  tx: Tx,
  { id, lineId }: { id: string; lineId: string },
  row: CaseRow,
  by: By,
  at: Date,
): Promise<void> {
  const moved = await moveCase(tx, row.id, row.state, {
    to: 'cancelled',
    waitingFor: 'nobody',
    decidedBy: null,
    decidedAt: null,
    closedAt: at,
  })
  if (!moved) throw new Problem('action_not_open')
  await endEntry(tx, row.id, at)
  await insertEvent(tx, {
    ...by,
    caseId: row.id,
    at,
    from: row.state,
    to: 'cancelled',
    alternativeRoomId: null,
  })
  if (row.state === 'confirmed' || row.state === 'held')
    await release(tx, { id: lineId, programmeId: id }, 1, at)
  if (row.state !== 'entered') await settle(deps, tx, programmeLine, lineId, at)
}

const leaving: Partial<Record<CaseState, CaseAction>> = {
  entered: 'cancel',
  confirmed: 'cancel',
  waiting: 'leave',
  held: 'decline',
}

/**
 * Takes a child out of every programme, line and draw, as its guardian would one by one. Of siblings who wait together
 * the others stay.
 */
export async function leaveEverything(
  deps: Deps,
  tx: Tx,
  who: { accountId: string },
  childId: string,
  at: Date,
): Promise<void> {
  for (const { caseId, ...place } of await openOfChild(tx, childId)) {
    await lockLine(tx, place.lineId)
    const row = await lockCase(tx, caseId)
    const action = row && leaving[row.state]
    if (!row || !action) continue
    const by = { action, side: 'party' as const, actorId: who.accountId, actorName: null, note: null }
    await leave(deps, tx, place, row, by, at)
    forgetProgramme(deps, place.id, place.community)
  }
}

/** What a child's own module needs of programmes without knowing them. */
export const childPorts: ChildPorts = { leaveEverything }
