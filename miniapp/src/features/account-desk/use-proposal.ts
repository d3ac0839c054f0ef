import type { Papers } from '@linli/contracts/accounts'
import { useState } from 'react'
import { back } from '../../shared/navigate'
import { say } from '../../shared/toast'
import { unsaidAt, useUnsaid } from '../../shared/unsaid'
import { usePhoneForm } from '../../shared/use-phone-code'
import { usePropose } from './api'
import { accountText } from './text'

/** What the first member of staff enters for whoever stands at the counter with papers. */
export function useProposal(community: string) {
  const [name, setName] = useState('')
  const [known, setKnown] = useState('')
  const [papers, setPapers] = useState<Papers | null>(null)
  const unsaid = useUnsaid()
  const propose = usePropose(() => {
    say(accountText.proposed)
    back()
  })
  const phone = usePhoneForm({
    busy: propose.isPending,
    problem: unsaid.problem ?? propose.error,
    reset() {
      propose.reset()
      unsaid.check([])
    },
    submit,
  })
  function submit(newPhone: string, code: string) {
    const lacks = [
      ...(name.trim() === '' ? [unsaidAt('name', accountText.noName)] : []),
      ...(known.trim() === '' ? [unsaidAt('known', accountText.noKnown)] : []),
      ...(papers === null ? [unsaidAt('papers', accountText.noPapers)] : []),
      ...(newPhone === '' ? [unsaidAt('newPhone', accountText.noPhone)] : []),
      ...(code.length < 6 ? [unsaidAt('code', accountText.noCode)] : []),
    ]
    if (!unsaid.check(lacks) || papers === null) return
    const said = { community, name: name.trim(), known: known.trim(), papers, newPhone, code }
    propose.mutate({ body: said })
  }
  /** What was lacking is said anew when it is sent again. */
  const setting =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      unsaid.check([])
      set(value)
    }
  const setters = { setName: setting(setName), setKnown: setting(setKnown), setPapers: setting(setPapers) }
  return { name, known, papers, phone, ...setters }
}
