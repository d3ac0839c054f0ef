/** By when somebody owes something, in working days of the community (docs/product.md › Rule 5). */
import { addWorkingDays } from '../../platform/calendar'
import type { Settings } from '../divisions/service'

/** The first answer, and each further one, counted from what was asked or from the hour in which it came to a desk. */
export const answerDue = (settings: Settings, at: Date): Date =>
  addWorkingDays(at, settings.consultation_answer_days, settings.office_hours, settings.calendar_days)

/** The receipt of what is handed over. */
export const receiptDue = (settings: Settings, at: Date): Date =>
  addWorkingDays(at, settings.consultation_receipt_days, settings.office_hours, settings.calendar_days)
