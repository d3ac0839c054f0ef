/**
 * Lines and who stands in them. A line's row is the lock of everything that moves in it: whoever takes a case out of
 * `waiting` or `held` holds it first. Who joins does not take it, but only adds.
 */
import type { GroupRule } from '@linli/contracts/line'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { sqlState } from '../../platform/db-errors'
import { idRow, rowOf, rowsOf, rowsOfText } from '../../platform/rows'
import { type Entry, entryRow, type Line, lineRow } from './resource'

export interface NewEntry {
  caseId: string
  partyId: string
  groupId: string
  groupRule: GroupRule
  score: number
  until: Date
}

export interface LineKey {
  kind: Line['kind']
  community: string
  roomId?: string | null
  day?: string | null
  programmeId?: string | null
  taskId?: string | null
}

const lineColumns = `id, kind, community_code AS community, room_id AS "roomId", day::text AS day,
  programme_id AS "programmeId", task_id AS "taskId"`

export async function findLineId(tx: Tx, key: Omit<LineKey, 'community'>): Promise<string | undefined> {
  const row = await rowOf(tx, idRow)`SELECT id FROM lines
    WHERE (room_id = ${key.roomId ?? null}::uuid AND day = ${key.day ?? null}::date)
      OR programme_id = ${key.programmeId ?? null}::uuid OR task_id = ${key.taskId ?? null}::uuid`
  return row?.id
}

/** Two who open it at once get the same one. */
export async function insertLine(tx: Tx, key: LineKey, at: Date): Promise<void> {
  await tx.$executeRaw`INSERT INTO lines (id, kind, community_code, room_id, day, programme_id, task_id, created_at)
    VALUES (gen_random_uuid(), ${key.kind}, ${key.community}, ${key.roomId ?? null}::uuid, ${key.day ?? null}::date,
      ${key.programmeId ?? null}::uuid, ${key.taskId ?? null}::uuid, ${at}::timestamptz)
    ON CONFLICT DO NOTHING`
}

export async function lockLine(tx: Tx, id: string): Promise<Line | undefined> {
  const [row] = await rowsOfText(
    tx,
    lineRow,
    `SELECT ${lineColumns} FROM lines WHERE id = $1::uuid FOR NO KEY UPDATE`,
    id,
  )
  return row
}

/** What was refused before this, and could no more be taken back, has been offered. */
export const markSettled = (tx: Tx, id: string, at: Date): Promise<number> =>
  tx.$executeRaw`UPDATE lines SET settled_at = ${at}::timestamptz
    WHERE id = ${id}::uuid AND (settled_at IS NULL OR settled_at < ${at}::timestamptz)`

/** Siblings stand next to each other, at the arrival of the first: parts of a whole number, so nobody is between. */
export async function insertEntries(
  tx: Tx,
  lineId: string,
  entries: readonly NewEntry[],
  at: Date,
): Promise<void> {
  const rows = JSON.stringify(entries.map((e, n) => ({ ...e, n })))
  await tx.$executeRaw`SELECT join_line(${lineId}::uuid, ${rows}::jsonb, ${at}::timestamptz)`
}

const entryColumns = `e.case_id AS "caseId", c.number, c.subject_id AS "subjectId", e.party_id AS "partyId",
  e.group_id AS "groupId", e.group_rule AS "groupRule", e.score, e.until`
const inOrder = 'ORDER BY e.sort_score DESC, e.sort_arrival'

const entriesWhere = (tx: Tx, where: string, ...values: unknown[]): Promise<Entry[]> =>
  rowsOfText(
    tx,
    entryRow,
    `SELECT ${entryColumns} FROM line_entries e JOIN cases c ON c.id = e.case_id WHERE ${where} ${inOrder}`,
    ...values,
  )

/** Offers whose time has passed. */
export const expiredOffers = (tx: Tx, lineId: string, at: Date): Promise<Entry[]> =>
  entriesWhere(
    tx,
    `e.line_id = $1::uuid AND e.state = 'held' AND e.held_until <= $2::timestamptz`,
    lineId,
    at,
  )

