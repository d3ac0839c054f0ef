/** Staff's duty plan: what is missing, said once, and who can still be put on it. */
import type { Duty } from '@linli/contracts/care-desk'
import { expect, test } from 'vitest'
import { freeFor } from '../../../miniapp/src/features/programme-desk/duty-form'
import { foldGaps, gapsIn } from '../../../miniapp/src/features/programme-desk/duty-gaps'

const workdays = [1, 2, 3, 4, 5]

const programme = {
  startsOn: '2027-03-01',
  endsOn: '2027-06-30',
  weekly: workdays.map((weekday) => ({ weekday, from: '16:30', to: '18:00' })),
  classes: 2,
}

const duty = (accountId: string, part: Partial<Duty>): Duty => ({
  id: accountId,
  accountId,
  name: accountId,
  classNo: 1,
  leader: false,
  startsOn: '2027-03-01',
  endsOn: '2027-06-30',
  weekdays: workdays,
  ...part,
})

test('a duty plan says which days lack a carer, a leader, or anybody for a class', () => {
  const plan = { ...programme, weekly: programme.weekly.slice(0, 2) }
  const two = [duty('周', { leader: true }), duty('李', { classNo: 2, leader: true })]
  expect(gapsIn(plan, two, 2)).toEqual([])
  expect(gapsIn(plan, [duty('周', { leader: true, weekdays: [1] }), duty('李', { classNo: 2 })], 2)).toEqual([
    { weekday: 1, classNo: 2, lacks: 'leader', missing: 0 },
    { weekday: 2, classNo: 1, lacks: 'anybody', missing: 0 },
    { weekday: 2, classNo: null, lacks: 'carers', missing: 1 },
    { weekday: 2, classNo: 2, lacks: 'leader', missing: 0 },
  ])
  // Somebody whose duty ended before the first day looks after nobody.
  expect(gapsIn(plan, [...two, duty('王', { endsOn: '2027-02-01' })], 3)).toHaveLength(2)
})

test('equal gaps of several days are one line', () => {
  const everyDay = [...workdays, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }))
  const plan = { ...programme, classes: 1, weekly: everyDay }
  const days = [...workdays, 6, 7]
  const folded = foldGaps(gapsIn(plan, [duty('周', { leader: true, weekdays: days })], 2))
  expect(folded).toEqual([{ weekdays: days, classNo: null, lacks: 'carers', missing: 1 }])
  const two = foldGaps(gapsIn(plan, [duty('周', { leader: true, weekdays: days }), duty('李', {})], 3))
  expect(two.map(({ weekdays, missing }) => [weekdays, missing])).toEqual([
    [workdays, 1],
    [[6, 7], 2],
  ])
})

test('whoever is on duty for the class on all of those days is not offered again', () => {
  const carers = ['周', '李'].map((name) => ({ accountId: name, name }))
  const { id: _, accountId: __, name: ___, ...asked } = duty('', {})
  const offered = (duties: Duty[], part: Partial<typeof asked> = {}) =>
    freeFor(carers, duties, { ...asked, ...part }).map(({ name }) => name)
  expect(offered([duty('周', {})])).toEqual(['李'])
  expect(offered([duty('周', { weekdays: [1, 2] }), duty('周', { weekdays: [3, 4, 5] })])).toEqual(['李'])
  expect(offered([duty('周', { weekdays: [1] })])).toEqual(['周', '李'])
  expect(offered([duty('周', { classNo: 2 })])).toEqual(['周', '李'])
  expect(offered([duty('周', { endsOn: '2027-03-31' })])).toEqual(['周', '李'])
  // A carer may still become the leader.
  expect(offered([duty('周', {})], { leader: true })).toEqual(['周', '李'])
  expect(offered([duty('周', {})], { weekdays: [] })).toEqual(['周', '李'])
})
