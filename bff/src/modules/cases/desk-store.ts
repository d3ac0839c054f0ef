/** What waits in a division: an index range over the codes below it, by due time. */
import type { DeskKind } from '@linli/contracts/cases'
import type { Db } from '../../platform/db'
import { caseColumns, caseJoins, type CaseRow } from './store'

export interface DeskScope {
  division: string
  now: Date
  dayStart: Date
  dayEnd: Date
}

export interface DeskPlace {
  sort: Date
  id: string
}

const below = `c.community_code >= $1 AND c.community_code < $1 || ':'`
const today = `c.state = 'confirmed' AND b.starts_at < $4::timestamptz AND b.ends_at > $3::timestamptz`

const kinds: Record<DeskKind, { where: string; sort: string }> = {
  waiting: { where: `c.state = 'pending' AND c.waiting_for = 'staff'`, sort: 'c.due_at' },
  overdue: {
    where: `c.state = 'pending' AND c.waiting_for = 'staff' AND c.due_at < $2::timestamptz`,
    sort: 'c.due_at',
  },
  asked: { where: `c.state = 'pending' AND c.waiting_for = 'party'`, sort: 'b.starts_at' },
  today: { where: today, sort: 'b.starts_at' },
}

const scopeOf = ({ division, now, dayStart, dayEnd }: DeskScope): unknown[] => [
  division,
  now,
  dayStart,
  dayEnd,
]
/** Every kind names all four scope parameters, so PostgreSQL knows their types. */
const typed = '($2::timestamptz, $3::timestamptz, $4::timestamptz) IS NOT NULL'

export function deskCases(
  db: Db,
  scope: DeskScope,
  kind: DeskKind,
  after: DeskPlace | undefined,
  limit: number,
): Promise<(CaseRow & { sort: Date })[]> {
  const { where, sort } = kinds[kind]
  return db.statement(
    `desk-${kind}`,
    `SELECT ${caseColumns}, ${sort} AS sort FROM ${caseJoins}
     WHERE ${below} AND ${typed} AND ${where} AND ($5::timestamptz IS NULL OR (${sort}, c.id) > ($5, $6::uuid))
     ORDER BY ${sort}, c.id LIMIT $7::int`,
    [...scopeOf(scope), after?.sort ?? null, after?.id ?? null, limit],
  )
}

export async function deskCounts(db: Db, scope: DeskScope): Promise<Record<DeskKind, number>> {
  const [row] = await db.statement<Record<DeskKind, number>>(
    'desk-counts',
    `SELECT ${Object.entries(kinds)
      .map(([kind, { where }]) => `count(*) FILTER (WHERE ${where})::int AS ${kind}`)
      .join(', ')}
     FROM cases c JOIN bookings b ON b.case_id = c.id
     WHERE ${below} AND c.state IN ('pending', 'confirmed') AND c.closed_at IS NULL AND ${typed}`,
    scopeOf(scope),
  )
  return row ?? { waiting: 0, overdue: 0, asked: 0, today: 0 }
}
