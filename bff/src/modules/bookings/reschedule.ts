/**
 * The promise: a booking gets another time in one step. There is no instant at which both slots are its person's, or neither:
 * where nobody has to agree its own row moves, by one UPDATE; where staff have to, a second booking holds the new slot, and
 * the old one is kept until the instant in which they agree (docs/product.md › Rooms).
 */
import type { BookingDetail } from '@linli/contracts/booking-case'
import type { ProblemCode } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { mondayOf } from '../../platform/shanghai'
import { advance, type Authorised, authorise, caseWords } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { isStaffOf } from '../identity/policy'
import { grantsInside } from '../identity/service'
import { lockLine, settle, settleNow } from '../line/service'
import {
  bookableOf,
  forgetDay,
  mustRunInside,
  roomInside,
  type RoomRow,
  runOf,
  violations,
} from '../rooms/service'
import type { BookingFacts } from './facts-store'
import { roomLine } from './line'
import { lineOfSlot } from './line-store'
import { freeAfter, placeBooking, useIn } from './place'
import { isPromised, moveSlot, openChange } from './place-store'
import { changeWeek, countsIn, withoutOthers } from './quota'
import { bookingCaseOf } from './read'
import { answerDue } from './rules'
import { refuse } from './refusals'
import { orFreeTimes } from './taken'

export interface Wanted {
  id: string
  /** The room that it has, where none is said. */
  roomId: string | undefined
  startsAt: Date
  endsAt: Date
  note: string | null
}

/** @throws Problem the codes of the contract `rescheduleBooking` */
export async function reschedule(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  wanted: Wanted,
): Promise<BookingDetail> {
  const { facts, startsAt } = await bookingCaseOf(deps, who, wanted.id)
  const old = { roomId: facts.roomId, startsAt: new Date(startsAt) }
  const slot = { ...wanted, roomId: wanted.roomId ?? facts.roomId }
  const attemptOnce = () => deps.db.transaction((tx) => attempt(deps, tx, { who, idempotency, wanted, old }))
  const moved = await orFreeTimes(deps, slot, attemptOnce, wanted.id)
  if (moved) await afterwards(deps, moved)
  return bookingCaseOf(deps, who, wanted.id)
}

interface Asked {
  who: Who
  idempotency: Idempotency
  wanted: Wanted
  /** Where it was when this was asked. */
  old: { roomId: string; startsAt: Date }
}

/** One booking, locked, and where it is wanted. */
export interface Step {
  one: Authorised
  facts: BookingFacts
  room: RoomRow
  wanted: Pick<Wanted, 'startsAt' | 'endsAt' | 'note'>
  at: Date
}

/** What was given up. */
interface Left extends Step {
  /** The line that has been looked through already. */
  lineId: string | undefined
}

async function attempt(
  deps: Deps,
  tx: Tx,
  { who, idempotency, wanted, old }: Asked,
): Promise<Left | undefined> {
  const at = deps.clock.now()
  if (await claim(tx, idempotency, wanted.id, at)) return undefined
  // The line of the slot that is given up, the room, the case: in the order of docs/locks.md.
  const lineId = await lineOfSlot(tx, old.roomId, old.startsAt)
  if (lineId) await lockLine(tx, lineId)
  const room = await roomInside(tx, wanted.roomId ?? old.roomId, at)
  const one = await authorise(deps, tx, who, { ...wanted, action: 'reschedule', type: 'booking' }, at)
  const facts = one.facts as BookingFacts
  // A booking belongs to its community: who decides about it stays the same.
  if (!room || room.community_code !== one.row.community) throw new Problem('not_found')
  // It was moved in this moment: whoever asks looks again.
  if (wanted.roomId === undefined && facts.roomId !== room.id) throw new Problem('busy')
  const step = { one, facts, room, wanted, at }
  const isUnit = one.by.side === 'staff' && (await asUnit(tx, who, step))
  await mayMove(deps, tx, step)
  if (needsStaff(step)) {
    await askFor(deps, tx, step)
    return undefined
  }
  await moveBooking(deps, tx, step).catch((error: unknown) => {
    throw isUnit ? withoutOthers(error) : error
  })
  if (lineId) await settle(deps, tx, roomLine, lineId, at)
  return { ...step, lineId }
}

/** Who is no staff there moves it within what they run. @returns whether it is so @throws Problem not_found */
async function asUnit(tx: Tx, who: Who, { facts, room }: Step): Promise<boolean> {
  const stays = room.id === facts.roomId
  const grants = await (stays ? grantsInside(tx, who.accountId) : mustRunInside(tx, who, runOf(room)))
  return !isStaffOf(grants, room.community_code)
}

