import type { Figure, FigureKey, FiguresPage } from '@linli/contracts/figures'
import { isRough, percent, type Share, shareWords } from '../../shared/words/share-words'
import { figuresText } from './text'
import { monthWords } from '../../shared/time/month-words'

/** Where the figure lies; null where too few stand behind it, or nobody: then there may still be up to four. */
function shareOf({ key, low, high, of }: Figure): Share | null {
  if (low === null || high === null) return null
  return key === 'ratings' && of === 0 ? null : { low, high }
}

export const isHidden = (figure: Figure): boolean => shareOf(figure) === null

/** 96%, 93%～97%, 60 件, or that it is not published. */
export function valueWords(figure: Figure): string {
  const share = shareOf(figure)
  if (share === null) return figuresText.hidden
  return figure.key === 'ratings' ? figuresText.cases(share.low) : shareWords(share)
}

/** What the share is of; nothing where it is not published. */
export function baseWords(figure: Figure): string {
  const { key, of } = figure
  return of === null || isHidden(figure) ? '' : figuresText.base[key](of)
}

/** What the number says, in one sentence; nothing where it is not published. */
export function sentenceOf(figure: Figure): string {
  if (isHidden(figure)) return ''
  const { key, of } = figure
  return of === null && key !== 'ratings' && key !== 'unrated' ? '' : figuresText.says[key](of ?? 0)
}

/** Beside the month before: 比上月高 3 个百分点; what is only said roughly, beside the other value. Null where this month itself is not published. */
export function changeWords(now: Figure, before: Figure | undefined): string | null {
  const [here, there] = [shareOf(now), before === undefined ? null : shareOf(before)]
  if (here === null) return null
  if (there === null || before === undefined) return figuresText.change.unknown
  const { more, fewer, higher, lower, same, beside } = figuresText.change
  const isNumber = now.key === 'ratings'
  if (!isNumber && (isRough(here) || isRough(there))) return beside(valueWords(before))
  const [up, down] = isNumber ? [more, fewer] : [higher, lower]
  const scale = isNumber ? (n: number) => n : percent
  const change = scale(here.low) - scale(there.low)
  if (change === 0) return same
  return change > 0 ? up(change) : down(-change)
}

/** What has to be known to read the year's figures. */
export function notesOf({ division, year }: Pick<FiguresPage, 'division' | 'year'>): string[] {
  const rough = year.some((one) => {
    const share = shareOf(one)
    return share !== null && one.key !== 'ratings' && isRough(share)
  })
  return [
    ...(rough ? [figuresText.rough] : []),
    ...(year.some(isHidden) ? [figuresText.hiddenHelp] : []),
    ...(division.level === 'community' ? [] : [figuresText.aboveHelp]),
  ]
}

const none = (key: FigureKey): Figure => ({ key, low: null, high: null, of: null })

export interface TrendRow {
  month: string
  words: string
  base: string
  /** Of the line's length; null where nothing is published. */
  bar: Share | null
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
  const most = key === 'ratings' ? Math.max(1, ...rows.map(({ figure }) => figure.low ?? 0)) : 1
  return rows.map(({ month, figure }) => {
    const share = shareOf(figure)
    const bar = share && { low: share.low / most, high: share.high / most }
    return { month, words: valueWords(figure), base: baseWords(figure), bar }
  })
}
