import fc from 'fast-check'
import type { Opening, RoomPolicy, Season } from '../../../bff/contracts/src/rooms'
import type { BookableRoom, Span, Taken } from '../../../bff/src/modules/rooms/rules'
import { at, minutesADay } from './model'

/** Mostly half hours, so that openings often touch and overlap; sometimes any minute; the end of the day too. */
const time = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 48 }).map((n) => n * 30) },
  fc.integer({ min: 0, max: minutesADay }),
)
const written = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const opening: fc.Arbitrary<Opening> = fc
  .tuple(fc.constantFrom(2, 3, 3, 4, 7), time, time)
  .filter(([, a, b]) => a !== b)
  .map(([weekday, a, b]) => ({ weekday, from: written(Math.min(a, b)), to: written(Math.max(a, b)) }))

/** Around the days of the tests, some over the new year, some elsewhere in the year. */
const season: fc.Arbitrary<Season> = fc.record({
  name: fc.constant('季节'),
  from: fc.constantFrom('11-23', '11-25', '11-26', '01-10', '12-01'),
  to: fc.constantFrom('11-24', '11-25', '11-28', '02-29', '12-31'),
  openings: fc.array(opening, { maxLength: 4 }),
})

export const policy: fc.Arbitrary<RoomPolicy> = fc
  .record({
    openings: fc.array(opening, { maxLength: 6 }),
    seasons: fc.array(season, { maxLength: 2 }),
    slotMinutes: fc.constantFrom(15, 30, 60),
    shortest: fc.integer({ min: 1, max: 4 }),
    longer: fc.integer({ min: 0, max: 6 }),
    noticeMinutes: fc.constantFrom(0, 60, 240, 1440),
    horizonDays: fc.integer({ min: 0, max: 4 }),
    bufferMinutes: fc.constantFrom(0, 15, 30, 45),
    approval: fc.constantFrom('automatic' as const, 'staff' as const),
    holidays: fc.constantFrom('open' as const, 'closed' as const),
  })
  .map(({ shortest, longer, ...rest }) => ({
    ...rest,
    minMinutes: shortest * rest.slotMinutes,
    maxMinutes: (shortest + longer) * rest.slotMinutes,
  }))

/** Tuesday to Thursday: the day of the wish and the days beside it. */
const moment = fc.oneof(
  fc.integer({ min: 96, max: 191 }).map((half) => half * 15),
  fc.integer({ min: minutesADay, max: 4 * minutesADay - 1 }),
)

const span = (longest: number): fc.Arbitrary<Span> =>
  fc
    .tuple(moment, fc.integer({ min: 1, max: longest }))
    .map(([start, length]) => ({ start: at(start), end: at(start + length) }))

export const taken: fc.Arbitrary<Taken> = fc
  .tuple(span(300), fc.constantFrom('booked' as const, 'closed' as const), fc.constantFrom(0, 15, 30, 60))
  .map(([{ start, end }, kind, cleaning]) => ({
    start,
    end,
    kind,
    freeAt: kind === 'closed' ? end : end + cleaning * 60_000,
  }))

export const room: fc.Arbitrary<BookableRoom> = fc.record({
  policy,
  capacity: fc.integer({ min: 1, max: 60 }),
  purposes: fc.subarray(['study', 'sports', 'banquet']),
  closures: fc.array(span(600), { maxLength: 2 }),
})

/** A start in the middle of the three days, and a length in steps of five minutes or of the room. */
export const start = fc.oneof(
  fc.integer({ min: 0, max: 95 }).map((n) => 2 * minutesADay + n * 15),
  fc.integer({ min: minutesADay, max: 4 * minutesADay }),
)
export const length = fc.oneof(
  fc.integer({ min: 1, max: 24 }).map((n) => n * 15),
  fc.integer({ min: 1, max: 360 }),
)
export const now = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 2 * minutesADay }) },
  fc.integer({ min: -minutesADay, max: 4 * minutesADay }),
)
