import type { Child } from '@linli/contracts/children'
import { useEffect, useState } from 'react'
import { useMe } from '../../shared/session/session'
import { forget, recall, store } from '../../shared/device/storage'
import { memoryWhileOpen } from './memory-while-open'
import { consentWords } from './consent'
import { type ChildForm, type Storable, emptyForm, formOf, storable } from './form'

/** Names of drafts begin so: they go when their person does. */
const name = 'draft.child'
const agreedName = 'child.agreed'
const changeName = (id: string) => `child.change.${id}`

interface Owned<T> {
  owner: string | null
  form: T
}

/** The whole form lasts as long as the app is open: names, birth dates and health never reach the device's storage. */
function draftOf(owner: string | null): ChildForm {
  const open = memoryWhileOpen.recall<Owned<ChildForm>>(name)
  if (open?.owner === owner) return open.form
  const kept = recall<Owned<Storable>>(name)
  return { ...emptyForm, ...(kept?.owner === owner ? kept.form : null) }
}

/** A new child's form: all of it survives leaving the page and a reload, and the untagged part of it a closed app. */
export function useDraft() {
  const owner = useMe()?.id ?? null
  const [form, setForm] = useState(() => draftOf(owner))
  const [restored] = useState(() => JSON.stringify(form) !== JSON.stringify(emptyForm))
  return {
    form,
    /** It began with what was filled in before. */
    restored,
    change(part: Partial<ChildForm>) {
      const next = { ...form, ...part }
      memoryWhileOpen.store(name, { owner, form: next } satisfies Owned<ChildForm>)
      store(name, { owner, form: storable(next) } satisfies Owned<Storable>)
      setForm(next)
    },
    sent() {
      memoryWhileOpen.forget(name)
      forget(name)
    },
  }
}

interface Change {
  /** What it began with: what has changed meanwhile is not written over by it. */
  base: string
  form: ChildForm
}

/** The form of a child that is there: what was changed survives a reload, and is given up by leaving the page. */
export function useChangeDraft(child: Child) {
  const kept = changeName(child.id)
  const [base] = useState(() => JSON.stringify(formOf(child)))
  const [form, setForm] = useState(() => {
    const open = memoryWhileOpen.recall<Change>(kept)
    return open?.base === base ? open.form : formOf(child)
  })
  const [restored] = useState(() => JSON.stringify(form) !== base)
  useEffect(() => () => memoryWhileOpen.forget(kept), [kept])
  return {
    form,
    restored,
    change(part: Partial<ChildForm>) {
      const next = { ...form, ...part }
      memoryWhileOpen.store(kept, { base, form: next } satisfies Change)
      setForm(next)
    },
  }
}

/** The answer to the consent of a child who is not there yet; given anew when the page is left, not when it is loaded anew. */
export function useAgreed() {
  const [agreed, setAgreed] = useState(
    () => memoryWhileOpen.recall<number>(agreedName) === consentWords.version,
  )
  useEffect(() => () => memoryWhileOpen.forget(agreedName), [])
  return {
    agreed,
    agree() {
      memoryWhileOpen.store(agreedName, consentWords.version)
      setAgreed(true)
    },
  }
}
