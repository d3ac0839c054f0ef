import { describe, expect, test } from 'vitest'
import {
  type Admission,
  ageOn,
  type ChildAbout,
  gradeOn,
  obstaclesOf,
  scoreOf,
  unverifiedOf,
} from '../../../bff/src/modules/programmes/enrolment/eligibility'

describe('age in completed years on the first day', () => {
  test.each([
    ['2020-12-06', '2026-12-07', 6],
    ['2020-12-07', '2026-12-07', 6],
    ['2020-12-08', '2026-12-07', 5],
    ['2020-02-29', '2026-02-28', 5],
    ['2020-02-29', '2026-03-01', 6],
    ['2020-02-29', '2024-02-28', 3],
    ['2020-02-29', '2024-02-29', 4],
    ['2020-12-31', '2027-01-01', 6],
    ['2026-12-07', '2026-12-07', 0],
  ])('born on %s, on %s: %i', (birth, day, age) => {
    expect(ageOn(birth, day)).toBe(age)
  })
})

describe('a grade rises on 1 September', () => {
  test.each([
    [3, '2026-11-24', '2026-12-07', 3],
    [3, '2026-11-24', '2027-08-31', 3],
    [3, '2026-11-24', '2027-09-01', 4],
    [3, '2027-07-01', '2027-07-05', 3],
    [3, '2027-08-31', '2027-09-01', 4],
    [3, '2027-09-01', '2027-09-01', 3],
    [0, '2027-06-01', '2027-09-06', 1],
    [3, '2026-11-24', '2028-09-01', 5],
  ])('%i on %s is on %s: %i', (grade, today, day, then) => {
    expect(gradeOn(grade, today, day)).toBe(then)
  })
})

const child = (over: Partial<ChildAbout> = {}): ChildAbout => ({
  birthDate: '2020-12-07',
  grade: 1,
  consented: true,
  verified: [],
  claimed: [],
  ...over,
})
const rules = (over: Partial<Admission> = {}): Admission => ({
  startsOn: '2026-12-07',
  ages: null,
  grades: null,
  priority: [],
  ...over,
})

describe('what is in the way', () => {
  test.each<[string, Partial<ChildAbout>, Partial<Admission>, string[]]>([
    ['nothing, where everybody may come', {}, {}, []],
    ['nothing on the sixth birthday', {}, { ages: { min: 6, max: 8 } }, []],
    ['a day too young', { birthDate: '2020-12-08' }, { ages: { min: 6, max: 8 } }, ['too_young']],
    ['nothing on the last day of eight', { birthDate: '2017-12-08' }, { ages: { min: 6, max: 8 } }, []],
    ['nine on the first day', { birthDate: '2017-12-07' }, { ages: { min: 6, max: 8 } }, ['too_old']],
    ['too low a grade', { grade: 2 }, { grades: { min: 3, max: 6 } }, ['grade_too_low']],
    ['too high a grade', { grade: 7 }, { grades: { min: 3, max: 6 } }, ['grade_too_high']],
    [
      'a grade that is reached by then',
      { grade: 2 },
      { grades: { min: 3, max: 6 }, startsOn: '2027-09-06' },
      [],
    ],
    [
      'a grade that is past by then',
      { grade: 6 },
      { grades: { min: 3, max: 6 }, startsOn: '2027-09-06' },
      ['grade_too_high'],
    ],
    [
      'everything at once',
      { birthDate: '2022-01-01', consented: false },
      { ages: { min: 6, max: 8 } },
      ['too_young', 'consent_needed'],
    ],
  ])('%s', (_, about, admission, obstacles) => {
    expect(obstaclesOf(child(about), rules(admission), '2026-11-24')).toEqual(obstacles)
  })
})

describe('points', () => {
  const priority = [
    { circumstance: 'left_behind' as const, points: 10 },
    { circumstance: 'disability' as const, points: 20 },
  ]

  test('are the sum over what staff have verified', () => {
    expect(scoreOf({ verified: ['left_behind', 'disability', 'relocated'] }, priority)).toBe(30)
    expect(scoreOf({ verified: [] }, priority)).toBe(0)
  })

  test('that a claim would give are named', () => {
    const about = { claimed: ['left_behind', 'disability', 'relocated'], verified: ['disability'] } as const
    expect(unverifiedOf(about, priority)).toEqual(['left_behind'])
  })
})
