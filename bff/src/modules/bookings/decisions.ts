/**
 * The promise: a decision is made once, by somebody who may make it, from the state that they saw; its event, its
 * notice and its place in the quota are written with it or not at all.
 */
import { undoSeconds } from '@linli/contracts/transitions'
import type { CaseDetail } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { sqlState } from '../../platform/db-errors'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { type Authorised, authorise, caseWords, getCase, insertEvent, moveCase } from '../cases/service'
import { type Directory, directory } from '../divisions/service'
import { grantsOf } from '../identity/service'
import { lockLine, settle, settleAfter } from '../line/service'
import { notify, withdraw } from '../notices/service'
import { forgetDay, isClosedDuring, roomRow } from '../rooms/service'
import { roomLine, settleLater } from './line'
import { lineOfBooking } from './line-store'
import { answerDue, type Effect, effects, freesSlot, isClosed, quotaChange } from './rules'
import { isAsked, lastAsker, releaseQuota, retakeQuota } from './store'

export interface Decision {
  id: string
  action: keyof typeof effects
  note: string | null
  alternativeRoomId: string | null
}

/** @throws Problem the codes of the contracts of the decisions */
export async function decide(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  decision: Decision,
): Promise<CaseDetail> {
  if (decision.alternativeRoomId) await roomRow(deps, decision.alternativeRoomId)
  const [grants, divisions, lineId] = await Promise.all([
    grantsOf(deps, who.accountId),
    directory(deps),
    freesSlot(decision.action) ? lineOfBooking(deps.db, decision.id) : undefined,
  ])
  const moved = await deps.db
    .transaction(async (tx) => {
      const at = deps.clock.now()
      if (await claim(tx, idempotency, decision.id, at)) return undefined
      // What moves in a line is locked by the line first, then by the case.
      if (lineId) await lockLine(tx, lineId)
      const authorised = await authorise(tx, { ...who, grants }, { ...decision, type: 'booking' }, at)
      if (authorised.side === 'staff')
        await caseWords(deps, tx, { caseId: decision.id, words: decision.note, path: 'body.note' })
      await carryOut(deps, tx, { who, decision, at, divisions }, authorised)
      if (lineId) await passOn(deps, tx, decision.action, lineId, at)
      return authorised.row
    })
    .catch((error: unknown) => {
      // Only taking a refusal back can meet the constraint: the slot went to somebody else meanwhile.
      if (sqlState(error) === '23P01') throw new Problem('booking_slot_taken')
      throw error
    })
  if (moved) {
    if (freesSlot(decision.action) && !lineId) await settleLater(deps, decision.id)
    forgetDay(deps, moved.community, moved.startsAt)
  }
  return getCase(deps, who, decision.id)
}

/** A freed slot goes to whoever waits for it; a refusal's only when it can no longer be taken back. */
async function passOn(
  deps: Deps,
  tx: Tx,
  action: Decision['action'],
  lineId: string,
  at: Date,
): Promise<void> {
  if (action !== 'refuse') await settle(deps, tx, roomLine, lineId, at)
  else await settleAfter(tx, lineId, new Date(at.getTime() + (undoSeconds + 1) * 1000))
}

async function carryOut(
  deps: Deps,
  tx: Tx,
  { who, decision, at, divisions }: { who: Who; decision: Decision; at: Date; divisions: Directory },
  { row, side, to, actorName }: Authorised,
): Promise<void> {
  const effect = effects[decision.action]
  const { waitingFor } = await beforeMoving(tx, decision.action, row)
  // Only the answer to a question gives staff new time; words that nobody asked for do not.
  const asked = effect.newDue && row.waitingFor === 'party'
  const moved = await moveCase(tx, row.id, row.state, {
    to,
    waitingFor: waitingFor ?? effect.waitingFor,
    ...(asked && {
      dueAt: answerDue(divisions.settings(row.community), at),
      escalatedAt: null,
    }),
    decidedBy: effect.decides ? who.accountId : null,
    decidedAt: effect.decides ? at : null,
    closedAt: isClosed(to) ? at : null,
  })
  if (!moved) throw new Problem('action_not_open')
  await insertEvent(tx, {
    caseId: row.id,
    at,
    action: decision.action,
    from: row.state,
    to,
    side,
    actorId: who.accountId,
    actorName,
    note: decision.note,
    alternativeRoomId: decision.alternativeRoomId,
  })
  await changeQuota(tx, row, to)
  const told = await takeBack(tx, row.id, row.state, at)
  if (told && decision.action === 'undo') throw new Problem('undo_too_late')
  const notice = decision.action === 'cancel' && side === 'staff' ? cancelledByStaff : effect.notice
  if (notice)
    await tell(deps, tx, { caseId: row.id, subjectId: row.subjectId, action: decision.action }, notice, at)
}

/**
 * What taking a decision back has to look at: a refusal gave the slot away, so the room may be closed by now, and a
 * question may have been open when it was decided.
 */
async function beforeMoving(
  tx: Tx,
  action: Decision['action'],
  row: Authorised['row'],
): Promise<{ waitingFor?: 'party' }> {
  if (action !== 'undo') return {}
  const { booking } = row
  if (
    row.state === 'refused' &&
    booking &&
    (await isClosedDuring(tx, booking.roomId, row.startsAt, row.endsAt))
  )
    throw new Problem('booking_closed')
  return (await isAsked(tx, row.id)) ? { waitingFor: 'party' } : {}
}

async function changeQuota(tx: Tx, row: Authorised['row'], to: Authorised['to']): Promise<void> {
  const change = quotaChange(row.state, to)
  if (!row.booking) return
  if (change === 'release') await releaseQuota(tx, row.subjectId, row.booking.quotaWeek)
  if (change === 'retake') await retakeQuota(tx, row.subjectId, row.booking.quotaWeek)
}

const cancelledByStaff = { kind: 'booking_cancelled_by_staff', to: 'subject' } as const

/** What no longer holds is not told any more, if it has not been yet. @returns whether it has */
async function takeBack(tx: Tx, caseId: string, from: string, at: Date): Promise<boolean> {
  if (from !== 'confirmed' && from !== 'refused') return false
  return (await withdraw(tx, caseId, from === 'confirmed' ? 'booking_confirmed' : 'booking_refused', at)) > 0
}

async function tell(
  deps: Deps,
  tx: Tx,
  about: { caseId: string; subjectId: string; action: string },
  { kind, to, afterUndo }: NonNullable<Effect['notice']>,
  at: Date,
): Promise<void> {
  const accountId = to === 'subject' ? about.subjectId : await lastAsker(tx, about.caseId)
  if (!accountId) return
  await notify(tx, {
    id: deps.ids.id(),
    eventKey: `${about.caseId}/${about.action}/${at.toISOString()}`,
    accountId,
    caseId: about.caseId,
    kind,
    at,
    deliverAt: afterUndo ? new Date(at.getTime() + (undoSeconds + 1) * 1000) : at,
  })
}
