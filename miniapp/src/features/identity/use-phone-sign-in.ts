import { useState } from 'react'
import { useNow } from '../../shared/use-now'
import { usePhoneCode, useSignInByPhone } from './api'
import { deviceName } from './device-name'

/** Asks for a code, then signs in with it; a demonstration server fills the code in by itself. */
export function usePhoneSignIn() {
  const [phone, setPhone] = useState('')
  const [typed, setCode] = useState<string | null>(null)
  const now = useNow(1000)
  const asked = usePhoneCode()
  const signIn = useSignInByPhone()
  const sent = asked.data === 'queued' ? undefined : asked.data
  const code = typed ?? sent?.demoCode ?? ''
  return {
    phone,
    setPhone,
    code,
    setCode,
    sent,
    /** Seconds until another code may be asked for. */
    wait: sent === undefined ? 0 : Math.ceil((Date.parse(sent.nextAt) - now) / 1000),
    asking: asked.isPending,
    signingIn: signIn.isPending,
    problem: signIn.error ?? asked.error,
    ask() {
      signIn.reset()
      setCode(null)
      asked.mutate({ body: { phone } })
    },
    submit: () => signIn.mutate({ body: { phone, code, device: deviceName() } }),
  }
}