/** Who still waits although what they wait for has begun. */
export async function endedWaits(tx: Tx, lineId: string, at: Date, limit: number): Promise<Entry[]> {
  return rowsOfText(
    tx,
    entryRow,
    `SELECT ${entryColumns} FROM line_entries e JOIN cases c ON c.id = e.case_id
     WHERE e.line_id = $1::uuid AND e.state = 'waiting' AND e.until <= $2::timestamptz
     ORDER BY e.until, e.case_id LIMIT $3::int`,
    lineId,
    at,
    limit,
  )
}

/** Who can still be offered something; who is over by the clock is not, written down or not. */
export const waitingInOrder = (tx: Tx, lineId: string, at: Date): Promise<Entry[]> =>
  entriesWhere(tx, `e.line_id = $1::uuid AND e.state = 'waiting' AND e.until > $2::timestamptz`, lineId, at)

/** Siblings who were offered together and have not answered, but for one of them. */
export const heldTogether = (tx: Tx, caseId: string): Promise<Entry[]> =>
  entriesWhere(
    tx,
    `e.state = 'held' AND e.group_rule = 'all' AND e.case_id <> $1::uuid
      AND (e.line_id, e.group_id) = (SELECT line_id, group_id FROM line_entries WHERE case_id = $1::uuid)`,
    caseId,
  )

export async function findEntry(tx: Tx, caseId: string): Promise<Entry | undefined> {
  const [entry] = await entriesWhere(tx, 'e.case_id = $1::uuid', caseId)
  return entry
}

/** Before the cases move: the database wants an offer's deadline with it. */
export async function markHeld(tx: Tx, caseIds: readonly string[], at: Date, until: Date): Promise<void> {
  await tx.$executeRaw`UPDATE line_entries SET held_at = ${at}::timestamptz, held_until = ${until}::timestamptz
    WHERE case_id = ANY (${caseIds}::uuid[])`
}

/** All begin at another time: so long is waited, and no offer is kept longer. */
export async function moveEntries(tx: Tx, lineId: string, until: Date): Promise<void> {
  await tx.$executeRaw`UPDATE line_entries SET until = ${until}::timestamptz,
      held_until = LEAST(held_until, ${until}::timestamptz)
    WHERE line_id = ${lineId}::uuid AND state IN ('waiting', 'held')`
}

/** Who left a line is not looked for there any more. */
export async function markEnded(tx: Tx, caseIds: readonly string[], at: Date): Promise<void> {
  await tx.$executeRaw`UPDATE line_entries SET ended_at = ${at}::timestamptz
    WHERE case_id = ANY (${caseIds}::uuid[]) AND ended_at IS NULL`
}

const exclusionViolation = '23P01'

/**
 * Does `work` wholly or not at all, and goes on in the same transaction: undone when it says so, or when a constraint
 * gave what it wanted to somebody else in the same moment.
 */
export async function attempt(tx: Tx, work: () => Promise<boolean>): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT attempt`
  const done = await work().catch((error: unknown) => {
    if (sqlState(error) === exclusionViolation) return false
    throw error
  })
  if (!done) await tx.$executeRaw`ROLLBACK TO SAVEPOINT attempt`
  await tx.$executeRaw`RELEASE SAVEPOINT attempt`
  return done
}

const doubledRow = z.strictObject({ lineId: z.string(), caseId: z.string() })

/** Entries behind another one of the same people in one line: an offer stands before what waits, points before arrival. */
export const doubled = (tx: Tx, parties: readonly string[]) =>
  rowsOf(tx, doubledRow)`
    SELECT line_id AS "lineId", case_id AS "caseId" FROM (
      SELECT line_id, case_id, row_number() OVER (PARTITION BY line_id
        ORDER BY state = 'held' DESC, sort_score DESC, sort_arrival) AS n
      FROM line_entries WHERE party_id = ANY (${[...parties]}::uuid[]) AND state IN ('waiting', 'held')) ranked
    WHERE n > 1 ORDER BY line_id, case_id`

/** An offer of it was not taken in time, or stands although its time has passed. */
export async function isOfferOver(tx: Tx, caseId: string): Promise<boolean> {
  const row = await rowOf(tx, z.strictObject({ over: z.boolean() }))`
    SELECT held_until IS NOT NULL AND state IN ('held', 'lapsed') AS over
    FROM line_entries WHERE case_id = ${caseId}::uuid`
  return row?.over === true
}
