/** Dates as people say them (docs/design.md › Principles, 7), in Shanghai whatever zone this process is in. */
import { expect, test } from 'vitest'
import { dayOf, instantAt, minuteInDay } from '../../../miniapp/src/shared/time/shanghai'
import {
  agoWords,
  dueWords,
  lengthWords,
  oldestWords,
  spanWords,
  spokenMoment,
} from '../../../miniapp/src/shared/time/time-words'

/** Monday 23 November 2026, 10:12 in Shanghai. */
const now = Date.parse('2026-11-23T02:12:00Z')

test.each([
  ['2026-11-23T06:00:00Z', '2026-11-23T08:00:00Z', '今天 14:00–16:00'],
  ['2026-11-24T01:30:00Z', '2026-11-24T02:00:00Z', '明天 09:30–10:00'],
  ['2026-11-25T01:00:00Z', '2026-11-25T02:00:00Z', '后天 09:00–10:00'],
  ['2026-11-22T01:00:00Z', '2026-11-22T02:00:00Z', '昨天 09:00–10:00'],
  ['2026-12-02T06:00:00Z', '2026-12-02T08:00:00Z', '周三 12月2日 14:00–16:00'],
  ['2027-01-03T06:00:00Z', '2027-01-03T08:00:00Z', '周日 2027年1月3日 14:00–16:00'],
  // An end at midnight belongs to the day that ends.
  ['2026-11-23T14:00:00Z', '2026-11-23T16:00:00Z', '今天 22:00–24:00'],
  // Already tomorrow in Shanghai, still today in UTC.
  ['2026-11-23T17:00:00Z', '2026-11-23T18:00:00Z', '明天 01:00–02:00'],
  ['2026-12-02T00:00:00Z', '2026-12-04T10:00:00Z', '周三 12月2日 08:00 至 周五 12月4日 18:00'],
])('%s to %s is %s', (startsAt, endsAt, words) => {
  expect(spanWords(startsAt, endsAt, now)).toBe(words)
})

test.each([
  ['2026-11-23T01:52:00Z', '已超 20 分钟'],
  ['2026-11-21T01:52:00Z', '已超 2 天'],
  ['2026-11-23T03:52:00Z', '还有 1 小时 40 分'],
  ['2026-11-24T02:00:00Z', '明天 10:00 前'],
])('due at %s: %s', (dueAt, words) => expect(dueWords(dueAt, now)).toBe(words))

test.each([
  ['2026-11-23T06:00:00Z', '今天下午 2 点'],
  ['2026-11-24T01:30:00Z', '明天上午 9 点半'],
  ['2026-11-24T04:15:00Z', '明天中午 12 点 15 分'],
])('spoken: %s is %s', (at, words) => expect(spokenMoment(at, now)).toBe(words))

test('what waits says since when', () => expect(oldestWords('2026-11-20')).toBe('最早的从11月20日等起'))

test.each([
  [45, '45 分钟'],
  [120, '2 小时'],
  [90, '1 小时 30 分'],
])('%i minutes are %s', (minutes, words) => expect(lengthWords(minutes)).toBe(words))

test.each([
  [20_000, '刚刚'],
  [3 * 60_000, '3 分钟前'],
  [2 * 3_600_000, '2 小时前'],
  [24 * 3_600_000, '昨天'],
])('%i ms ago is %s', (age, words) => expect(agoWords(now - age, now)).toBe(words))

test('a day and a clock make an instant and back', () => {
  expect(instantAt('2026-11-23', '24:00')).toBe('2026-11-23T16:00:00.000Z')
  expect(dayOf('2026-11-23T15:59:59Z')).toBe('2026-11-23')
  expect(minuteInDay('2026-11-23', '2026-11-23T16:00:00Z')).toBe(1440)
})
