import { missingWords } from '../../shared/forms/missing-words'
import { closingText as text } from './closures-text'
import type { ClosingForm } from './use-closing'

/** What is still to be said before it can be looked what a closure meets; null when nothing is. */
export function closingNeeds(form: ClosingForm, takeover: boolean): string | null {
  const { fromDay, from, toDay, to, reason, roomIds } = form
  const missing = missingWords([
    [fromDay !== '', text.fromDay],
    [from !== '', text.from],
    [!takeover || toDay !== '', text.toDay],
    [to !== '', text.to],
    [reason.trim() !== '', text.reason],
    [roomIds.length > 0, text.rooms],
  ])
  if (missing !== null) return missing
  const last = toDay === '' ? fromDay : toDay
  return `${fromDay} ${from}` < `${last} ${to}` ? null : text.order
}
