/** What an adviser has beside their matters: what waits for their receipt, meetings, and rooms to meet in. */
import type { AdviserSelf } from '@linli/contracts/adviser'
import type { Deps } from '../../deps'
import { dayOf, startOfDay } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import type { GrantFact } from '../identity/service'
import { waitingAtDesks, type Whose } from './adviser-store'
import { barredCases } from './assign'
import { meetingsAhead, nextMeetings, stationsOf } from './meetings/read-store'
import { handedFor } from './referral/receivers'

/** What lies at their desks and is not theirs to take: that it is there would say that somebody asks against their person. */
export async function barredAt(deps: Deps, whose: Whose): Promise<string[]> {
  if (whose.desks.length === 0) return []
  const waiting = await waitingAtDesks(deps.db, whose)
  const ids = waiting.map(({ id }) => id)
  return [...(await barredCases(deps, whose.accountId, ids))]
}

/** As the contract lists it: number, state and due time, and what comes with it. */
export async function handedList(deps: Deps, accountId: string, grants: readonly GrantFact[]) {
  const [rows, divisions] = await Promise.all([handedFor(deps, accountId, grants), directory(deps)])
  return rows.map(({ id, caseId, kind, parts, dueAt, number, community, createdAt, urgent }) => ({
    id: caseId,
    number,
    communityName: divisions.find(community)?.name ?? '',
    state: 'referred' as const,
    urgent,
    createdAt: createdAt.toISOString(),
    dueAt: dueAt.toISOString(),
    overdue: false,
    unread: 0,
    nextMeeting: null,
    referral: { id, kind, parts, dueAt: dueAt.toISOString() },
  }))
}

/** By the case's id: when the two meet next. */
export async function meetingsByCase(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await nextMeetings(db.statement, caseIds, clock.now())
  return new Map(rows.map(({ caseId, at }) => [caseId, at.toISOString()]))
}

/** From today on. */
export async function calendarOfAdviser(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  accountId: string,
  offices: readonly string[],
): Promise<Pick<AdviserSelf, 'stations' | 'meetings'>> {
  const [stations, meetings] = await Promise.all([
    stationsOf(db.statement, offices),
    meetingsAhead(db.statement, accountId, offices, startOfDay(dayOf(clock.now()))),
  ])
  return {
    stations,
    meetings: meetings.map((row) => ({
      ...row,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
    })),
  }
}
