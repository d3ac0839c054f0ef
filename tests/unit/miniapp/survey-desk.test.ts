/** The survey desk: what a plan lacks is marked at its place, and results read as words beside their bars. */
import type { Question, Survey } from '@linli/contracts/surveys'
import { expect, test } from 'vitest'
import { bodyOf, mayAdd, ofKind, missingIn, usualForm } from '../../../miniapp/src/features/survey-desk/plan'
import { optionsOf, placeFor, resultRows, standing } from '../../../miniapp/src/features/survey-desk/words'

const now = Date.parse('2026-11-25T02:00:00Z')
const grade: Question = { kind: 'grade', title: '总体满意吗', options: [] }
const choice: Question = { kind: 'choice', title: '最想要什么', options: ['棋牌', '电影'] }

test('a new plan lacks a title and a question, and says where', () => {
  expect(missingIn(usualForm(now)).map(({ path }) => path)).toEqual(['body.title', 'body.questions.0.title'])
})

test('empty options are marked one by one', () => {
  const form = { ...usualForm(now), title: '冬季', questions: [grade, { ...choice, options: ['棋牌', ' '] }] }
  expect(missingIn(form).map(({ path }) => path)).toEqual(['body.questions.1.options.1'])
})

test('a grade has no options of its own, a choice begins with two, and going back loses nothing typed', () => {
  expect(ofKind(grade, 'choice').options).toEqual(['', ''])
  expect(ofKind(choice, 'choice').options).toEqual(['棋牌', '电影'])
  expect(ofKind(choice, 'grade').options).toEqual([])
})

test('what is sent is trimmed, and what is empty is left out', () => {
  const body = bodyOf({ ...usualForm(now), title: ' 冬季 ', about: ' ', questions: [choice] })
  expect(body).toEqual({ title: '冬季', startsOn: '2026-11-26', endsOn: '2026-12-09', questions: [choice] })
})

test('five questions are the most', () => {
  expect(mayAdd({ ...usualForm(now), questions: [grade, grade, grade, grade] })).toBe(true)
  expect(mayAdd({ ...usualForm(now), questions: [grade, grade, grade, grade, grade] })).toBe(false)
})

test('results are shares by option; too few are nothing at all', () => {
  const shares = [
    { low: 0.73, high: 0.76 },
    { low: 0.24, high: 0.27 },
  ]
  expect(resultRows(choice, { of: 80, shares })).toEqual([
    { option: '棋牌', share: shares[0] },
    { option: '电影', share: shares[1] },
  ])
  expect(resultRows(choice, { of: 8, shares: null })).toBeNull()
  expect(optionsOf(grade)).toEqual(['非常满意', '满意', '基本满意', '不满意', '非常不满意'])
})

test('a reader looks at the smaller of their division and the survey’s', () => {
  expect(placeFor('5323', '532301100001')).toBe('532301100001')
  expect(placeFor('532301100001', '5323')).toBe('532301100001')
})

test('how a survey stands is words first', () => {
  const survey: Survey = {
    id: 'survey',
    division: '5323',
    divisionName: '楚雄州',
    title: '冬季',
    about: null,
    questions: [grade],
    startsOn: '2026-11-20',
    endsOn: '2026-11-30',
    endedEarly: false,
    endsAbove: false,
    state: 'published',
    open: true,
    answered: false,
    can: [],
  }
  expect(standing(survey, now).words).toBe('进行中')
  expect(standing({ ...survey, state: 'draft', open: false }, now).words).toBe('草稿')
  expect(standing({ ...survey, startsOn: '2026-12-01', open: false }, now).words).toBe('还没开始')
  expect(standing({ ...survey, endsOn: '2026-11-24', open: false }, now).words).toBe(
    '已截止，还可录入纸质问卷',
  )
})
