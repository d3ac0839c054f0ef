/**
 * The promise: every wait of a follow-up has an end in working days, and the hard stop of its opening never moves
 * (docs/product.md › Ratings). What an action changes is said here; whether it may be taken, in the declared table.
 */
import { officesAbove } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import { addWorkingDays } from '../../platform/calendar'
import type { Settings } from '../divisions/service'

export type Limits = Pick<
  Settings,
  | 'office_hours'
  | 'calendar_days'
  | 'follow_up_contact_days'
  | 'follow_up_rectify_days'
  | 'follow_up_stop_days'
  | 'follow_up_review_days'
>
type Wait = 'contact' | 'rectify' | 'stop' | 'review'

const daysAfter = (at: Date, wait: Wait, s: Limits): Date =>
  addWorkingDays(at, s[`follow_up_${wait}_days`], s.office_hours, s.calendar_days)

const later = (a: Date, b: Date): Date => (a < b ? b : a)

/** The deadlines of a follow-up that opens now, in their order whatever a division has set. */
export function deadlines(at: Date, s: Limits): { contactDue: Date; rectifyDue: Date; stopAt: Date } {
  const contactDue = daysAfter(at, 'contact', s)
  const rectifyDue = later(contactDue, daysAfter(at, 'rectify', s))
  return { contactDue, rectifyDue, stopAt: later(rectifyDue, daysAfter(at, 'stop', s)) }
}

/** What a follow-up remembers of its steps. */
export interface Marks {
  handledBy: string
  contactedAt: Date | null
  extendedAt: Date | null
  rectifiedAt: Date | null
  toldAt: Date | null
  verdict: 'satisfied' | 'dissatisfied' | null
  verdictAt: Date | null
  appealedAt: Date | null
  reviewing: 'appeal' | 'verdict' | null
  escalations: number
  escalatedDue: Date | null
  namedAt: Date | null
}

export interface Facts extends Marks {
  dueAt: Date | null
  rectifyDue: Date
  stopAt: Date
}

export type FollowUpAction =
  | 'attempt'
  | 'contact'
  | 'extend'
  | 'rectify'
  | 'return'
  | 'tell'
  | 'appeal'
  | 'uphold'
  | 'overturn'
  | 'again'
  | 'conclude'
  | 'approve'
  | 'object'
  | 'disclose'
  | 'escalate'

/** Only what changes; a due time that is not named stays. */
export type Change = Partial<Marks> & { dueAt?: Date | null }

/** Never past the hard stop; where that has passed, late from this instant. */
const withinStop = (due: Date, f: Facts, at: Date): Date => (due <= f.stopAt ? due : later(f.stopAt, at))

/** A review took its time, which is nobody's fault: new days, up to the stop while that is still to come. */
const anew = (due: Date, f: Facts, at: Date): Date => (at < f.stopAt && f.stopAt < due ? f.stopAt : due)

/** The first time counts, whatever is done again. */
const first = (mark: Date | null, at: Date): Date => mark ?? at

const changes: Record<FollowUpAction, (f: Facts, at: Date, s: Limits) => Change> = {
  attempt: () => ({}),
  contact: (f, at, s) => ({
    contactedAt: first(f.contactedAt, at),
    // Who is reached late leaves the unit at least the time of a call to put it right.
    dueAt: later(f.rectifyDue, withinStop(daysAfter(at, 'contact', s), f, at)),
  }),
  extend: (f, at) => ({ extendedAt: at, dueAt: f.stopAt }),
  rectify: (f, at, s) => ({
    rectifiedAt: first(f.rectifiedAt, at),
    dueAt: withinStop(daysAfter(at, 'contact', s), f, at),
  }),
  return: (f, at, s) => ({ dueAt: withinStop(daysAfter(at, 'rectify', s), f, at) }),
  tell: (f, at) => ({ toldAt: first(f.toldAt, at), dueAt: null }),
  appeal: (_, at, s) => ({ appealedAt: at, reviewing: 'appeal', dueAt: daysAfter(at, 'review', s) }),
  uphold: (f, at, s) => ({
    reviewing: null,
    dueAt: anew(daysAfter(at, 'rectify', s), f, at),
  }),
  overturn: () => ({ reviewing: null, dueAt: null }),
  // A second round may pass the stop: what was not put right by then stays counted so.
  again: (_, at, s) => ({ reviewing: null, dueAt: daysAfter(at, 'rectify', s) }),
  conclude: () => ({ reviewing: null, dueAt: null }),
  approve: (_, at) => ({ verdict: 'satisfied', verdictAt: at, dueAt: null }),
  object: (_, at, s) => ({
    verdict: 'dissatisfied',
    verdictAt: at,
    reviewing: 'verdict',
    dueAt: daysAfter(at, 'review', s),
  }),
  disclose: (_, at) => ({ namedAt: at }),
  escalate: (f, at) => escalated(f, at),
}

