/** Where and when staff would put a booking, while they choose. Pure. */
import type { Period } from '@linli/contracts/common'
import { addDays, clockOf, dayOf, daysBetween, instantAt, minuteInDay } from '../../../shared/time/shanghai'

export interface MovePlan {
  roomId: string
  day: string
  /** Minutes of the day. */
  from: number
  to: number
}

/** As it is. */
export const planOf = (roomId: string, { startsAt, endsAt }: Period): MovePlan => {
  const day = dayOf(startsAt)
  return { roomId, day, from: minuteInDay(day, startsAt), to: minuteInDay(day, endsAt) }
}

export const periodOf = ({ day, from, to }: MovePlan): Period => ({
  startsAt: instantAt(day, clockOf(from)),
  endsAt: instantAt(day, clockOf(to)),
})

/** The start moves the use as a whole; at the end of the day it gets shorter. */
export const startsAt = (plan: MovePlan, from: number, step: number): MovePlan => {
  const to = Math.min(24 * 60, from + plan.to - plan.from)
  return { ...plan, from, to: Math.max(to, from + step) }
}

export const daysAhead = ({ day }: MovePlan, now: number): number => daysBetween(dayOf(now), day)
export const onDay = (plan: MovePlan, ahead: number, now: number): MovePlan => ({
  ...plan,
  day: addDays(dayOf(now), ahead),
})

export const isSame = (a: MovePlan, b: MovePlan): boolean =>
  a.roomId === b.roomId && a.day === b.day && a.from === b.from && a.to === b.to
