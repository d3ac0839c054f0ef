/** The promise: the calendar of whoever booked learns what, when and where, and nobody's name. */
import type { BookingDetail, BookingState } from '@linli/contracts/booking-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { calendarFile } from '../../platform/calendar-file'
import { Problem } from '../../platform/problem'
import { bookingCaseOf } from './read'

/** @throws Problem not_found for everybody but whoever booked, and whoever it is for */
export async function readBookingCalendar(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ name: string; calendar: string }> {
  const one = await bookingCaseOf(deps, who, id)
  if (one.readAs !== 'party') throw new Problem('not_found')
  return { name: 'changdi.ics', calendar: bookingCalendar(one) }
}

const off: readonly BookingState[] = ['refused', 'cancelled', 'lapsed', 'replaced', 'missed']
const tentative: readonly BookingState[] = ['waiting', 'held', 'pending']

/** What staff have not agreed to is not certain; the events of the case count which word is the last. */
function bookingCalendar(one: BookingDetail): string {
  const { id, number, state, title, startsAt, endsAt, facts, timeline, createdAt } = one
  return calendarFile({
    eventId: `${id}@linli`,
    sequence: timeline.length,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    changedAt: new Date(timeline.at(-1)?.at ?? createdAt),
    isOff: off.includes(state),
    isTentative: tentative.includes(state),
    summary: `场地：${title}`,
    place: [facts.facilityName, facts.floor, facts.door, facts.address].filter(Boolean).join('，'),
    about: `${number}，来不了请早点在邻里里取消。`,
    tellsBefore: 120,
  })
}
