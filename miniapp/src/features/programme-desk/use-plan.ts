import type { Programme } from '@linli/contracts/programmes'
import { useState } from 'react'
import { replaceWith } from '../../shared/navigate'
import { pages } from '../../shared/pages'
import { forget, recall, store } from '../../shared/storage'
import { say } from '../../shared/toast'
import { useChange, useCreate } from './api'
import { editText } from './edit-text'
import { type PlanForm, bodyOf, formOf, usualPlan } from './plan'
import { unsaidIn } from './plan-unsaid'
import { useUnsaid } from '../../shared/unsaid'

/** Names of drafts begin so: they go when their person does. */
const name = 'draft.programme'

/** The plan of a draft, or a new one: what was filled in survives a closed app. */
export function usePlan(one: Programme | null, community: string) {
  const [form, setForm] = useState<PlanForm>(() =>
    one === null ? { ...usualPlan(Date.now()), ...recall<Partial<PlanForm>>(name) } : formOf(one),
  )
  const saved = (programme: Programme) => {
    if (one === null) forget(name)
    say(editText.saved)
    replaceWith(pages.deskProgramme(programme.id))
  }
  const create = useCreate(saved)
  const change = useChange(saved)
  const unsaid = useUnsaid()
  const send = () =>
    one === null
      ? create.mutate({ body: { community, ...bodyOf(form) } })
      : change.mutate({ params: { id: one.id }, body: bodyOf(form) })
  return {
    form,
    set(part: Partial<PlanForm>) {
      const next = { ...form, ...part }
      if (one === null) store(name, next)
      setForm(next)
    },
    problem: unsaid.problem ?? create.error ?? change.error,
    busy: create.isPending || change.isPending,
    save: () => unsaid.check(unsaidIn(form)) && send(),
  }
}

export type Plan = ReturnType<typeof usePlan>
