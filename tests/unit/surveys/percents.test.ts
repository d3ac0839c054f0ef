import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paperShown, percentsOf } from '../../../bff/src/modules/surveys/percents'

test.each([
  [
    [50, 30, 20],
    [50, 30, 20],
  ],
  [
    [60, 40, 0],
    [60, 40, 0],
  ],
  // One to four are not said, and neither is the smallest of the others, which would tell.
  [
    [93, 48, 1],
    [65, null, null],
  ],
  [
    [90, 8, 2, 3, 0],
    [87, 8, null, null, 0],
  ],
  [
    [90, 3, 4, 3],
    [90, null, null, null],
  ],
  [
    [4, 1, 0],
    [null, null, 0],
  ],
  [
    [0, 0],
    [0, 0],
  ],
])('of %j is said %j', (counts, said) => {
  expect(percentsOf(counts)).toEqual(said)
})

test('nobody can work out an option that one to four chose', () => {
  const counts = fc.array(fc.oneof(fc.nat(6), fc.nat(200)), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(counts, (all) => {
      const said = percentsOf(all)
      const hidden = all.filter((_, option) => said[option] === null)
      for (const [option, n] of all.entries()) if (n > 0 && n < 5) expect(said[option]).toBeNull()
      expect(hidden).not.toContain(0)
      const isAll = all.every((n, option) => n === 0 || said[option] === null)
      const sum = hidden.reduce((a, b) => a + b, 0)
      if (hidden.length > 0 && !isAll) expect(hidden.length > 1 && sum >= 5).toBe(true)
    }),
  )
})

test('sheets are a group, and so is what is not on paper', () => {
  expect(paperShown({ onPaper: 4, answered: 20 })).toBeNull()
  expect(paperShown({ onPaper: 16, answered: 20 })).toBeNull()
  expect(paperShown({ onPaper: 0, answered: 20 })).toBe(0)
  expect(paperShown({ onPaper: 8, answered: 20 })).toBe(8)
})
