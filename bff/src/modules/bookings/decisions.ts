/**
 * The promise: a decision is made once, by somebody who may make it, from the state that they saw; its event, its
 * notice and its place in the quota are written with it or not at all.
 */
import type { BookingDetail } from '@linli/contracts/booking-case'
import { undoSeconds } from '@linli/contracts/transitions'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { sqlState } from '../../platform/db-errors'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import type { Change } from '../cases/kind'
import { advance, type Authorised, authorise, authoriseMany, caseWords, lockCases } from '../cases/service'
import { type Directory, directory } from '../divisions/service'
import { lockLine, settle, settleAfter } from '../line/service'
import { forgetDay, roomRow } from '../rooms/service'
import { roomLine, settleLater } from './line'
import { lineOfBooking } from './line-store'
import type { BookingFacts } from './facts-store'
import { bookingCaseOf } from './read'
import { answerDue, type BookingAction, freesSlot } from './rules'
import { replacedBy } from './place-store'
import { isAsked, proposeRoom } from './store'

export interface Decision {
  id: string
  action: BookingAction
  note: string | null
  alternativeRoomId: string | null
}

/** @throws Problem the codes of the contracts of the decisions */
export async function decide(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  decision: Decision,
): Promise<BookingDetail> {
  if (decision.alternativeRoomId) await roomRow(deps, decision.alternativeRoomId)
  const gives = decision.action === 'confirm' ? await replacedBy(deps.db, decision.id) : undefined
  const [divisions, lineId] = await Promise.all([
    directory(deps),
    freesSlot(decision.action) ? lineOfBooking(deps.db, decision.id) : gives && lineOfBooking(deps.db, gives),
  ])
  const moved = await deps.db
    .transaction(async (tx) => {
      const at = deps.clock.now()
      if (await claim(tx, idempotency, decision.id, at)) return undefined
      // What moves in a line is locked by the line first, then by the case.
      if (lineId) await lockLine(tx, lineId)
      if (gives) await lockCases(tx, [decision.id, gives])
      const asked = { ...decision, type: 'booking' }
      const authorised = await authorise(deps, tx, who, asked, at)
      if (authorised.by.side === 'staff')
        await caseWords(deps, tx, { caseId: decision.id, words: decision.note, path: 'body.note' })
      const change = await changeOf(tx, decision.action, authorised, { at, divisions })
      const giving = gives ? await givingWay(deps, tx, gives, authorised, at) : []
      await advance(deps, tx, [authorised, ...giving], { note: decision.note, at, change })
      if (decision.action === 'refuse') await proposeRoom(tx, decision.id, decision.alternativeRoomId)
      if (lineId) await passOn(deps, tx, decision.action, lineId, at)
      return authorised.row
    })
    .catch((error: unknown) => {
      throw metBy(error, decision.action) ?? error
    })
  if (moved) {
    const freed = freesSlot(decision.action) ? decision.id : gives
    if (freed && !lineId) await settleLater(deps, freed)
    if (moved.startsAt) forgetDay(deps, moved.community, moved.startsAt)
  }
  return bookingCaseOf(deps, who, decision.id)
}

/** What somebody else was first to do: only taking back what was refused or given on can meet a constraint. */
function metBy(error: unknown, action: BookingAction): Problem | undefined {
  if (sqlState(error) === '23P01') return new Problem('booking_slot_taken')
  // Its person has asked for yet another time since their wish was refused.
  return sqlState(error) === '23505' && action === 'undo' ? new Problem('undo_too_late') : undefined
}

/**
 * The old time goes in the instant in which the new one is certain. A use that has begun meanwhile is kept beside it, unless it
 * would go on into the new one.
 */
async function givingWay(deps: Deps, tx: Tx, id: string, by: Authorised, at: Date): Promise<Authorised[]> {
  const giving = await authoriseMany(deps, tx, [id], { action: 'replace' }, at)
  return giving.filter((one) => !hasBegun(one, at) || meet(one, by))
}

const hasBegun = ({ row: { startsAt } }: Authorised, at: Date): boolean => startsAt !== null && startsAt <= at

/** Cleaning included, as the constraint has it. */
function meet(one: Authorised, other: Authorised): boolean {
  const [a, b] = [takenBy(one), takenBy(other)]
  return a.start < b.free && b.start < a.free
}

const takenBy = ({ row, facts }: Authorised) => ({
  start: row.startsAt?.getTime() ?? 0,
  free: Date.parse((facts as BookingFacts).freeAt),
})

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

/** What the table does not say of the row: whose turn it is within a state, and by when. */
async function changeOf(
  tx: Tx,
  action: Decision['action'],
  { row }: Authorised,
  { at, divisions }: { at: Date; divisions: Directory },
): Promise<Change> {
  if (action === 'confirm' || action === 'refuse') return { decides: true }
  if (action === 'ask') return { waitingFor: 'party' }
  // A question may have been open when it was decided.
  if (action === 'undo') return (await isAsked(tx, row.id)) ? { waitingFor: 'party' } : {}
  if (action !== 'supplement') return {}
  // Only the answer to a question gives staff new time; words that nobody asked for do not.
  const asked = row.waitingFor === 'party'
  return {
    waitingFor: 'staff',
    ...(asked && { dueAt: answerDue(divisions.settings(row.community), at), escalatedAt: null }),
  }
}
