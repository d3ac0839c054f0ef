import { type Question, type questionResult, type Survey } from '@linli/contracts/surveys'
import { gradeWord } from '@linli/contracts/words'
import type { output } from 'zod/mini'
import type { Share } from '../../shared/words/share-words'

/** What may be answered to a question, in words and in the order of their numbers. */
export const optionsOf = ({ kind, options }: Question): string[] =>
  kind === 'grade' ? Object.values(gradeWord) : options

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
  share: Share
}

/** A question's result by option; null where too few answered, or chose the same. */
export function resultLines(
  question: Question,
  { shares }: output<typeof questionResult>,
): ResultLine[] | null {
  return shares && optionsOf(question).map((word, n) => ({ word, share: shares[n] ?? { low: 0, high: 0 } }))
}
