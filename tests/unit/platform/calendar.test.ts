import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  addWorkingMinutes,
  type Announced,
  isKnownYear,
  isPublicHoliday,
  isWorkingDay,
  type OfficeHours,
  promised,
} from '../../../bff/src/platform/calendar'

const hours: OfficeHours = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
]
const local = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00+08:00`)

/** Four working hours, counted by hand from the State Council's calendar of 2026. */
const cases: [title: string, from: string, due: string][] = [
  ['across lunch', '2026-11-23 10:00', '2026-11-23 16:00'],
  ['within an afternoon into the next morning', '2026-11-23 16:00', '2026-11-24 11:00'],
  ['asked before the office opens', '2026-11-23 03:00', '2026-11-23 14:30'],
  ['asked at the very opening', '2026-11-23 08:30', '2026-11-23 14:30'],
  ['asked over lunch', '2026-11-23 13:00', '2026-11-24 09:00'],
  ['asked in the evening', '2026-11-23 21:00', '2026-11-24 14:30'],
  ['asked at the very end', '2026-11-23 17:30', '2026-11-24 14:30'],
  ['ends with the day exactly', '2026-11-23 11:30', '2026-11-23 17:30'],
  ['ends with the morning exactly', '2026-11-23 17:00', '2026-11-24 12:00'],
  ['Friday afternoon, over a weekend', '2026-11-27 16:00', '2026-11-30 11:00'],
  ['on a Saturday', '2026-11-28 10:00', '2026-11-30 14:30'],
  ['Sunday 20 September is worked', '2026-09-19 10:00', '2026-09-20 14:30'],
  ['the eve of 国庆', '2026-09-30 16:00', '2026-10-08 11:00'],
  ['in the middle of 国庆', '2026-10-03 10:00', '2026-10-08 14:30'],
  ['Saturday 10 October is worked', '2026-10-09 17:00', '2026-10-10 12:00'],
  ['and Sunday 11 October is not', '2026-10-10 17:00', '2026-10-12 12:00'],
  ['Saturday 14 February is worked', '2026-02-13 17:00', '2026-02-14 12:00'],
  ['into 春节, back on Tuesday 24 February', '2026-02-14 17:00', '2026-02-24 12:00'],
  ['Saturday 28 February is worked', '2026-02-27 17:00', '2026-02-28 12:00'],
  ['and Sunday 1 March is not', '2026-02-28 17:00', '2026-03-02 12:00'],
]

describe('four working hours', () => {
  test.each(cases)('%s: %s → %s', (_, from, due) => {
    expect(addWorkingMinutes(local(from), 240, hours)).toEqual(local(due))
  })
})

test('no time at all is the next moment that counts', () => {
  expect(addWorkingMinutes(local('2026-11-23 10:00'), 0, hours)).toEqual(local('2026-11-23 10:00'))
  expect(addWorkingMinutes(local('2026-11-28 10:00'), 0, hours)).toEqual(local('2026-11-30 08:30'))
})

test('a full week of work is five days of seven hours', () => {
  expect(addWorkingMinutes(local('2026-11-23 08:30'), 5 * 7 * 60, hours)).toEqual(local('2026-11-27 17:30'))
})

test.each<[string, OfficeHours]>([
  ['no hours', []],
  ['hours that end before they begin', [['17:00', '09:00']]],
  ['hours without length', [['09:00', '09:00']]],
])('%s is an error, not an endless search', (_, wrong) => {
  expect(() => addWorkingMinutes(local('2026-11-23 10:00'), 240, wrong)).toThrow(RangeError)
})

describe('wherever the process thinks it is', () => {
  const { TZ } = process.env
  afterEach(() => {
    if (TZ === undefined) delete process.env.TZ
    else process.env.TZ = TZ
  })

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Asia/Shanghai'])(
    '%s',
    (zone) => {
      process.env.TZ = zone
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
      for (const [title, from, due] of cases)
        expect(addWorkingMinutes(local(from), 240, hours), title).toEqual(local(due))
    },
  )
})

describe('working days of a follow-up', () => {
  const due = (from: string, days: number, announced?: Announced): Date =>
    addWorkingDays(local(from), days, hours, announced)

  test.each([
    // One, five and fifteen working days, over the make-up Sunday before and the make-up Saturday after the holiday.
    ['2026-09-18 17:00', 1, '2026-09-20 17:00'],
    ['2026-09-24 10:00', 5, '2026-10-09 10:00'],
    ['2026-09-30 16:00', 1, '2026-10-08 16:00'],
    ['2026-09-30 16:00', 5, '2026-10-13 16:00'],
    ['2026-09-21 09:00', 15, '2026-10-19 09:00'],
    ['2026-10-03 21:00', 1, '2026-10-08 17:30'],
  ])('国庆 2026: from %s, %d days end at %s', (from, days, expected) => {
    expect(due(from, days)).toEqual(local(expected))
  })

  /** As the State Council might announce it: eight days off, two make-up days. What it announces is data. */
  const springFestival: Announced = {
    off: ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12'],
    on: ['2027-01-31', '2027-02-14'],
  }
  test.each([
    ['2027-01-29 15:00', 1, '2027-01-31 15:00'],
    ['2027-02-04 10:00', 1, '2027-02-14 10:00'],
    ['2027-02-04 10:00', 5, '2027-02-18 10:00'],
    ['2027-01-28 10:00', 15, '2027-02-24 10:00'],
    ['2027-02-06 00:30', 1, '2027-02-14 17:30'],
  ])('春节 2027 as announced: from %s, %d days end at %s', (from, days, expected) => {
    expect(due(from, days, springFestival)).toEqual(local(expected))
  })

  test('春节 2027 before anything is announced: the law’s days and the weekends, no make-up days', () => {
    expect(isKnownYear('2026')).toBe(true)
    expect(isKnownYear('2027')).toBe(false)
    const off = [
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-13',
      '2027-01-01',
      '2027-06-09',
    ]
    for (const day of [...off, '2027-04-05', '2027-05-01', '2027-09-15', '2027-10-01'])
      expect(isWorkingDay(day), day).toBe(false)
    for (const day of ['2027-02-04', '2027-02-09', '2027-01-04', '2027-04-06', '2027-10-04'])
      expect(isWorkingDay(day), day).toBe(true)
    expect(due('2027-02-04 10:00', 1)).toEqual(local('2027-02-09 10:00'))
  })

  test('what is announced wins over what the library knows', () => {
    expect(isWorkingDay('2026-11-25', { off: ['2026-11-25'], on: [] })).toBe(false)
    expect(isWorkingDay('2026-11-28', { off: [], on: ['2026-11-28'] })).toBe(true)
  })
})

describe('a promised time', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const clock = (m: number): string =>
    `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  /** One to three spans in order, none of them empty. */
  const office: fc.Arbitrary<OfficeHours> = fc
    .uniqueArray(minute, { minLength: 2, maxLength: 6 })
    .map((all) => [...all].sort((a, b) => a - b))
    .map((all) =>
      Array.from(
        { length: Math.floor(all.length / 2) },
        (_, n) => [clock(all[2 * n] ?? 0), clock(all[2 * n + 1] ?? 0)] as const,
      ),
    )
    // With minutes a day an answer of eighty hours would be years away, which is refused elsewhere.
    .filter((hours) => hours.reduce((sum, [a, b]) => sum + minutes(b) - minutes(a), 0) >= 60)
  const dayOfYears = fc
    .integer({ min: 0, max: 3 * 365 })
    .map((n) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
  const announced = fc
    .record({ off: fc.array(dayOfYears, { maxLength: 40 }), on: fc.array(dayOfYears, { maxLength: 10 }) })
    .map(({ off, on }): Announced => ({ off: off.filter((day) => !on.includes(day)), on }))
  const instant = fc
    .integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-12-01') })
    .map((ms) => new Date(ms))

  /** Read from the clock on the wall: is somebody at work at this instant (or just about to go home)? */
  function isOffice(at: Date, hours: OfficeHours, days: Announced): boolean {
    const wall = new Date(at.getTime() + 8 * 3_600_000).toISOString()
    const inMinutes =
      Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16)) + (at.getTime() % 60_000) / 60_000
    return (
      isWorkingDay(wall.slice(0, 10), days) &&
      hours.some(([opens, closes]) => minutes(opens) <= inMinutes && inMinutes <= minutes(closes))
    )
  }

  test('is always within working hours, and so is the moment from which somebody works', () => {
    fc.assert(
      fc.property(instant, office, announced, fc.integer({ min: 1, max: 4800 }), (at, hours, days, asked) => {
        const { worksFrom, by } = promised(at, asked, hours, days)
        expect(isOffice(worksFrom, hours, days)).toBe(true)
        expect(isOffice(by, hours, days)).toBe(true)
        expect(worksFrom.getTime()).toBeGreaterThanOrEqual(at.getTime())
        expect(by.getTime()).toBeGreaterThan(worksFrom.getTime())
      }),
      { numRuns: 400 },
    )
  })
})

describe('a public holiday', () => {
  test.each([
    ['2026-10-01', true, '国庆'],
    ['2026-10-03', true, 'a Saturday inside 国庆'],
    ['2026-10-07', true, 'the last day off'],
    ['2026-10-10', false, 'a Saturday that is worked'],
    ['2026-11-28', false, 'a plain Saturday'],
    ['2026-11-25', false, 'a plain Wednesday'],
    ['2026-02-17', true, '春节'],
    ['2031-10-01', true, 'by the law alone, where nothing is announced yet'],
    ['2031-10-04', false, 'and not the days beside it'],
  ])('%s: %s (%s)', (day, is) => {
    expect(isPublicHoliday(day)).toBe(is)
  })

  test('what a community announces wins', () => {
    const days = { off: ['2026-11-25'], on: ['2026-10-01'] }
    expect([isPublicHoliday('2026-11-25', days), isPublicHoliday('2026-10-01', days)]).toEqual([true, false])
  })

  test('is never a working day', () => {
    for (let n = 0; n < 3 * 365; n++) {
      const day = new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
      if (isPublicHoliday(day)) expect(isWorkingDay(day), day).toBe(false)
    }
  })
})
