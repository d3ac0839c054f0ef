/** Of whom a visitor's one tap is recorded. */
import { expect, test } from 'vitest'
import { visitedWith } from '../../../miniapp/src/features/visits/roster'

const [one, wife, son] = [{ id: 'one' }, { id: 'wife' }, { id: 'son' }]

test.each([
  ['met', [one, wife]],
  ['hospital', [one, wife]],
  ['moved', [one]],
  ['died', [one]],
] as const)('a household of which somebody was chosen before it came to %s', (outcome, of) => {
  expect(visitedWith(one, [wife, son], ['wife'], outcome)).toEqual(of)
})
