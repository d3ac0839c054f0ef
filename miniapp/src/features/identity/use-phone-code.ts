import { typedCode } from '@linli/contracts/digits'
import { useState } from 'react'
import type { ProblemError } from '../../shared/problem'
import { useNow } from '../../shared/use-now'
import { usePhoneCode } from './api'

/** What is done with a number and its code. */
export interface CodeUse {
  busy: boolean
  problem: ProblemError | null
  reset: () => void
  submit: (phone: string, code: string) => void
}

/** Asks for a code, then uses it; a demonstration server fills the code in by itself. */
export function usePhoneForm(use: CodeUse) {
  const [phone, setPhone] = useState('')
  const [typed, setCode] = useState<string | null>(null)
  const now = useNow(1000)
  const asked = usePhoneCode()
  const sent = asked.data === 'queued' ? undefined : asked.data
  const code = typed ?? sent?.demoCode ?? ''
  return {
    phone,
    setPhone,
    code,
    setCode: (text: string) => setCode(typedCode(text, 6)),
    sent,
    /** Seconds until another code may be asked for. */
    wait: sent === undefined ? 0 : Math.ceil((Date.parse(sent.nextAt) - now) / 1000),
    asking: asked.isPending,
    busy: use.busy,
    problem: use.problem ?? asked.error,
    ask() {
      use.reset()
      setCode(null)
      asked.mutate({ body: { phone } })
    },
    submit: () => use.submit(phone, code),
  }
}
