import type { changeTask } from '@linli/contracts/task-changes'
import type { Task, TaskObstacle } from '@linli/contracts/tasks'
import { useState } from 'react'
import type { Input } from '../../shared/http/request'
import { clockOf, dayOf, instantAt, minuteInDay } from '../../shared/time/shanghai'
import { say } from '../../shared/ui/page/say'
import { useChange, useLookAtMove } from './api'
import { changeText as text } from './text'

export interface ChangeForm {
  day: string
  from: string
  to: string
  place: string
  about: string
  places: number
}

const clock = (at: string) => clockOf(minuteInDay(dayOf(at), at))

const formOf = ({ startsAt, endsAt, place, about, places }: Task): ChangeForm => ({
  day: dayOf(startsAt),
  from: clock(startsAt),
  to: clock(endsAt),
  place: place ?? '',
  about: about ?? '',
  places,
})

const spanOf = ({ day, from, to }: ChangeForm) => ({
  startsAt: instantAt(day, from),
  endsAt: instantAt(day, to),
})
const isSame = (one: string, other: string) => Date.parse(one) === Date.parse(other)

type Body = Input<typeof changeTask>['body']

export function bodyOf(task: Task, form: ChangeForm): Body {
  const { startsAt, endsAt, place } = task
  const about = form.about.trim()
  return {
    was: { startsAt, endsAt },
    ...spanOf(form),
    place: place === null ? null : form.place.trim(),
    about: about === '' ? null : about,
    places: form.places,
  }
}

/** Is a day and an hour said, and another than it is? */
export function movedTo(task: Task, form: ChangeForm): { startsAt: string; endsAt: string } | null {
  if (form.day === '' || form.from === '' || form.to === '') return null
  const span = spanOf(form)
  return isSame(span.startsAt, task.startsAt) && isSame(span.endsAt, task.endsAt) ? null : span
}

/** A change that is written: where the time is another, whom it hits is looked at first. */
export function useTaskChange(task: Task, done: () => void) {
  const [form, setForm] = useState(() => formOf(task))
  const look = useLookAtMove()
  const change = useChange(() => {
    say(text.said)
    done()
  })
  const to = movedTo(task, form)
  const params = { id: task.id }
  return {
    form,
    set(part: Partial<ChangeForm>) {
      look.reset()
      change.reset()
      setForm({ ...form, ...part })
    },
    whole:
      form.day !== '' &&
      form.from !== '' &&
      form.to !== '' &&
      (task.place === null || form.place.trim() !== ''),
    moves: to !== null,
    seen: look.data,
    look: () => to !== null && look.mutate({ params, query: to }),
    send: () => change.mutate({ params, body: bodyOf(task, form) }),
    busy: look.isPending || change.isPending,
    problem: change.error ?? look.error,
  }
}

export type Changing = ReturnType<typeof useTaskChange>

export const whyWords = (why: readonly TaskObstacle[]): string =>
  why.flatMap((one) => text.why[one] ?? []).join('，')
