/** What is kept of a signup beside the row of its case. Its state and its time are carried over by the database. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { sqlState } from '../../platform/db-errors'
import { countRow, idRow, rowOf, rowsOf } from '../../platform/rows'
import type { FactsQuery } from '../cases/kind'

const factsRow = z.strictObject({
  caseId: z.string(),
  taskId: z.string(),
  needId: z.nullable(z.string()),
  place: z.nullable(z.string()),
  twoPeople: z.boolean(),
  bothStand: z.boolean(),
  /** Their registration counts, with the paper that the task asks for. */
  fits: z.boolean(),
  startsAt: z.string(),
  endsAt: z.string(),
  cameAt: z.nullable(z.string()),
  leftAt: z.nullable(z.string()),
  halves: z.nullable(z.int()),
  /** When the organiser said so last. */
  saidAt: z.nullable(z.string()),
  /** The accounts that lead the team that was asked; of what is for a need nobody's. */
  organisers: z.array(z.string()),
  teamName: z.nullable(z.string()),
})
export type SignupFacts = z.output<typeof factsRow>

const came = (way: 'in' | 'out'): string =>
  `(SELECT a.at FROM attendances a WHERE a.case_id = s.case_id AND a.way = '${way}')`

/** Whose volunteer (of the signup `s`) counts, with a paper that lasts until the task (`t`) is over where it asks for one. */
const fits = `EXISTS (SELECT FROM volunteers v WHERE v.party_id = s.party_id AND v.state = 'verified'
  AND (t.paper IS NULL OR EXISTS (SELECT FROM volunteer_papers p WHERE p.case_id = v.case_id AND p.kind = t.paper
    AND p.revoked_at IS NULL AND p.valid_until >= ((s.ends_at - interval '1 ms') AT TIME ZONE 'Asia/Shanghai')::date)))`

export const signupFacts = {
  row: factsRow,
  sql: `SELECT s.case_id AS "caseId", s.task_id AS "taskId", t.need_id AS "needId", t.place, t.two_people AS "twoPeople",
      (SELECT count(*) FROM signups s WHERE s.task_id = t.id AND s.state = 'confirmed' AND ${fits}) >= 2 AS "bothStand",
      ${fits} AS fits,
      s.starts_at AS "startsAt", s.ends_at AS "endsAt", ${came('in')} AS "cameAt", ${came('out')} AS "leftAt",
      h.halves, h.at AS "saidAt",
      CASE WHEN t.need_id IS NULL AND t.team_id IS NOT NULL THEN team_leaders(t.team_id) ELSE '{}' END AS organisers,
      (SELECT name FROM teams WHERE id = t.team_id) AS "teamName"
    FROM signups s JOIN tasks t ON t.id = s.task_id LEFT JOIN LATERAL hours_said_last(s.case_id) h ON true
    WHERE s.case_id = ANY ($1::uuid[])`,
} satisfies FactsQuery

export interface NewSignup {
  caseId: string
  state: 'confirmed' | 'waiting'
  taskId: string
  partyId: string
  startsAt: Date
  endsAt: Date
}

/** Which promise somebody else, or another tap, was quicker at. */
export type Clash = 'task_time_taken' | 'task_signed_up' | 'task_moved'

const clashes: Readonly<Record<string, Clash>> = {
  '23P01': 'task_time_taken',
  '23505': 'task_signed_up',
  '23503': 'task_moved',
}

/** @returns what stands in the way, decided by the database: then the transaction cannot go on */
export async function insertSignup(tx: Tx, s: NewSignup): Promise<Clash | undefined> {
  try {
    await tx.$executeRaw`INSERT INTO signups (case_id, state, task_id, party_id, starts_at, ends_at)
      VALUES (${s.caseId}::uuid, ${s.state}, ${s.taskId}::uuid, ${s.partyId}::uuid, ${s.startsAt}::timestamptz,
        ${s.endsAt}::timestamptz)`
  } catch (error) {
    const clash = clashes[sqlState(error) ?? '']
    if (clash === undefined) throw error
    return clash
  }
  return undefined
}

const placeRow = z.strictObject({ taskId: z.string(), lineId: z.string(), needId: z.nullable(z.string()) })
export type Place = z.output<typeof placeRow>

/** The task of a signup and its line, before anything is locked. */
export async function placeOf(db: Db, caseId: string): Promise<Place | undefined> {
  const [row] = await db.statement(
    placeRow,
    'place-of-signup',
    `SELECT s.task_id AS "taskId", l.id AS "lineId", t.need_id AS "needId"
     FROM signups s JOIN lines l ON l.task_id = s.task_id JOIN tasks t ON t.id = s.task_id WHERE s.case_id = $1::uuid`,
    [caseId],
  )
  return row
}

/** All of a task who stand, have an offer or wait. */
export const openSignupsOf = (tx: Tx, taskId: string): Promise<{ id: string }[]> =>
  rowsOf(tx, idRow)`SELECT case_id AS id FROM signups
    WHERE task_id = ${taskId}::uuid AND state IN ('waiting', 'held', 'confirmed') ORDER BY case_id`

/** A place is free although somebody waits. */
export async function isPlaceMissed(db: Db, taskId: string): Promise<boolean> {
  const [row] = await db.statement(
    z.strictObject({ missed: z.boolean() }),
    'task-place-missed',
    `SELECT t.taken < t.places AND EXISTS (SELECT FROM signups s WHERE s.task_id = t.id AND s.state = 'waiting') AS missed
     FROM tasks t WHERE t.id = $1::uuid`,
    [taskId],
  )
  return row?.missed ?? false
}

