import { useState } from 'react'
import type { Consent } from '../../../shared/agreements/use-consent'
import { useSignInByPhone } from '../api'
import { deviceName } from '../device-name'
import { agreedOf } from '../agreed-of'
import { identityText } from '../text'
import { Owner } from './owner'
import { PhoneForm } from './phone-form'

const asksForName = ['name_needed', 'name_wrong', 'anew_needed']

/** Signs in by phone and one-time code; of a number that was silent for long it asks whose it was. */
export function PhoneSignIn({ consent }: { consent: Consent }) {
  const signIn = useSignInByPhone()
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  const send = (phone: string, code: string, said: { name?: string; anew?: true }) =>
    consent.demand() &&
    signIn.mutate(
      { body: { phone, code, device: deviceName(), ...said, ...agreedOf(consent) } },
      {
        onError(problem) {
          consent.refused(problem)
          if (asksForName.includes(problem.code)) setAsked(true)
        },
      },
    )
  const typed = asked && name.trim() !== '' ? { name: name.trim() } : {}
  const submit = (phone: string, code: string) => send(phone, code, typed)
  const reset = () => {
    signIn.reset()
    setAsked(false)
    setName('')
  }
  return (
    <PhoneForm
      name="sign-in"
      go={identityText.enter}
      use={{ busy: signIn.isPending, problem: signIn.error, reset, submit, allowed: consent.demand }}
    >
      {({ phone, code }) =>
        asked && (
          <Owner
            name={name}
            problem={signIn.error}
            busy={signIn.isPending}
            onInput={setName}
            onEnter={() => submit(phone, code)}
            onAnew={() => send(phone, code, { anew: true })}
          />
        )
      }
    </PhoneForm>
  )
}
