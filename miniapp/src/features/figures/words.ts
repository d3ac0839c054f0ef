import type { Figure, FigureKey } from '@linli/contracts/figures'
import { figuresText } from './text'

const percent = (share: number) => Math.round(share * 100)

/** Too few people stand behind it; where none are published there may still be up to four. */
export const isHidden = ({ value, of }: Figure): boolean => value === null || of === null || of === 0

/** 96%, 96% 以上, 60 件, or that it is not published. */
export function valueWords(figure: Figure): string {
  const { key, value, bound } = figure
  if (value === null || isHidden(figure)) return figuresText.hidden
  if (key === 'ratings') return figuresText.cases(value)
  const words = `${percent(value)}%`
  if (bound === 'exact') return words
  return bound === 'at_least' ? figuresText.atLeast(words) : figuresText.atMost(words)
}

/** What the share is of; nothing where it is not published. */
export function baseWords(figure: Figure): string {
  const { key, of } = figure
  return of === null || isHidden(figure) ? '' : figuresText.base[key](of)
}

/** Beside the month before: 比上月高 3 个百分点; a bound only beside the other value. Null where this month itself is not published. */
export function changeWords(now: Figure, before: Figure | undefined): string | null {
  if (now.value === null || isHidden(now)) return null
  if (before === undefined || before.value === null || isHidden(before)) return figuresText.change.unknown
  if (now.bound !== 'exact' || before.bound !== 'exact') return figuresText.change.beside(valueWords(before))
  const { more, fewer, higher, lower, same } = figuresText.change
  const [up, down] = now.key === 'ratings' ? [more, fewer] : [higher, lower]
  const scale = now.key === 'ratings' ? (n: number) => n : percent
  const change = scale(now.value) - scale(before.value)
  if (change === 0) return same
  return change > 0 ? up(change) : down(-change)
}

const none = (key: FigureKey): Figure => ({ key, value: null, of: null, bound: 'exact' })

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

/** What the figures of the year cover: less than twelve months where the first of them had nothing. */
export function yearWords(months: readonly Month[], through: string): string {
  const [first] = begun(months)
  if (first === undefined || first === months[0]) return figuresText.year(monthWords(through))
  if (first.month === through) return monthWords(through)
  const sameYear = first.month.slice(0, 4) === through.slice(0, 4)
  const last = monthWords(through)
  return figuresText.stretch(monthWords(first.month), sameYear ? last.slice(5) : last)
}

/** One figure month by month: shares against the whole, numbers against the largest of them. */
export function trendOf(months: readonly Month[], key: FigureKey): TrendRow[] {
  const rows = begun(months).map(({ month, figures }) => ({
    month: monthWords(month),
    figure: figures.find((one) => one.key === key) ?? none(key),
  }))
  const most = key === 'ratings' ? Math.max(1, ...rows.map(({ figure }) => figure.value ?? 0)) : 1
  return rows.map(({ month, figure }) => ({
    month,
    words: valueWords(figure),
    base: baseWords(figure),
    length: figure.value === null || isHidden(figure) ? null : figure.value / most,
  }))
}
