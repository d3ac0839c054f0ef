import type { NeedDetail } from '@linli/contracts/need-case'
import { useState } from 'react'
import { useMissingFields } from '../../shared/forms/missing-fields'
import { forget, recall, store } from '../../shared/device/storage'
import { replaceWith } from '../../shared/navigation/navigate'
import { pages } from '../../shared/navigation/pages'
import { say } from '../../shared/ui/page/say'
import { useCreate } from './api'
import { bodyOf, formOfNeed, missingIn, type TaskForm, usualForm } from './form'
import { editText } from './text'

/** The names of drafts begin so: they go when their person does. */
const draft = 'draft.task'

/** A task that is written: of a need with what that says; another one survives a closed app. */
export function useTaskForm(community: string, need: NeedDetail | null, teamId: string | null = null) {
  const [form, setForm] = useState<TaskForm>(() =>
    need === null
      ? { ...usualForm(Date.now()), ...recall<Partial<TaskForm>>(draft) }
      : formOfNeed(need, Date.now()),
  )
  const missing = useMissingFields()
  const create = useCreate((made) => {
    if (need === null) forget(draft)
    say(editText.sent(made.length))
    const [first] = made
    const list = teamId === null ? pages.deskTasks : pages.teamTasks(teamId)
    replaceWith(made.length === 1 && first !== undefined ? pages.deskTask(first.id) : list)
  })
  return {
    form,
    set(part: Partial<TaskForm>) {
      const next = { ...form, ...part }
      if (need === null) store(draft, next)
      setForm(next)
    },
    teamId,
    problem: missing.problem ?? create.error,
    busy: create.isPending,
    send: () =>
      missing.check(missingIn(form)) &&
      create.mutate({ body: bodyOf(form, { community, needId: need?.id ?? null, teamId }) }),
  }
}

export type Plan = ReturnType<typeof useTaskForm>
