import { addDays } from '../../shared/time/shanghai'

export const spanNames = ['weeks', 'thisMonth', 'lastMonth', 'year'] as const
export type SpanName = (typeof spanNames)[number]

/** First and last day of what is looked at; days that are not over are left out by the service. */
export function spanOf(name: SpanName, today: string): { from: string; to: string } {
  const first = `${today.slice(0, 8)}01`
  if (name === 'thisMonth') return { from: first, to: today }
  if (name === 'lastMonth') {
    const last = addDays(first, -1)
    return { from: `${last.slice(0, 8)}01`, to: last }
  }
  return { from: addDays(today, name === 'weeks' ? -28 : -365), to: addDays(today, -1) }
}
