import { describe, expect, test } from 'vitest'
import {
  answerFaults,
  isOpen,
  lastDayClosedBy,
  type Plan,
  planFaults,
  publishFaults,
  takesPaper,
} from '../../../bff/src/modules/surveys/rules'

const plan: Plan = {
  division: '5323',
  title: '2026 年社区服务满意度',
  about: null,
  questions: [
    { kind: 'grade', title: '您对社区服务满意吗', options: [] },
    { kind: 'choice', title: '您最常用哪项服务', options: ['场地', '托管', '法律咨询'] },
  ],
  startsOn: '2026-11-24',
  endsOn: '2026-11-30',
}
const faults = (over: Partial<Plan>): string[] =>
  planFaults({ ...plan, ...over }).map(({ path, code }) => `${path} ${code}`)
/** Shanghai's clock. */
const at = (time: string): Date => new Date(`${time}+08:00`)

describe('the faults of a plan', () => {
  test('are none, or all of them', () => {
    expect(faults({})).toEqual([])
    expect(
      faults({
        questions: [
          { kind: 'grade', title: 'x', options: ['好'] },
          { kind: 'choice', title: 'x', options: [] },
          { kind: 'choice', title: 'x', options: ['好', '坏', '好'] },
        ],
        endsOn: '2026-11-23',
      }),
    ).toEqual([
      'body.questions.0.options options_of_grade',
      'body.questions.1.options too_few_options',
      'body.questions.2.options.2 twice',
      'body.endsOn ends_before_start',
    ])
  })

  test('begin after 92 days, both ends counted', () => {
    expect(faults({ startsOn: '2026-12-01', endsOn: '2027-03-02' })).toEqual([])
    expect(faults({ startsOn: '2026-12-01', endsOn: '2027-03-03' })).toEqual(['body.endsOn too_long'])
  })

  test('a last day that has passed counts when it is published', () => {
    const published = (now: Date) => publishFaults(plan, now).map(({ code }) => code)
    expect(published(at('2026-11-30T23:59'))).toEqual([])
    expect(published(at('2026-12-01T00:00'))).toEqual(['ends_in_past'])
  })
})

describe('by the clock', () => {
  const run = { state: 'published', startsOn: '2026-11-24', endsOn: '2026-11-30', endedEarly: false } as const

  test.each([
    ['2026-11-23T23:59:59.999', false, false],
    ['2026-11-24T00:00', true, true],
    ['2026-11-30T23:59:59.999', true, true],
    ['2026-12-01T00:00', false, true],
    ['2026-12-07T23:59:59.999', false, true],
    ['2026-12-08T00:00', false, false],
  ])('at %s: open %s, takes paper %s', (time, open, paper) => {
    expect([isOpen(run, at(time)), takesPaper(run, at(time))]).toEqual([open, paper])
    const closes = run.endsOn <= lastDayClosedBy(at(time))
    expect(closes).toBe(time >= '2026-12-08')
  })

  test.each(['draft', 'closed'] as const)('a %s takes nothing', (state) => {
    const now = at('2026-11-25T12:00')
    expect([isOpen({ ...run, state }, now), takesPaper({ ...run, state }, now)]).toEqual([false, false])
  })
})

test('the faults of an answer name each question', () => {
  const named = (answers: number[]) =>
    answerFaults(plan.questions, answers).map(({ path, code }) => `${path} ${code}`)
  expect(named([4, 2])).toEqual([])
  expect(named([5, 3])).toEqual(['body.answers.0 no_such_option', 'body.answers.1 no_such_option'])
  expect(named([])).toEqual(['body.answers.0 unanswered', 'body.answers.1 unanswered'])
  expect(named([0, 0, 0])).toEqual(['body.answers.2 no_such_question'])
})
