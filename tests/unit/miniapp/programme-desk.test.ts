/** Staff's programme pages: the plan that is filled in already, what may be done, who is missing. */
import type { Duty } from '@linli/contracts/care'
import type { Programme } from '@linli/contracts/programmes'
import { expect, test } from 'vitest'
import { gapsIn } from '../../../miniapp/src/features/programme-desk/duty-gaps'
import {
  bodyOf,
  carersFor,
  classesFor,
  formOf,
  isComplete,
  usualDates,
  usualPlan,
} from '../../../miniapp/src/features/programme-desk/plan'
import { type RosterEntry, rosterOf } from '../../../miniapp/src/features/programme-desk/roster'
import { stepsOf } from '../../../miniapp/src/features/programme-desk/steps'
import { weekdaysWords, weeklyWords } from '../../../miniapp/src/features/programme-desk/words'

const now = Date.parse('2026-11-23T02:12:00Z')
const workdays = [1, 2, 3, 4, 5]

const programme: Programme = {
  id: 'programme',
  community: '532301100001',
  communityName: '东兴社区',
  kind: 'term',
  name: '春季托管',
  place: '一楼',
  startsOn: '2027-03-01',
  endsOn: '2027-06-30',
  weekly: workdays.map((weekday) => ({ weekday, from: '16:30', to: '18:00' })),
  ages: null,
  grades: { min: 1, max: 6 },
  opensAt: '2026-11-30T01:00:00.000Z',
  closesAt: '2026-12-07T10:00:00.000Z',
  mode: 'first_come',
  phase: 'draft',
  capacity: 40,
  placesLeft: 40,
  waiting: 0,
  state: 'draft',
  about: null,
  skips: ['2027-05-03'],
  classes: 2,
  priority: [{ circumstance: 'left_behind', points: 20 }],
  refillUntil: '2027-03-01',
  draw: null,
  communityPhone: null,
  now: '2026-11-23T02:12:00Z',
  canManage: true,
  figures: null,
}

test('the usual plan is the next term, workdays after school, opening in a week at nine', () => {
  const plan = usualPlan(now)
  expect(plan).toMatchObject({
    startsOn: '2027-03-01',
    endsOn: '2027-06-30',
    times: [{ weekdays: workdays, from: '16:30', to: '18:00' }],
    capacity: 40,
    classes: 1,
    grades: { min: 1, max: 6 },
    opensOn: '2026-11-30',
    opensAt: '09:00',
    closesOn: '2026-12-07',
  })
  expect(isComplete(plan)).toBe(false)
  expect(isComplete({ ...plan, name: '春季托管', place: '一楼' })).toBe(true)
})

test('the first day of a season is a Monday still to come', () => {
  expect(usualDates('term', '2026-03-02').startsOn).toBe('2026-09-07')
  expect(usualDates('term', '2026-03-01').startsOn).toBe('2026-03-02')
  expect(usualDates('holiday', '2026-11-23')).toEqual({ startsOn: '2027-01-25', endsOn: '2027-02-10' })
  expect(usualDates('term', '2026-08-01')).toEqual({ startsOn: '2026-09-07', endsOn: '2027-01-15' })
})

test('a draft becomes its form and the same plan again', () => {
  const form = formOf(programme)
  expect(form).toMatchObject({ opensOn: '2026-11-30', opensAt: '09:00', closesAt: '18:00', refillUntil: '' })
  const { community: _, ...kept } = { community: '', ...bodyOf(form) }
  expect(kept).toEqual({
    kind: 'term',
    name: '春季托管',
    place: '一楼',
    startsOn: '2027-03-01',
    endsOn: '2027-06-30',
    weekly: programme.weekly,
    skips: ['2027-05-03'],
    capacity: 40,
    classes: 2,
    ages: null,
    grades: { min: 1, max: 6 },
    opensAt: programme.opensAt,
    closesAt: programme.closesAt,
    mode: 'first_come',
    priority: programme.priority,
  })
})

