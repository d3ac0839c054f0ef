import { type Question, type questionResult, type Survey } from '@linli/contracts/surveys'
import type { output } from 'zod/mini'
import { gradeWords } from '../../shared/grade-words'

/** What may be answered to a question, in words and in the order of their numbers. */
export const optionsOf = ({ kind, options }: Question): string[] =>
  kind === 'grade' ? Object.values(gradeWords) : options

/** Answers so far: the number of an option, or null. */
export type Answers = readonly (number | null)[]

export const unanswered = (answers: Answers) => answers.filter((one) => one === null).length

/** The whole answer; null while something is missing. */
export const complete = (answers: Answers): number[] | null =>
  unanswered(answers) === 0 ? answers.map((one) => one ?? 0) : null

/** The first survey that takes answers and has none of the reader's. */
export const surveyToAnswer = (surveys: readonly Survey[]) =>
  surveys.find(({ open, answered }) => open && !answered) ?? null

export interface ResultLine {
  word: string
  /** Null where too few chose it to say how many. */
  percent: number | null
}

/** A question's result by option; null where too few answered. */
export function resultLines(
  question: Question,
  { of, percents }: output<typeof questionResult>,
): ResultLine[] | null {
  if (of === null || percents === null) return null
  return optionsOf(question).map((word, n) => ({ word, percent: percents[n] ?? null }))
}
