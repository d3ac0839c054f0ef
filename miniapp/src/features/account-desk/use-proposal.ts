import type { Papers } from '@linli/contracts/accounts'
import { useState } from 'react'
import { back } from '../../shared/navigation/navigate'
import { say } from '../../shared/ui/page/say'
import { missingAt, useMissingFields } from '../../shared/forms/missing-fields'
import { usePhoneForm } from '../../shared/forms/use-phone-code'
import { usePropose } from './api'
import { accountText } from './text'

/** What the first member of staff enters for whoever stands at the counter with papers. */
export function useProposal(community: string) {
  const [name, setName] = useState('')
  const [known, setKnown] = useState('')
  const [papers, setPapers] = useState<Papers | null>(null)
  const missing = useMissingFields()
  const propose = usePropose(() => {
    say(accountText.proposed)
    back()
  })
  const phone = usePhoneForm({
    busy: propose.isPending,
    problem: missing.problem ?? propose.error,
    reset() {
      propose.reset()
      missing.check([])
    },
    submit,
  })
  function submit(newPhone: string, code: string) {
    const lacks = [
      ...(name.trim() === '' ? [missingAt('name', accountText.noName)] : []),
      ...(known.trim() === '' ? [missingAt('known', accountText.noKnown)] : []),
      ...(papers === null ? [missingAt('papers', accountText.noPapers)] : []),
      ...(newPhone === '' ? [missingAt('newPhone', accountText.noPhone)] : []),
      ...(code.length < 6 ? [missingAt('code', accountText.noCode)] : []),
    ]
    if (!missing.check(lacks) || papers === null) return
    const said = { community, name: name.trim(), known: known.trim(), papers, newPhone, code }
    propose.mutate({ body: said })
  }
  /** What was lacking is said anew when it is sent again. */
  const setting =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      missing.check([])
      set(value)
    }
  const setters = { setName: setting(setName), setKnown: setting(setKnown), setPapers: setting(setPapers) }
  return { name, known, papers, phone, ...setters }
}
