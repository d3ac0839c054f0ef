/** A person's cases, of every type: their own, those they filed for others, and their children's. */
import type { Turn } from '../../platform/cursor'
import type { Db } from '../../platform/db'
import { type CaseRow, caseRow } from './row'
import { caseColumns, inTurn } from './store'

/** The cases of a person ($1): in which they were served, which they filed for others, and what is for their children. */
const mine = `c.id IN (SELECT id FROM cases WHERE subject_id = $1::uuid AND child_id IS NULL
  UNION SELECT id FROM cases WHERE actor_id = $1::uuid AND actor_role = 'proxy' AND child_id IS NULL
  UNION SELECT id FROM cases WHERE child_id = ANY (children_decided_by($1::uuid)))`

export type Show = 'open' | 'done' | 'all'

/** A person's cases, as subject or as who filed them, newest first, and what was asked for at once in its own order. */
export function casesOf(
  db: Db,
  accountId: string,
  filter: { show: Show; type: string | undefined },
  after: Turn | undefined,
  limit: number,
): Promise<CaseRow[]> {
  return db.statement(
    caseRow,
    'cases-of',
    `SELECT ${caseColumns} FROM cases c
     WHERE ${mine}
       AND ($2 = 'all' OR (c.closed_at IS NULL) = ($2 = 'open')) AND ($3::text IS NULL OR c.type = $3)
       AND ($4::timestamptz IS NULL OR c.created_at < $4 OR c.created_at = $4 AND (${inTurn}) > ($5::timestamptz, $6::uuid))
     ORDER BY c.created_at DESC, ${inTurn} LIMIT $7::int`,
    [
      ...[accountId, filter.show, filter.type ?? null],
      ...[after?.at ?? null, after?.begins ?? null, after?.id ?? null, limit],
    ],
  )
}

/** What a person has or waits for that is not over by the clock: few, as nobody has hundreds of open matters. */
export const openCasesOf = (
  db: Db,
  accountId: string,
  types: readonly string[],
  now: Date,
  limit: number,
): Promise<CaseRow[]> =>
  db.statement(
    caseRow,
    'open-cases-of',
    `SELECT ${caseColumns} FROM cases c
     WHERE ${mine} AND c.closed_at IS NULL AND c.type = ANY ($4::text[]) AND (c.lapses_at IS NULL OR c.lapses_at > $2::timestamptz)
       AND (c.ends_at IS NULL OR c.ends_at > $2 OR c.waiting_for = 'party')
     ORDER BY c.waiting_for = 'party' DESC, c.starts_at, c.id LIMIT $3::int`,
    [accountId, now, limit, types],
  )
