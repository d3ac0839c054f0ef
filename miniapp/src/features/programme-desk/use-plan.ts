import type { Programme } from '@linli/contracts/programmes'
import { useState } from 'react'
import { replaceWith } from '../../shared/navigation/navigate'
import { pages } from '../../shared/navigation/pages'
import { forget, recall, store } from '../../shared/device/storage'
import { say } from '../../shared/ui/page/say'
import { useChange, useCreate } from './api'
import { editText } from './edit-text'
import { type PlanForm, bodyOf, formOf, usualPlan } from './plan'
import { missingIn } from './plan-missing'
import { useMissingFields } from '../../shared/forms/missing-fields'

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
  const missing = useMissingFields()
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
    problem: missing.problem ?? create.error ?? change.error,
    busy: create.isPending || change.isPending,
    save: () => missing.check(missingIn(form)) && send(),
  }
}

export type Plan = ReturnType<typeof usePlan>
