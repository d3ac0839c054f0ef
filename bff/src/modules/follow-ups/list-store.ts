/** What is followed up in a division: an index range over the codes below it, by due time. */
import type { FollowUpShow } from '@linli/contracts/follow-ups'
import type { Db } from '../../platform/db'
import { columns, type FollowUpRow, joins, reading } from './store'

export interface ListScope {
  accountId: string
  division: string
  /** The communities whose own staff the reader is. */
  units: readonly string[]
  /** The divisions above communities for which the reader works. */
  above: readonly string[]
  now: Date
}

/** Its own unit finds a new one next morning, as it is told then: the minute would say whose it is. */
const morning = `(c.community_code <> ALL ($3::text[]) OR u.named_at IS NOT NULL OR c.state <> 'contacting'
  OR u.opened_at < date_trunc('day', $5::timestamptz AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai')`
const below = `c.type = 'follow_up' AND c.community_code >= $2 AND c.community_code < $2 || ':' AND ${morning}`
const open = `${below} AND c.closed_at IS NULL`
const overdue = `c.waiting_for = 'staff' AND c.due_at < $5::timestamptz`

/** The same as `roleOf` and the declared table say of one row: what this reader has to do now. */
const mine = `c.subject_id <> $1::uuid AND CASE WHEN c.community_code = ANY ($3::text[])
  THEN c.state = 'rectifying'
  ELSE c.state <> 'verdict' AND NOT ${reading.involved} AND EXISTS (
    SELECT FROM unnest($4::text[]) g WHERE starts_with(c.community_code, g) AND CASE c.state
      WHEN 'reviewing' THEN (length(g) < length(u.handled_by) OR length(g) <= 4) AND NOT ${reading.acted}
      WHEN 'rectifying' THEN length(g) = length(u.handled_by) AND u.extended_at IS NULL AND $5::timestamptz < u.stop_at
      ELSE length(g) = length(u.handled_by) END) END`

/** What waits for the rater has no due time of staff; it stands behind everything that has. */
const byDue = (c: string): string => `coalesce(${c}.due_at, 'infinity'::timestamptz)`
const kinds: Record<FollowUpShow, { where: string; sort: (c: string) => string; down: boolean }> = {
  mine: { where: `${open} AND ${mine}`, sort: byDue, down: false },
  overdue: { where: `${open} AND ${overdue}`, sort: byDue, down: false },
  open: { where: open, sort: byDue, down: false },
  ended: { where: `${below} AND c.closed_at IS NOT NULL`, sort: (c) => `${c}.closed_at`, down: true },
}

const scopeOf = (s: ListScope): unknown[] => [s.accountId, s.division, s.units, s.above, s.now]
/** Every kind names all five scope parameters, so PostgreSQL knows their types. */
const typed = '($1::uuid, $3::text[], $4::text[], $5::timestamptz) IS NOT NULL'

/** @param after the last one read; its time is looked up here, for it says too much to be sent about */
export function pageOfFollowUps(
  db: Db,
  scope: ListScope,
  show: FollowUpShow,
  after: string | undefined,
  limit: number,
): Promise<FollowUpRow[]> {
  const { where, sort, down } = kinds[show]
  const [beyond, order] = down ? ['<', 'DESC'] : ['>', 'ASC']
  return db.statement(
    `follow-ups-${show}`,
    `SELECT ${columns} FROM ${joins}
     WHERE ${where} AND ${typed} AND ($6::uuid IS NULL OR (${sort('c')}, c.id) ${beyond} (
       SELECT ${sort('o')}, o.id FROM cases o WHERE o.id = $6::uuid))
     ORDER BY ${sort('c')} ${order}, c.id ${order} LIMIT $7::int`,
    [...scopeOf(scope), after ?? null, limit],
  )
}

export async function countFollowUps(
  db: Db,
  scope: ListScope,
): Promise<{ mine: number; overdue: number; open: number }> {
  const [row] = await db.statement<{ mine: number; overdue: number; open: number }>(
    'follow-ups-counts',
    `SELECT count(*) FILTER (WHERE ${mine})::int AS mine, count(*) FILTER (WHERE ${overdue})::int AS overdue,
       count(*)::int AS open
     FROM ${joins} WHERE ${open} AND ${typed}`,
    scopeOf(scope),
  )
  return row ?? { mine: 0, overdue: 0, open: 0 }
}
