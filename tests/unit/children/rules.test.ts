import { describe, expect, test } from 'vitest'
import { mayBar, mayDecide, mayEnd } from '../../../bff/src/modules/children/policy'
import {
  isBirthDate,
  isCodeDay,
  isConsented,
  isRefused,
  prove,
  reclaim,
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
  const link = (id: string, place: number, verified: boolean) => ({
    id,
    accountId: id,
    place,
    verifiedAt: verified ? '2026-11-23T02:12:00Z' : null,
  })
  const [first, second] = [link('a', 1, false), link('b', 2, false)]
  const [known, knownSecond] = [link('a', 1, true), link('b', 2, true)]

  test('an unknown one decides as long as none is known', () => {
    expect(mayDecide(second, [first, second])).toBe(true)
    expect(mayDecide(second, [known, second])).toBe(false)
    expect(mayDecide(known, [known, second])).toBe(true)
    expect(mayDecide(knownSecond, [known, knownSecond])).toBe(true)
  })

  test('only a known one bars', () => {
    expect([mayBar(first), mayBar(known)]).toEqual([false, true])
  })

  test('an unverified link ends by its owner, the first or a known one; a verified one by neither', () => {
    expect([mayEnd(second, second), mayEnd(second, first), mayEnd(first, second)]).toEqual([
      true,
      true,
      false,
    ])
    expect([mayEnd(first, knownSecond), mayEnd(known, known), mayEnd(known, knownSecond)]).toEqual([
      true,
      false,
      false,
    ])
  })
})
