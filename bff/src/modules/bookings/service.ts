/** The promise: a request either holds its slot from the moment it is answered, or says what is free instead. */
import type { BookingDetail } from '@linli/contracts/booking-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { firstResult, type Idempotency, priorResult } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { minuteMs, mondayOf } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { bookableOf, forgetDay, forgetRoom, roomRow, type RoomRow, violations } from '../rooms/service'
import { answerDue } from './rules'
import { overQuota } from './quota'
import { settleOverdue } from './line'
import { bookingCaseOf } from './read'
import { refuse, refuseOwn, takenProblem } from './refusals'
import { insertBooking, type NewBooking } from './store'

export { entriesOf } from './calendar'
export type { BookingFacts } from './facts-store'
export { roomLine } from './line'
export { freeAfter } from './place'
export { isPromised } from './place-store'
export { moveBooking, refusedBy } from './reschedule'
export { proposeRoom } from './store'

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

async function slotTaken(deps: Deps, who: Who, wish: Wish, row: RoomRow): Promise<never> {
  await refuseOwn(deps.db.client, who.accountId, wish)
  throw await takenProblem(deps, row, wish)
}
