import type { ProgrammePhase, ProgrammeSummary } from '@linli/contracts/programmes'
import type { Tone } from '../../shared/ui/tone'

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
