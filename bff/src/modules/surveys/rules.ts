/**
 * The promise: a survey that is published can be answered: its questions have options, its days are in order and not
 * too many. Every fault of a plan is named at once, and so is every fault of an answer.
 */
import type { Fault } from '@linli/contracts/problems'
import type { Question } from '@linli/contracts/surveys'
import { addDays, dayMs, dayOf, startOfDay } from '../../platform/shanghai'

/** A plan as staff write it; days in Shanghai, both included. */
export interface Plan {
  division: string
  title: string
  about: string | null
  questions: readonly Question[]
  startsOn: string
  endsOn: string
}

export interface Run {
  state: 'draft' | 'published' | 'closed'
  startsOn: string
  endsOn: string
  endedEarly: boolean
}

/** A quarter of a year: longer, and the answers speak of different things. */
const longestDays = 92
/** Paper comes back by foot: so many days after the last one it can still be entered, then the survey is counted. */
export const paperDays = 7
/** Of 好差评: very satisfied to very dissatisfied. */
const grades = 5

/** It takes answers of residents: the moment the last day ends it is over, whether or not anybody has closed it. */
export const isOpen = ({ state, startsOn, endsOn }: Run, now: Date): boolean =>
  state === 'published' && startsOn <= dayOf(now) && dayOf(now) <= endsOn

/** It takes sheets of paper: from its first day until it is closed, by hand or by the clock. */
export const takesPaper = (run: Run, now: Date): boolean =>
  run.state === 'published' && run.startsOn <= dayOf(now) && now < closesAt(run)

/** The clock closes it a week after the end of its last day; what was ended early, the next morning. */
const closesAt = ({ endsOn, endedEarly }: Run): Date =>
  startOfDay(addDays(endsOn, (endedEarly ? 0 : paperDays) + 1))

/** It can end early once, and only before its last day. */
export const mayStillEnd = ({ state, endsOn, endedEarly }: Run, now: Date): boolean =>
  state === 'published' && !endedEarly && dayOf(now) < endsOn

/** A survey whose last day is this one or an earlier one is closed by the clock. */
export const lastDayClosedBy = (now: Date): string => addDays(dayOf(now), -paperDays - 1)

export const optionsOf = ({ kind, options }: Question): number => (kind === 'grade' ? grades : options.length)

const fault = (field: string, code: string, message: string): Fault => ({
  path: `body.${field}`,
  code,
  message,
})

export const planFaults = (plan: Plan): Fault[] => [
  ...plan.questions.flatMap((question, n) => questionFaults(question, `questions.${n}.options`)),
  ...dayFaults(plan),
]

/** All that residents will read, by its path in the request. */
export const wordsOf = ({ title, about, questions }: Plan): [path: string, words: string][] => [
  ['body.title', title],
  ...(about ? [['body.about', about] satisfies [string, string]] : []),
  ...questions.flatMap((question, n): [string, string][] => [
    [`body.questions.${n}.title`, question.title],
    ...question.options.map((option, m): [string, string] => [`body.questions.${n}.options.${m}`, option]),
  ]),
]

export function questionFaults({ kind, options }: Question, field: string): Fault[] {
  if (kind === 'grade')
    return options.length > 0 ? [fault(field, 'options_of_grade', '满意度题不用填选项，请删去')] : []
  const twice = options.flatMap((option, n) =>
    options.indexOf(option) < n ? [fault(`${field}.${n}`, 'twice', '这个选项写了两次，请改一个')] : [],
  )
  if (options.length >= 2) return twice
  return [fault(field, 'too_few_options', '选择题至少要有两个选项，请补上'), ...twice]
}

function dayFaults({ startsOn, endsOn }: Plan): Fault[] {
  if (endsOn < startsOn) return [fault('endsOn', 'ends_before_start', '结束日期不能早于开始日期')]
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / dayMs + 1
  if (days > longestDays) return [fault('endsOn', 'too_long', `调查最长 ${longestDays} 天，请缩短日期`)]
  return []
}

/** Of a draft, and again when it is published: somebody must still be able to answer it. */
export const publishFaults = (plan: Plan, now: Date): Fault[] => [
  ...planFaults(plan),
  ...(plan.endsOn < dayOf(now) && plan.startsOn <= plan.endsOn
    ? [fault('endsOn', 'ends_in_past', '结束日期已经过去，请改到今天以后')]
    : []),
]

/** One answer to every question, each one of its options. */
export function answerFaults(questions: readonly Question[], answers: readonly number[]): Fault[] {
  const named = questions.flatMap((question, n) => {
    const answer = answers[n]
    if (answer === undefined) return [fault(`answers.${n}`, 'unanswered', `第 ${n + 1} 题还没有回答`)]
    if (answer >= optionsOf(question))
      return [fault(`answers.${n}`, 'no_such_option', `第 ${n + 1} 题没有这个选项，请重新选`)]
    return []
  })
  const beyond = answers
    .slice(questions.length)
    .map((_, n) =>
      fault(`answers.${questions.length + n}`, 'no_such_question', '没有这道题，请返回后重新打开这份问卷'),
    )
  return [...named, ...beyond]
}
