import { describe, expect, test } from 'vitest'
import { mayBar, mayDecide, mayEnd } from '../../../bff/src/modules/children/policy'
import {
  gradeIn,
  inYear,
  isBirthDate,
  isCodeDay,
  isConsented,
  isRefused,
  prove,
  reclaim,
  schoolYearOf,
  unverifiedOf,
} from '../../../bff/src/modules/children/rules'

describe('a birth date', () => {
  test.each([
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2007-11-24', true],
    ['2007-11-23', false],
    ['1999-01-01', false],
  ])('%s on 23 November 2026: %s', (birthDate, plausible) => {
    expect(isBirthDate(birthDate, '2026-11-23')).toBe(plausible)
  })

  test('of a leap day counts to the end of February', () => {
    expect([isBirthDate('2008-02-29', '2027-02-28'), isBirthDate('2008-02-29', '2027-03-01')]).toEqual([
      true,
      false,
    ])
  })
})

describe('circumstances', () => {
  const before = { claimed: ['hardship', 'disability'] as const, verified: ['hardship'] as const }
  const known = { claimed: [...before.claimed], verified: [...before.verified] }

  test('keep their proof while claimed', () => {
    expect(reclaim(known, ['hardship', 'relocated', 'relocated'])).toEqual({
      claimed: ['hardship', 'relocated'],
      verified: ['hardship'],
    })
    expect(reclaim(known, ['disability'])).toEqual({ claimed: ['disability'], verified: [] })
  })

  test('are proven where claimed, each once', () => {
    const proven = prove(known, ['hardship', 'disability', 'left_behind'])
    expect(proven).toEqual({ claimed: ['hardship', 'disability'], verified: ['hardship', 'disability'] })
    expect([unverifiedOf(known), unverifiedOf(proven)]).toEqual([1, 0])
  })
})

test('a consent is in force in the words of today, a refusal too', () => {
  const of = (version: number, decision: 'granted' | 'refused') => ({ version, decision })
  expect([null, of(0, 'granted'), of(1, 'refused'), of(1, 'granted')].map(isConsented)).toEqual([
    false,
    false,
    false,
    true,
  ])
  expect([null, of(0, 'refused'), of(1, 'granted'), of(1, 'refused')].map(isRefused)).toEqual([
    false,
    false,
    false,
    true,
  ])
})

test.each([
  ['2026-11-22', false],
  ['2026-11-23', true],
  ['2026-12-23', true],
  ['2026-12-24', false],
])('a code for %s: %s', (day, possible) => {
  expect(isCodeDay(day, '2026-11-23')).toBe(possible)
})

describe('of two guardians', () => {
  const seen = '2026-11-23T02:12:00Z'
  type Standing = 'unknown' | 'known' | 'verified'
  const link = (id: string, place: number, standing: Standing) => ({
    id,
    accountId: id,
    place,
    verifiedAt: standing === 'verified' ? seen : null,
    knownAt: standing === 'unknown' ? null : seen,
  })
  const family = (first: Standing, second: Standing, everKnown = false) => {
    const links = [link('a', 1, first), link('b', 2, second)] as const
    return { links, createdBy: 'a', everKnown: everKnown || links.some((one) => one.knownAt !== null) }
  }
  const deciding = (of: ReturnType<typeof family>): string[] =>
    of.links.filter((one) => mayDecide(one, of)).map((one) => one.id)

  test.each([
    ['unknown', 'unknown', ['a']],
    ['verified', 'unknown', ['a']],
    ['unknown', 'verified', ['b']],
    ['verified', 'verified', ['a', 'b']],
    ['known', 'unknown', ['a']],
    ['unknown', 'known', ['b']],
    ['known', 'known', ['a', 'b']],
    ['known', 'verified', ['b']],
  ] as const)('the first %s and the second %s: %j decide', (first, second, expected) => {
    expect(deciding(family(first, second))).toEqual(expected)
  })

  test('whoever added the child decides no more once staff have known somebody who left', () => {
    expect(deciding(family('unknown', 'unknown', true))).toEqual([])
  })

  test('whom staff have known bars, and nobody else', () => {
    expect(family('known', 'verified').links.map(mayBar)).toEqual([true, true])
    expect(family('unknown', 'known').links.map(mayBar)).toEqual([false, true])
  })

  test('an unverified link ends by its owner, or by who decides; a verified or known one by nobody else', () => {
    const ends = (of: ReturnType<typeof family>) =>
      of.links.map((target) => of.links.map((by) => mayEnd(target, by, of)))
    expect(ends(family('unknown', 'unknown'))).toEqual([
      [true, false],
      [true, true],
    ])
    expect(ends(family('verified', 'verified'))).toEqual([
      [false, false],
      [false, false],
    ])
    expect(ends(family('known', 'verified'))).toEqual([
      [true, false],
      [false, false],
    ])
  })
})

describe('a grade', () => {
  const born = (birthDate: string, grade: number) => ({ birthDate, grade })

  test.each([
    ['2026-08-31', 2025],
    ['2026-09-01', 2026],
    ['2027-01-15', 2026],
  ])('%s is in the school year %i', (day, year) => {
    expect(schoolYearOf(day)).toBe(year)
  })

  test.each([
    ['goes up by one a year', born('2017-05-21', 3), 2026, 2027, 4],
    ['stays in its year', born('2017-05-21', 3), 2026, 2026, 3],
    ['ends with school', born('2008-05-21', 12), 2026, 2027, 13],
    ['ends once', born('2008-05-21', 12), 2026, 2040, 13],
    [
      'of a kindergarten is the first when the child is six by 31 August',
      born('2021-08-31', 0),
      2026,
      2027,
      1,
    ],
    ['of a kindergarten stays for who is six a day later', born('2021-09-01', 0), 2026, 2027, 0],
    ['of a kindergarten that was said late goes on from there', born('2019-01-01', 0), 2026, 2028, 2],
  ])('%s', (_, child, said, year, grade) => {
    expect(gradeIn(child, said, year)).toBe(grade)
  })

  test('proof counts in the year in which it was seen', () => {
    const seen = { claimed: ['hardship' as const], verified: ['hardship' as const] }
    expect(inYear(seen, 2026, 2026)).toEqual(seen)
    expect(inYear(seen, 2026, 2027)).toEqual({ claimed: ['hardship'], verified: [] })
  })
})
