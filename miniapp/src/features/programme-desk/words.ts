import type { ProgrammePhase, ProgrammeSummary } from '@linli/contracts/programmes'
import type { Tone } from '../../shared/ui/tone'
import { weekdayShort } from './text'

export const phaseTone: Record<ProgrammePhase, Tone> = {
  draft: 'quiet',
  announced: 'wait',
  open: 'good',
  full: 'wait',
  closed: 'wait',
  drawn: 'good',
  running: 'good',
  over: 'quiet',
  cancelled: 'bad',
}

/** 周一至周五, 周二、周四 */
export function weekdaysWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b)
  const [first] = days
  const last = days[days.length - 1]
  if (first === undefined || last === undefined) return ''
  if (days.length === 7) return '每天'
  const inOneRun = last - first === days.length - 1
  if (inOneRun && days.length > 2) return `周${weekdayShort[first]}至周${weekdayShort[last]}`
  return days.map((day) => `周${weekdayShort[day]}`).join('、')
}

type Weekly = ProgrammeSummary['weekly']

/** The weekdays of each time of day, in order. */
export function timesOf(weekly: Weekly): { weekdays: number[]; from: string; to: string }[] {
  const times = new Map<string, { weekdays: number[]; from: string; to: string }>()
  for (const { weekday, from, to } of weekly) {
    const time = times.get(from + to)
    if (time === undefined) times.set(from + to, { weekdays: [weekday], from, to })
    else time.weekdays.push(weekday)
  }
  return [...times.values()]
}

/** 周一至周五 16:30–18:00；周六 09:00–17:00 */
export const weeklyWords = (weekly: Weekly) =>
  timesOf(weekly)
    .map(({ weekdays, from, to }) => `${weekdaysWords(weekdays)} ${from}–${to}`)
    .join('；')
