/** What each action of the table does beside the move itself. */
import { type CaseState } from '@linli/contracts/case-base'
import { openStates } from '@linli/contracts/cases'
import type { NoticeKind } from '@linli/contracts/notices'
import { promised } from '../../platform/calendar'
import type { Settings } from '../divisions/service'

export interface Effect {
  waitingFor: 'staff' | 'party' | 'nobody'
  /** The actor becomes the one who decided, and may take it back for a moment. */
  decides?: true
  /** Staff get a new due time. */
  newDue?: true
  notice?: { kind: NoticeKind; to: 'subject' | 'asker'; afterUndo?: true }
}

export type BookingAction =
  'confirm' | 'refuse' | 'undo' | 'ask' | 'supplement' | 'cancel' | 'complete' | 'escalate'

export const effects: Record<BookingAction, Effect> = {
  confirm: {
    waitingFor: 'nobody',
    decides: true,
    notice: { kind: 'booking_confirmed', to: 'subject', afterUndo: true },
  },
  refuse: {
    waitingFor: 'nobody',
    decides: true,
    notice: { kind: 'booking_refused', to: 'subject', afterUndo: true },
  },
  undo: { waitingFor: 'staff' },
  ask: { waitingFor: 'party', notice: { kind: 'booking_asked', to: 'subject' } },
  supplement: { waitingFor: 'staff', newDue: true, notice: { kind: 'booking_supplemented', to: 'asker' } },
  cancel: { waitingFor: 'nobody' },
  complete: { waitingFor: 'nobody' },
  escalate: { waitingFor: 'staff' },
}

/** A case is closed once nothing can follow; a confirmed booking is still to come. */
export const isClosed = (state: CaseState): boolean => !openStates.includes(state)

/** After these the slot is somebody else's to have. */
export const freesSlot = (action: BookingAction): boolean =>
  action === 'refuse' || action === 'cancel' || action === 'complete'

/** What an action means for the week's quota of the subject. */
export function quotaChange(from: CaseState, to: CaseState): 'release' | 'retake' | 'none' {
  const counts = (state: CaseState): boolean =>
    state === 'pending' || state === 'confirmed' || state === 'completed'
  if (counts(from) && !counts(to)) return 'release'
  return !counts(from) && counts(to) ? 'retake' : 'none'
}

/**
 * When staff owe an answer: after so many working hours. Where the use begins before that, the promise is not cut short:
 * nobody works by then, and the reader is told so (docs/product.md › Rooms).
 */
export const answerDue = (settings: Settings, from: Date): Date =>
  promised(from, settings.booking_answer_hours * 60, settings.office_hours, settings.calendar_days).by
