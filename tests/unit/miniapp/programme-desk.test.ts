/** Staff's programme pages: the plan that is filled in already, what may be done. */
import type { Programme } from '@linli/contracts/programmes'
import { expect, test } from 'vitest'
import {
  bodyOf,
  carersFor,
  classesFor,
  formOf,
  usualDates,
  usualPlan,
} from '../../../miniapp/src/features/programme-desk/plan'
import { missingIn } from '../../../miniapp/src/features/programme-desk/plan-missing'
import { type RosterEntry, rosterOf } from '../../../miniapp/src/features/programme-desk/roster'
import { canCallOff, stepOf } from '../../../miniapp/src/features/programme-desk/steps'
import { weekdaysWords, weeklyWords } from '../../../miniapp/src/shared/time/schedule-words'

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
})

test('what nobody has said yet is marked at its field, in the order of the page', () => {
  const plan = usualPlan(now)
  const paths = (part: Partial<typeof plan>) => missingIn({ ...plan, ...part }).map(({ path }) => path)
  expect(paths({})).toEqual(['body.name', 'body.place'])
  expect(paths({ name: '春季托管', place: '一楼' })).toEqual([])
  expect(paths({ name: ' ', place: '一楼', times: [], opensAt: '', closesOn: '' })).toEqual([
    'body.name',
    'body.weekly',
    'body.opensAt',
    'body.closesAt',
  ])
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

test('a session until midnight stands in its field, and is midnight again when it is sent', () => {
  const weekly = [{ weekday: 5, from: '18:00', to: '24:00' }]
  const form = formOf({ ...programme, weekly })
  // A browser's field for a time of day shows nothing for 24:00.
  expect(form.times).toEqual([{ weekdays: [5], from: '18:00', to: '00:00' }])
  expect(bodyOf(form).weekly).toEqual(weekly)
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

test('what comes next follows state, mode and clock; a draw closes only after its published time', () => {
  const step = (part: Partial<Programme>) => stepOf({ ...programme, ...part })
  expect(step({})).toBe('publish')
  expect(step({ state: 'published', phase: 'announced' })).toBeNull()
  expect(step({ state: 'published', phase: 'full' })).toBe('close')
  expect(step({ state: 'published', phase: 'running' })).toBeNull()
  expect(step({ state: 'published', phase: 'open', mode: 'draw' })).toBeNull()
  expect(step({ state: 'published', phase: 'closed', mode: 'draw' })).toBe('closeForDraw')
  expect(step({ state: 'closed', phase: 'closed', mode: 'draw' })).toBe('draw')
  expect(step({ state: 'drawn', phase: 'drawn', mode: 'draw' })).toBeNull()
  expect(step({ state: 'published', phase: 'over' })).toBeNull()
  expect(step({ state: 'cancelled', phase: 'cancelled' })).toBeNull()
})

test('a programme can be called off until it is over', () => {
  const can = (part: Partial<Programme>) => canCallOff({ ...programme, ...part })
  expect(can({})).toBe(true)
  expect(can({ state: 'drawn', phase: 'running' })).toBe(true)
  expect(can({ state: 'published', phase: 'over' })).toBe(false)
  expect(can({ state: 'cancelled', phase: 'cancelled' })).toBe(false)
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
