import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoomPolicy } from '../../../bff/contracts/src/rooms'
import { isBelowOpeningNorm, openSpans, violations } from '../../../bff/src/modules/rooms/rules'
import * as some from './arbitraries'
import * as model from './model'
import { at, dayName, minutesADay } from './model'

const base: RoomPolicy = {
  openings: [{ weekday: 3, from: '09:00', to: '21:00' }],
  seasons: [],
  slotMinutes: 60,
  minMinutes: 60,
  maxMinutes: 240,
  noticeMinutes: 60,
  horizonDays: 14,
  bufferMinutes: 30,
  approval: 'staff',
  holidays: 'closed',
}
const wednesday = 2 * minutesADay
const hour = (h: number): number => at(wednesday + h * 60)

describe('openSpans', () => {
  const spansOf = (...openings: [string, string][]) =>
    openSpans(
      { policy: { ...base, openings: openings.map(([from, to]) => ({ weekday: 3, from, to })) } },
      dayName(2),
    )

  test('is the same minutes as the model, in order, apart from each other', () => {
    fc.assert(
      fc.property(some.policy, fc.integer({ min: 0, max: 6 }), (policy, day) => {
        const spans = openSpans({ policy }, dayName(day))
        const minutes = Array.from({ length: minutesADay }, (_, n) => day * minutesADay + n)
        expect(spans.flatMap(model.minutesOf)).toEqual(minutes.filter((m) => model.isOpen(policy, m)))
        for (const [n, span] of spans.entries()) {
          expect(span.start).toBeLessThan(span.end)
          expect(span.start).toBeGreaterThan(spans[n - 1]?.end ?? -Infinity)
        }
      }),
    )
  })

  test('joins openings that touch or overlap, in whatever order they were written', () => {
    const whole = [{ start: hour(9), end: hour(18) }]
    expect(spansOf(['12:00', '18:00'], ['09:00', '12:00'])).toEqual(whole)
    expect(spansOf(['09:00', '14:00'], ['12:00', '18:00'])).toEqual(whole)
    expect(spansOf(['09:00', '18:00'], ['10:00', '11:00'])).toEqual(whole)
    expect(spansOf(['09:00', '12:00'], ['12:01', '18:00'])).toHaveLength(2)
  })

  test('24:00 is the end of the day, and of no other', () => {
    expect(spansOf(['20:00', '24:00'])).toEqual([{ start: hour(20), end: hour(24) }])
    expect(openSpans({ policy: base }, dayName(3))).toEqual([])
  })

  test('does not change the policy it is given', () => {
    const openings = [
      { weekday: 3, from: '09:00', to: '12:00' },
      { weekday: 3, from: '11:00', to: '18:00' },
    ]
    const before = structuredClone(openings)
    openSpans({ policy: { ...base, openings } }, dayName(2))
    expect(openings).toEqual(before)
  })
})

describe('violations', () => {
  test('are exactly those of the model', () => {
    const wish = fc.record({
      start: some.start,
      length: some.length,
      attendees: fc.integer({ min: 1, max: 80 }),
      purpose: fc.constantFrom('study', 'sports', 'banquet'),
    })
    fc.assert(
      fc.property(some.room, wish, some.now, (room, { start, length, attendees, purpose }, now) => {
        const { policy } = room
        const inside = model.isInsideHours(policy, start, length)
        const expected = [
          start < now && 'booking_in_past',
          start >= now && model.isTooSoon(policy, start, now) && 'booking_too_soon',
          model.isTooFar(policy, start, now) && 'booking_too_far',
          length < policy.minMinutes && 'booking_too_short',
          length > policy.maxMinutes && 'booking_too_long',
          attendees > room.capacity && 'booking_over_capacity',
          !room.purposes.includes(purpose) && 'booking_purpose_not_allowed',
          !inside && 'booking_outside_hours',
          inside && !model.isOnGrid(policy, start, length) && 'booking_off_step',
          model.isClosed(room.closures, start, length) && 'booking_closed',
        ].filter((code) => code !== false)
        const use = { start: at(start), end: at(start + length), attendees, purpose }
        expect(violations(room, use, at(now))).toEqual(expected)
      }),
      { numRuns: 1_000 },
    )
  })

  const codes = (start: number, end: number, now: number, policy = base, attendees = 10) =>
    violations(
      { policy, capacity: 10, purposes: ['study'], closures: [] },
      { start, end, attendees, purpose: 'study' },
      now,
    )

  test('each limit belongs to what it allows', () => {
    expect(codes(hour(10), hour(11), hour(9))).toEqual([])
    expect(codes(hour(10), hour(11), hour(9) + 1)).toEqual(['booking_too_soon'])
    expect(codes(hour(10), hour(11), hour(10))).toEqual(['booking_too_soon'])
    expect(codes(hour(10), hour(11), hour(10) + 1)).toEqual(['booking_in_past'])
    expect(codes(hour(10), hour(14), hour(0))).toEqual([])
    expect(codes(hour(10), hour(15), hour(0))).toEqual(['booking_too_long'])
    expect(codes(hour(9), hour(10), hour(0))).toEqual([])
    expect(codes(hour(20), hour(21), hour(0))).toEqual([])
    expect(codes(hour(20), hour(22), hour(0))).toEqual(['booking_outside_hours'])
    expect(codes(hour(10), hour(11), hour(0), base, 11)).toEqual(['booking_over_capacity'])
  })

  test('half a minute off the grid is off the grid', () => {
    expect(codes(hour(10) + 30_000, hour(11) + 30_000, hour(0))).toEqual(['booking_off_step'])
  })

  test('the last day of the horizon is a whole day in Shanghai', () => {
    const always = { ...base, openings: [{ weekday: 3, from: '00:00', to: '24:00' }], horizonDays: 0 }
    expect(codes(hour(23), hour(24), hour(0), always)).toEqual([])
    expect(codes(hour(23), hour(24), hour(0) - 1, always)).toEqual(['booking_too_far'])
  })
})

test('the norm of eight hours counts the openings of each day together', () => {
  const of = (...openings: [number, string, string][]) =>
    isBelowOpeningNorm({ ...base, openings: openings.map(([weekday, from, to]) => ({ weekday, from, to })) })
  expect(of([1, '08:00', '12:00'], [1, '14:00', '18:00'])).toBe(false)
  expect(of([1, '08:00', '12:00'], [1, '14:00', '17:59'])).toBe(true)
  expect(of([1, '08:00', '16:00'], [7, '09:00', '12:00'])).toBe(true)
  expect(of()).toBe(false)
})
