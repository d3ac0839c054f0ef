/** Everything people read is Shanghai time, whatever zone the device is in: UTC+8, no summer time. */
const offset = 8 * 3_600_000
const minute = 60_000
const dayMs = 86_400_000

const two = (n: number) => String(n).padStart(2, '0')

/** The Shanghai day of an instant, `2026-11-23`. */
export function dayOf(instant: string | number): string {
  const at = new Date(typeof instant === 'number' ? instant : Date.parse(instant))
  return new Date(at.getTime() + offset).toISOString().slice(0, 10)
}

/** The instant at which `HH:MM` (up to `24:00`) is on a Shanghai day. */
export const instantAt = (day: string, clock: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - offset + minutesOf(clock) * minute).toISOString()

export const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Whole minutes from the start of a Shanghai day to an instant, as a clock shows them; 1440 at its end. */
export const minuteInDay = (day: string, instant: string) =>
  Math.floor((Date.parse(instant) + offset - Date.parse(`${day}T00:00:00Z`)) / minute)

/** `14:00`, and `24:00` for 1440. */
export const clockOf = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

export const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

/** ISO weekday of a day: 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
