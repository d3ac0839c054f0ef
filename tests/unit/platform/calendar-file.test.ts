import { afterEach, expect, test } from 'vitest'
import { calendarFile } from '../../../bff/src/platform/calendar-file'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

/** The hour that the clocks of America skip on this night is an hour like any other in Shanghai. */
test.each(['America/New_York', 'UTC', 'Asia/Shanghai', 'Pacific/Apia'])(
  'half past two to half past three in Shanghai, by a process in %s',
  (tz) => {
    process.env.TZ = tz
    const text = calendarFile({
      ...{ eventId: 'a', sequence: 0, isOff: false, summary: '场地', place: null },
      startsAt: new Date('2027-03-13T18:30:00Z'),
      endsAt: new Date('2027-03-13T19:30:00Z'),
      changedAt: new Date('2027-03-14T07:30:00Z'),
    })
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20270314T023000')
    expect(text).toContain('DTEND;TZID=Asia/Shanghai:20270314T033000')
    expect(text).toContain('DTSTAMP:20270314T073000Z')
  },
)
