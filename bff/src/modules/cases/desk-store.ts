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

/** What is over waits for nobody, so it is not counted. */
export type CountedKind = Exclude<DeskKind, 'done'>

export interface DeskPlace {
  sort: Date
  id: string
}

const below = `c.community_code >= $1 AND c.community_code < $1 || ':'`
/** By the rooms of the division, through the exclusion constraint's own index. */
const today = `r.community_code >= $1 AND r.community_code < $1 || ':' AND b.state = 'confirmed'
  AND b.occupied && tstzrange($3::timestamptz, $4::timestamptz) AND b.ends_at > $3::timestamptz`

/** What was finished lately, the newest first. */
const done = `c.state IN ('completed', 'refused') AND c.closed_at > $2::timestamptz - interval '30 days'`

/** What is used before its answer is due comes before that: it is of no use later. */
const urgent = 'least(c.due_at, b.starts_at)'

const kinds: Record<DeskKind, { where: string; sort: string; down?: true }> = {
  waiting: { where: `c.state = 'pending' AND c.waiting_for = 'staff'`, sort: urgent },
  overdue: {
    where: `c.state = 'pending' AND c.waiting_for = 'staff' AND c.due_at < $2::timestamptz`,
    sort: urgent,
  },
  asked: { where: `c.state = 'pending' AND c.waiting_for = 'party'`, sort: 'b.starts_at' },
  today: { where: today, sort: 'b.starts_at' },
  done: { where: done, sort: 'c.closed_at', down: true },
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
  const { where, sort, down } = kinds[kind]
  const [beyond, order] = down ? ['<', 'DESC'] : ['>', 'ASC']
  return db.statement(
    `desk-${kind}`,
    `SELECT ${caseColumns}, ${sort} AS sort FROM ${caseJoins}
     WHERE ${below} AND ${typed} AND ${where} AND ($5::timestamptz IS NULL OR (${sort}, c.id) ${beyond} ($5, $6::uuid))
     ORDER BY ${sort} ${order}, c.id ${order} LIMIT $7::int`,
    [...scopeOf(scope), after?.sort ?? null, after?.id ?? null, limit],
  )
}

/** Two counts by themselves: what waits is a few rows of an index, what is used today lies in another. */
export async function deskCounts(db: Db, scope: DeskScope): Promise<Record<CountedKind, number>> {
  const pending = (kind: CountedKind): string =>
    `count(*) FILTER (WHERE ${kinds[kind].where})::int AS ${kind}`
  const [[waiting], [used]] = await Promise.all([
    db.statement<Record<Exclude<CountedKind, 'today'>, number>>(
      'desk-counts',
      `SELECT ${(['waiting', 'overdue', 'asked'] as const).map(pending).join(', ')}
       FROM cases c WHERE ${below} AND c.state = 'pending' AND ${typed}`,
      scopeOf(scope),
    ),
    db.statement<{ today: number }>(
      'desk-today-count',
      `SELECT count(*)::int AS today FROM rooms r JOIN bookings b ON b.room_id = r.id
       WHERE ${typed} AND ${today}`,
      scopeOf(scope),
    ),
  ])
  return { waiting: 0, overdue: 0, asked: 0, today: 0, ...waiting, ...used }
}

/** How many requests wait for an answer in some divisions, none of which lies in another. */
export async function waitingIn(db: Db, divisions: readonly string[]): Promise<number> {
  const counts = await Promise.all(
    divisions.map((division) =>
      db.statement<{ waiting: number }>(
        'waiting-in',
        `SELECT count(*)::int AS waiting FROM cases c WHERE ${below} AND ${kinds.waiting.where}`,
        [division],
      ),
    ),
  )
  return counts.reduce((sum, [row]) => sum + (row?.waiting ?? 0), 0)
}
