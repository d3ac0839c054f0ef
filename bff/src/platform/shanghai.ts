/**
 * Days and clock times in Shanghai. China keeps one zone at UTC+8 without summer time (since 1992), so the offset is
 * a constant; days are `YYYY-MM-DD`, times `HH:MM` where `24:00` is the end of the day.
 */
const offsetMs = 8 * 3_600_000
export const minuteMs = 60_000
export const dayMs = 86_400_000

export function dayOf(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 10)
}

/** The instant at which a local day begins. */
export function startOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The Monday of the week in which an instant falls. */
export function mondayOf(at: Date): string {
  const day = dayOf(at)
  return addDays(day, 1 - weekdayOf(day))
}

/** Minutes since local midnight of a clock time. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

export function instantAt(day: string, minutes: number): Date {
  return new Date(startOfDay(day).getTime() + minutes * minuteMs)
}