export const changeOf = (action: FollowUpAction, f: Facts, at: Date, s: Limits): Change =>
  changes[action](f, at, s)

/** One level up: township, county, prefecture, and no further. */
const levelAbove = (division: string): string => officesAbove(division)[1] ?? division

/**
 * The due time that is late and of which nobody above has been told: the one that runs, else the hard stop. Told of the
 * stop, an earlier due time gives way to it, so that each is told once.
 */
export function lateDue(f: Pick<Facts, 'dueAt' | 'stopAt' | 'escalatedDue'>, now: Date): Date | null {
  const ofStop = f.stopAt < now && (f.escalatedDue === null || f.escalatedDue < f.stopAt)
  const untold = f.dueAt !== null && f.dueAt < now && f.dueAt.getTime() !== f.escalatedDue?.getTime()
  return ofStop && !untold ? f.stopAt : f.dueAt
}

function escalated(f: Facts, at: Date): Change {
  const due = lateDue(f, at)
  return {
    handledBy: levelAbove(f.handledBy),
    escalations: f.escalations + 1,
    escalatedDue: due,
    ...(f.dueAt && due && f.dueAt < due && { dueAt: due }),
  }
}

/** The rater let the unit know who it is. Of what is confidential it never does: they let themselves be called. */
export const unitKnows = (row: { namedAt: Date | null; confidential: boolean }): boolean =>
  row.namedAt !== null && !row.confidential

export const isEnded = (state: string): boolean => state === 'closed' || state === 'overturned'

/** What only the rater does: of it the unit hears the next morning. */
export const isOfRater = (action: FollowUpAction): boolean =>
  action === 'approve' || action === 'object' || action === 'disclose'

export type Audience = 'rater' | 'unit' | 'handlers' | 'reviewers' | 'above'

/** Who is told of an action, and as what. Nothing in a notice says whose rating it is. */
export const noticesOf: Partial<Record<FollowUpAction, readonly (readonly [Audience, NoticeKind])[]>> = {
  contact: [
    ['unit', 'follow_up_rectify'],
    ['rater', 'follow_up_contacted'],
  ],
  extend: [['rater', 'follow_up_extended']],
  rectify: [['handlers', 'follow_up_rectified']],
  return: [['unit', 'follow_up_rectify']],
  tell: [['rater', 'follow_up_told']],
  appeal: [
    ['reviewers', 'follow_up_review'],
    ['rater', 'follow_up_review'],
  ],
  object: [['reviewers', 'follow_up_review']],
  uphold: [
    ['rater', 'follow_up_reviewed'],
    ['unit', 'follow_up_reviewed'],
  ],
  again: [
    ['rater', 'follow_up_reviewed'],
    ['unit', 'follow_up_reviewed'],
  ],
  conclude: [
    ['rater', 'follow_up_reviewed'],
    ['unit', 'follow_up_reviewed'],
  ],
  overturn: [
    ['rater', 'follow_up_overturned'],
    ['unit', 'follow_up_overturned'],
  ],
  approve: [
    ['handlers', 'follow_up_verdict'],
    ['unit', 'follow_up_verdict'],
  ],
  escalate: [['above', 'follow_up_escalated']],
}

/** Where those are looked for who review: a level above who handles; at the top, among the same. */
export const reviewedBy = levelAbove
