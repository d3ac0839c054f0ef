import chineseDays from 'chinese-days'
import { addDays, dayOf, instantAt, minuteMs, minutesOf, weekdayOf } from './shanghai'

/** Office hours of a working day, in order, e.g. `[['08:30','12:00'],['14:00','17:30']]` (a division's setting). */
export type OfficeHours = readonly (readonly [string, string])[]

/** What has been announced and the library does not know: days off, and make-up days (调休). Announced days win. */
export interface Announced {
  off: readonly string[]
  on: readonly string[]
}
const nothing: Announced = { off: [], on: [] }

/**
 * The instant at which `minutes` of working time have passed since `from` (docs/product.md › Rule 5): only office hours of
 * Chinese working days count, with make-up days (调休) as the State Council announced them.
 * @throws RangeError when a year of days holds no working time (hours set wrong)
 */
export function addWorkingMinutes(
  from: Date,
  minutes: number,
  hours: OfficeHours,
  announced: Announced = nothing,
): Date {
  let left = minutes * minuteMs
  let day = dayOf(from)
  for (let n = 0; n < 366; n++, day = addDays(day, 1)) {
    if (!isWorkingDay(day, announced)) continue
    for (const [opens, closes] of hours) {
      const start = Math.max(from.getTime(), instantAt(day, minutesOf(opens)).getTime())
      const end = instantAt(day, minutesOf(closes)).getTime()
      if (start >= end) continue
      if (left <= end - start) return new Date(start + left)
      left -= end - start
    }
  }
  throw new RangeError('no working time within a year')
}

/**
 * What can be promised of an answer: from when somebody works on it (now, or when the office opens next), and by when it
 * is there. Both are instants of office hours, whatever hour it is asked at.
 */
export const promised = (
  from: Date,
  minutes: number,
  hours: OfficeHours,
  announced?: Announced,
): { worksFrom: Date; by: Date } => ({
  worksFrom: addWorkingMinutes(from, 0, hours, announced),
  by: addWorkingMinutes(from, minutes, hours, announced),
})

/** The same in working days: one is as much office time as a day holds, so Friday noon and one day is Monday noon. */
export function addWorkingDays(from: Date, days: number, hours: OfficeHours, announced?: Announced): Date {
  const ofOneDay = hours.reduce((sum, [opens, closes]) => sum + minutesOf(closes) - minutesOf(opens), 0)
  return addWorkingMinutes(from, days * ofOneDay, hours, announced)
}

/**
 * Does this day count? As announced; else as the library knows the year; else, for a year of which nothing is announced
 * yet, by the law alone: weekends, and the statutory holidays (全国年节及纪念日放假办法, 2024).
 */
export function isWorkingDay(day: string, announced: Announced = nothing): boolean {
  if (announced.on.includes(day)) return true
  if (announced.off.includes(day)) return false
  if (isKnownYear(day.slice(0, 4))) return chineseDays.isWorkday(noon(day))
  return weekdayOf(day) < 6 && !isStatutoryHoliday(day)
}

/**
 * Is this a public holiday (放假), the days off beside it included? A plain weekend is none, a make-up day is none.
 * @source 全国年节及纪念日放假办法, and the State Council's arrangement of each year
 */
export function isPublicHoliday(day: string, announced: Announced = nothing): boolean {
  if (announced.on.includes(day)) return false
  if (announced.off.includes(day)) return true
  if (!isKnownYear(day.slice(0, 4))) return isStatutoryHoliday(day)
  // Of a holiday the library says which one, as `English,中文,days`; of any other day its weekday.
  const { work, name } = chineseDays.getDayDetail(day)
  return !work && name.includes(',')
}

/** The library reads local dates: noon of the same date is that date wherever the process thinks it is. */
function noon(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}

const known = new Map<string, boolean>()

/** National Day is a holiday in every year that the library has been told of; in others it follows the week alone. */
export function isKnownYear(year: string): boolean {
  const before = known.get(year)
  if (before !== undefined) return before
  const national = [1, 2, 3].map((date) => `${year}-10-0${date}`)
  const answer = national.every((day) => !chineseDays.isWorkday(noon(day)))
  known.set(year, answer)
  return answer
}

const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
/** Lunar month and day: the first three days of the year, Dragon Boat, Mid-Autumn. New Year's Eve is the day before the first. */
const lunar = ['1-1', '1-2', '1-3', '5-5', '8-15']

function isStatutoryHoliday(day: string): boolean {
  if (fixed.includes(day.slice(5)) || day === qingming(Number(day.slice(0, 4)))) return true
  return lunar.includes(lunarOf(day)) || lunarOf(addDays(day, 1)) === '1-1'
}

function lunarOf(day: string): string {
  const date = chineseDays.getLunarDate(day)
  return date.isLeap ? '' : `${date.lunarMon}-${date.lunarDay}`
}

const qingming = (year: number): string => chineseDays.getSolarTermDate(year, 4, 'pure_brightness')
