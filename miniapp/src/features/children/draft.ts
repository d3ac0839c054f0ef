import { useState } from 'react'
import { useMe, whenSessionEnds } from '../../shared/session'
import { forget, recall, store } from '../../shared/storage'
import { type ChildForm, type Storable, emptyForm, storable } from './form'

/** Names of drafts begin so: they go when their person does. */
const name = 'draft.child'

interface Owned<T> {
  owner: string | null
  form: T
}

/** The whole form lives in memory alone: names, birth dates and health never reach the device's storage. */
let open: Owned<ChildForm> | null = null
whenSessionEnds(() => {
  open = null
})

function draftOf(owner: string | null): ChildForm {
  if (open !== null && open.owner === owner) return open.form
  const kept = recall<Owned<Storable>>(name)
  return { ...emptyForm, ...(kept?.owner === owner ? kept.form : null) }
}

/** A new child's form: all of it survives leaving the page, and the untagged part of it a closed app. */
export function useDraft() {
  const owner = useMe()?.id ?? null
  const [form, setForm] = useState(() => draftOf(owner))
  return {
    form,
    change(part: Partial<ChildForm>) {
      const next = { ...form, ...part }
      open = { owner, form: next }
      store(name, { owner, form: storable(next) } satisfies Owned<Storable>)
      setForm(next)
    },
    sent() {
      open = null
      forget(name)
    },
  }
}
