import type { Survey } from '@linli/contracts/surveys'
import { useState } from 'react'
import { replaceWith } from '../../shared/navigate'
import { pages } from '../../shared/pages'
import { forget, recall, store } from '../../shared/storage'
import { say } from '../../shared/toast'
import { useUnsaid } from '../../shared/unsaid'
import { useChange, useCreate } from './api'
import { type SurveyForm, bodyOf, formOf, unsaidIn, usualForm } from './plan'
import { planText } from './text'

/** Names of drafts begin so: they go when their person does. */
const name = 'draft.survey'

/** The plan of a draft, or a new one: what was filled in survives a closed app. */
export function usePlan(one: Survey | null, division: string) {
  const [form, setForm] = useState<SurveyForm>(() =>
    one === null ? { ...usualForm(Date.now()), ...recall<Partial<SurveyForm>>(name) } : formOf(one),
  )
  const saved = (survey: Survey) => {
    if (one === null) forget(name)
    say(planText.saved)
    replaceWith(pages.deskSurvey(survey.id))
  }
  const create = useCreate(saved)
  const change = useChange(saved)
  const unsaid = useUnsaid()
  const body = { division, ...bodyOf(form) }
  const send = () =>
    one === null ? create.mutate({ body }) : change.mutate({ params: { id: one.id }, body })
  return {
    form,
    set(part: Partial<SurveyForm>) {
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
