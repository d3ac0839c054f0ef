/** The public figures as words: what is hidden is said, what is compared is one's own month, and every bar is a number. */
import { type Figure, type FigureKey, figureKey } from '@linli/contracts/figures'
import { expect, test } from 'vitest'
import { figuresText } from '../../../miniapp/src/features/figures/text'
import {
  baseWords,
  changeWords,
  notesOf,
  sentenceOf,
  trendOf,
  valueWords,
  yearWords,
} from '../../../miniapp/src/features/figures/words'
import { monthWords } from '../../../miniapp/src/shared/time/month-words'

const figure = (key: FigureKey, value: number | null, of: number | null): Figure => ({
  key,
  low: value,
  high: value,
  of,
})

test('a share is a percentage and what it is of; a number is ratings', () => {
  expect([valueWords(figure('good', 0.956, 60)), baseWords(figure('good', 0.956, 60))]).toEqual([
    '96%',
    '60 件评价',
  ])
  expect(valueWords(figure('ratings', 60, 60))).toBe('60 件')
  expect(baseWords(figure('answered', 1, 5))).toBe('已公布 5 件差评')
})

test('every number has one sentence; what is not published has none, and ranges are explained once', () => {
  for (const key of figureKey.options) {
    expect([key, sentenceOf(figure(key, 1, 60))]).toEqual([key, expect.stringMatching(/^[^。]+。$/)])
    expect(sentenceOf(figure(key, null, null))).toBe('')
  }
  expect(sentenceOf(figure('rectified', 1, 15))).toBe('15 件差评里，这么多按期改好并告诉了评价人。')
  const everything = [figuresText.rough, ...figuresText.howAll, ...Object.values(figuresText.howEach)].join(
    '',
  )
  expect(everything.match(/93%～97%/g)).toHaveLength(1)
})

test.each([
  ['too few', figure('good', null, null)],
  ['nobody', figure('content', null, 0)],
  ['no ratings', figure('ratings', 0, 0)],
])('%s is not published, and says why', (_, one) => {
  expect([valueWords(one), baseWords(one)]).toEqual(['暂不公布', ''])
})

test('a month stands beside the one before it in words, up, down and the same', () => {
  const words = (now: number, before: number) =>
    changeWords(figure('good', now, 50), figure('good', before, 40))
  expect(words(0.96, 0.93)).toBe('比上月高 3 个百分点')
  expect(words(0.9, 0.93)).toBe('比上月低 3 个百分点')
  expect(words(0.931, 0.929)).toBe('和上月一样')
  expect(changeWords(figure('ratings', 30, 30), figure('ratings', 24, 24))).toBe('比上月多 6 件')
})

test('what is only said roughly says so, and is compared with nothing', () => {
  const share = (low: number, high: number): Figure => ({ key: 'good', low, high, of: 50 })
  const rough = [share(0.93, 0.97), share(0.92, 1), share(0, 0.08), share(0, 1), share(0.961, 0.964)]
  expect(rough.map(valueWords)).toEqual(['93%～97%', '92% 以上', '8% 以下', '0%～100%', '96%'])
  expect(changeWords(share(0.93, 0.97), figure('good', 0.9, 40))).toBe('上月 90%')
  expect(changeWords(figure('good', 0.96, 40), share(0.93, 0.97))).toBe('上月 93%～97%')
  expect(trendOf([{ month: '2026-10', figures: [share(0.92, 0.98)] }], 'good')).toMatchObject([
    { words: '92%～98%', bar: { low: 0.92, high: 0.98 } },
  ])
})

test('what has to be known to read the year is said beside it', () => {
  const division = (level: 'community' | 'township') =>
    ({ level }) as Parameters<typeof notesOf>[0]['division']
  const exact = figure('good', 0.96, 1_000)
  const rough: Figure = { key: 'good', low: 0.93, high: 0.97, of: 100 }
  const notes = (level: 'community' | 'township', ...year: Figure[]) =>
    notesOf({ division: division(level), year })
  expect(notes('community', figure('ratings', 1_000, 1_000), exact)).toEqual([])
  expect(notes('community', rough, figure('content', null, null))).toEqual([
    figuresText.rough,
    figuresText.hiddenHelp,
  ])
  expect(notes('township', exact)).toEqual([figuresText.aboveHelp])
})

test('of how many cases the unrated are a share is not said', () => {
  const unrated: Figure = { key: 'unrated', low: 0.4, high: 0.4, of: null }
  expect([valueWords(unrated), baseWords(unrated)]).toEqual(['40%', ''])
})

test('the year begins with the first month that has anything', () => {
  const empty = (month: string) => ({ month, figures: [figure('ratings', 0, 0)] })
  const full = (month: string) => ({ month, figures: [figure('ratings', 9, 9)] })
  const words = (...months: Parameters<typeof yearWords>[0][number][]) => yearWords(months, '2026-10')
  expect(words(full('2026-09'), full('2026-10'))).toBe('到2026年10月为止的一年')
  expect(words(empty('2026-06'), full('2026-07'), empty('2026-10'))).toBe('2026年7月至10月')
  expect(words(empty('2025-11'), full('2025-12'), full('2026-10'))).toBe('2025年12月至2026年10月')
  expect(words(empty('2026-09'), full('2026-10'))).toBe('2026年10月')
  expect(words(empty('2026-10'))).toBe('到2026年10月为止的一年')
})

test('beside a month that is not published nothing is compared, and a hidden one says nothing of itself', () => {
  expect(changeWords(figure('good', 0.9, 10), figure('good', null, null))).toBe('上月没有公布')
  expect(changeWords(figure('good', 0.9, 10), undefined)).toBe('上月没有公布')
  expect(changeWords(figure('good', null, null), figure('good', 0.9, 10))).toBeNull()
})

test('a trend has a line for every month; numbers are drawn against the largest, shares against the whole', () => {
  const month = (at: string, ratings: number, good: number | null) => ({
    month: at,
    figures: [figure('ratings', ratings, ratings), figure('good', good, good === null ? null : ratings)],
  })
  const months = [month('2026-08', 10, 0.5), month('2026-09', 0, null), month('2026-10', 20, 1)]
  expect(trendOf(months, 'ratings').map(({ bar }) => bar && bar.high)).toEqual([0.5, null, 1])
  expect(trendOf(months, 'good').map(({ bar, words }) => [bar && bar.low, words])).toEqual([
    [0.5, '50%'],
    [null, '暂不公布'],
    [1, '100%'],
  ])
  expect(trendOf(months, 'good').map((row) => row.month)).toEqual(['2026年8月', '2026年9月', '2026年10月'])
  expect(monthWords('2026-01')).toBe('2026年1月')
})

test('a trend begins with the first month of which anything is published', () => {
  const none = { month: '2026-07', figures: [figure('ratings', 0, 0)] }
  const some = { month: '2026-08', figures: [figure('ratings', 7, 7)] }
  expect(trendOf([none, some, { ...none, month: '2026-09' }], 'ratings').map(({ words }) => words)).toEqual([
    '7 件',
    '暂不公布',
  ])
  expect(trendOf([none], 'ratings')).toEqual([])
})

test('every figure has a name, a base and a sentence on how it is counted', () => {
  for (const key of figureKey.options) {
    expect(figuresText.name[key]).not.toBe('')
    expect(figuresText.howEach[key]).not.toBe('')
  }
  expect(Object.keys(figuresText.name)).toEqual(figureKey.options)
})
