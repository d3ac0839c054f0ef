/** A survey on the phone: what may be answered, what is missing, and a result as text. */
import type { Survey } from '@linli/contracts/surveys'
import { expect, test } from 'vitest'
import {
  complete,
  optionsOf,
  resultLines,
  surveyToAnswer,
  unanswered,
} from '../../../miniapp/src/features/surveys/words'
import { shareWords } from '../../../miniapp/src/shared/words/share-words'

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

test('a result is a share of each option; too few answers show nothing', () => {
  const shares = [
    { low: 0.5, high: 0.5 },
    { low: 0.36, high: 0.4 },
    { low: 0.1, high: 0.14 },
  ]
  const lines = resultLines(asked(choice), { of: 200, shares })
  expect(lines?.map(({ word, share }) => `${word} ${shareWords(share)}`)).toEqual([
    '托管 50%',
    '场地 36%～40%',
    '法律 10%～14%',
  ])
  expect(resultLines(asked(choice), { of: 8, shares: null })).toBeNull()
})

test('the home page shows a survey only while it is open and not answered', () => {
  const survey = (open: boolean, answered: boolean) =>
    ({ id: `${open}${answered}`, open, answered }) as unknown as Survey
  expect(surveyToAnswer([survey(false, false), survey(true, true)])).toBeNull()
  expect(surveyToAnswer([survey(true, true), survey(true, false)])?.id).toBe('truefalse')
})
