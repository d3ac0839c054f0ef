import type { VolunteerPaper } from '@linli/contracts/volunteer-case'
import { paperWord } from '@linli/contracts/volunteer-words'
import { dayOf } from '../../shared/time/shanghai'
import { fullDate } from '../../shared/time/time-words'
import { volunteerCaseText as words } from './text'

/** One paper as it is read today; it counts on its last day. */
export const paperWords = ({ kind, validUntil }: VolunteerPaper, now: number): string =>
  validUntil < dayOf(now) ? words.over(paperWord[kind]) : words.until(paperWord[kind], fullDate(validUntil))
