import { grade } from '@linli/contracts/ratings'
import type { Question, Survey, questionResult } from '@linli/contracts/surveys'
import { gradeWord } from '@linli/contracts/words'
import type { output } from 'zod/mini'
import type { Share } from '../../shared/words/share-words'
import { dayOf } from '../../shared/time/shanghai'
import type { Tone } from '../../shared/ui/tone'
import { surveyText } from './text'

/** The answers to choose from: of a grade the five of 好差评. */
export const optionsOf = ({ kind, options }: Question): string[] =>
  kind === 'grade' ? grade.options.map((one) => gradeWord[one]) : options

/** How it stands, in words and with the tone that repeats them. */
export function standing(survey: Survey, now: number): { words: string; tone: Tone } {
  if (survey.state === 'draft') return { words: surveyText.state.draft, tone: 'wait' }
  if (survey.state === 'closed') return { words: surveyText.state.closed, tone: 'quiet' }
  if (survey.endedEarly) return { words: early(survey), tone: 'wait' }
  if (survey.open) return { words: surveyText.state.published, tone: 'good' }
  return dayOf(now) < survey.startsOn
    ? { words: surveyText.ahead, tone: 'wait' }
    : { words: surveyText.paperOnly, tone: 'wait' }
}

const early = ({ startsOn, endsOn }: Survey) =>
  endsOn < startsOn ? surveyText.neverBegan : surveyText.endedEarly

/** Where a reader's division and a survey's meet: the smaller of the two. */
export const placeFor = (survey: string, division: string) =>
  division.startsWith(survey) ? division : survey

export type QuestionResult = output<typeof questionResult>

export interface ResultRow {
  option: string
  share: Share
}

/** One question's shares beside its options; null where too few answered, or chose the same. */
export const resultRows = (question: Question, { shares }: QuestionResult): ResultRow[] | null =>
  shares && optionsOf(question).map((option, n) => ({ option, share: shares[n] ?? { low: 0, high: 0 } }))
