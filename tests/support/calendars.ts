import ICAL from 'ical.js'

/** As RFC 5545 has it: unfolded, in the zone that the file brings along. */
export function readCalendar(file: string) {
  const [event] = readFeed(file)
  if (!event) throw new Error('There is no event.')
  return event
}

/** All of them. */
export function readFeed(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[])
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone) ICAL.TimezoneService.register(zone)
  const method = calendar.getFirstPropertyValue('method')
  return calendar.getAllSubcomponents('vevent').map((component) => ({ method, ...eventOf(component) }))
}

function eventOf(component: ICAL.Component) {
  const event = new ICAL.Event(component)
  return {
    status: component.getFirstPropertyValue('status'),
    zone: event.startDate.zone.tzid,
    starts: event.startDate.toJSDate().toISOString(),
    ends: event.endDate.toJSDate().toISOString(),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    location: event.location,
    alarms: component.getAllSubcomponents('valarm').length,
  }
}

const once = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'STATUS', 'SUMMARY']

/** What RFC 5545 asks for and a lenient reader forgives: the faults of a file, by the line or the part. */
export function calendarFaults(file: string): string[] {
  const lines = file.split('\r\n')
  const long = lines.filter((line) => Buffer.byteLength(line) > 75)
  const bare = lines.filter((line) => /[\r\n]/.test(line))
  const unfolded = file.replaceAll('\r\n ', '').split('\r\n')
  const head = unfolded.slice(0, unfolded.indexOf('BEGIN:VEVENT'))
  const needed = ['VERSION:2.0', 'PRODID:', 'METHOD:'].filter(
    (each) => !head.some((line) => line.startsWith(each)),
  )
  const events = unfolded.join('\n').split('BEGIN:VEVENT\n').slice(1)
  const names = (event: string) =>
    event
      .replaceAll(/BEGIN:VALARM[^]*?END:VALARM/g, '')
      .split('\n')
      .map((line) => line.split(/[;:]/)[0])
  const missing = events.flatMap((event) =>
    once.filter((name) => names(event).filter((each) => each === name).length !== 1),
  )
  const zones = events.filter((event) => !/DTSTART;TZID=Asia\/Shanghai:\d{8}T\d{6}\n/.test(event))
  const ends = lines.at(-1) === 'END:VCALENDAR' || lines.at(-2) === 'END:VCALENDAR' ? [] : ['no end']
  return [...long, ...bare, ...needed, ...missing, ...zones, ...ends]
}
