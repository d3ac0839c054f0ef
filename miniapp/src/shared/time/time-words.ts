import { clockOf, dayOf, daysBetween, minuteInDay, weekdayOf } from './shanghai'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const near: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }

export const weekdayWord = (day: string) => weekdays[weekdayOf(day) - 1] ?? ''
export const dateWords = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
/** 2018年3月5日: on paper, and wherever nobody knows when it will be read */
export const fullDate = (day: string) => `${day.slice(0, 4)}年${dateWords(day)}`
/** Of what waits and never becomes late: since when the oldest of it does. */
export const oldestWords = (day: string) => `最早的从${dateWords(day)}等起`

/** 今天, 明天, 周三 12月2日; with the year where it is another one. */
export function dayWords(day: string, now: number): string {
  const today = dayOf(now)
  const word = near[daysBetween(today, day)]
  if (word !== undefined) return word
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)}年`
  return `${weekdayWord(day)} ${year}${dateWords(day)}`
}

const clock = (instant: string, day: string) => clockOf(minuteInDay(day, instant))

/** 今天 10:12 */
export function momentWords(instant: string, now: number): string {
  const day = dayOf(instant)
  return `${dayWords(day, now)} ${clock(instant, day)}`
}

/** 14:00–16:00; an end at midnight is 24:00. */
export function clockSpan(startsAt: string, endsAt: string): string {
  const day = dayOf(startsAt)
  return `${clock(startsAt, day)}–${clock(endsAt, day)}`
}

/** 周三 12月2日 14:00–16:00, or 周三 12月2日 08:00 至 周五 12月4日 18:00 over several days. */
export function spanWords(startsAt: string, endsAt: string, now: number): string {
  const oneDay = minuteInDay(dayOf(startsAt), endsAt) <= 1440
  if (oneDay) return `${dayWords(dayOf(startsAt), now)} ${clockSpan(startsAt, endsAt)}`
  return `${momentWords(startsAt, now)} 至 ${momentWords(endsAt, now)}`
}

/** 12月1日 至 2027年1月20日: first and last day, with the year where it is another one. */
export function dateSpanWords(from: string, to: string, now: number): string {
  const thisYear = dayOf(now).slice(0, 4)
  const word = (day: string, year: string) =>
    `${day.slice(0, 4) === year ? '' : `${day.slice(0, 4)}年`}${dateWords(day)}`
  return from === to ? word(from, thisYear) : `${word(from, thisYear)} 至 ${word(to, from.slice(0, 4))}`
}

/** 45 分钟, 2 小时, 1 小时 30 分 */
export function lengthWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

/** A length as one says it, never to be read as a time of day: 半小时, 2 小时, 5 个半小时, 45 分钟. */
export function hoursWords(minutes: number): string {
  if (minutes === 30) return '半小时'
  if (minutes > 60 && minutes % 60 === 30) return `${Math.floor(minutes / 60)} 个半小时`
  return lengthWords(minutes)
}

/** 刚刚, 3 分钟前, 2 小时前, then the day. */
export function agoWords(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时前`
  return dayWords(dayOf(at), now)
}

/** How a due time stands: 已超 20 分钟, 还有 1 小时 40 分, 明天 10:00 前. */
export function dueWords(dueAt: string, now: number): string {
  const minutes = Math.round((Date.parse(dueAt) - now) / 60_000)
  if (minutes < 0)
    return -minutes < 24 * 60 ? `已超 ${lengthWords(-minutes)}` : `已超 ${Math.floor(-minutes / 1440)} 天`
  if (minutes < 4 * 60) return `还有 ${lengthWords(Math.max(1, minutes))}`
  return `${momentWords(dueAt, now)} 前`
}

/** For the ear and for older eyes: 今天下午 2 点, 明天上午 9 点半. */
export function spokenMoment(instant: string, now: number): string {
  const day = dayOf(instant)
  const minutes = minuteInDay(day, instant)
  const hour = Math.floor(minutes / 60)
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  const rest = minutes % 60 === 0 ? '' : minutes % 60 === 30 ? '半' : ` ${minutes % 60} 分`
  return `${dayWords(day, now)}${part} ${hour > 12 ? hour - 12 : hour} 点${rest}`
}

/** How long it is until then, where that is less than a day: 还有 6 小时 50 分. */
export function countdownWords(instant: string, now: number): string | null {
  const minutes = Math.ceil((Date.parse(instant) - now) / 60_000)
  return minutes > 0 && minutes < 24 * 60 ? `还有 ${lengthWords(minutes)}` : null
}
