import chineseDays from 'chinese-days'
import { addDays, dayOf, instantAt, minuteMs, minutesOf } from './shanghai'

/** Office hours of a working day, in order, e.g. `[['08:30','12:00'],['14:00','17:30']]` (a division's setting). */
export type OfficeHours = readonly (readonly [string, string])[]

/**
 * The instant at which `minutes` of working time have passed since `from` (PRODUCT.md, rule 5): only office hours of
 * Chinese working days count, with make-up days (调休) as the State Council announced them.
 * @throws RangeError when a year of days holds no working time (hours set wrong)
 */
export function addWorkingMinutes(from: Date, minutes: number, hours: OfficeHours): Date {
  let left = minutes * minuteMs
  let day = dayOf(from)
  for (let n = 0; n < 366; n++, day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue
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

/** The library reads local dates: noon of the same date is that date wherever the process thinks it is. */
function isWorkingDay(day: string): boolean {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return chineseDays.isWorkday(new Date(year, month - 1, date, 12))
}
