import { addDays } from '../../shared/time/shanghai'

export const spanNames = ['month', 'lastMonth', 'year', 'ahead'] as const
export type SpanName = (typeof spanNames)[number]

/** First and last day of the bookings that are taken out. */
export function spanOf(name: SpanName, today: string): { fromDay: string; toDay: string } {
  const first = `${today.slice(0, 8)}01`
  if (name === 'month') return { fromDay: first, toDay: today }
  if (name === 'year') return { fromDay: `${today.slice(0, 4)}-01-01`, toDay: today }
  if (name === 'ahead') return { fromDay: today, toDay: addDays(today, 30) }
  const last = addDays(first, -1)
  return { fromDay: `${last.slice(0, 8)}01`, toDay: last }
}
