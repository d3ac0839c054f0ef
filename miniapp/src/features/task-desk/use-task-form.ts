import type { NeedDetail } from '@linli/contracts/need-case'
import type { Task } from '@linli/contracts/tasks'
import { useState } from 'react'
import { useMissingFields } from '../../shared/forms/missing-fields'
import { forget, recall, store } from '../../shared/device/storage'
import { replaceWith } from '../../shared/navigation/navigate'
import { pages } from '../../shared/navigation/pages'
import { say } from '../../shared/ui/page/say'
import { useCreate } from './api'
import { bodyOf, emptyForm, formOfNeed, formOfTask, missingIn, type TaskForm } from './form'
import { editText } from './text'

/** The names of drafts begin so: they go when their person does. */
const draft = 'draft.task'

function firstForm(need: NeedDetail | null, like: Task | null): TaskForm {
  if (need !== null) return formOfNeed(need, Date.now())
  return like === null ? { ...emptyForm(), ...recall<Partial<TaskForm>>(draft) } : formOfTask(like)
}

/** What a task is written from, or for. */
export interface From {
  need?: NeedDetail
  like?: Task
  teamId?: string
}

/** A task that is written: of a need, or like an earlier one, with what that says; another one survives a closed app. */
export function useTaskForm(community: string, from: From = {}) {
  const { need = null, like = null, teamId = null } = from
  const [form, setForm] = useState<TaskForm>(() => firstForm(need, like))
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
