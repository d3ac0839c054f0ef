/** Which times can be offered, when the two are reminded, and what a calendar is told wherever the process thinks it is. */
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { calendarOf } from '../../../bff/src/modules/consultations/meetings/calendar'
import {
  eveningBefore,
  faultsOf,
  remindedUntil,
  soonBefore,
} from '../../../bff/src/modules/consultations/meetings/rules'

const now = new Date('2026-11-23T02:12:00Z')
const minute = 60_000
const clock = (at: Date): number => (at.getTime() / minute + 8 * 60) % 1440

test('what is accepted begins from eight on, ends by nine on the same day, lasts, and is neither past nor far', () => {
  const spans = fc.tuple(fc.integer({ min: -2_000, max: 62 * 1440 }), fc.integer({ min: -60, max: 1600 }))
  fc.assert(
    fc.property(spans, ([from, minutes]) => {
      const startsAt = new Date(now.getTime() + from * minute)
      const endsAt = new Date(startsAt.getTime() + minutes * minute)
      const fits =
        from > 0 &&
        from <= 60 * 1440 &&
        minutes > 0 &&
        minutes <= 240 &&
        clock(startsAt) >= 8 * 60 &&
        clock(startsAt) + minutes <= 21 * 60
      expect(faultsOf([{ startsAt, endsAt }], now).length === 0).toBe(fits)
    }),
    { numRuns: 2_000 },
  )
})

test('one is reminded of exactly when its evening or its last two hours have come', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 * 1440 }),
      fc.integer({ min: 1, max: 10 * 1440 }),
      (at, ahead) => {
        const instant = new Date(now.getTime() + at * minute)
        const startsAt = new Date(instant.getTime() + ahead * minute)
        // Meetings begin by day.
        fc.pre(clock(startsAt) >= 8 * 60 && clock(startsAt) < 21 * 60)
        const { soon, evening } = remindedUntil(instant)
        expect(startsAt <= soon).toBe(soonBefore(startsAt) <= instant)
        expect(startsAt < evening).toBe(eveningBefore(startsAt) <= instant)
      },
    ),
  )
})

describe('a calendar', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test.each(['UTC', 'America/New_York', 'Asia/Kolkata'])(
    'is told the clock of Shanghai by a process in %s',
    (tz) => {
      process.env.TZ = tz
      const text = calendarOf({
        id: 'a',
        caseId: 'a',
        adviserId: 'a',
        kind: 'phone',
        startsAt: new Date('2026-11-25T06:30:00Z'),
        endsAt: new Date('2026-11-25T07:00:00Z'),
        eventId: 'a',
        sequence: 3,
        changedAt: now,
        isOff: false,
        place: null,
      })
      expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261125T143000')
      expect(text).toContain('DTSTAMP:20261123T021200Z')
      expect(text).not.toContain('LOCATION')
    },
  )
})
