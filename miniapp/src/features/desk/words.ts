import type { CaseSummary } from '@linli/contracts/cases'
import { dueWords, momentWords } from '../../shared/time/time-words'
import { deskText } from './text'

/** When a request has to be answered; where the use begins before that, the use says when. */
export function deskDue({ dueAt, booking, overdue }: CaseSummary, now: number): string {
  if (dueAt === null) return ''
  const start = booking === null ? Infinity : Date.parse(booking.startsAt)
  if (overdue || booking === null || start >= Date.parse(dueAt)) return dueWords(dueAt, now)
  return start <= now ? deskText.usedAlready : deskText.usedFirst(momentWords(booking.startsAt, now))
}