/** Those who stand by a task that is over. */
export const endedSignups = (db: Db, now: Date, limit: number): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'ended-signups',
    `SELECT case_id AS id FROM signups WHERE state = 'confirmed' AND ends_at <= $1::timestamptz
     ORDER BY ends_at, case_id LIMIT $2::int`,
    [now, limit],
  )

const endingRow = z.strictObject({ id: z.string(), calledOff: z.boolean() })

/**
 * Those ahead whose volunteer is none any more, or whose paper does not last until the task; and who signed up in the
 * instant in which it was called off.
 */
export const unfitSignups = (db: Db, now: Date, limit: number): Promise<z.output<typeof endingRow>[]> =>
  db.statement(
    endingRow,
    'unfit-signups',
    `SELECT s.case_id AS id, t.state = 'cancelled' AS "calledOff" FROM signups s JOIN tasks t ON t.id = s.task_id
     WHERE s.state IN ('waiting', 'held', 'confirmed') AND s.starts_at > $1::timestamptz
       AND (t.state = 'cancelled' OR NOT ${fits})
     ORDER BY s.starts_at, s.case_id LIMIT $2::int`,
    [now, limit],
  )

const openRow = z.strictObject({
  id: z.string(),
  taskId: z.string(),
  state: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
})

/** What some people stand by, have an offer of or wait for: what stands first, then by when it was asked for. */
export const openSignupsBy = (tx: Tx, parties: readonly string[]) =>
  rowsOf(
    tx,
    openRow,
  )`SELECT s.case_id AS id, s.task_id AS "taskId", s.state, s.starts_at AS "startsAt", s.ends_at AS "endsAt"
    FROM signups s JOIN cases c ON c.id = s.case_id
    WHERE s.party_id = ANY (${[...parties]}::uuid[]) AND s.state IN ('waiting', 'held', 'confirmed')
    ORDER BY s.state = 'confirmed' DESC, s.state = 'held' DESC, c.created_at, c.id`

/** Two taps of one person are looked at one after the other. */
export async function holdAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM accounts WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`
}

/** Two guardians of one child are looked at one after the other, too. */
export async function holdChild(tx: Tx, childId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM children WHERE id = ${childId}::uuid FOR NO KEY UPDATE`
}

/** Children who stand by something ahead or wait for it, by their ids. */
export const childrenAhead = (
  db: Db,
  now: Date,
  after: string | null,
  limit: number,
): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'children-ahead',
    `SELECT DISTINCT c.child_id AS id FROM signups s JOIN cases c ON c.id = s.case_id
     WHERE s.state IN ('waiting', 'held', 'confirmed') AND s.starts_at > $1::timestamptz AND c.child_id IS NOT NULL
       AND c.child_id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000') ORDER BY 1 LIMIT $3::int`,
    [now, after, limit],
  )

/** The child for whom a case is; null where its person comes. */
export async function childOf(tx: Tx, caseId: string): Promise<string | null> {
  const row = await rowOf(tx, z.strictObject({ childId: z.nullable(z.string()) }))`
    SELECT child_id AS "childId" FROM cases WHERE id = ${caseId}::uuid`
  return row?.childId ?? null
}

const standingRow = z.strictObject({
  caseId: z.string(),
  subjectId: z.string(),
  childId: z.nullable(z.string()),
})

/** Who stands by a task now. */
export const standing = (tx: Tx, taskId: string) =>
  rowsOf(tx, standingRow)`SELECT s.case_id AS "caseId", c.subject_id AS "subjectId", c.child_id AS "childId"
    FROM signups s JOIN cases c ON c.id = s.case_id WHERE s.task_id = ${taskId}::uuid AND s.state = 'confirmed'
    ORDER BY s.case_id`

const rollRow = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  state: z.string(),
  subjectId: z.string(),
  partyId: z.string(),
  childId: z.nullable(z.string()),
  /** Whom to call: of a child a guardian of today. */
  contactId: z.nullable(z.string()),
  startsAt: z.date(),
  endsAt: z.date(),
  cameAt: z.nullable(z.date()),
  leftAt: z.nullable(z.date()),
  halves: z.nullable(z.int()),
})
export type RollRow = z.output<typeof rollRow>

/** Who stood by a task, in the order in which they signed up. */
export const rollOf = (tx: Tx, taskId: string): Promise<RollRow[]> =>
  rowsOf(tx, rollRow)`SELECT s.case_id AS "caseId", c.number, s.state, c.subject_id AS "subjectId",
      s.party_id AS "partyId", c.child_id AS "childId",
      CASE WHEN c.child_id IS NULL THEN c.subject_id::text ELSE (deciding_ids(c.child_id))[1] END AS "contactId", s.starts_at AS "startsAt", s.ends_at AS "endsAt",
      (SELECT at FROM attendances a WHERE a.case_id = s.case_id AND way = 'in') AS "cameAt",
      (SELECT at FROM attendances a WHERE a.case_id = s.case_id AND way = 'out') AS "leftAt",
      (SELECT halves FROM hours_said_last(s.case_id)) AS halves
    FROM signups s JOIN cases c ON c.id = s.case_id
    WHERE s.task_id = ${taskId}::uuid AND s.state IN ('confirmed', 'review', 'completed', 'absent', 'disputed')
    ORDER BY c.created_at, c.id`

/** How many heard that a task was called off. */
export async function toldOff(tx: Tx, taskId: string): Promise<number> {
  const row = await rowOf(tx, countRow)`SELECT count(*)::int AS n FROM signups s
    WHERE s.task_id = ${taskId}::uuid AND EXISTS (SELECT FROM case_events e
      WHERE e.case_id = s.case_id AND e.action = 'call_off')`
  return row?.n ?? 0
}

/** Nothing of it is written by its person but the words of its timeline, which the spine erases. */
export const onLeave = {}
