import type { Opening, RoomSummary } from '@linli/contracts/rooms'
import { clockOf, minutesOf } from '../../shared/time'
import { hoursWords, momentWords } from '../../shared/time-words'
import { roomsText } from './text'

const weekday = ['', '一', '二', '三', '四', '五', '六', '日']

/** 周一至周五 08:30–12:00、14:00–21:00；周六 09:00–17:00 */
export function openingWords(openings: readonly Opening[]): string {
  const days = new Map<number, string>()
  for (const { weekday: day, from, to } of [...openings].sort(
    (a, b) => minutesOf(a.from) - minutesOf(b.from),
  )) {
    const span = `${clockOf(minutesOf(from))}–${clockOf(minutesOf(to))}`
    days.set(day, days.has(day) ? `${days.get(day)}、${span}` : span)
  }
  const runs: { first: number; last: number; hours: string }[] = []
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const hours = days.get(day)
    if (hours === undefined) continue
    const run = runs[runs.length - 1]
    if (run !== undefined && run.hours === hours && run.last === day - 1) run.last = day
    else runs.push({ first: day, last: day, hours })
  }
  return runs.map(({ first, last, hours }) => `${dayRun(first, last)} ${hours}`).join('；')
}

function dayRun(first: number, last: number) {
  if (first === 1 && last === 7) return '每天'
  const to = last === first + 1 ? '、' : '至'
  return first === last ? `周${weekday[first]}` : `周${weekday[first]}${to}周${weekday[last]}`
}

/** What is left of a room on the asked day, else from when on there is something. */
export function freeWords({ left, freeMinutes, earliest }: RoomSummary, now: number): string {
  if (left === 'free') return roomsText.freeToday(hoursWords(freeMinutes))
  return earliest === null ? roomsText.without[left] : roomsText.earliest(momentWords(earliest, now))
}
