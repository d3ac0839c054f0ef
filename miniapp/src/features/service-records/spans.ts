import { recordText } from './text'

export type SpanName = 'all' | 'year' | 'lastYear' | 'month'

export const spanChoices = (names: readonly SpanName[]) =>
  names.map((value) => ({ value, word: recordText[value] }))

/** First and last day; of all there is, and until today, the service knows. */
export function spanOf(name: SpanName, today: string): { fromDay: string | null; toDay: string | null } {
  const year = Number(today.slice(0, 4))
  if (name === 'year') return { fromDay: `${year}-01-01`, toDay: null }
  if (name === 'lastYear') return { fromDay: `${year - 1}-01-01`, toDay: `${year - 1}-12-31` }
  if (name === 'month') return { fromDay: `${today.slice(0, 8)}01`, toDay: null }
  return { fromDay: null, toDay: null }
}
