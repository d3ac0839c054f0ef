import { typedCode } from '@linli/contracts/digits'
import type { RatingPage } from '@linli/contracts/ratings'
import { useState } from 'react'
import { useNow } from '../../shared/time/use-now'
import { useEnterSlip, useSendSlipCode } from './api'

/** What the code opens, for half an hour and in memory alone. */
export interface Entered {
  pass: string
  page: RatingPage
}

/** Asks for the code of a slip, then enters it; a demonstration server fills the code in by itself. */
export function useSlipCode(token: string, onEnter: (entered: Entered) => void) {
  const [typed, setCode] = useState<string | null>(null)
  const now = useNow(1000)
  const asked = useSendSlipCode()
  const enter = useEnterSlip(onEnter)
  const sent = asked.data === 'queued' ? undefined : asked.data
  const code = typed ?? sent?.demoCode ?? ''
  return {
    code,
    setCode: (text: string) => setCode(typedCode(text, 6)),
    sent,
    /** Seconds until another code may be asked for. */
    wait: sent === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(sent.nextAt) - now) / 1000)),
    asking: asked.isPending,
    entering: enter.isPending,
    problem: enter.error ?? asked.error,
    ask() {
      enter.reset()
      setCode(null)
      asked.mutate({ params: { token }, body: {} })
    },
    enter: () => enter.mutate({ params: { token }, body: { code } }),
  }
}
