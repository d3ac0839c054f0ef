/** A person's cases, of every type: their own, those they filed for others, and their children's. */
import type { CaseType } from '@linli/contracts/cases'
import type { Db } from '../../platform/db'
import { caseColumns, caseJoins, type CaseRow } from './store'

/** The cases of a person ($1): whom they were served by, who filed them for others, and what is of their children. */
const mine = `c.id IN (SELECT id FROM cases WHERE subject_id = $1::uuid AND type <> 'enrolment'
  UNION SELECT id FROM cases WHERE actor_id = $1::uuid AND actor_role <> 'self' AND type <> 'enrolment'
  UNION SELECT n.case_id FROM deciding_guardians g JOIN enrolments n ON n.child_id = g.child_id
    WHERE g.account_id = $1::uuid)`

export interface Place {
  at: Date
  id: string
}

export type Show = 'open' | 'done' | 'all'

/** A person's cases, as subject or as who filed them, newest first. */
export function casesOf(
  db: Db,
  accountId: string,
  filter: { show: Show; type: CaseType | undefined },
  after: Place | undefined,
  limit: number,
): Promise<CaseRow[]> {
  return db.statement(
    'cases-of',
    `SELECT ${caseColumns} FROM ${caseJoins}
     WHERE ${mine}
       AND ($2 = 'all' OR (c.closed_at IS NULL) = ($2 = 'open')) AND ($3::text IS NULL OR c.type = $3)
       AND ($4::timestamptz IS NULL OR (c.created_at, c.id) < ($4, $5::uuid))
     ORDER BY c.created_at DESC, c.id DESC LIMIT $6::int`,
    [accountId, filter.show, filter.type ?? null, after?.at ?? null, after?.id ?? null, limit],
  )
}

/**
 * An offer that waits for an answer, else the soonest of what a person has, else of what they wait for. A verdict that
 * they are asked for has no day of its own, and may wait for ever: it stands behind what is today, before the rest. A day
 * from which the child was fetched is over.
 * @param tomorrow when it begins
 */
export async function nextCaseOf(
  db: Db,
  accountId: string,
  { now, tomorrow }: { now: Date; tomorrow: Date },
): Promise<(CaseRow & { nextAt: Date }) | undefined> {
  const [row] = await db.statement<CaseRow & { nextAt: Date }>(
    'next-case-of',
    `SELECT ${caseColumns}, coalesce(b.starts_at, (SELECT min(s.starts_at) FROM care_sessions s
         WHERE s.programme_id = e.programme_id AND s.ends_at > $2 AND NOT EXISTS (SELECT FROM care_records r
           WHERE r.session_id = s.id AND r.child_id = e.child_id AND r.kind = 'released')),
         p.first_starts_at, $3::timestamptz) AS "nextAt"
     FROM ${caseJoins}
     WHERE ${mine} AND c.closed_at IS NULL AND (coalesce(b.ends_at, p.last_ends_at) > $2::timestamptz OR c.state = 'verdict')
       AND (c.state <> 'held' OR w.held_until > $2) AND (c.state <> 'waiting' OR w.until > $2)
     ORDER BY c.state = 'held' DESC, c.state IN ('waiting', 'entered'), "nextAt", c.id LIMIT 1`,
    [accountId, now, tomorrow],
  )
  return row
}
