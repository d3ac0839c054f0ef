/** What words that were typed into the one field may mean. Pure. */
import { plainPhone } from '@linli/contracts/phone'
import { addDays, weekdayOf } from '../../platform/shanghai'

export interface Meaning {
  /** The end of a case's number, without its dashes; 4 characters at least. */
  number: string | null
  phone: string | null
  day: string | null
  /** A name of a room or a person. */
  words: string | null
}

/** Fewer of a word's characters would list everybody. */
const leastWords = 2

/** Typed in one way: no full width, no blanks around. */
const plain = (typed: string): string => typed.normalize('NFKC').trim()

/** @param today in Shanghai */
export function meaningOf(typed: string, today: string): Meaning {
  const nothing: Meaning = { number: null, phone: null, day: null, words: null }
  const phone = plainPhone(typed)
  if (/^1[3-9]\d{9}$/.test(phone)) return { ...nothing, phone }
  const asked = plain(typed)
  const day = dayIn(asked, today)
  if (day !== null) return { ...nothing, day }
  const number = numberIn(asked)
  if (number !== null) return { ...nothing, number }
  return Array.from(asked).length < leastWords ? nothing : { ...nothing, words: asked }
}

/** How many digits of a number count the cases of a day. */
const running = 6

/** `CD-261123-000427`, the same without dashes, its end, or the running number alone: 427. */
function numberIn(asked: string): string | null {
  const bare = asked.toUpperCase().replace(/[\s\-–—_]/g, '')
  if (!/^(?:[A-Z]{1,4}\d{6})?\d{1,12}$/.test(bare)) return null
  return bare.length < 4 ? bare.padStart(running, '0') : bare
}

const near: Readonly<Record<string, number>> = { 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2, 大后天: 3 }
const weekdays = '一二三四五六日天'

function dayIn(asked: string, today: string): string | null {
  const bare = asked.replace(/\s+/g, '')
  const ahead = near[bare]
  if (ahead !== undefined) return addDays(today, ahead)
  const week = /^(下)?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(bare)
  if (week) return weekdayFrom(today, Math.min(weekdays.indexOf(week[2] ?? '') + 1, 7), week[1] !== undefined)
  const whole = /^(\d{4})[年\-/.](\d{1,2})[月\-/.](\d{1,2})[日号]?$/.exec(bare)
  if (whole) return dayAt(whole[1], whole[2], whole[3])
  const short = /^(\d{1,2})(?:月(\d{1,2})[日号]?|[/.](\d{1,2}))$/.exec(bare)
  return short ? nearestDay(today, short[1], short[2] ?? short[3]) : null
}

/** The next one, today included; of next week where that is said. */
function weekdayFrom(today: string, weekday: number, nextWeek: boolean): string {
  const now = weekdayOf(today)
  return addDays(today, nextWeek ? 7 - now + weekday : (weekday - now + 7) % 7)
}

/** @returns null for a day that no calendar has */
function dayAt(year = '', month = '', date = ''): string | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) && inCalendar(year) ? day : null
}

const inCalendar = (year: string): boolean => Number(year) >= 2000 && Number(year) < 2200

/** Of the years around this one, the day that is nearest. */
function nearestDay(today: string, month?: string, date?: string): string | null {
  const year = Number(today.slice(0, 4))
  const away = (day: string): number => Math.abs(Date.parse(day) - Date.parse(today))
  return [year - 1, year, year + 1]
    .flatMap((each) => dayAt(String(each), month, date) ?? [])
    .reduce<string | null>((best, each) => (best !== null && away(best) <= away(each) ? best : each), null)
}
