import { typedCode } from '@linli/contracts/digits'
import { useState } from 'react'
import type { ProblemError } from '../http/problem'
import { useNow } from '../time/use-now'
import { requestPhoneCode } from '@linli/contracts/identity'
import { useWrite } from '../http/use-write'

/** What is done with a number and its code. */
export interface CodeUse {
  busy: boolean
  problem: ProblemError | null
  reset: () => void
  submit: (phone: string, code: string) => void
  /** Says whether a code may be sent now; where not, it has said why. */
  allowed?: () => boolean
}

/** A number that its code has proved. */
export interface Proven {
  phone: string
  code: string
}

/** Asks for a code, then uses it; a demonstration server fills the code in by itself. */
export function usePhoneForm(use: CodeUse, first: Proven | null = null) {
  const [phone, setPhone] = useState(first?.phone ?? '')
  const [typed, setCode] = useState<string | null>(first?.code ?? null)
  const now = useNow(1000)
  const asked = useWrite(requestPhoneCode)
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
      if (use.allowed?.() === false) return
      use.reset()
      setCode(null)
      asked.mutate({ body: { phone } })
    },
    submit: () => use.submit(phone, code),
  }
}
