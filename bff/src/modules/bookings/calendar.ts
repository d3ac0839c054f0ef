/** The promise: the calendar of whoever booked learns what, when and where, and nobody's name. */
import type { BookingState } from '@linli/contracts/booking-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { type CalendarEntry, calendarFile } from '../../platform/calendar-file'
import { Problem } from '../../platform/problem'
import { dayMs } from '../../platform/shanghai'
import * as store from './calendar-store'
import { bookingCaseOf } from './read'

/** @throws Problem not_found for everybody but whoever booked, and whoever it is for */
export async function readBookingCalendar(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ name: string; calendar: string }> {
  const { readAs } = await bookingCaseOf(deps, who, id)
  const row = await store.entryOf(deps.db, id)
  if (readAs !== 'party' || !row) throw new Problem('not_found')
  return { name: 'changdi.ics', calendar: calendarFile(entryOf(row)) }
}

/** What is over is shown for so long, and what was called off until then, so that every calendar takes it out. */
const staysDays = 30
/** No room can be booked further ahead than 366 days. */
const aheadDays = 366
const mostEntries = 300

/** What a calendar that subscribes is told. */
export async function entriesOf(deps: Deps, accountId: string): Promise<CalendarEntry[]> {
  const after = new Date(deps.clock.now().getTime() - staysDays * dayMs)
  const madeAfter = new Date(after.getTime() - aheadDays * dayMs)
  const rows = await store.entriesOf(deps.db, { accountId, after, madeAfter, limit: mostEntries })
  return rows.map(entryOf)
}

const off: readonly BookingState[] = ['refused', 'cancelled', 'lapsed', 'replaced', 'missed']
const tentative: readonly BookingState[] = ['waiting', 'held', 'pending']

/** What staff have not agreed to is not certain; the events of the case count which word is the last. */
function entryOf(one: store.EntryRow): CalendarEntry {
  const { id, number, state, title, startsAt, endsAt, events, changedAt } = one
  return {
    eventId: `${id}@linli`,
    sequence: events,
    startsAt,
    endsAt,
    changedAt,
    isOff: off.includes(state),
    isTentative: tentative.includes(state),
    summary: `场地：${title}`,
    place: [one.facilityName, one.floor, one.door, one.address].filter(Boolean).join('，'),
    about: `${number}，来不了请早点在邻里里取消。`,
    tellsBefore: 120,
  }
}
