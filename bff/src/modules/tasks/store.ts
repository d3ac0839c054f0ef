/** Tasks: a guarded update takes a place, so that a task never holds more people than it asked for. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import type { Read } from '../../platform/read'
import { idRow, rowOf, rowsOf } from '../../platform/rows'
import { taskRow, type TaskRow } from './row'

/** Of a task `t`. */
export const columns = `t.id, t.community_code AS community, t.need_id AS "needId", t.state, t.kind, t.title, t.about, t.place,
  t.at_home AS "atHome", t.starts_at AS "startsAt", t.ends_at AS "endsAt", t.places, t.taken,
  (SELECT count(*)::int FROM signups s WHERE s.task_id = t.id AND s.state = 'waiting') AS waiting, t.skill, t.paper,
  t.adults_only AS "adultsOnly", t.two_people AS "twoPeople", t.opens_to_all AS "opensToAll",
  t.team_id AS "teamId", (SELECT name FROM teams m WHERE m.id = t.team_id) AS "teamName", t.team_only AS "teamOnly"`

export async function findTask(read: Read, id: string): Promise<TaskRow | undefined> {
  const [row] = await read(taskRow, 'task', `SELECT ${columns} FROM tasks t WHERE t.id = $1::uuid`, [id])
  return row
}

/**
 * Open ones in an area (a code's first digits) that have not begun, the soonest first. Of one community an index gives them
 * in that order; of a wider area those ahead are sorted, some thousand at most.
 */
export const tasksNear = (db: Db, asked: { area: string; now: Date; limit: number }): Promise<TaskRow[]> =>
  db.statement(
    taskRow,
    'tasks-near',
    `SELECT ${columns} FROM tasks t WHERE t.state = 'open' AND t.community_code >= $1 AND t.community_code < $1 || '~'
       AND t.starts_at > $2::timestamptz AND NOT t.team_only ORDER BY t.starts_at, t.id LIMIT $3::int`,
    [asked.area, asked.now, asked.limit],
  )

/** What some teams are asked to do, wherever it is. */
export const tasksOfTeams = (
  db: Db,
  asked: { teamIds: readonly string[]; now: Date; limit: number },
): Promise<TaskRow[]> =>
  db.statement(
    taskRow,
    'tasks-of-teams',
    `SELECT ${columns} FROM tasks t WHERE t.team_id = ANY ($1::uuid[]) AND t.state = 'open'
       AND t.starts_at > $2::timestamptz ORDER BY t.starts_at, t.id LIMIT $3::int`,
    [[...asked.teamIds], asked.now, asked.limit],
  )

/** Made together, in order. */
export const tasksOfSeries = (db: Db, seriesId: string): Promise<TaskRow[]> =>
  db.statement(
    taskRow,
    'tasks-of-series',
    `SELECT ${columns} FROM tasks t WHERE t.series_id = $1::uuid ORDER BY t.starts_at, t.id`,
    [seriesId],
  )

export interface NewTaskRow extends Omit<TaskRow, 'taken' | 'waiting' | 'state' | 'teamName'> {
  homeNeedsTwo: boolean
  seriesId: string
  createdBy: string
  createdAt: Date
}

export async function insertTask(tx: Tx, t: NewTaskRow): Promise<void> {
  await tx.$executeRaw`INSERT INTO tasks (id, community_code, need_id, state, kind, title, about, place, at_home, starts_at,
      ends_at, places, skill, paper, adults_only, two_people, home_needs_two, opens_to_all, series_id, created_by, created_at, team_id, team_only)
    VALUES (${t.id}::uuid, ${t.community}, ${t.needId}::uuid, 'open', ${t.kind}, ${t.title}, ${t.about}, ${t.place},
      ${t.atHome}, ${t.startsAt}::timestamptz, ${t.endsAt}::timestamptz, ${t.places}::int, ${t.skill}, ${t.paper},
      ${t.adultsOnly}, ${t.twoPeople}, ${t.homeNeedsTwo}, ${t.opensToAll}::timestamptz, ${t.seriesId}::uuid, ${t.createdBy}::uuid,
      ${t.createdAt}::timestamptz, ${t.teamId}::uuid, ${t.teamOnly})`
}

