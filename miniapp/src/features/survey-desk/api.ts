import { getDivision } from '@linli/contracts/divisions'
import {
  type Survey,
  changeSurvey,
  closeSurvey,
  createSurvey,
  deleteSurvey,
  getSurvey,
  getSurveyCoverage,
  getSurveyResults,
  listSurveys,
  publishSurvey,
} from '@linli/contracts/surveys'
import {
  enterPaperAnswer,
  type FormRun,
  listSurveyForms,
  printSurveyForms,
} from '@linli/contracts/survey-paper'
import { useAnswer, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export const useSurveys = (division: string) =>
  usePages(listSurveys, (cursor) => ({ query: { division, cursor } }))
export const useSurvey = (id: string) => useAnswer(getSurvey, { params: { id } }, { enabled: id !== '' })
export const useDivisionName = (code: string) =>
  useAnswer(getDivision, { params: { code } }, { keep: true }).data?.name ?? ''
/** Of this morning: it does not move while staff look. */
export const useCoverage = (id: string, division: string) =>
  usePages(getSurveyCoverage, (cursor) => ({ params: { id }, query: { division, cursor } }))
export const useResults = (id: string, division: string) =>
  useAnswer(getSurveyResults, { params: { id }, query: { division } })

type Done = (survey: Survey) => void
export const useCreate = (done: Done) => useWrite(createSurvey, { done })
export const useChange = (done: Done) => useWrite(changeSurvey, { done })
export const usePublish = (done: Done) => useWrite(publishSurvey, { done })
export const useClose = (done: Done) => useWrite(closeSurvey, { done })
export const useDelete = (done: () => void) =>
  useWrite(deleteSurvey, { done, gone: ({ params }) => params.id })
export const useForms = (id: string, division: string) =>
  usePages(listSurveyForms, (cursor) => ({ params: { id }, query: { division, cursor } }))
export const usePrintForms = (done: (run: FormRun) => void) => useWrite(printSurveyForms, { done })
export const useEnterPaper = (done: (entered: number) => void) =>
  useWrite(enterPaperAnswer, { done: ({ entered }) => done(entered) })
