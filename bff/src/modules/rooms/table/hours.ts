/** Weekly hours and seasons as a cell says them: `周一至周五 09:00-12:00、14:00-21:00；周六 09:00-17:00`. */
import type { Opening, Season } from '@linli/contracts/rooms'
import { NotReadable } from './not-readable'

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const clock = (hour: string, minute: string): string => `${hour.padStart(2, '0')}:${minute}`
const help = '请写成“周一至周五 09:00-12:00、14:00-21:00；周六 09:00-17:00”'

/** Weekdays of the same hours stand together. */
export function openingsSaid(openings: readonly Opening[]): string {
  const days = new Map<string, number[]>()
  for (let weekday = 1; weekday <= 7; weekday++) {
    const own = openings.filter((one) => one.weekday === weekday)
    if (own.length === 0) continue
    const at = own.map(({ from, to }) => `${from}-${to}`).join('、')
    days.set(at, [...(days.get(at) ?? []), weekday])
  }
  return [...days].map(([at, list]) => `${daysSaid(list)} ${at}`).join('；')
}

function daysSaid(list: readonly number[]): string {
  if (list.length === 7) return '每天'
  const [first = 1, last = 1] = [list[0], list.at(-1)]
  const isRun = list.length > 2 && last - first === list.length - 1
  return isRun ? `${names[first - 1]}至${names[last - 1]}` : list.map((day) => names[day - 1]).join('、')
}

function daysOf(text: string): number[] {
  if (text === '每天') return [1, 2, 3, 4, 5, 6, 7]
  return text.split(/[、,，]/).flatMap((part) => {
    const [first = '', last = first] = part.split(/[至到]/)
    const [from, to] = [names.indexOf(first), names.indexOf(last)]
    if (from < 0 || to < from) throw new NotReadable(help)
    return Array.from({ length: to - from + 1 }, (_, n) => from + n + 1)
  })
}

/** @throws NotReadable */
export function openingsOf(text: string): Opening[] {
  return text
    .split(/[；;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      const [, days, times] = /^([每天周一二三四五六日至到、,，]+)\s*(\d.*)$/.exec(part) ?? []
      if (days === undefined || times === undefined) throw new NotReadable(help)
      const spans = times.split(/[、,，]/).map((span) => {
        const [, a = '', b = '', c = '', d = ''] =
          /^\s*(\d{1,2})[:：](\d{2})\s*[-–—~至到]\s*(\d{1,2})[:：](\d{2})\s*$/.exec(span) ?? []
        if (a === '') throw new NotReadable(help)
        return { from: clock(a, b), to: clock(c, d) }
      })
      return daysOf(days).flatMap((weekday) => spans.map((span) => ({ weekday, ...span })))
    })
}

export const seasonsSaid = (seasons: readonly Season[]): string =>
  seasons
    .map(
      ({ name, from, to, openings }) =>
        `${name} ${from}至${to}：${openings.length === 0 ? '不开放' : openingsSaid(openings)}`,
    )
    .join('\n')

const seasonHelp = '每个季节写一行，写成“暑假 07-01至08-31：每天 08:00-21:00”，不开放就写“不开放”'

/** @throws NotReadable */
export const seasonsOf = (text: string): Season[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, name = '', from = '', to = '', hours = ''] =
        /^(.{1,12}?)\s+(\d\d-\d\d)\s*[至到]\s*(\d\d-\d\d)\s*[：:]\s*(.+)$/.exec(line) ?? []
      if (name === '') throw new NotReadable(seasonHelp)
      return { name, from, to, openings: hours === '不开放' ? [] : openingsOf(hours) }
    })
