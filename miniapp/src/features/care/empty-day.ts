import { clockOf, dayOf, minuteInDay } from '../../shared/time/shanghai'
import type { CareDay } from './records'
import { careText } from './text'

/** A list opens half an hour before its session. */
const opensBeforeMs = 30 * 60_000

/** What is said while no list is open: when the next one of today opens, or that there is none any more. */
export function emptyDay({ nextAt }: Pick<CareDay, 'nextAt'>): { title: string; help: string } {
  if (!nextAt) return { title: careText.allDone, help: careText.allDoneHelp }
  const startsAt = new Date(Date.parse(nextAt) + opensBeforeMs).toISOString()
  const clock = (instant: string) => clockOf(minuteInDay(dayOf(instant), instant))
  return { title: careText.soon(clock(startsAt)), help: careText.soonHelp(clock(nextAt)) }
}
