/** What a need may ask for and what may be arranged, and that its table is one that the spine knows. */
import { describe, expect, test } from 'vitest'
import { needDeclaration } from '../../../bff/contracts/src/need-case'
import { addWorkingMinutes } from '../../../bff/src/platform/calendar'
import { unknownConditions } from '../../../bff/src/modules/cases/rules'
import { needKind } from '../../../bff/src/modules/needs/kind'
import { answerBy, faultsOfDay, faultsOfTime } from '../../../bff/src/modules/needs/rules'

/** Half an hour before midnight in Shanghai. */
const now = new Date('2026-11-23T23:30:00+08:00')

test('every state of its table is declared, and every condition has a meaning', () => {
  const states = needDeclaration.transitions.flatMap(({ from, to }) => [from, to])
  expect(Object.keys(needDeclaration.states)).toEqual(expect.arrayContaining(states))
  expect(unknownConditions(needKind)).toEqual([])
})

test.each([
  [null, []],
  ['2026-11-22', ['day_past']],
  ['2026-11-23', []],
  ['2027-01-22', []],
  ['2027-01-23', ['day_far']],
])('a day that is wished for: %s', (day, codes) => {
  expect(faultsOfDay(day, now).map(({ code }) => code)).toEqual(codes)
})

describe('a time at which somebody is to come', () => {
  test.each([
    ['2026-11-24T00:00:00+08:00', '2026-11-24T12:00:00+08:00', []],
    ['2026-11-23T23:30:00+08:00', '2026-11-24T01:00:00+08:00', ['time_past']],
    ['2026-11-24T09:00:00+08:00', '2026-11-24T09:00:00+08:00', ['end_before_start']],
    ['2026-11-24T09:00:00+08:00', '2026-11-24T21:00:01+08:00', ['too_long']],
    ['2027-01-23T09:00:00+08:00', '2027-01-23T08:00:00+08:00', ['day_far', 'end_before_start']],
    ['2026-11-22T09:00:00+08:00', '2026-11-24T09:00:00+08:00', ['time_past', 'too_long']],
  ])('%s to %s', (from, to, codes) => {
    const faults = faultsOfTime({ startsAt: new Date(from), endsAt: new Date(to) }, now)
    expect(faults.map(({ code }) => code)).toEqual(codes)
  })
})

const officeHours = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
] as const

test.each([
  [null, 'any', '2026-11-25T10:00:00+08:00'],
  ['2026-11-24', 'evening', '2026-11-24T17:00:00+08:00'],
  ['2026-11-24', 'afternoon', '2026-11-24T12:00:00+08:00'],
  ['2026-11-25', 'afternoon', '2026-11-25T10:00:00+08:00'],
  // Nobody works before it begins.
  ['2026-11-24', 'any', '2026-11-25T10:00:00+08:00'],
  // It has begun.
  ['2026-11-23', 'morning', '2026-11-25T10:00:00+08:00'],
] as const)('by when who comes is said, of %s %s', (day, part, by) => {
  const worked = (minutes: number): Date => addWorkingMinutes(now, minutes, officeHours)
  const promised = new Date('2026-11-25T10:00:00+08:00')
  expect(answerBy(promised, { day, part }, now, worked)).toEqual(new Date(by))
})
