import { closeRooms, listMetBookings } from '@linli/contracts/closures'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../shared/http/call'
import type { ProblemError } from '../../shared/http/problem'
import type { Reply } from '../../shared/http/request'
import { useWrite } from '../../shared/http/use-write'
import { clockOf, dayOf, instantAt, minuteInDay } from '../../shared/time/shanghai'
import { answersOf, type Choices, type Met, metIn } from './closing'

export interface ClosingForm {
  fromDay: string
  from: string
  toDay: string
  to: string
  reason: string
  weeks: number
  roomIds: string[]
}

export type Closed = Reply<typeof closeRooms>

/** A closure of one day ends on the day it begins, where no other is said. */
export const spanOf = ({ fromDay, from, toDay, to }: ClosingForm) => ({
  startsAt: instantAt(fromDay, from),
  endsAt: instantAt(toDay === '' ? fromDay : toDay, to),
})

/** What is to be closed, the bookings that it meets with an answer for each, and the one write. */
export function useClosing(roomId: string, takeover: boolean) {
  const [form, setForm] = useState<ClosingForm>(() => ({
    ...{ fromDay: '', from: '', toDay: '', to: '', reason: '', weeks: 1 },
    // What is needed at once is needed from when the page was opened.
    ...(takeover && thisMinute()),
    roomIds: [roomId],
  }))
  const [choices, setChoices] = useState<Choices>({})
  const look = useMutation<Met, ProblemError, ClosingForm>({ gcTime: 0, mutationFn: metOf })
  const close = useWrite(closeRooms)
  const met = look.data?.bookings
  return {
    form,
    change: (part: Partial<ClosingForm>) => setForm((was) => ({ ...was, ...part })),
    met,
    /** More than one closure answers for. */
    tooMany: look.data?.tooMany === true,
    look: () => {
      close.reset()
      look.mutate(form)
    },
    /** Back to what is to be closed; what was answered is kept. */
    turnBack: () => {
      close.reset()
      look.reset()
    },
    choices,
    choose: setChoices,
    send: (kind: 'closed' | 'takeover') =>
      close.mutate({ body: bodyOf(form, kind, met === undefined ? [] : answersOf(met, choices)) }),
    busy: look.isPending || close.isPending,
    problem: close.error ?? look.error,
    closed: close.data === 'queued' ? undefined : close.data,
  }
}

export type Closing = ReturnType<typeof useClosing>

function thisMinute() {
  const now = Date.now()
  const day = dayOf(now)
  return { fromDay: day, from: clockOf(minuteInDay(day, new Date(now).toISOString())) }
}

async function metOf(form: ClosingForm): Promise<Met> {
  const query = { ...spanOf(form), weeks: String(form.weeks) }
  return metIn(await Promise.all(form.roomIds.map((id) => call(listMetBookings, { params: { id }, query }))))
}

const bodyOf = (form: ClosingForm, kind: 'closed' | 'takeover', answers: ReturnType<typeof answersOf>) => ({
  roomIds: form.roomIds,
  ...spanOf(form),
  reason: form.reason.trim(),
  kind,
  weeks: form.weeks,
  answers,
})
