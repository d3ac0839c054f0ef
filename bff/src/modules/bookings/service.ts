/** The promise: a request either holds its slot from the moment it is answered, or says what is free instead. */
import type { BookingDetail } from '@linli/contracts/booking-case'
import { type ProblemCode, problems } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { firstResult, type Idempotency, priorResult } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import type { Sender } from '../../platform/rows'
import { addDays, dayOf, minuteMs, mondayOf, startOfDay } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import {
  bookableOf,
  forgetDay,
  forgetRoom,
  nearestFree,
  roomRow,
  type RoomRow,
  takenAround,
  takenOf,
  violations,
} from '../rooms/service'
import { answerDue } from './rules'
import { overQuota } from './quota'
import { settleOverdue } from './line'
import { ownBookingAt } from './own-store'
import { bookingCaseOf } from './read'
import { insertBooking, type NewBooking } from './store'

export interface Wish {
  roomId: string
  startsAt: Date
  endsAt: Date
  purpose: string
  attendees: number
  note: string | null
  contactName: string | undefined
}

/** How often a request looks again when the room's rules changed under it. */
const looks = 3

/** @throws Problem the codes of the contract `requestBooking` */
export async function requestBooking(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  wish: Wish,
): Promise<BookingDetail> {
  for (let look = 1; look <= looks; look++) {
    const row = await roomRow(deps, wish.roomId)
    const broken = violations(bookableOf(row), useOf(wish), deps.clock.now().getTime())
    // Rules that were just changed may still be remembered here: nobody is refused by old ones.
    if (broken.length > 0 && look === 1) {
      forgetRoom(deps, row)
      continue
    }
    if (broken.length > 0) return replayOr(deps, who, idempotency, () => refuse(broken))
    const booking = await prepare(deps, who, wish, row)
    const outcome = await insertBooking(deps.db, booking, idempotency)
    if (outcome.prior)
      return bookingCaseOf(
        deps,
        who,
        firstResult(outcome.prior.bodyHash, outcome.prior.resultId, idempotency),
      )
    if (outcome.booked) return booked(deps, who, wish, row, booking.id)
    const isFull = outcome.current && outcome.withinQuota
    if (isFull && look < looks && (await settleOverdue(deps, row.id, wish.startsAt))) continue
    if (outcome.current)
      return replayOr(deps, who, idempotency, () =>
        outcome.withinQuota
          ? slotTaken(deps, who, wish, row)
          : overQuota(deps.db.client, {
              subjectId: who.accountId,
              week: booking.week,
              perWeek: booking.quota,
              at: deps.clock.now(),
            }),
      )
    forgetRoom(deps, row)
  }
  throw new Problem('busy')
}

export const useOf = (wish: Wish) => ({
  start: wish.startsAt.getTime(),
  end: wish.endsAt.getTime(),
  attendees: wish.attendees,
  purpose: wish.purpose,
})

async function booked(deps: Deps, who: Who, wish: Wish, row: RoomRow, id: string): Promise<BookingDetail> {
  forgetDay(deps, row.community_code, wish.startsAt)
  return bookingCaseOf(deps, who, id)
}

async function prepare(deps: Deps, who: Who, wish: Wish, row: RoomRow): Promise<NewBooking> {
  const at = deps.clock.now()
  const settings = (await directory(deps)).settings(row.community_code)
  const automatic = row.approval === 'automatic'
  return {
    id: deps.ids.id(),
    nameEnc: wish.contactName
      ? deps.cipher.encrypt('accounts.name_enc', who.accountId, wish.contactName)
      : null,
    roomId: row.id,
    roomVersion: row.version,
    community: row.community_code,
    subjectId: who.accountId,
    startsAt: wish.startsAt,
    endsAt: wish.endsAt,
    freeAt: new Date(wish.endsAt.getTime() + row.buffer_minutes * minuteMs),
    purpose: wish.purpose,
    attendees: wish.attendees,
    note: wish.note,
    week: mondayOf(wish.startsAt),
    quota: settings.booking_quota_per_week,
    state: automatic ? 'confirmed' : 'pending',
    dueAt: automatic ? null : answerDue(settings, at),
    at,
  }
}

/** A refusal may be the echo of a success whose answer was lost: then the first answer is given again. */
async function replayOr(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  refusal: () => Promise<never> | never,
): Promise<BookingDetail> {
  const prior = await priorResult(deps.db, idempotency)
  return prior ? bookingCaseOf(deps, who, prior) : refusal()
}

const faultPaths: Partial<Record<ProblemCode, string>> = {
  booking_over_capacity: 'body.attendees',
  booking_purpose_not_allowed: 'body.purpose',
  booking_too_short: 'body.endsAt',
  booking_too_long: 'body.endsAt',
}

export function refuse(broken: readonly ProblemCode[]): never {
  const [first = 'invalid_request'] = broken
  const faults = broken.map((code) => ({
    path: faultPaths[code] ?? 'body.startsAt',
    code,
    message: problems[code].title as string,
  }))
  throw new Problem(first, undefined, faults)
}

/** One's own booking is not somebody else's: neither taken from under one, nor to be queued for. */
export async function refuseOwn(db: Sender, accountId: string, wish: Wish): Promise<void> {
  const caseId = await ownBookingAt(db, accountId, wish)
  if (caseId) throw new Problem('booking_already_yours', { caseId })
}

async function slotTaken(deps: Deps, who: Who, wish: Wish, row: RoomRow): Promise<never> {
  await refuseOwn(deps.db.client, who.accountId, wish)
  throw await takenProblem(deps, row, wish)
}

/**
 * Names the nearest free times of the same length: never the one asked for, which is promised to a line.
 * @param but a booking that would move, so that its own time is free for it
 */
export async function takenProblem(
  deps: Deps,
  row: RoomRow,
  wish: Pick<Wish, 'startsAt' | 'endsAt'>,
  but?: string,
): Promise<Problem> {
  const day = dayOf(wish.startsAt)
  const [from, to] = [startOfDay(addDays(day, -1)), startOfDay(addDays(day, 2))]
  const bookings = await takenAround(deps, [row], from, to)
  const taken = takenOf(
    row,
    bookings.filter((b) => b.case_id !== but),
  )
  const [start, end] = [wish.startsAt.getTime(), wish.endsAt.getTime()]
  const now = deps.clock.now().getTime()
  const freeAt = end + row.buffer_minutes * minuteMs
  const isPromised = taken.every((t) => t.freeAt <= start || t.start >= freeAt)
  if (isPromised) taken.push({ kind: 'booked', start, end, freeAt })
  const free = nearestFree(bookableOf(row), { start, end }, taken, now)
  return new Problem('booking_slot_taken', {
    alternatives: free.map((span) => ({
      startsAt: new Date(span.start).toISOString(),
      endsAt: new Date(span.end).toISOString(),
    })),
  })
}
