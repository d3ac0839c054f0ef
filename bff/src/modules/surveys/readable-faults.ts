import type { Fault } from '@linli/contracts/problems'
import { question, surveyPlan } from '@linli/contracts/surveys'
import { readable } from '../../platform/readable'
import { publishFaults, questionFaults } from './rules'

/** Of a form in which other fields cannot be read: what can be said of those that can. */
export function readableFaults(sent: unknown, now: Date): Fault[] {
  const { startsOn, endsOn } = readable(surveyPlan.shape, sent)
  const questions = (sent as { questions?: unknown } | null | undefined)?.questions
  const ofQuestions = (Array.isArray(questions) ? (questions as unknown[]) : []).flatMap((one, n) => {
    const { kind, options } = readable(question.shape, one)
    return kind && options ? questionFaults({ kind, options, title: '' }, `questions.${n}.options`) : []
  })
  if (!startsOn || !endsOn) return ofQuestions
  const days = { division: '', title: '', about: null, questions: [], startsOn, endsOn }
  return [...ofQuestions, ...publishFaults(days, now)]
}
