import { answerSurvey, getSurvey, getSurveyResults, listSurveys } from '@linli/contracts/surveys'
import { outbox } from '../../shared/http/outbox'
import { useSignal } from '../../shared/app-state/signal'
import { useAnswer } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

/** Asked for once the page it stands on is there. */
export const useSurveysHere = (division: string, enabled: boolean) =>
  useAnswer(listSurveys, { query: { division } }, { enabled })
export const useSurvey = (id: string) => useAnswer(getSurvey, { params: { id } })
export const useSurveyResults = (id: string, division: string) =>
  useAnswer(getSurveyResults, { params: { id }, query: { division } })

interface Options {
  label: string
  done: () => void
  queued: () => void
}
export const useAnswerSurvey = ({ label, ...options }: Options) =>
  useWrite(answerSurvey, { ...options, queueAs: () => label })

/** Has it been answered without a network, and is that still to be sent? */
export const useAnswerWaits = (id: string) =>
  useSignal(outbox).some(
    ({ endpoint, given, refused }) =>
      refused === null &&
      endpoint.path === answerSurvey.path &&
      (given as { params?: { id?: unknown } } | null)?.params?.id === id,
  )
