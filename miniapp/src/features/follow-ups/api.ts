import { getDivision } from '@linli/contracts/divisions'
import {
  appeal,
  attemptContact,
  contactRater,
  extendFollowUp,
  type FollowUpShow,
  getFollowUp,
  listFollowUps,
  readRaterContact,
  rectify,
  returnToUnit,
  review,
  tellRater,
} from '@linli/contracts/follow-ups'
import { useAnswer, useLook, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'
import type { WordedStep } from './steps'

const refetchEvery = 30_000

export const useFollowUps = (division: string, show: FollowUpShow) =>
  usePages(listFollowUps, (cursor) => ({ query: { division, show, cursor } }), false, refetchEvery)
export const useFollowUp = (id: string) =>
  useAnswer(getFollowUp, { params: { id } }, { refetchEvery, enabled: id !== '' })
export const useDivisionName = (code: string) =>
  useAnswer(getDivision, { params: { code } }, { keep: true }).data?.name ?? ''
/** The rater reads when it was looked at, so one look is one record. */
export const useRaterContact = () => useLook(readRaterContact)

const steps = {
  attempt: attemptContact,
  contact: contactRater,
  extend: extendFollowUp,
  rectify,
  return: returnToUnit,
  tell: tellRater,
  appeal,
} satisfies Record<WordedStep, unknown>

export const useStep = (step: WordedStep, done: () => void) => useWrite(steps[step], { done })
export const useReview = (done: () => void) => useWrite(review, { done })
