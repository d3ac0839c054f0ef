import {
  addAway,
  addOpening,
  type AdviserList,
  getAdviser,
  listHandled,
  passOn,
  readWorkLog,
  removeAway,
  removeOpening,
  setDuty,
  takeConsultation,
} from '@linli/contracts/adviser'
import { acknowledgeReferral, proposeReferral, returnReferral } from '@linli/contracts/consultation-referrals'
import { answerConsultation, closeConsultation, correctLine } from '@linli/contracts/consultations'
import { offerTimes, readPersonsPhone, recordAttempt } from '@linli/contracts/consultation-meetings'
import { finishVisit, listVisits, readVisit } from '@linli/contracts/contact-visits'
import { useAnswer, useLook, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export const useQueue = (show: AdviserList) =>
  usePages(listHandled, (cursor) => ({ query: { show, cursor } }), false, 30_000)
export const useSelf = () => useAnswer(getAdviser, {})
export const useWorkLog = (month: string) => useAnswer(readWorkLog, { query: { month } })
export const useVisits = (community: string) => useAnswer(listVisits, { query: { community } })

/** The person reads when it was looked at, so one look is one record. */
export const usePhone = () => useLook(readPersonsPhone)
export const useVisited = () => useLook(readVisit)

export const useAnswering = (done: () => void) => useWrite(answerConsultation, { done })
export const useCorrect = (done: () => void) => useWrite(correctLine, { done })
export const useClose = (done: () => void) => useWrite(closeConsultation, { done })
export const useAttempt = (done: () => void) => useWrite(recordAttempt, { done })
export const usePassOn = (done: () => void) => useWrite(passOn, { done })
export const useOffer = (done: () => void) => useWrite(offerTimes, { done })
export const useRefer = (done: () => void) => useWrite(proposeReferral, { done })
export const useTake = (done: () => void) => useWrite(takeConsultation, { done })
export const useAcknowledge = (done: () => void) => useWrite(acknowledgeReferral, { done })
export const useReturn = (done: () => void) => useWrite(returnReferral, { done })
export const useSetDuty = (done: () => void) => useWrite(setDuty, { done })
export const useAddAway = (done: () => void) => useWrite(addAway, { done })
export const useRemoveAway = (done: () => void) => useWrite(removeAway, { done })
export const useAddOpening = (done: () => void) => useWrite(addOpening, { done })
export const useRemoveOpening = (done: () => void) => useWrite(removeOpening, { done })
export const useFinishVisit = (done: () => void) => useWrite(finishVisit, { done })
