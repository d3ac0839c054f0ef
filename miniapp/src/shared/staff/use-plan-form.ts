import type { Fault } from '@linli/contracts/problems'
import { useState } from 'react'
import { forget, recall, store } from '../device/storage'
import { useMissingFields } from '../forms/missing-fields'
import type { ProblemError } from '../http/problem'
import { replaceWith } from '../navigation/navigate'
import { say } from '../ui/page/say'

interface Write<I> {
  error: ProblemError | null
  isPending: boolean
  mutate: (given: I) => void
}

/** What is planned: a programme, a survey. */
export interface PlanKind<One, Form, New, Changed> {
  /** Names of drafts begin so: they go when their person does. */
  draft: `draft.${string}`
  /** What a new plan begins with. */
  usual: (now: number) => Form
  formOf: (one: One) => Form
  /** What nobody has said yet, in the order of the page. */
  missingIn: (form: Form) => Fault[]
  useCreate: (done: (one: One) => void) => Write<New>
  useChange: (done: (one: One) => void) => Write<Changed>
  /** Said once it is saved. */
  saved: string
  page: (id: string) => string
}

interface Bodies<Form, New, Changed> {
  create: (form: Form) => New
  change: (id: string, form: Form) => Changed
}

/** The plan of a draft, or a new one (`one` is null): what was filled in for a new one survives a closed app. */
export function usePlanForm<One extends { id: string }, Form extends object, New, Changed>(
  kind: PlanKind<One, Form, New, Changed>,
  one: One | null,
  bodies: Bodies<Form, New, Changed>,
) {
  const [form, setForm] = useState<Form>(() =>
    one === null ? { ...kind.usual(Date.now()), ...recall<Partial<Form>>(kind.draft) } : kind.formOf(one),
  )
  const saved = ({ id }: One) => {
    if (one === null) forget(kind.draft)
    say(kind.saved)
    replaceWith(kind.page(id))
  }
  const create = kind.useCreate(saved)
  const change = kind.useChange(saved)
  const missing = useMissingFields()
  const send = () =>
    one === null ? create.mutate(bodies.create(form)) : change.mutate(bodies.change(one.id, form))
  return {
    form,
    set(part: Partial<Form>) {
      const next = { ...form, ...part }
      if (one === null) store(kind.draft, next)
      setForm(next)
    },
    problem: missing.problem ?? create.error ?? change.error,
    busy: create.isPending || change.isPending,
    save: () => missing.check(kind.missingIn(form)) && send(),
  }
}
