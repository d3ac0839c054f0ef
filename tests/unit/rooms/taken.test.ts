import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Left, RoomPolicy } from '../../../bff/contracts/src/rooms'
import {
  bestLeft,
  busyPeriods,
  fits,
  leftOf,
  nearestFree,
  openSpans,
  type Taken,
} from '../../../bff/src/modules/rooms/rules'
import * as some from './arbitraries'
import * as model from './model'
import { at, dayName, dayNumber, minuteOf, minutesADay } from './model'

const several = fc.array(some.taken, { maxLength: 5 })
const wednesday = 2 * minutesADay
const hour = (h: number): number => at(wednesday + h * 60)
const booked = (from: number, to: number, cleaning = 0.5): Taken => ({
  start: hour(from),
  end: hour(to),
  freeAt: hour(to + cleaning),
  kind: 'booked',
})

const policy: RoomPolicy = {
  openings: [{ weekday: 3, from: '09:00', to: '21:00' }],
  seasons: [],
  slotMinutes: 60,
  minMinutes: 60,
  maxMinutes: 240,
  noticeMinutes: 0,
  horizonDays: 3,
  bufferMinutes: 0,
  approval: 'staff',
  holidays: 'closed',
}

describe('fits', () => {
  test('is the model', () => {
    fc.assert(
      fc.property(
        some.start,
        some.length,
        fc.constantFrom(0, 15, 30),
        several,
        (start, length, buffer, taken) => {
          const use = { start: at(start), end: at(start + length) }
          expect(fits(use, buffer, taken)).toBe(model.isFree(taken, start, length, buffer))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('touching is not overlapping; cleaning counts on both sides, and not against a closure', () => {
    const use = (from: number, to: number) => ({ start: hour(from), end: hour(to) })
    expect(fits(use(14, 16), 30, [booked(16.5, 18), booked(12, 13.5)])).toBe(true)
    expect(fits(use(14, 16), 30, [booked(16.25, 18)])).toBe(false)
    expect(fits(use(14, 16), 30, [booked(12, 13.75)])).toBe(false)
    expect(fits(use(14, 16), 30, [{ ...booked(16, 18, 0), kind: 'closed' }])).toBe(true)
  })
})

describe('busyPeriods', () => {
  test('show exactly the open minutes that are taken, by kind, in order', () => {
    fc.assert(
      fc.property(some.policy, several, fc.integer({ min: 1, max: 3 }), (policy, taken, day) => {
        const open = openSpans({ policy }, dayName(day))
        const openMinutes = new Set(open.flatMap(model.minutesOf))
        const periods = busyPeriods(open, taken).map((p) => ({
          kind: p.kind,
          start: Date.parse(p.startsAt),
          end: Date.parse(p.endsAt),
        }))
        const shown = (kind: string): number[] =>
          sorted(periods.filter((p) => p.kind === kind).flatMap(model.minutesOf))
        const felt = (kind: string): number[] =>
          sorted(
            taken
              .flatMap((t) =>
                kind === 'cleaning' ? [{ start: t.end, end: t.freeAt }] : t.kind === kind ? [t] : [],
              )
              .flatMap(model.minutesOf)
              .filter((minute) => openMinutes.has(minute)),
          )
        for (const kind of ['booked', 'closed', 'cleaning']) expect(shown(kind)).toEqual(felt(kind))
        expect(periods.map((p) => p.start)).toEqual(periods.map((p) => p.start).sort((a, b) => a - b))
        for (const p of periods) {
          expect(p.start).toBeLessThan(p.end)
          expect(open.some((o) => o.start <= p.start && p.end <= o.end)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a use into the night shows what of it lies in the opening hours', () => {
    const open = [{ start: hour(9), end: hour(21) }]
    expect(busyPeriods(open, [booked(20, 20.75), booked(8, 10)])).toEqual([
      { kind: 'booked', startsAt: '2026-11-25T01:00:00.000Z', endsAt: '2026-11-25T02:00:00.000Z' },
      { kind: 'cleaning', startsAt: '2026-11-25T02:00:00.000Z', endsAt: '2026-11-25T02:30:00.000Z' },
      { kind: 'booked', startsAt: '2026-11-25T12:00:00.000Z', endsAt: '2026-11-25T12:45:00.000Z' },
      { kind: 'cleaning', startsAt: '2026-11-25T12:45:00.000Z', endsAt: '2026-11-25T13:00:00.000Z' },
    ])
  })
})

const sorted = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b)

describe('nearestFree', () => {
  test('are the nearest of all free uses that the model finds on the three days, sooner ones first', () => {
    let found = 0
    fc.assert(
      fc.property(some.room, some.start, several, some.now, fc.nat(3), (room, start, taken, now, more) => {
        const { policy } = room
        const length = policy.minMinutes + more * policy.slotMinutes
        const day = dayNumber(start)
        const free = [day - 1, day, day + 1].flatMap((each) =>
          model.freeStarts(room, each, length, taken, now),
        )
        const expected = free
          .sort((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b)
          .slice(0, 3)
          .map((minute) => ({ start: at(minute), end: at(minute + length) }))
        const wanted = { start: at(start), end: at(start + length) }
        expect(nearestFree(room, wanted, taken, at(now))).toEqual(expected)
        found += expected.length
      }),
      { numRuns: 150 },
    )
    expect(found).toBeGreaterThan(30)
  })

  test('none where nothing is free, and no more than asked for', () => {
    const room = { policy: { ...policy }, capacity: 9, purposes: [], closures: [] }
    const wanted = { start: hour(14), end: hour(16) }
    const starts = (taken: Taken[], count: number) =>
      nearestFree(room, wanted, taken, hour(-40), count).map((s) => (minuteOf(s.start) - wednesday) / 60)
    expect(starts([booked(9, 21)], 3)).toEqual([])
    expect(starts([booked(14, 16, 0)], 1)).toEqual([12])
    expect(starts([booked(14, 16, 0)], 4)).toEqual([12, 16, 11, 17])
    room.policy.openings = [2, 4].map((weekday) => ({ weekday, from: '09:00', to: '21:00' }))
    expect(starts([], 4), 'as far before as after: the sooner first').toEqual([-5, 33, -6, 34])
  })
})

describe('what is left of a day', () => {
  test('are the minutes of every shortest booking that the model still finds free', () => {
    let notZero = 0
    fc.assert(
      fc.property(some.room, several, some.now, fc.integer({ min: 1, max: 3 }), (room, taken, now, day) => {
        const { minMinutes } = room.policy
        const starts = model.freeStarts(room, day, minMinutes, taken, now)
        const minutes = new Set(starts.flatMap((s) => Array.from({ length: minMinutes }, (_, n) => s + n)))
        const first = day * minutesADay
        const opens = Array.from({ length: minutesADay }, (_, n) => model.isOpen(room.policy, first + n))
        const { left, freeMinutes } = leftOf(room, dayName(day), taken, at(now))
        expect(freeMinutes).toBe(minutes.size)
        expect(left === 'free').toBe(minutes.size > 0)
        expect(left === 'shut').toBe(!opens.includes(true))
        if (freeMinutes > 0) notZero++
      }),
      { numRuns: 150 },
    )
    expect(notZero).toBeGreaterThan(10)
  })

  test.each<[string, Left, Partial<Parameters<typeof leftOf>[0]>, Taken[], number]>([
    ['booked from end to end', 'full', {}, [booked(9, 21)], 8],
    ['closed by staff', 'closed', { closures: [{ start: hour(9), end: hour(21) }] }, [], 8],
    [
      'half closed, half booked',
      'full',
      { closures: [{ start: hour(9), end: hour(15) }] },
      [booked(15, 21)],
      8,
    ],
    ['too late', 'over', {}, [], 20.5],
    ['too late, and booked', 'over', {}, [booked(9, 21)], 23],
    ['beyond the horizon', 'ahead', {}, [], -24 * 4],
    ['not a day it opens', 'shut', { policy: { ...policy, openings: [] } }, [], 8],
  ])('when nothing, says why: %s', (_, left, changed, taken, now) => {
    const room = { policy, capacity: 9, purposes: [], closures: [], ...changed }
    expect(leftOf(room, dayName(2), taken, hour(now))).toEqual({ left, freeMinutes: 0 })
  })

  test('of several rooms says what gives most hope', () => {
    expect(bestLeft(['shut', 'over', 'full'])).toBe('full')
    expect(bestLeft(['shut', 'ahead', 'closed', 'over'])).toBe('closed')
    expect(bestLeft([])).toBe('shut')
  })
})
