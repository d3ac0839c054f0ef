/** What waits in a division: an index range over the codes below it, by due time. */
import type { DeskKind } from '@linli/contracts/cases'
import * as z from 'zod/mini'
import type { Turn } from '../../platform/cursor'
import type { Db } from '../../platform/db'
import { caseRow } from './row'
import { caseColumns, inTurn } from './store'

/** Only what a partner unit organises, by the conditions of the services (`Kind.organises`). */
export interface Own {
  accountId: string
  /** @param account a placeholder of the account */
  where: (account: string) => string
}

export interface DeskScope {
  division: string
  own: Own | null
  now: Date
  dayStart: Date
  dayEnd: Date
  /** The services that stand on the desk. */
  types: readonly string[]
  /** Of each, as `type/state`: what a day's list shows of what is to come, and of what took place already. */
  takesPlace: readonly string[]
  tookPlace: readonly string[]
}

/** What is over waits for nobody, so it is not counted. */
export type CountedKind = Exclude<DeskKind, 'done'>

const below = `c.community_code >= $1 AND c.community_code < $1 || ':' AND c.type = ANY ($5::text[])`
const open = 'c.closed_at IS NULL'
const waiting = `${open} AND c.waiting_for = 'staff'`
/** What is used before its answer is due comes before that: it is of no use later. What has neither, since when it is. */
const urgent = 'coalesce(least(c.due_at, c.starts_at), c.created_at)'
/** Nothing that stands in a day's list lasts longer than a day; what ended at midnight was yesterday's. */
const onDay = `c.starts_at > $3::timestamptz - interval '1 day' AND c.starts_at < $4::timestamptz
  AND coalesce(c.ends_at > $3, c.starts_at >= $3)`
/** What is over stays until the day is. */
const today = `(${open} AND ${onDay} AND c.type || '/' || c.state = ANY ($6::text[])
  OR c.finished_at >= $3 AND ${onDay} AND c.type || '/' || c.state = ANY ($7::text[]))`

const kinds: Record<DeskKind, { where: string; sort: string; down?: true }> = {
  waiting: { where: waiting, sort: urgent },
  overdue: { where: `${waiting} AND c.due_at < $2::timestamptz`, sort: urgent },
  // An offer that a person has to answer by a time is no question of staff.
  asked: { where: `${open} AND c.waiting_for = 'party' AND c.lapses_at IS NULL`, sort: urgent },
  today: { where: today, sort: 'c.starts_at' },
  // What was finished lately, the newest first.
  done: { where: `c.finished_at > $2::timestamptz - interval '30 days'`, sort: 'c.finished_at', down: true },
}

const scopeOf = ({ division, now, dayStart, dayEnd, types, takesPlace, tookPlace }: DeskScope): unknown[] => [
  division,
  now,
  dayStart,
  dayEnd,
  types,
  takesPlace,
  tookPlace,
]
/** Every kind names all scope parameters, so PostgreSQL knows their types. */
const typed = '($2::timestamptz, $3::timestamptz, $4::timestamptz, $6::text[], $7::text[]) IS NOT NULL'

const deskRow = z.extend(caseRow, { sort: z.date() })

/** Of a partner unit: the end of the name of a statement, its condition and its value; nothing for staff. */
const ownOf = (own: Own | null, place: number): { name: string; sql: string; values: string[] } =>
  own === null
    ? { name: '', sql: '', values: [] }
    : { name: '-own', sql: ` AND (${own.where(`$${place}::uuid`)})`, values: [own.accountId] }

export function deskCases(
  db: Db,
  scope: DeskScope,
  kind: DeskKind,
  after: Turn | undefined,
  limit: number,
): Promise<z.output<typeof deskRow>[]> {
  const { where, sort, down } = kinds[kind]
  const [beyond, order] = down ? ['<', 'DESC'] : ['>', 'ASC']
  const own = ownOf(scope.own, 12)
  const from = `($8::timestamptz IS NULL OR ${sort} ${beyond} $8 OR ${sort} = $8 AND (${inTurn}) > ($9::timestamptz, $10::uuid))`
  return db.statement(
    deskRow,
    `desk-${kind}${own.name}`,
    `SELECT ${caseColumns}, ${sort} AS sort FROM cases c
     WHERE ${below} AND ${typed} AND ${where}${own.sql} AND ${from}
     ORDER BY ${sort} ${order}, ${inTurn} LIMIT $11::int`,
    [...scopeOf(scope), after?.at ?? null, after?.begins ?? null, after?.id ?? null, limit, ...own.values],
  )
}

/** Two counts by themselves: what waits is a few rows of an index, what is used today lies in another. */
export async function deskCounts(db: Db, scope: DeskScope): Promise<Record<CountedKind, number>> {
  const pending = (kind: CountedKind): string =>
    `count(*) FILTER (WHERE ${kinds[kind].where})::int AS ${kind}`
  const own = ownOf(scope.own, 8)
  const [[waits], [used]] = await Promise.all([
    db.statement(
      z.strictObject({ waiting: z.int(), overdue: z.int(), asked: z.int() }),
      `desk-counts${own.name}`,
      `SELECT ${(['waiting', 'overdue', 'asked'] as const).map(pending).join(', ')}
       FROM cases c WHERE ${below} AND ${open} AND c.waiting_for <> 'nobody' AND ${typed}${own.sql}`,
      [...scopeOf(scope), ...own.values],
    ),
    db.statement(
      z.strictObject({ today: z.int() }),
      `desk-today-count${own.name}`,
      `SELECT count(*)::int AS today FROM cases c WHERE ${below} AND ${typed} AND ${today}${own.sql}`,
      [...scopeOf(scope), ...own.values],
    ),
  ])
  return { waiting: 0, overdue: 0, asked: 0, today: 0, ...waits, ...used }
}

/** How many requests wait for an answer in some divisions, none of which lies in another. */
export async function waitingIn(
  db: Db,
  divisions: readonly string[],
  types: readonly string[],
  only: Own | null = null,
): Promise<number> {
  const own = ownOf(only, 3)
  const counts = await Promise.all(
    divisions.map((division) =>
      db.statement(
        z.strictObject({ waiting: z.int() }),
        `waiting-in${own.name}`,
        `SELECT count(*)::int AS waiting FROM cases c
         WHERE c.community_code >= $1 AND c.community_code < $1 || ':' AND c.type = ANY ($2::text[]) AND ${waiting}${own.sql}`,
        [division, types, ...own.values],
      ),
    ),
  )
  return counts.reduce((sum, [row]) => sum + (row?.waiting ?? 0), 0)
}
