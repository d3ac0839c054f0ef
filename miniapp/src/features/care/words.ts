import { dayOf, clockOf, minuteInDay } from '../../shared/time'
import type { CareChild } from '@linli/contracts/care'
import type { Queued } from './records'
import { careText, refusalWords } from './text'

/** 16:32 */
export const clockAt = (instant: string) => clockOf(minuteInDay(dayOf(instant), instant))

export function whyNotKept({ refused }: Queued): string {
  if (refused?.refusal != null) return refusalWords[refused.refusal]
  return refused?.sentence ?? careText.notKeptWhy
}

/** Who took the child, when, by whom. */
export function releaseWords({ release }: CareChild): string | null {
  if (release === null) return null
  const person = release.person === '' ? careText.releasedByCode : release.person
  return careText.released(person, clockAt(release.at), release.by)
}
