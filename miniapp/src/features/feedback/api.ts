import {
  type DeskFeedback,
  answerFeedback,
  listFeedback,
  listOwnFeedback,
  readFeedbackPhone,
  writeFeedback,
} from '@linli/contracts/feedback'
import { useLook, usePages } from '../../shared/http/use-answer'
import { useTaggedWrite } from '../../shared/http/use-tagged-write'
import { useWrite } from '../../shared/http/use-write'

export type Shown = 'open' | 'answered'
export type One = DeskFeedback

/** What was said, and a number for a call back, are not kept on the device. */
export const useWriteFeedback = (done: () => void) => useTaggedWrite(writeFeedback, done)
export const useOwnFeedback = () => usePages(listOwnFeedback, (cursor) => ({ query: { cursor } }))
export const useFeedback = (division: string, show: Shown) =>
  usePages(listFeedback, (cursor) => ({ query: { division, show, cursor } }))
export const useAnswerFeedback = (done: () => void) => useWrite(answerFeedback, { done })
export const useFeedbackPhone = () => useLook(readFeedbackPhone)
