/** Files for somebody's calendar (RFC 5545), in the time of Shanghai: one entry, or all to which a calendar subscribes. */
import { TZDate } from '@date-fns/tz'
import ical, { ICalAlarmType, type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

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

export interface CalendarEntry {
  /** Stays, however often the entry changes; what has the higher `sequence` counts. */
  eventId: string
  sequence: number
  startsAt: Date
  endsAt: Date
  changedAt: Date
  /** It cancels the entry. */
  isOff: boolean
  /** Whether it is certain; it is, unless said otherwise. */
  isTentative?: boolean
  summary: string
  place: string | null
  about?: string
  /** So many minutes before it the device tells. */
  tellsBefore?: number
}

/** One that was called off cancels the entry; one that was moved goes on in it. */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = emptyCalendar(entry.isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH)
  addEntry(calendar, entry)
  return calendar.toString()
}

/** How often a calendar that subscribes looks again, where it follows what it is told. */
const looksAgainSeconds = 3_600

/** All of them under a name; what was called off stands there as called off, so that it is taken out. */
export function calendarFeed(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = emptyCalendar(ICalCalendarMethod.PUBLISH).name(name).ttl(looksAgainSeconds)
  for (const entry of entries) addEntry(calendar, entry)
  return calendar.toString()
}

const emptyCalendar = (method: ICalCalendarMethod): ICalCalendar =>
  ical({
    method,
    prodId: '//linli//calendar//ZH',
    // Without a name, so that the stamp stays in UTC, as it has to be.
    timezone: { name: null, generator: () => zoneText },
  })

function addEntry(calendar: ICalCalendar, entry: CalendarEntry): void {
  const { eventId, sequence, startsAt, endsAt, changedAt, isOff, isTentative = false } = entry
  const event = calendar.createEvent({
    id: eventId,
    sequence,
    stamp: changedAt,
    timezone: zone,
    // With its own zone: the library asks a plain date by the zone of the process, in which hours may be missing.
    start: new TZDate(startsAt, zone),
    end: new TZDate(endsAt, zone),
    summary: entry.summary,
    location: entry.place,
    description: entry.about ?? null,
    status: isOff
      ? ICalEventStatus.CANCELLED
      : isTentative
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
  })
  if (entry.tellsBefore !== undefined && !isOff)
    event.createAlarm({
      type: ICalAlarmType.display,
      trigger: entry.tellsBefore * 60,
      description: entry.summary,
    })
}
