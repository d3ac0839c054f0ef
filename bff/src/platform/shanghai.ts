/**
 * Days and clock times in Shanghai. China keeps one zone at UTC+8 without summer time (since 1992), so the offset is
 * a constant; days are `YYYY-MM-DD`, times `HH:MM` where `24:00` is the end of the day.
 */
const offsetMs = 8 * 3_600_000
export const minuteMs = 60_000
export const dayMs = 86_400_000

const mostKnown = 5_000

/** The same few days are asked for again and again, by a search thousands of times. */
function remembered<From, To>(known: Map<From, To>, from: From, make: () => To): To {
  const before = known.get(from)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const made = make()
  known.set(from, made)
  return made
}

const numbers = new Map<string, number>()
const names = new Map<number, string>()

/** Days since the first of January 1970. */
const numberOf = (day: string): number =>
  remembered(numbers, day, () => Date.parse(`${day}T00:00:00Z`) / dayMs)
const nameOf = (number: number): string =>
  remembered(names, number, () => new Date(number * dayMs).toISOString().slice(0, 10))

export function dayOf(at: Date): string {
  return nameOf(Math.floor((at.getTime() + offsetMs) / dayMs))
}

/** The instant at which a local day begins. */
export function startOfDay(day: string): Date {
  return new Date(numberOf(day) * dayMs - offsetMs)
}

export function addDays(day: string, days: number): string {
  return nameOf(numberOf(day) + days)
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(numberOf(day) * dayMs).getUTCDay() || 7
}

/** The Monday of the week in which an instant falls. */
export function mondayOf(at: Date): string {
  const day = dayOf(at)
  return addDays(day, 1 - weekdayOf(day))
}

/** Minutes since local midnight of a clock time. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

export function instantAt(day: string, minutes: number): Date {
  return new Date(startOfDay(day).getTime() + minutes * minuteMs)
}