test('days that were left empty or said twice are not sent, and only one kind of limit is', () => {
  const form = { ...formOf(programme), skips: ['', '2027-05-03', '2027-05-03', '2027-04-05'] }
  expect(bodyOf(form).skips).toEqual(['2027-04-05', '2027-05-03'])
  expect(bodyOf({ ...form, limit: 'ages' })).toMatchObject({ ages: { min: 6, max: 12 }, grades: null })
  expect(bodyOf({ ...form, limit: 'none' })).toMatchObject({ ages: null, grades: null })
})

test('ten children need a carer, forty fill a class', () => {
  expect([1, 10, 11, 40].map(carersFor)).toEqual([1, 1, 2, 4])
  expect([0, 40, 41, 400].map(classesFor)).toEqual([1, 1, 2, 10])
})

test('days of the week as one says them', () => {
  expect(weekdaysWords(workdays)).toBe('周一至周五')
  expect(weekdaysWords([4, 2])).toBe('周二、周四')
  expect(weekdaysWords([1, 2])).toBe('周一、周二')
  expect(weekdaysWords([1, 2, 3, 4, 5, 6, 7])).toBe('每天')
  expect(weekdaysWords([])).toBe('')
  expect(weeklyWords([...programme.weekly, { weekday: 6, from: '09:00', to: '12:00' }])).toBe(
    '周一至周五 16:30–18:00；周六 09:00–12:00',
  )
})

test('what may be done follows state, mode and clock', () => {
  const steps = (part: Partial<Programme>) => stepsOf({ ...programme, ...part })
  expect(steps({})).toEqual(['publish', 'cancel'])
  expect(steps({ state: 'published', phase: 'announced' })).toEqual(['cancel'])
  expect(steps({ state: 'published', phase: 'full' })).toEqual(['close', 'cancel'])
  expect(steps({ state: 'published', phase: 'running' })).toEqual(['cancel'])
  expect(steps({ state: 'published', phase: 'closed', mode: 'draw' })).toEqual(['closeForDraw', 'cancel'])
  expect(steps({ state: 'closed', phase: 'closed', mode: 'draw' })).toEqual(['draw', 'cancel'])
  expect(steps({ state: 'drawn', phase: 'drawn', mode: 'draw' })).toEqual(['cancel'])
  expect(steps({ state: 'published', phase: 'over' })).toEqual([])
  expect(steps({ state: 'cancelled', phase: 'cancelled' })).toEqual([])
})

test('the roster is by class; who waits is in the line', () => {
  const entry = (nickname: string, state: RosterEntry['state'], classNo: number | null): RosterEntry => ({
    caseId: nickname,
    number: nickname,
    nickname,
    classNo,
    state,
    position: null,
  })
  const { classes, withoutClass, others } = rosterOf(
    [
      entry('甲', 'confirmed', 1),
      entry('乙', 'confirmed', 2),
      entry('丙', 'held', null),
      entry('丁', 'waiting', null),
      entry('戊', 'cancelled', 1),
    ],
    2,
  )
  expect(classes.map((one) => one.entries.map((each) => each.nickname))).toEqual([['甲'], ['乙']])
  expect(withoutClass.map((one) => one.nickname)).toEqual(['丙'])
  expect(others.map((one) => one.nickname)).toEqual(['戊'])
})

test('a duty plan says which days lack a carer, a leader, or anybody for a class', () => {
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
  const plan = { ...programme, weekly: programme.weekly.slice(0, 2) }
  const two = [duty('周', { leader: true }), duty('李', { classNo: 2 })]
  expect(gapsIn(plan, two, 2)).toEqual([])
  expect(gapsIn(plan, [duty('周', { leader: true, weekdays: [1] }), duty('李', { classNo: 2 })], 2)).toEqual([
    { weekday: 2, classNo: 1, lacks: 'anybody', missing: 0 },
    { weekday: 2, classNo: null, lacks: 'carers', missing: 1 },
    { weekday: 2, classNo: null, lacks: 'leader', missing: 0 },
  ])
  // Somebody whose duty ended before the first day looks after nobody.
  expect(gapsIn(plan, [...two, duty('王', { endsOn: '2027-02-01' })], 3)).toHaveLength(2)
})
