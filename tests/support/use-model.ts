/**
 * When rooms are open and used, told a second time and in the plainest way: minute by minute, day by day. It shares no line
 * with what it is held against.
 */
export interface ModelUse {
  /** What is open on each weekday, Monday first, as minutes of the day. */
  openings: { weekday: number; from: number; to: number }[]
  /** Days on which it is shut whatever the weekday. */
  shutOn: readonly string[]
  /** Instants. */
  closures: [number, number][]
  uses: { day: string; from: number; to: number; counts: boolean }[]
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)
export const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7

/** Minutes by weekday and hour, 168 of each. */
export function countedUse(
  rooms: readonly ModelUse[],
  days: readonly string[],
): { open: number[]; used: number[] } {
  const counted = { open: Array<number>(168).fill(0), used: Array<number>(168).fill(0) }
  for (const room of rooms)
    for (const day of days)
      for (let minute = 0; minute < 1440; minute++) {
        const cell = (weekdayOf(day) - 1) * 24 + Math.floor(minute / 60)
        const at = midnight(day) + minute * 60_000
        const isOpen =
          !room.shutOn.includes(day) &&
          room.openings.some((o) => o.weekday === weekdayOf(day) && o.from <= minute && minute < o.to) &&
          !room.closures.some(([from, to]) => from <= at && at < to)
        const isUsed = room.uses.some((u) => u.counts && u.day === day && u.from <= minute && minute < u.to)
        counted.open[cell] = (counted.open[cell] ?? 0) + Number(isOpen)
        counted.used[cell] = (counted.used[cell] ?? 0) + Number(isUsed)
      }
  return counted
}
