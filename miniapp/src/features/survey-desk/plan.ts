import { type Question, type Survey, type createSurvey, mostQuestions } from '@linli/contracts/surveys'
import type { Fault } from '@linli/contracts/problems'
import type { Input } from '../../shared/http/request'
import { addDays, dayOf } from '../../shared/time/shanghai'
import { missingAt } from '../../shared/forms/missing-fields'
import { planText } from './text'

export interface SurveyForm {
  title: string
  about: string
  startsOn: string
  endsOn: string
  questions: Question[]
}

type Body = Input<typeof createSurvey>['body']

export const mostOptions = 6
export const emptyQuestion: Question = { kind: 'grade', title: '', options: [] }

/** From tomorrow, for two weeks. */
export function usualForm(now: number): SurveyForm {
  const today = dayOf(now)
  return {
    title: '',
    about: '',
    startsOn: addDays(today, 1),
    endsOn: addDays(today, 14),
    questions: [emptyQuestion],
  }
}

export const formOf = ({ title, about, startsOn, endsOn, questions }: Survey): SurveyForm => ({
  title,
  about: about ?? '',
  startsOn,
  endsOn,
  questions,
})

/** What the service is asked; what was left empty is left out. */
export function bodyOf({ title, about, startsOn, endsOn, questions }: SurveyForm): Omit<Body, 'division'> {
  const said = about.trim()
  return {
    title: title.trim(),
    ...(said === '' ? {} : { about: said }),
    startsOn,
    endsOn,
    questions: questions.map(({ kind, title: asked, options }) => ({
      kind,
      title: asked.trim(),
      options: kind === 'grade' ? [] : options.map((option) => option.trim()),
    })),
  }
}

/** Of another kind: a choice begins with two options, a grade has none of its own. */
export const ofKind = (one: Question, kind: Question['kind']): Question => ({
  ...one,
  kind,
  options: kind === 'grade' ? [] : one.options.length > 0 ? one.options : ['', ''],
})

export const mayAdd = (form: SurveyForm) => form.questions.length < mostQuestions

/** What nobody has said yet, in the order of the page. */
export function missingIn({ title, startsOn, endsOn, questions }: SurveyForm): Fault[] {
  const empty = (value: string) => value.trim() === ''
  return [
    ...(empty(title) ? [missingAt('title', planText.missing.name)] : []),
    ...(empty(startsOn) ? [missingAt('startsOn', planText.missing.day)] : []),
    ...(empty(endsOn) ? [missingAt('endsOn', planText.missing.day)] : []),
    ...questions.flatMap((one, n) => [
      ...(empty(one.title) ? [missingAt(`questions.${n}.title`, planText.missing.ask)] : []),
      ...one.options.flatMap((option, at) =>
        empty(option) ? [missingAt(`questions.${n}.options.${at}`, planText.missing.option)] : [],
      ),
    ]),
  ]
}
