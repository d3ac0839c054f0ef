/** What each action of a booking means beside the move itself. */
import { type CaseState } from '@linli/contracts/case-base'
import { doorOpensBefore, waitedFor } from '@linli/contracts/check-in'
import { promised } from '../../platform/calendar'
import { minuteMs } from '../../platform/shanghai'
import type { Settings } from '../divisions/service'

export type BookingAction =
  | 'confirm'
  | 'refuse'
  | 'undo'
  | 'ask'
  | 'supplement'
  | 'cancel'
  | 'complete'
  | 'check_in'
  | 'uncheck'
  | 'release'
  | 'regain'

/** After these the slot is somebody else's to have. */
export const freesSlot = (action: BookingAction): boolean =>
  action === 'refuse' || action === 'cancel' || action === 'complete' || action === 'release'

/** In these states a booking takes a place in the week's quota of its subject; what nobody came to was kept for them. */
export const takesPlace = (state: CaseState): boolean =>
  state === 'pending' || state === 'confirmed' || state === 'completed' || state === 'missed'

/** What an action means for the week's quota of the subject. */
export function quotaChange(from: CaseState, to: CaseState): 'release' | 'retake' | 'none' {
  if (takesPlace(from) && !takesPlace(to)) return 'release'
  return !takesPlace(from) && takesPlace(to) ? 'retake' : 'none'
}

/**
 * When staff owe an answer: after so many working hours. Where the use begins before that, the promise is not cut short:
 * nobody works by then, and the reader is told so (docs/product.md › Rooms).
 */
export const answerDue = (settings: Settings, from: Date): Date =>
  promised(from, settings.booking_answer_hours * 60, settings.office_hours, settings.calendar_days).by

/** From when on somebody can check in. */
export const doorOpens = (startsAt: Date): Date => new Date(startsAt.getTime() - doorOpensBefore * minuteMs)

/** Until when a room is kept for whoever has not come. */
export const waitedUntil = (startsAt: Date): Date => new Date(startsAt.getTime() + waitedFor * minuteMs)
