import type { Survey } from '@linli/contracts/surveys'
import { useState } from 'react'
import { replaceWith } from '../../shared/navigation/navigate'
import { pages } from '../../shared/navigation/pages'
import { forget, recall, store } from '../../shared/device/storage'
import { say } from '../../shared/ui/page/say'
import { useMissingFields } from '../../shared/forms/missing-fields'
import { useChange, useCreate } from './api'
import { type SurveyForm, bodyOf, formOf, missingIn, usualForm } from './plan'
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
  const missing = useMissingFields()
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
    problem: missing.problem ?? create.error ?? change.error,
    busy: create.isPending || change.isPending,
    save: () => missing.check(missingIn(form)) && send(),
  }
}

export type Plan = ReturnType<typeof usePlan>
