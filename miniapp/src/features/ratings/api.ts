import {
  eraseRatingText,
  getRatingPage,
  rateCase,
  type RatingPage,
  supplementRating,
} from '@linli/contracts/ratings'
import { enterSlip, getSlip, rateBySlip, sendSlipCode, verdictBySlip } from '@linli/contracts/rating-slips'
import { giveVerdict } from '@linli/contracts/follow-ups'
import { outbox } from '../../shared/http/outbox'
import { queryClient } from '../../shared/http/query-client'
import type { Reply } from '../../shared/http/request'
import { useSignal } from '../../shared/app-state/signal'
import { answerKey, useAnswer } from '../../shared/http/use-answer'
import { useTaggedWrite } from '../../shared/http/use-tagged-write'
import { useWrite } from '../../shared/http/use-write'

export const useRatingPage = (id: string) => useAnswer(getRatingPage, { params: { id } })

/** What a write answers is the newest there is of the page: it changes at once. */
const show = (page: RatingPage) =>
  queryClient.setQueryData(answerKey(getRatingPage, { params: { id: page.caseId } }), page)

interface RateOptions {
  label: string
  done: () => void
  queued: () => void
}

export const useRate = ({ label, done, queued }: RateOptions) =>
  useWrite(rateCase, {
    queueAs: () => label,
    queued,
    done(page) {
      show(page)
      done()
    },
  })

/** Has this case been rated without a network, and is that still to be sent? */
export const useRatingWaits = (caseId: string) =>
  useSignal(outbox).some(
    ({ endpoint, given, refused }) =>
      refused === null && endpoint.path === rateCase.path && isAbout(given, caseId),
  )

const isAbout = (given: unknown, id: string) =>
  (given as { params?: { id?: unknown } } | null)?.params?.id === id

const shown = (done: () => void) => ({
  done(page: RatingPage) {
    show(page)
    done()
  },
})
export const useSupplementRating = (done: () => void) => useWrite(supplementRating, shown(done))
export const useEraseText = (done: () => void) => useWrite(eraseRatingText, shown(done))
export const useVerdict = (done: () => void) => useWrite(giveVerdict, { done })

export const useSlip = (token: string) => useAnswer(getSlip, { params: { token } })
export const useSendSlipCode = () => useWrite(sendSlipCode)
export const useEnterSlip = (done: (entered: Reply<typeof enterSlip>) => void) =>
  useWrite(enterSlip, { done })
/** What opens the page of somebody without the app stays in memory. */
export const useRateBySlip = (done: (page: RatingPage) => void) => useTaggedWrite(rateBySlip, done)
export const useVerdictBySlip = (done: (page: RatingPage) => void) => useTaggedWrite(verdictBySlip, done)
