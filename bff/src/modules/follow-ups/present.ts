/**
 * Follow-ups as the contract shows them. The unit must not learn who rated: no name, no rated case, no hour that would
 * point to it, and none of the words that were said in a call (docs/product.md › Ratings).
 */
import type { CaseAction, CaseEvent } from '@linli/contracts/case-base'
import type { FollowUpDetail, FollowUpRole, FollowUpSummary } from '@linli/contracts/follow-ups'
import { dayOf, startOfDay } from '../../platform/shanghai'
import type { Directory } from '../divisions/service'
import type { EventLine } from './event-line'
import { unitKnows } from './rules'
import type { FollowUpRow } from './store'

export interface View {
  role: FollowUpRole
  divisions: Directory
  overdue: boolean
}

/** Who may not read by the clock when it was rated; the day is enough for their work. */
const isKeptOut = (row: FollowUpRow, role: FollowUpRole): boolean =>
  (role === 'unit' || role === 'observer') && !unitKnows(row)

const shownAt = (at: Date, byDay: boolean): string => (byDay ? startOfDay(dayOf(at)) : at).toISOString()

export function summaryOf(row: FollowUpRow, { role, divisions, overdue }: View): FollowUpSummary {
  // Deadlines count from the opening to the minute, so they would tell it.
  const shown = (at: Date): string => shownAt(at, isKeptOut(row, role))
  return {
    id: row.id,
    number: row.number,
    readAs: role,
    state: row.state,
    service: row.service,
    community: row.community,
    communityName: divisions.find(row.community)?.name ?? '',
    handledBy: row.handledBy,
    about: (isKeptOut(row, role) ? row.commonTitle : row.ratedTitle) || null,
    grade: row.grade,
    reasons: isKeptOut(row, role) ? row.commonReasons : row.reasons,
    openedAt: shown(row.openedAt),
    dueAt: row.dueAt && shown(row.dueAt),
    byDay: isKeptOut(row, role),
    overdue,
    escalations: row.escalations,
    stopAt: shown(row.stopAt),
    appealed: row.appealedAt !== null,
    confidential: row.confidential,
  }
}

export function detailOf(
  row: FollowUpRow & { events: EventLine[] },
  view: View,
  can: CaseAction[],
): FollowUpDetail {
  const { role } = view
  /** The handler has to know what it is about at once; the unit reads what has passed its check. */
  const words = (state: FollowUpRow['textState']): boolean =>
    role === 'rater' || (!row.confidential && role !== 'observer' && (role !== 'unit' || state === 'passed'))
  return {
    ...summaryOf(row, view),
    text: words(row.textState) ? row.text : null,
    supplement: words(row.supplementState) ? row.supplement : null,
    timeline: eventsFor(row, role).map((event) => eventOf(event, row, role)),
    can,
    canReadContact: mayReadContact(row, role),
    rated: ratedOf(row, role),
    named: role === 'unit' ? unitKnows(row) : row.namedAt !== null,
    verdict:
      row.verdict && row.verdictAt
        ? { satisfied: row.verdict === 'satisfied', at: shownAt(row.verdictAt, isKeptOut(row, role)) }
        : null,
  }
}

/**
 * An open follow-up is the reason for whoever handles or reviews it to call the rater; for nobody else, and of what is
 * confidential only if the rater agreed.
 */
export const mayReadContact = (row: FollowUpRow, role: FollowUpRole): boolean =>
  (role === 'handler' || role === 'reviewer') &&
  row.endedAt === null &&
  (!row.confidential || row.namedAt !== null)

function ratedOf(row: FollowUpRow, role: FollowUpRole): FollowUpDetail['rated'] {
  if (role !== 'rater' && !(role === 'unit' && unitKnows(row))) return null
  return { id: row.ratedId, number: row.ratedNumber, title: row.ratedTitle }
}

/** What the rater said in a call may say who they are; what is to be put right is written for the unit, and masked. */
const ofCalls: readonly CaseAction[] = ['attempt', 'tell']

/** That somebody may be called now is for those who call. */
const eventsFor = (
  { events, confidential }: { events: EventLine[]; confidential: boolean },
  role: FollowUpRole,
) =>
  confidential && (role === 'unit' || role === 'observer')
    ? events.filter(({ action }) => action !== 'disclose')
    : events

function eventOf(e: EventLine, row: FollowUpRow, role: FollowUpRole): CaseEvent {
  const keptOut = isKeptOut(row, role)
  const words = role !== 'observer'
  return {
    // What staff do is done in sight of the unit; the rater's acts, and the clock that counts from them, are not.
    at: shownAt(new Date(e.at), keptOut && e.side !== 'staff'),
    action: e.action,
    from: e.from,
    to: e.to,
    side: e.side,
    by: words ? e.actorName : null,
    note: words && !(keptOut && ofCalls.includes(e.action)) ? e.note : null,
  }
}
