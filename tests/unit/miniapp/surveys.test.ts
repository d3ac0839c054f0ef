/** A survey on the phone: what may be answered, what is missing, and a result as text. */
import type { Survey } from '@linli/contracts/surveys'
import { expect, test } from 'vitest'
import { surveysText } from '../../../miniapp/src/features/surveys/text'
import {
  complete,
  optionsOf,
  resultLines,
  surveyToAnswer,
  unanswered,
} from '../../../miniapp/src/features/surveys/words'

const grade = { kind: 'grade', title: '总体满意吗？', options: [] } as const
const choice = { kind: 'choice', title: '最需要什么？', options: ['托管', '场地', '法律'] } as const
const asked = (question: typeof grade | typeof choice) => ({ ...question, options: [...question.options] })

test('a grade is answered by the five grades, a choice by its own options', () => {
  expect(optionsOf(asked(grade))).toEqual(['非常满意', '满意', '基本满意', '不满意', '非常不满意'])
  expect(optionsOf(asked(choice))).toEqual(['托管', '场地', '法律'])
})

test('every question is answered before anything is sent; the first option counts as an answer', () => {
  expect(complete([0, null])).toBeNull()
  expect(unanswered([0, null])).toBe(1)
  expect(complete([0, 2])).toEqual([0, 2])
})

test('a result is parts of a hundred; too few answers show nothing', () => {
  expect(resultLines(asked(choice), { of: 8, percents: [50, 38, 13] })).toEqual([
    { word: '托管', percent: 50 },
    { word: '场地', percent: 38 },
    { word: '法律', percent: 13 },
  ])
  expect(resultLines(asked(choice), { of: 20, percents: [80, null, null] })).toEqual([
    { word: '托管', percent: 80 },
    { word: '场地', percent: null },
    { word: '法律', percent: null },
  ])
  expect([surveysText.option(80), surveysText.option(null)]).toEqual(['80%', '不公布'])
  expect(resultLines(asked(choice), { of: null, percents: null })).toBeNull()
  expect(resultLines(asked(choice), { of: 8, percents: null })).toBeNull()
})

test('the home page shows a survey only while it is open and not answered', () => {
  const survey = (open: boolean, answered: boolean) =>
    ({ id: `${open}${answered}`, open, answered }) as unknown as Survey
  expect(surveyToAnswer([survey(false, false), survey(true, true)])).toBeNull()
  expect(surveyToAnswer([survey(true, true), survey(true, false)])?.id).toBe('truefalse')
})
