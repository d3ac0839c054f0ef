/** Months in Shanghai, as the first day of each (`2026-10-01`). */
import { startOfDay } from '../../platform/shanghai'

export function shiftMonth(month: string, by: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const months = year * 12 + at - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

export const nextMonth = (month: string): string => shiftMonth(month, 1)

/** What was begun in its last moment is committed or gone after an hour: no statement runs that long. */
const settledMs = 3_600_000

export const monthOver = (month: string, now: Date): boolean =>
  now.getTime() >= startOfDay(nextMonth(month)).getTime() + settledMs
