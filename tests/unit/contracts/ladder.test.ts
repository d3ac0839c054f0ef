/** The ladder of divisions is one, and every code that the interface takes stands on it. */
import { expect, test } from 'vitest'
import { communityCode, divisionCode } from '../../../bff/contracts/src/common'
import {
  digits,
  divisionAt,
  isCommunity,
  ladder,
  officesAbove,
  officesFrom,
  upwards,
} from '../../../bff/contracts/src/ladder'

const community = '532301100001'

test('a code is one of the ladder, and nothing else is a code', () => {
  const lengths = Array.from({ length: 15 }, (_, n) => n)
  const taken = (schema: typeof divisionCode) =>
    lengths.filter((n) => schema.safeParse(community.padEnd(15, '0').slice(0, n)).success)
  expect(taken(divisionCode)).toEqual([...ladder].reverse())
  expect(taken(communityCode)).toEqual([digits.community])
})

test.each([
  [community, [community, '532301100', '532301', '5323', '53'], ['532301100', '532301', '5323']],
  ['532301100', ['532301100', '532301', '5323', '53'], ['532301100', '532301', '5323']],
  ['5323', ['5323', '53'], ['5323']],
  ['53', ['53'], []],
])('above %s, nearest first', (code, all, offices) => {
  expect(upwards(code)).toEqual(all)
  expect(officesAbove(code)).toEqual(offices)
  expect(officesFrom(code)).toEqual(isCommunity(code) ? [code, ...offices] : offices)
})

test('a community lies in one division of each level', () => {
  expect(divisionAt('township', community)).toBe('532301100')
  expect(divisionAt('prefecture', community)).toBe('5323')
  expect(divisionAt('township', '5323')).toBe('5323')
})
