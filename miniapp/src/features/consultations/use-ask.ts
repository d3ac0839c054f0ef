import { useRef } from 'react'
import { requestConsultation } from '@linli/contracts/consultations'
import { useCommunity } from '../../shared/app-state/community'
import { currentAddress } from '../../shared/navigation/current-address'
import { go, replaceWith } from '../../shared/navigation/navigate'
import { pages } from '../../shared/navigation/pages'
import { useWrite } from '../../shared/http/use-write'
import { toBody } from './body'
import { useDraft } from './draft'

/** The screens, and the last one on which all is read once more. */
export const questions = 6

/** One question that is being written down: its draft, which screen is open, and the one write. */
export function useAsk() {
  const community = useCommunity()
  const { draft, change, attach, begun, giveUp, takeAlong, leaveBehind, sent } = useDraft()
  const handed = useRef<string[]>([])
  const write = useWrite(requestConsultation, {
    done({ id }) {
      sent(handed.current)
      replaceWith(pages.matter(id))
    },
  })
  const step = Math.max(0, Math.min(questions, draft.step))
  const turn = (to: number) => {
    write.reset()
    change({ step: to })
  }
  return {
    draft,
    change,
    attach,
    begun,
    giveUp,
    leaveBehind,
    /** What was written comes along. */
    signIn() {
      takeAlong()
      go(pages.signIn(currentAddress()))
    },
    step,
    turn,
    community,
    problem: write.error,
    busy: write.isPending,
    send() {
      const body = community === null ? null : toBody(draft, community.code)
      if (body === null) return
      handed.current = body.files
      write.mutate({ body })
    },
  }
}

export type Ask = ReturnType<typeof useAsk>
