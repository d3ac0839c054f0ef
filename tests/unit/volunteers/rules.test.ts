/** Who is old enough, on which day; which times of a week are said how. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekTime } from '../../../bff/contracts/src/volunteer-case'
import { timesWords } from '../../../bff/contracts/src/volunteer-words'
import { ageOn, isMinorVolunteer } from '../../../bff/src/modules/volunteers/rules'
import { toggled } from '../../../miniapp/src/shared/forms/toggled'

test.each([
  ['2018-11-24', '2026-11-23', 7],
  ['2018-11-24', '2026-11-24', 8],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
])('born on %s, on %s', (born, on, age) => {
  expect(ageOn(born, on)).toBe(age)
  expect(isMinorVolunteer(born, on)).toBe(age >= 8 && age < 18)
})

test.each([
  [[], ''],
  [['wed_afternoon'], '周三下午'],
  [['sat_evening', 'sat_morning', 'mon_morning'], '周一上午，周六上午、晚上'],
  [['sun_morning', 'sun_afternoon', 'sun_evening'], '周日全天'],
] as const)('%j', (times, words) => expect(timesWords(times)).toBe(words))

test('a tap and another leave what was there, in the order of the week', () => {
  const all = weekTime.options
  fc.assert(
    fc.property(fc.subarray([...all]), fc.constantFrom(...all), (chosen, one) => {
      const once = toggled(all, chosen, one)
      expect(once.includes(one)).toBe(!chosen.includes(one))
      expect(toggled(all, once, one)).toEqual(all.filter((each) => chosen.includes(each)))
    }),
  )
})