/** @returns false where there is none, it was called off, it has begun, or it is at another time than the caller has seen */
export async function takePlace(
  tx: Tx,
  { id, startsAt, endsAt }: Pick<TaskRow, 'id' | 'startsAt' | 'endsAt'>,
  at: Date,
): Promise<boolean> {
  const taken =
    await tx.$executeRaw`UPDATE tasks SET taken = taken + 1 WHERE id = ${id}::uuid AND taken < places
    AND state = 'open' AND starts_at > ${at}::timestamptz AND starts_at = ${startsAt}::timestamptz
    AND ends_at = ${endsAt}::timestamptz`
  return taken === 1
}

export async function givePlaceBack(tx: Tx, id: string, places: number): Promise<void> {
  await tx.$executeRaw`UPDATE tasks SET taken = taken - ${places}::int WHERE id = ${id}::uuid`
}

export async function freePlaces(tx: Tx, id: string): Promise<number> {
  const row = await rowOf(tx, z.strictObject({ n: z.int() }))`
    SELECT places - taken AS n FROM tasks WHERE id = ${id}::uuid AND state = 'open'`
  return row?.n ?? 0
}

/** @returns false where it was called off before */
export async function cancelTask(tx: Tx, id: string): Promise<boolean> {
  const done =
    await tx.$executeRaw`UPDATE tasks SET state = 'cancelled' WHERE id = ${id}::uuid AND state = 'open'`
  return done === 1
}

/** Tasks that are still to come and serve a need. */
export const openTasksOf = (tx: Tx, needId: string, at: Date): Promise<{ id: string }[]> =>
  rowsOf(tx, idRow)`SELECT id FROM tasks WHERE need_id = ${needId}::uuid AND state = 'open'
    AND starts_at > ${at}::timestamptz ORDER BY id`

const needRow = z.strictObject({ id: z.string(), number: z.string() })

/** The need that a task serves. */
export async function needOf(db: Db, taskId: string): Promise<z.output<typeof needRow> | null> {
  const [row] = await db.statement(
    needRow,
    'need-of-task',
    'SELECT c.id, c.number FROM tasks t JOIN cases c ON c.id = t.need_id WHERE t.id = $1::uuid',
    [taskId],
  )
  return row ?? null
}

const mineRow = z.strictObject({
  taskId: z.string(),
  caseId: z.string(),
  state: z.string(),
  partyId: z.string(),
  childId: z.nullable(z.string()),
})
export type MineRow = z.output<typeof mineRow>

/** What some people have signed up for of some tasks, as far as it is not given up. */
export const signupsOf = (
  db: Db,
  asked: { taskIds: readonly string[]; parties: readonly string[] },
): Promise<MineRow[]> =>
  db.statement(
    mineRow,
    'signups-of',
    `SELECT s.task_id AS "taskId", s.case_id AS "caseId", s.state, s.party_id AS "partyId", c.child_id AS "childId"
     FROM signups s JOIN cases c ON c.id = s.case_id
     WHERE s.task_id = ANY ($1::uuid[]) AND s.party_id = ANY ($2::uuid[]) AND s.state NOT IN ('cancelled', 'lapsed')`,
    [[...asked.taskIds], [...asked.parties]],
  )

const loadRow = z.strictObject({
  partyId: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  stands: z.boolean(),
})
export type LoadRow = z.output<typeof loadRow>

/**
 * What some people have had or have, from `since` on: what stands or is kept for them, and what they did.
 * @param but a task that does not count, because it is moved
 */
export const loadsOf = (
  read: Read,
  parties: readonly string[],
  since: Date,
  but: string | null = null,
): Promise<LoadRow[]> =>
  read(
    loadRow,
    'signup-loads',
    `SELECT party_id AS "partyId", starts_at AS "startsAt", ends_at AS "endsAt", state IN ('held', 'confirmed') AS stands
     FROM signups WHERE party_id = ANY ($1::uuid[]) AND starts_at >= $2::timestamptz
       AND state IN ('held', 'confirmed', 'review', 'completed', 'disputed')
       AND ($3::uuid IS NULL OR task_id <> $3::uuid)`,
    [[...parties], since, but],
  )
