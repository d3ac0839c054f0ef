import { addDays, dayOf, instantAt, minutesOf, clockOf } from '../../shared/time/shanghai'

/** A time that is offered, as it is filled in. */
export interface Time {
  day: string
  at: string
}

export const mostTimes = 5

export const firstTime = (now: number): Time => ({ day: addDays(dayOf(now), 1), at: '' })

export const isWhole = ({ day, at }: Time): boolean => day !== '' && /^\d\d:\d\d$/.test(at)

/** From when to when, for the service. */
export function spanOf({ day, at }: Time, minutes: number) {
  const startsAt = instantAt(day, at)
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() }
}

/** Duty hours as they are filled in: the minutes of a day as a clock shows them. */
export const toMinutes = (clock: string): number | null =>
  /^\d\d:\d\d$/.test(clock) ? minutesOf(clock) : null
export const toClock = (minutes: number): string => (minutes === 1440 ? '23:59' : clockOf(minutes))
