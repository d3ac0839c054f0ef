/** What staff write of a task, and the list of who comes as it is followed on their screen. */
import type { NeedDetail } from '@linli/contracts/need-case'
import type { RollEntry } from '@linli/contracts/signups'
import type { Task, TaskSummary } from '@linli/contracts/tasks'
import { expect, test } from 'vitest'
import {
  bodyOf,
  emptyForm,
  formOfNeed,
  formOfTask,
  missingIn,
  shiftAfter,
  timesOf,
} from '../../../miniapp/src/features/task-desk/form'
import { answered, isNowATime, marked, toCredit } from '../../../miniapp/src/features/task-desk/roll'
import { obstacleWords, standing, whyWords } from '../../../miniapp/src/features/tasks/words'
import { base, detail, id, now } from './made-case'

const need = (facts: object) =>
  ({
    ...{ ...base, ...detail, type: 'need', state: 'open', title: '陪看病取药' },
    facts: { ...{ help: 'medical', day: '2026-11-25', part: 'afternoon' }, ...facts },
  }) as unknown as NeedDetail

test('a need is not typed again: its kind, its day, two people, and no place', () => {
  const asked = formOfNeed(need({ hasPlace: true }), now)
  // Whose home it is nobody guesses.
  expect(missingIn(asked).map(({ path }) => path)).toEqual(['body.homeNeedsTwo'])
  const form = { ...asked, homeNeedsTwo: true }
  expect(missingIn(form)).toEqual([])
  expect(
    bodyOf({ ...form, times: 4 }, { community: '532301101001', needId: id, teamId: null }),
  ).toMatchObject({
    ...{
      needId: id,
      kind: 'medical',
      title: '陪看病取药',
      place: null,
      places: 2,
      twoPeople: true,
      times: 1,
    },
    ...{ startsAt: '2026-11-25T06:00:00.000Z', endsAt: '2026-11-25T08:00:00.000Z' },
  })
  // Where it has no home one comes, to a place that is written.
  const met = formOfNeed(need({ hasPlace: false }), now)
  expect([met.home, met.twoPeople, met.places]).toEqual([false, false, 1])
  expect(missingIn(met).map(({ path }) => path)).toEqual(['body.place'])
  // A day that has gone is not proposed.
  expect(formOfNeed(need({ day: '2026-11-20' }), now).day).toBe('2026-11-24')
})

test('what nobody has said is said at its field', () => {
  const paths = missingIn(emptyForm()).map(({ path }) => path)
  expect(paths).toEqual([
    ...['body.kind', 'body.title', 'body.place', 'body.startsAt', 'body.endsAt', 'body.places'],
  ])
})

test('every week until a day is so many times; what has shifts does not repeat', () => {
  const form = {
    ...emptyForm(),
    ...{ title: '清扫街道', place: '社区门口', day: '2026-12-01', from: '09:00', to: '11:00', places: 5 },
  }
  expect(timesOf({ ...form, until: '2026-12-22' })).toBe(4)
  expect(timesOf({ ...form, until: '2026-12-21' })).toBe(3)
  expect(timesOf({ ...form, until: '2026-11-01' })).toBe(1)
  const shift = shiftAfter(form)
  expect([shift.day, shift.from]).toEqual(['2026-12-02', '09:00'])
  expect(
    bodyOf({ ...form, times: 5, shifts: [shift] }, { community: '532301101001', needId: null, teamId: null }),
  ).toMatchObject({
    times: 1,
    shifts: [{ startsAt: '2026-12-02T01:00:00.000Z', places: 5 }],
  })
})

test('an earlier task once more: all of it but the day', () => {
  const task = {
    ...base,
    kind: 'event',
    title: '清扫街道',
    about: null,
    place: '社区门口',
    places: 3,
    skill: null,
    paper: null,
  }
  const times = { startsAt: '2026-11-25T06:00:00.000Z', endsAt: '2026-11-25T08:00:00.000Z' }
  const form = formOfTask({ ...task, ...times, adultsOnly: false, twoPeople: false } as unknown as Task)
  expect(form).toMatchObject({ title: '清扫街道', from: '14:00', to: '16:00', places: 3, day: '' })
  expect(missingIn(form).map(({ path }) => path)).toEqual(['body.startsAt'])
})

const span = { startsAt: '2026-11-23T01:00:00Z', endsAt: '2026-11-23T03:00:00Z' }
const person: RollEntry = {
  ...{ caseId: id, number: 'RW-261123-000001', state: 'review', name: '赵海涛', phone: null },
  ...{ cameAt: null, leftAt: null, proposed: null, halves: null },
}
const mark = (way: 'in' | 'out', at: string) => ({ caseId: id, way, at })

test('coming and going give half hours within the task; what was said first stays', () => {
  const came = marked([person], [mark('in', '2026-11-23T00:50:00Z')], span)
  expect(came[0]?.proposed).toBeNull()
  const left = marked(came, [mark('in', '2026-11-23T02:00:00Z'), mark('out', '2026-11-23T02:40:00Z')], span)
  expect(left[0]).toMatchObject({ cameAt: '2026-11-23T00:50:00Z', proposed: 3 })
  expect(toCredit(left)).toEqual([{ caseId: id, halves: 3 }])
  const one = { ...base, state: 'completed', facts: { halves: 3 } }
  expect(toCredit(answered(left, one as never))).toEqual([])
})

test('a tap marks the present only around the task', () => {
  const at = (clock: string) => isNowATime(span, Date.parse(`2026-11-23T${clock}Z`))
  expect([at('04:59:00'), at('05:01:00')]).toEqual([true, false])
  expect(isNowATime(span, Date.parse('2026-11-22T22:59:00Z'))).toBe(false)
})

const task: TaskSummary = {
  id,
  community: base.community,
  communityName: '东兴社区',
  kind: 'medical',
  title: '陪看病取药',
  place: null,
  startsAt: '2026-11-25T06:00:00Z',
  endsAt: '2026-11-25T08:00:00Z',
  places: 2,
  taken: 1,
  waiting: 0,
  skill: 'medical',
  paper: 'first_aid',
  adultsOnly: true,
  twoPeople: true,
  opensToAll: '2026-11-24T02:00:00Z',
  state: 'open',
  team: null,
  teamOnly: false,
  mine: [],
}

test('why a task suits, what keeps somebody from it, and whether there is room', () => {
  expect(whyWords(['free_then', 'near', 'has_skill'], task)).toBe(
    '因为您周三下午有空、离得近、您会陪看病取药',
  )
  expect(whyWords([], task)).toBe('')
  expect(obstacleWords('paper_missing', task, now)).toBe('要有没过期的急救证。请带到社区登记。')
  expect(obstacleWords('opens_later', task, now)).toBe('先留给最近机会少的志愿者，明天 10:00 起都能报。')
  expect(standing(task, now).words).toBe('还差 1 人')
  expect(standing({ ...task, taken: 2 }, now).words).toBe('已报满，可排队')
})
