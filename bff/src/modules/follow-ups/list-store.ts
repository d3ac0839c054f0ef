/** What is followed up in a division: an index range over the codes below it, by due time. */
import type { FollowUpShow } from '@linli/contracts/follow-ups'
import { digits } from '@linli/contracts/ladder'
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'
import { columns, followUpRow, type FollowUpRow, joins, reading } from './store'

export interface ListScope {
  accountId: string
  division: string
  /** The communities whose own staff the reader is. */
  units: readonly string[]
  /** The divisions above communities for which the reader works. */
  above: readonly string[]
  now: Date
}

const today = `date_trunc('day', $5::timestamptz AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'`
/** Its own unit finds a new one next morning, as it is told then: the minute would say whose it is. */
const morning = `(c.community_code <> ALL ($3::text[]) OR u.opened_at < ${today}
  OR (NOT u.confidential AND (u.named_at IS NOT NULL OR c.state <> 'contacting')))`
/** So with the rater's word: until then it stands for the unit where it stood (`asSeen`), and is not late (`lateBy`). */
const anonymous = (c: string, u: string): string =>
  `(${c}.community_code = ANY ($3::text[]) AND ${c}.subject_id <> $1::uuid AND (${u}.named_at IS NULL OR ${u}.confidential))`
const withheld = (c: string, u: string): string => `(${anonymous(c, u)} AND ${u}.verdict_at >= ${today}
  AND ((${c}.state = 'reviewing' AND ${u}.reviewing = 'verdict') OR (${c}.state = 'closed' AND ${u}.verdict = 'satisfied')))`
const below = `c.type = 'follow_up' AND c.community_code >= $2 AND c.community_code < $2 || ':' AND ${morning}`
/** @param unit is somebody of a unit reading? For nobody else anything is anonymous, and an index does it alone. */
const openFor = (unit: boolean): string =>
  `${below} AND (c.closed_at IS NULL${unit ? ` OR (c.closed_at >= ${today} AND ${withheld('c', 'u')})` : ''})`
const overdue = `c.waiting_for = 'staff' AND NOT ${withheld('c', 'u')}
  AND c.due_at < CASE WHEN ${anonymous('c', 'u')} THEN ${today} ELSE $5::timestamptz END`

/** The same as `roleOf` and the declared table say of one row: what this reader has to do now. */
const mine = `c.subject_id <> $1::uuid AND CASE WHEN c.community_code = ANY ($3::text[])
  THEN c.state = 'rectifying'
  ELSE c.state <> 'verdict' AND NOT ${reading.involved} AND EXISTS (
    SELECT FROM unnest($4::text[]) g WHERE starts_with(c.community_code, g) AND CASE c.state
      WHEN 'reviewing' THEN (length(g) < length(u.handled_by) OR length(g) <= ${digits.prefecture}) AND NOT ${reading.acted}
      WHEN 'rectifying' THEN length(g) = length(u.handled_by) AND u.extended_at IS NULL AND $5::timestamptz < u.stop_at
      ELSE length(g) = length(u.handled_by) END) END`

/** What waits for the rater has no due time of staff; it stands behind everything that has. */
const byDue = (c: string, u: string): string =>
  `CASE WHEN ${withheld(c, u)} THEN 'infinity' ELSE coalesce(${c}.due_at, 'infinity'::timestamptz) END`
type Sort = (c: string, u: string) => string
const kindsFor = (open: string): Record<FollowUpShow, { where: string; sort: Sort; down: boolean }> => ({
  mine: { where: `${open} AND ${mine}`, sort: byDue, down: false },
  overdue: { where: `${open} AND ${overdue}`, sort: byDue, down: false },
  open: { where: open, sort: byDue, down: false },
  ended: {
    where: `${below} AND c.closed_at IS NOT NULL AND NOT ${withheld('c', 'u')}`,
    sort: (c) => `${c}.closed_at`,
    down: true,
  },
})

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
  const unit = scope.units.length > 0
  const { where, sort, down } = kindsFor(openFor(unit))[show]
  const [beyond, order] = down ? ['<', 'DESC'] : ['>', 'ASC']
  return db.statement(
    followUpRow,
    `follow-ups-${show}${unit ? '-unit' : ''}`,
    `SELECT ${columns} FROM ${joins}
     WHERE ${where} AND ${typed} AND ($6::uuid IS NULL OR (${sort('c', 'u')}, c.id) ${beyond} (
       SELECT ${sort('o', 'p')}, o.id FROM cases o JOIN follow_ups p ON p.case_id = o.id WHERE o.id = $6::uuid))
     ORDER BY ${sort('c', 'u')} ${order}, c.id ${order} LIMIT $7::int`,
    [...scopeOf(scope), after ?? null, limit],
  )
}

const countsRow = z.strictObject({ mine: z.int(), overdue: z.int(), open: z.int() })

export async function countFollowUps(db: Db, scope: ListScope): Promise<z.output<typeof countsRow>> {
  const unit = scope.units.length > 0
  const [row] = await db.statement(
    countsRow,
    `follow-ups-counts${unit ? '-unit' : ''}`,
    `SELECT count(*) FILTER (WHERE ${mine})::int AS mine, count(*) FILTER (WHERE ${overdue})::int AS overdue,
       count(*)::int AS open
     FROM ${joins} WHERE ${openFor(unit)} AND ${typed}`,
    scopeOf(scope),
  )
  return row ?? { mine: 0, overdue: 0, open: 0 }
}
