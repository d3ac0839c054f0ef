import * as z from 'zod/mini'
import { askedInstant, cursor, id, idParams, instant } from './common'
import { endpoint } from './endpoint'
import { anyKind, type NoticeKind } from './notice-kinds'

export { anyKind, noticeKind, type NoticeKind } from './notice-kinds'

/** Facts that fill the app's sentence for this kind; never a tagged field. */
export const notice = z.object({
  id,
  kind: anyKind,
  at: instant,
  read: z.boolean(),
  /** What it leads to: a case, or a child; null for whoever is to bring word. */
  caseId: z.nullable(id),
  facts: z.object({
    number: z.string(),
    /** Room or programme. */
    title: z.string(),
    /** From when to when that takes place; where it has no such time, twice the instant at which it was told, and of what is over, perhaps, twice its end. */
    startsAt: instant,
    endsAt: instant,
    /** Of an offer: until when it is kept. */
    heldUntil: z.nullable(instant),
    /** What a guardian calls the child; null for everybody else. */
    nickname: z.nullable(z.string()),
    /** The child, for its guardians; null for everybody else. */
    childId: z.nullable(id),
    /** The alert, for those to whom it was sent. */
    alertId: z.nullable(id),
  }),
})
export type Notice = z.infer<typeof notice>

const ofRating: readonly NoticeKind[] = [
  'rating_invited',
  'rating_replied',
  'rating_text_passed',
  'rating_text_refused',
]
const ofTheDay: readonly NoticeKind[] = [
  'child_released',
  'child_came',
  'child_absent',
  'child_missing',
  'child_health',
  'child_incident',
  'child_late_15',
  'child_late_30',
  'child_late_60',
  'child_marks_differ',
  'care_alert_handed',
  'barred_person_seen',
  'release_refused',
  'release_overridden',
]

/** Told to whoever works on it, who reads it on a page of their own. */
const ofTheHandler: readonly NoticeKind[] = ['case_handed', 'case_added', 'case_met', 'case_met_soon']

/** Told to staff, who read the case on their desk. */
const ofTheDesk: readonly NoticeKind[] = [
  'case_escalated',
  'booking_supplemented',
  'booking_escalated',
  'need_off',
  'task_short',
]

const isOfTheDay = (kind: NoticeKind): boolean => ofTheDay.includes(kind)

/** What happened in a care day, or was done by another guardian, happened when it was told, whenever its case takes place. */
export const isOfItsMoment = (kind: NoticeKind): boolean => isOfTheDay(kind) || kind.startsWith('guardian_')

export interface Opens {
  what:
    | 'rating'
    | 'follow_up'
    | 'desk_case'
    | 'handled_case'
    | 'handed_cases'
    | 'contact_visits'
    | 'visits'
    | 'elders'
    | 'visit_figures'
    | 'visit_family'
    | 'tasks'
    | 'teams'
    | 'case'
    | 'alert'
    | 'child_days'
    | 'child'
    | 'care_day'
    | 'line_moves'
  /** Empty for what is the reader's own. */
  id: string
}

/** Of no case: visits to older people, whose name is on the page, on record; and what somebody is asked to do, first in the list. */
const ofNoCase: Readonly<Record<string, Opens['what']>> = {
  visit_urgent: 'elders',
  visit_due: 'visits',
  visit_overdue: 'visit_figures',
  visit_asked: 'visit_family',
  visit_done: 'visit_family',
  task_proposed: 'tasks',
  team_asked: 'teams',
}

/** Those who were told of a care day before there were alerts: whoever keeps the community sees the case, a carer today's list. */
function opensOfOld(caseId: string, roles: readonly string[]): Opens | undefined {
  if (roles.some((role) => role === 'staff' || role === 'grid_worker' || role === 'supervisor'))
    return { what: 'desk_case', id: caseId }
  return roles.includes('care_worker') ? { what: 'care_day', id: '' } : undefined
}

/**
 * What a notice opens for whoever it was sent to: every kind has a place that is theirs.
 * @param roles of the reader, as they are now
 * @returns undefined for a care day's notice whose reader is no longer the child's guardian
 */
export function noticeOpens(
  { kind, caseId, facts }: Pick<Notice, 'kind' | 'caseId' | 'facts'>,
  roles: readonly string[],
): Opens | undefined {
  // Whoever is to bring word is told of no case.
  if (kind === 'case_visit') return { what: 'contact_visits', id: '' }
  const page = ofNoCase[kind]
  if (page) return { what: page, id: '' }
  // Of a child that is gone, or is not the reader's any more, nothing is left to open.
  if (caseId === null) return facts.childId === null ? undefined : { what: 'child', id: facts.childId }
  if (ofRating.includes(kind)) return { what: 'rating', id: caseId }
  // Only the rater is told what was rated; for staff it is a follow-up among others.
  if (kind.startsWith('follow_up_')) return { what: facts.title === '' ? 'follow_up' : 'case', id: caseId }
  if (ofTheHandler.includes(kind)) return { what: 'handled_case', id: caseId }
  // Until its receipt only its row in the list is there for whoever is to have it.
  if (kind === 'case_referred') return { what: 'handed_cases', id: '' }
  if (ofTheDesk.includes(kind)) return { what: 'desk_case', id: caseId }
  if (kind === 'line_move_proposed') return { what: 'line_moves', id: '' }
  if (!isOfTheDay(kind)) return { what: 'case', id: caseId }
  if (facts.alertId !== null) return { what: 'alert', id: facts.alertId }
  return facts.childId === null ? opensOfOld(caseId, roles) : { what: 'child_days', id: facts.childId }
}

export const listNotices = endpoint({
  method: 'GET',
  path: '/notices',
  summary: 'The inbox, newest first',
  query: z.object({ cursor: z.optional(cursor) }),
  reply: z.object({ notices: z.array(notice), next: z.nullable(cursor), unread: z.number() }),
})

export const readNotice = endpoint({
  method: 'POST',
  path: '/notices/:id/read',
  summary: 'Mark one notice as read',
  params: idParams,
  reply: z.object({ unread: z.number() }),
  problems: ['not_found'],
  repeatable: 'natural',
})

export const readNotices = endpoint({
  method: 'POST',
  path: '/notices/read',
  summary: 'Mark all notices up to the newest that was seen as read; what came later stays unread',
  body: z.object({ until: askedInstant }),
  reply: z.object({ unread: z.number() }),
  repeatable: 'natural',
})
