import type { RatingPage, RatingWish } from '@linli/contracts/ratings'
import type { ProblemError } from '../../shared/http/problem'
import { say } from '../../shared/ui/page/say'
import { type Verdict, verdictText } from './follow-up/verdict-form'
import { useRate, useRateBySlip, useRatingWaits, useVerdict, useVerdictBySlip } from './api'
import type { UsedDraft } from './draft'
import { ratingsText } from './text'

/** One write, whichever door it goes through. */
interface Said<T> {
  busy: boolean
  problem: ProblemError | null
  send: (what: T) => void
}

/** How the person served rates: signed in, or by a printed slip and its code. */
export interface RatingDoor {
  bySlip: boolean
  rate: Said<RatingWish>
  verdict: Said<Verdict>
  /** It was rated without a network and is still to be sent. */
  waits: boolean
}

interface Options {
  draft: UsedDraft
  /** The rating has been taken in. */
  done: () => void
}

export function useOwnDoor(page: RatingPage, { draft, done }: Options): RatingDoor {
  const rate = useRate({
    label: ratingsText.queuedLabel(page.title),
    queued() {
      draft.sent()
      say(ratingsText.queued)
    },
    done() {
      draft.sent()
      done()
    },
  })
  const verdict = useVerdict(() => say(verdictText.said))
  const params = { id: page.caseId }
  const followUp = page.rating?.followUp?.id ?? ''
  return {
    bySlip: false,
    rate: {
      busy: rate.isPending,
      problem: rate.error,
      send: (wish) => rate.mutate({ params, body: wish }),
    },
    verdict: {
      busy: verdict.isPending,
      problem: verdict.error,
      send: (body) => verdict.mutate({ params: { id: followUp }, body }),
    },
    waits: useRatingWaits(page.caseId),
  }
}

interface SlipOptions extends Options {
  token: string
  pass: string
  onPage: (page: RatingPage) => void
}

export function useSlipDoor({ token, pass, draft, done, onPage }: SlipOptions): RatingDoor {
  const rate = useRateBySlip((page) => {
    draft.sent()
    onPage(page)
    done()
  })
  const verdict = useVerdictBySlip((page) => {
    say(verdictText.said)
    onPage(page)
  })
  const params = { token }
  return {
    bySlip: true,
    rate: {
      busy: rate.isPending,
      problem: rate.error,
      send: (wish) => rate.mutate({ params, body: { ...wish, pass } }),
    },
    verdict: {
      busy: verdict.isPending,
      problem: verdict.error,
      send: (body) => verdict.mutate({ params, body: { ...body, pass } }),
    },
    waits: false,
  }
}
