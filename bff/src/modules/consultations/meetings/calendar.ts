/** The promise: a calendar that others look into learns that there is an appointment, when and where, and nothing else. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { Problem } from '../../../platform/problem'
import { dayOf, startOfDay } from '../../../platform/shanghai'
import { readerOf } from '../thread'
import { type EntryRow, entryOf } from './calendar-store'

const zone = 'Asia/Shanghai'

/** One offset, as there has been no summer time since 1992. */
const zoneText = `BEGIN:VTIMEZONE
TZID:${zone}
BEGIN:STANDARD
DTSTART:19920101T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
END:VTIMEZONE`

/** @throws Problem not_found for everybody but the two */
export async function readCalendar(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ name: string; calendar: string }> {
  const entry = await entryOf(deps.db.statement, id)
  if (!entry) throw new Problem('not_found')
  const { readAs } = await readerOf(deps, who, entry.caseId)
  if (readAs === 'adviser' && entry.adviserId !== who.accountId) throw new Problem('not_found')
  return { name: 'yuyue.ics', calendar: calendarOf(entry) }
}

/** One that was called off cancels the entry; one that was moved goes on in it, as what comes later counts. */
export function calendarOf(entry: EntryRow): string {
  const { eventId, sequence, startsAt, endsAt, changedAt, isOff, place } = entry
  const calendar = ical({
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    prodId: '//linli//calendar//ZH',
    // Without a name, so that the stamp stays in UTC, as it has to be.
    timezone: { name: null, generator: () => zoneText },
  })
  calendar.createEvent({
    id: eventId,
    sequence,
    stamp: changedAt,
    timezone: zone,
    start: onTheClock(startsAt),
    end: onTheClock(endsAt),
    summary: '一个预约',
    location: place,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}

/** The library reads local time: what the clock in Shanghai shows is what it is told, wherever the process thinks it is. */
function onTheClock(at: Date): Date {
  const [year = 0, month = 1, date = 1] = dayOf(at).split('-').map(Number)
  const minutes = (at.getTime() - startOfDay(dayOf(at)).getTime()) / 60_000
  return new Date(year, month - 1, date, 0, minutes)
}
