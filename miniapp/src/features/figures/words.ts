import type { Figure, FigureKey } from '@linli/contracts/figures'
import { figuresText } from './text'

const percent = (share: number) => Math.round(share * 100)

/** Too few people stand behind it; where none are published there may still be up to four. */
export const isHidden = ({ value, of }: Figure): boolean => value === null || of === null || of === 0

/** 96%, 60 人, or that it is not published. */
export function valueWords(figure: Figure): string {
  const { key, value } = figure
  if (value === null || isHidden(figure)) return figuresText.hidden
  return key === 'ratings' ? figuresText.people(value) : `${percent(value)}%`
}

/** What the share is of, or why it is not published. */
export function baseWords(figure: Figure): string {
  const { key, of } = figure
  return of === null || isHidden(figure) ? figuresText.hiddenWhy : figuresText.base[key](of)
}

/** Beside the month before: 比上月高 3 个百分点. Null where this month itself is not published. */
export function changeWords(now: Figure, before: Figure | undefined): string | null {
  if (now.value === null || isHidden(now)) return null
  if (before === undefined || before.value === null || isHidden(before)) return figuresText.change.unknown
  const { more, fewer, higher, lower, same } = figuresText.change
  const [up, down] = now.key === 'ratings' ? [more, fewer] : [higher, lower]
  const scale = now.key === 'ratings' ? (n: number) => n : percent
  const change = scale(now.value) - scale(before.value)
  if (change === 0) return same
  return change > 0 ? up(change) : down(-change)
}

/** 2026年10月 */
export const monthWords = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

export interface TrendRow {
  month: string
  words: string
  base: string
  /** Of the line's length, 0…1; null where nothing is published. */
  length: number | null
}

interface Month {
  month: string
  figures: Figure[]
}

/** From the first month of which anything is published. */
function begun(months: readonly Month[]): readonly Month[] {
  const first = months.findIndex(({ figures }) => figures.some((one) => !isHidden(one)))
  return first < 0 ? [] : months.slice(first)
}

/** One figure month by month: shares against the whole, numbers against the largest of them. */
export function trendOf(months: readonly Month[], key: FigureKey): TrendRow[] {
  const rows = begun(months).map(({ month, figures }) => ({
    month: monthWords(month),
    figure: figures.find((one) => one.key === key) ?? { key, value: null, of: null },
  }))
  const most = key === 'ratings' ? Math.max(1, ...rows.map(({ figure }) => figure.value ?? 0)) : 1
  return rows.map(({ month, figure }) => ({
    month,
    words: valueWords(figure),
    base: baseWords(figure),
    length: figure.value === null || isHidden(figure) ? null : figure.value / most,
  }))
}
