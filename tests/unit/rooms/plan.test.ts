/** What of a room's plan does not go together: every fault at once, each where it is to be put right. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inSeason, planFaults, type RoomPlan, roomPlan } from '@linli/contracts/room-plan'
import { daysOfSeason } from './model'

const plan: RoomPlan = {
  name: '多功能厅',
  kind: 'hall',
  floor: '二楼',
  door: null,
  price: null,
  rules: null,
  bring: null,
  capacity: 60,
  areaSquareMetres: 90,
  stepFree: true,
  equipment: ['projector'],
  purposes: ['training'],
  openings: [{ weekday: 1, from: '09:00', to: '21:00' }],
  seasons: [],
  slotMinutes: 30,
  minMinutes: 60,
  maxMinutes: 240,
  noticeMinutes: 60,
  horizonDays: 14,
  bufferMinutes: 30,
  approval: 'staff',
}
const found = (change: Partial<RoomPlan>) =>
  planFaults({ ...plan, ...change }).map(({ path, code }) => `${path} ${code}`)
const hours = (...list: [number, string, string][]) =>
  list.map(([weekday, from, to]) => ({ weekday, from, to }))

test('a plan as it should be has no fault, and is read as it is', () => {
  expect(found({})).toEqual([])
  expect(roomPlan.parse(plan)).toEqual(plan)
})

describe('openings', () => {
  test('that end before they begin, and that overlap, are named one by one', () => {
    expect(
      found({ openings: hours([1, '12:00', '09:00'], [2, '09:00', '12:00'], [2, '11:00', '13:00']) }),
    ).toEqual(['openings.0.to ends_before_start', 'openings.2.from openings_overlap'])
  })

  test('that touch, or are on other days, do not overlap', () => {
    expect(
      found({ openings: hours([1, '09:00', '12:00'], [1, '12:00', '18:00'], [2, '11:00', '13:00']) }),
    ).toEqual([])
  })

  test('of a season are looked at as those of a week', () => {
    const season = { name: '冬季', from: '11-01', to: '03-15', openings: hours([1, '10:00', '10:00']) }
    expect(found({ seasons: [season] })).toEqual(['seasons.0.openings.0.to ends_before_start'])
  })

  test('there have to be some, in the week or in a season', () => {
    expect(found({ openings: [] })).toEqual(['openings never_open'])
    const summer = { name: '暑假', from: '07-01', to: '08-31', openings: plan.openings }
    expect(found({ openings: [], seasons: [summer] })).toEqual([])
  })
})

test('two seasons share no day; the second of them is named', () => {
  const of = (from: string, to: string) => ({ name: '季', from, to, openings: [] })
  expect(found({ seasons: [of('11-01', '03-15'), of('03-15', '05-01')] })).toEqual([
    'seasons.1.from seasons_overlap',
  ])
  expect(found({ seasons: [of('11-01', '03-15'), of('03-16', '10-31')] })).toEqual([])
})

test('lengths, steps and notice that leave nothing to book', () => {
  expect(found({ minMinutes: 45, maxMinutes: 30 })).toEqual([
    'minMinutes not_in_steps',
    'maxMinutes max_below_min',
  ])
  expect(found({ openings: hours([1, '09:00', '09:30']) })).toEqual(['minMinutes never_long_enough'])
  expect(found({ openings: hours([1, '09:00', '09:30'], [1, '09:30', '10:00']) })).toEqual([])
  expect(found({ noticeMinutes: 1440, horizonDays: 0 })).toEqual(['noticeMinutes notice_beyond_horizon'])
})

test('a season holds the days that one walks through from its first to its last', () => {
  const day = fc
    .integer({ min: 0, max: 365 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(5, 10))
  fc.assert(
    fc.property(day, day, day, (from, to, asked) => {
      expect(inSeason({ from, to }, asked)).toBe(daysOfSeason(from, to).includes(asked))
    }),
  )
})

test('a day that no year has is none', () => {
  const parsed = (from: string) =>
    roomPlan.safeParse({ ...plan, seasons: [{ name: '季', from, to: '12-31', openings: [] }] }).success
  expect(['02-29', '04-30', '12-31', '01-01'].map(parsed)).toEqual([true, true, true, true])
  expect(['02-30', '04-31', '13-01', '00-10', '1-1'].map(parsed)).toEqual([false, false, false, false, false])
})