/** @throws Problem what the rules of the room, of whoever asks and of wishes that are open refuse */
async function mayMove(deps: Deps, tx: Tx, step: Step): Promise<void> {
  const { one, facts, room, wanted, at } = step
  const { row, by } = one
  if (by.side === 'party' && room.id !== facts.roomId) throw new Problem('not_allowed')
  if (by.side === 'staff')
    await caseWords(deps, tx, { caseId: row.id, words: wanted.note, path: 'body.note' })
  const isSame =
    row.startsAt?.getTime() === wanted.startsAt.getTime() && row.endsAt?.getTime() === wanted.endsAt.getTime()
  if (isSame && room.id === facts.roomId) throw new Problem('booking_same_time')
  const caseId = await openChange(tx, row.id)
  if (caseId) throw new Problem('booking_change_open', { caseId })
  const broken = refusedBy(step)
  if (broken.length > 0) refuse(broken)
  const slot = { roomId: room.id, startsAt: wanted.startsAt, endsAt: wanted.endsAt }
  if (await isPromised(tx, { ...slot, freeAt: freeAfter(room, wanted.endsAt) }, at))
    throw new Problem('booking_slot_taken')
}

/**
 * Staff may let a use begin when it was to begin and end at another time: that it comes late is nobody's fault.
 * @returns what the rules of the room refuse
 */
export function refusedBy({ one: { row, by }, facts, room, wanted, at }: Step): ProblemCode[] {
  const broken = violations(bookableOf(room), useIn({ ...facts, ...wanted }), at.getTime())
  const keepsStart = by.side === 'staff' && row.startsAt?.getTime() === wanted.startsAt.getTime()
  if (!keepsStart) return broken
  const late: readonly ProblemCode[] = ['booking_in_past', 'booking_too_soon']
  if (wanted.endsAt <= at) return broken
  return broken.filter((code) => !late.includes(code))
}

const needsStaff = ({ one: { row, by }, room }: Step): boolean =>
  by.side === 'party' && row.state === 'confirmed' && room.approval === 'staff'

/** The new slot is asked for beside the old one, which is kept. */
async function askFor(
  deps: Deps,
  tx: Tx,
  { one: { row, by }, facts, room, wanted, at }: Step,
): Promise<void> {
  const role = by.actorId === row.subjectId ? 'self' : 'proxy'
  await placeBooking(
    deps,
    tx,
    {
      id: deps.ids.id(),
      subjectId: row.subjectId,
      actor: { id: by.actorId ?? row.actorId, role },
      room,
      startsAt: wanted.startsAt,
      endsAt: wanted.endsAt,
      purpose: facts.purpose,
      attendees: facts.attendees,
      note: facts.note,
      replaces: { id: row.id, week: facts.quotaWeek },
    },
    at,
  )
}

/** One booking, locked and allowed to move, to a slot that the rules of its room allow. @throws SQLSTATE 23P01 where somebody has some of it */
export async function moveBooking(deps: Deps, tx: Tx, step: Step): Promise<void> {
  const { one, room, wanted, at } = step
  const { startsAt, endsAt } = wanted
  const week = mondayOf(startsAt)
  const counts = await countsIn(tx, step, week)
  const slot = { roomId: room.id, startsAt, endsAt, freeAt: freeAfter(room, endsAt) }
  await moveSlot(tx, { id: one.row.id, ...slot, week, counts, at })
  // A request that its person moves is a new question: staff have all their time again.
  const isNewQuestion = one.row.state === 'pending' && one.by.side === 'party'
  const settings = await settingsInside(tx, room.community_code)
  await advance(deps, tx, [one], {
    note: wanted.note,
    at,
    change: {
      startsAt,
      endsAt,
      title: room.name,
      ...(isNewQuestion && {
        waitingFor: 'staff' as const,
        dueAt: answerDue(settings, at),
        escalatedAt: null,
      }),
    },
  })
  await changeWeek(tx, step, { week, counts })
}

/** Both days are shown anew, and whoever began to wait for the old slot in this moment is not missed. */
async function afterwards(deps: Deps, { one: { row }, facts, wanted, lineId }: Left): Promise<void> {
  forgetDay(deps, row.community, wanted.startsAt)
  if (!row.startsAt) return
  forgetDay(deps, row.community, row.startsAt)
  const now = await deps.db.transaction((tx) => lineOfSlot(tx, facts.roomId, row.startsAt as Date))
  if (now && now !== lineId) await settleNow(deps, roomLine, now)
}
