import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapFor, offerDeadline, type OfferSettings, unitsOf } from '../../../bff/src/modules/line/rules'

const usual: OfferSettings = {
  offer_hours: 2,
  offer_day: ['08:00', '21:00'],
  offer_far_hours: 24,
  offer_morning: '10:00',
  offer_least_minutes: 15,
}

/** Shanghai's clock on a day of November 2026. */
const at = (day: number, time: string): Date =>
  new Date(`2026-11-${String(day).padStart(2, '0')}T${time}+08:00`)
const deadline = (now: Date, start: Date): string | null =>
  offerDeadline(usual, now, start)?.toISOString() ?? null
const iso = (day: number, time: string): string => at(day, time).toISOString()

describe('until when an offer is kept', () => {
  test.each([
    // Far away and by day: two hours, also into the evening.
    ['08:00', 27, '14:00', 23, '10:00'],
    ['10:12', 27, '14:00', 23, '12:12'],
    ['20:59:59', 27, '14:00', 23, '22:59:59'],
    // Far away and at night: the next ten o'clock.
    ['21:00', 27, '14:00', 24, '10:00'],
    ['23:59:59', 27, '14:00', 24, '10:00'],
    ['00:00', 27, '14:00', 23, '10:00'],
    ['07:59:59', 27, '14:00', 23, '10:00'],
    // A day away to the second is not far.
    ['14:00', 24, '14:00', 24, '10:00'],
    ['13:59:59', 24, '14:00', 23, '15:59:59'],
    // Near: the next morning, but never after the start.
    ['10:12', 24, '09:00', 24, '09:00'],
    ['10:12', 23, '18:00', 23, '18:00'],
    ['10:12', 24, '10:00', 24, '10:00'],
    ['06:00', 23, '18:00', 23, '10:00'],
    ['06:00', 23, '09:30', 23, '09:30'],
    // Just long enough.
    ['09:45', 23, '10:00', 23, '10:00'],
  ])('at %s for a start on the %ith at %s: until the %ith, %s', (now, startDay, start, day, until) => {
    expect(deadline(at(23, now), at(startDay, start))).toBe(iso(day, until))
  })

  test.each([
    ['09:45:01', '10:00'],
    ['09:59:59', '10:00'],
    ['10:00', '10:00'],
    ['11:00', '10:00'],
  ])('at %s for a start at %s there is none', (now, start) => {
    expect(deadline(at(23, now), at(23, start))).toBeNull()
  })

  test('a time that would be too short is made long enough', () => {
    const odd = { ...usual, offer_hours: 0.1, offer_morning: '08:05' }
    expect(offerDeadline(odd, at(23, '09:00'), at(27, '09:00'))).toEqual(at(23, '09:15'))
    expect(offerDeadline(odd, at(23, '07:59'), at(27, '09:00'))).toEqual(at(23, '08:14'))
  })

  test('is never under the least time and never after the start, at whatever moment', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 * 60 - 1 })
    const ahead = fc.integer({ min: -3_600, max: 14 * 86_400 })
    fc.assert(
      fc.property(minute, ahead, (second, seconds) => {
        const now = new Date(at(23, '00:00').getTime() + second * 1000)
        const start = new Date(now.getTime() + seconds * 1000)
        const until = offerDeadline(usual, now, start)
        if (seconds < 15 * 60) return until === null
        return until !== null && until <= start && until.getTime() - now.getTime() >= 15 * 60_000
      }),
      { numRuns: 5_000 },
    )
  })
})

const entry = (name: string, groupId: string, groupRule: 'one' | 'all' | 'any' = 'one') => ({
  name,
  groupId,
  groupRule,
})
const names = (units: { name: string }[][]): string[] =>
  units.map((unit) => unit.map((e) => e.name).join('+'))

describe('the order in which a line is walked', () => {
  test('siblings who wait together are one; those who take what there is are single', () => {
    const line = [
      entry('a', '1'),
      entry('b', '2', 'all'),
      entry('c', '2', 'all'),
      entry('d', '3', 'any'),
      entry('e', '3', 'any'),
    ]
    expect(names(unitsOf(line))).toEqual(['a', 'b+c', 'd', 'e'])
  })

  test('siblings who were parted stand at the place of the first', () => {
    const line = [entry('a', '1', 'all'), entry('b', '2'), entry('c', '1', 'all')]
    expect(names(unitsOf(line))).toEqual(['a+c', 'b'])
  })
})

describe('where a manual move lands', () => {
  const line = [
    entry('a', '1'),
    entry('b', '2', 'all'),
    entry('c', '2', 'all'),
    entry('d', '3', 'any'),
    entry('e', '3', 'any'),
  ]
  test.each([
    [-4, undefined, 'a'],
    [1, undefined, 'a'],
    [2, 'a', 'b'],
    [3, 'a', 'b'],
    [4, 'c', 'd'],
    [5, 'd', 'e'],
    [6, 'e', undefined],
    [99, 'e', undefined],
  ])('at place %i: after %s, before %s', (place, before, after) => {
    const gap = gapFor(line, place)
    expect([gap.before?.name, gap.after?.name]).toEqual([before, after])
  })

  test('in an empty line there is nobody beside', () => {
    expect(gapFor([], 1)).toEqual({ before: undefined, after: undefined })
  })
})
