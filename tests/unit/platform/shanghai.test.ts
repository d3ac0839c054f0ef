import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayOf,
  instantAt,
  minutesOf,
  mondayOf,
  startOfDay,
  weekdayOf,
} from '../../../bff/src/platform/shanghai'

test('the day turns at 16:00 UTC', () => {
  expect(dayOf(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23')
  expect(dayOf(new Date('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24')
  expect(dayOf(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
  expect(startOfDay('2026-11-24')).toEqual(new Date('2026-11-23T16:00:00Z'))
})

test('days, weekdays and clock times are those of the time zone database', () => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
  })
  const weekday = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', weekday: 'short' })
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2199-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, (at) => {
      const day = dayOf(at)
      expect(day).toBe(format.format(at))
      expect(names[weekdayOf(day) - 1]).toBe(weekday.format(at))
      expect(startOfDay(day).getTime()).toBeLessThanOrEqual(at.getTime())
      expect(startOfDay(addDays(day, 1)).getTime()).toBeGreaterThan(at.getTime())
      const monday = mondayOf(at)
      expect(weekdayOf(monday)).toBe(1)
      expect(addDays(monday, weekdayOf(day) - 1)).toBe(day)
    }),
  )
})

test('the week begins on Monday at midnight in Shanghai', () => {
  expect(mondayOf(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-16')
  expect(mondayOf(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
  expect(mondayOf(new Date('2027-01-01T00:00:00Z'))).toBe('2026-12-28')
})

test('days go over months, years and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})

test('24:00 is the first instant of the next day', () => {
  expect(minutesOf('00:00')).toBe(0)
  expect(minutesOf('08:05')).toBe(485)
  expect(instantAt('2026-11-23', minutesOf('24:00'))).toEqual(startOfDay('2026-11-24'))
})
