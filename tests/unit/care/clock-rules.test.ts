import { expect, test } from 'vitest'
import { isMissing, lateMinutes, lateRecords, type Seen } from '../../../bff/src/modules/care/clock-rules'

const at = (time: string, day = '2026-11-23'): Date => new Date(`${day}T${time}:00+08:00`)
const seen = (over: Partial<Seen> = {}): Seen => ({
  startsAt: at('16:30'),
  endsAt: at('18:30'),
  mark: null,
  released: false,
  absenceReported: false,
  ...over,
})

test('the late ladder: every step that is due, as of when it was', () => {
  const steps = (time: string) => lateRecords(at('18:30'), [15, 30, 60], at(time)).map((s) => s.kind)
  expect(steps('18:44')).toEqual([])
  expect(steps('18:45')).toEqual(['late_15'])
  expect(steps('19:29')).toEqual(['late_15', 'late_30'])
  expect(steps('23:00')).toEqual(['late_15', 'late_30', 'late_60'])
})

test('a child is missing when nobody has seen or excused it, after the minutes of its division, for a day', () => {
  expect(isMissing(seen(), 10, at('16:39'))).toBe(false)
  expect(isMissing(seen(), 10, at('16:40'))).toBe(true)
  expect(isMissing(seen(), 25, at('16:54'))).toBe(false)
  expect(isMissing(seen(), 10, at('16:29', '2026-11-24'))).toBe(true)
  expect(isMissing(seen(), 10, at('16:30', '2026-11-24'))).toBe(false)
  for (const over of [{ mark: 'present' }, { mark: 'absent' }, { absenceReported: true }, { released: true }])
    expect(isMissing(seen(over as Partial<Seen>), 10, at('17:00'))).toBe(false)
})

test('a child is late when it is still there, from the first step of its division, for a day', () => {
  const there = seen({ mark: 'present' })
  const late = (one: Seen, time: string, day?: string) => lateMinutes(one, [15, 30, 60], at(time, day))
  expect(late(there, '18:44')).toBeNull()
  expect(late(there, '18:45')).toBe(15)
  expect(late(there, '21:30')).toBe(180)
  expect(lateMinutes(there, [5, 10, 20], at('18:35'))).toBe(5)
  expect(late(there, '18:29', '2026-11-24')).toBe(24 * 60 - 1)
  expect(late(there, '18:30', '2026-11-24')).toBeNull()
  expect(late(seen({ mark: 'present', released: true }), '19:00')).toBeNull()
  expect(late(seen({ mark: 'absent' }), '19:00')).toBeNull()
  expect(late(seen(), '19:00')).toBeNull()
})
