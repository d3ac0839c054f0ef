/** By when staff owe an answer. */
import { addWorkingDays, addWorkingMinutes } from '../../platform/calendar'
import type { Settings } from '../divisions/service'
import { answerBy, type Wish } from './rules'

/** By when staff say who comes, or ask whether somebody was helped. */
export const answerDue = (settings: Settings, at: Date): Date =>
  addWorkingDays(at, settings.need_answer_days, settings.office_hours, settings.calendar_days)

/** The same, and before the day that is wished for. */
export const dueBy = (settings: Settings, wish: Wish, at: Date): Date =>
  answerBy(answerDue(settings, at), wish, at, (minutes) =>
    addWorkingMinutes(at, minutes, settings.office_hours, settings.calendar_days),
  )
