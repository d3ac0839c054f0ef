/** Places: a guarded update takes them, so the database never gives one too many. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { countRow, idRow, rowOf, rowsOf } from '../../../platform/rows'

const placeRow = z.strictObject({ id: z.string(), lineId: z.string(), community: z.string() })
const openRow = z.extend(placeRow, { caseId: z.string() })

export async function freePlaces(tx: Tx, id: string): Promise<number> {
  const row = await rowOf(tx, countRow)`
    SELECT capacity - taken AS n FROM programmes WHERE id = ${id}::uuid AND state IN ('published', 'closed', 'drawn')`
  return row?.n ?? 0
}

/** @returns false when there are not so many */
export async function takePlaces(tx: Tx, id: string, places: number): Promise<boolean> {
  const taken = await tx.$executeRaw`UPDATE programmes SET taken = taken + ${places}::int
    WHERE id = ${id}::uuid AND taken + ${places}::int <= capacity AND state IN ('published', 'closed', 'drawn')`
  return taken === 1
}

export async function giveBack(tx: Tx, id: string, places: number): Promise<void> {
  await tx.$executeRaw`UPDATE programmes SET taken = taken - ${places}::int WHERE id = ${id}::uuid`
}

/** When the next session begins; after the last one, when that ended. */
export async function nextSession(tx: Tx, id: string, at: Date): Promise<Date> {
  const row = await rowOf(tx, z.strictObject({ at: z.date() }))`
    SELECT coalesce((SELECT min(starts_at) FROM care_sessions WHERE programme_id = p.id AND starts_at > ${at}::timestamptz),
      p.last_ends_at) AS at FROM programmes p WHERE p.id = ${id}::uuid`
  return row?.at ?? at
}

/** A place is free although somebody waits. */
export async function isPlaceMissed(db: Db, id: string): Promise<boolean> {
  const [row] = await db.statement(
    z.strictObject({ missed: z.boolean() }),
    'place-missed',
    `SELECT p.taken < p.capacity AND EXISTS (SELECT FROM enrolments e WHERE e.programme_id = p.id AND e.state = 'waiting')
       AS missed FROM programmes p WHERE p.id = $1::uuid`,
    [id],
  )
  return row?.missed ?? false
}

/** An enrolment's programme and line, before anything is locked. */
export async function placeOfCase(db: Db, caseId: string): Promise<z.output<typeof placeRow> | undefined> {
  const [row] = await db.statement(
    placeRow,
    'place-of-case',
    `SELECT l.programme_id AS id, l.id AS "lineId", l.community_code AS community
     FROM enrolments e JOIN lines l ON l.programme_id = e.programme_id WHERE e.case_id = $1::uuid`,
    [caseId],
  )
  return row
}

/** Everything of a child that is still open, in the order in which the lines are to be locked. */
export const openOfChild = (tx: Tx, childId: string): Promise<z.output<typeof openRow>[]> =>
  rowsOf(
    tx,
    openRow,
  )`SELECT e.case_id AS "caseId", l.programme_id AS id, l.id AS "lineId", l.community_code AS community
    FROM enrolments e JOIN lines l ON l.programme_id = e.programme_id
    WHERE e.child_id = ${childId}::uuid AND e.state IN ('entered', 'waiting', 'held', 'confirmed')
    ORDER BY l.id, e.case_id`

/** Places whose last session is over. */
export const endedEnrolments = (db: Db, now: Date, limit: number): Promise<{ id: string }[]> =>
  rowsOf(db.client, idRow)`SELECT e.case_id AS id FROM enrolments e JOIN programmes p ON p.id = e.programme_id
    WHERE e.state = 'confirmed' AND p.last_ends_at <= ${now}::timestamptz ORDER BY p.last_ends_at LIMIT ${limit}::int`

/** Numbers of draws that were never drawn, once the last session is over. */
export async function numbersOver(tx: Tx, at: Date, limit: number): Promise<string[]> {
  const rows = await rowsOf(tx, idRow)`
    SELECT e.case_id AS id FROM enrolments e JOIN programmes p ON p.id = e.programme_id
    WHERE e.state = 'entered' AND p.last_ends_at <= ${at}::timestamptz ORDER BY e.case_id LIMIT ${limit}::int`
  return rows.map((row) => row.id)
}

/** Children with something open in a programme although the consent was taken back. */
export const refusedChildren = (db: Db, limit: number): Promise<{ id: string }[]> =>
  rowsOf(db.client, idRow)`SELECT DISTINCT e.child_id AS id FROM enrolments e
    WHERE e.state IN ('entered', 'waiting', 'held', 'confirmed') AND (SELECT n.decision FROM consents n
      WHERE n.child_id = e.child_id ORDER BY n.id DESC LIMIT 1) = 'refused' LIMIT ${limit}::int`
