/** Places: a guarded update takes them, so the database never gives one too many. */
import type { Db, Tx } from '../../../platform/db'

export async function freePlaces(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ free: number }[]>`
    SELECT capacity - taken AS free FROM programmes WHERE id = ${id}::uuid AND state IN ('published', 'closed', 'drawn')`
  return row?.free ?? 0
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
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    SELECT coalesce((SELECT min(starts_at) FROM care_sessions WHERE programme_id = p.id AND starts_at > ${at}::timestamptz),
      p.last_ends_at) AS at FROM programmes p WHERE p.id = ${id}::uuid`
  return row?.at ?? at
}

/** A place is free although somebody waits. */
export async function isPlaceMissed(db: Db, id: string): Promise<boolean> {
  const [row] = await db.statement<{ missed: boolean }>(
    'place-missed',
    `SELECT p.taken < p.capacity AND EXISTS (SELECT FROM enrolments e WHERE e.programme_id = p.id AND e.state = 'waiting')
       AS missed FROM programmes p WHERE p.id = $1::uuid`,
    [id],
  )
  return row?.missed ?? false
}

/** An enrolment's programme and line, before anything is locked. */
export async function placeOfCase(
  db: Db,
  caseId: string,
): Promise<{ id: string; lineId: string; community: string } | undefined> {
  const [row] = await db.statement<{ id: string; lineId: string; community: string }>(
    'place-of-case',
    `SELECT l.programme_id AS id, l.id AS "lineId", l.community_code AS community
     FROM enrolments e JOIN lines l ON l.programme_id = e.programme_id WHERE e.case_id = $1::uuid`,
    [caseId],
  )
  return row
}

/** Everything of a child that is still open, in the order in which the lines are to be locked. */
export const openOfChild = (
  tx: Tx,
  childId: string,
): Promise<{ caseId: string; id: string; lineId: string; community: string }[]> =>
  tx.$queryRaw`SELECT e.case_id AS "caseId", l.programme_id AS id, l.id AS "lineId", l.community_code AS community
    FROM enrolments e JOIN lines l ON l.programme_id = e.programme_id
    WHERE e.child_id = ${childId}::uuid AND e.state IN ('entered', 'waiting', 'held', 'confirmed')
    ORDER BY l.id, e.case_id`

/** Places whose last session is over. */
export const endedEnrolments = (db: Db, now: Date, limit: number): Promise<{ id: string }[]> =>
  db.client.$queryRaw`SELECT e.case_id AS id FROM enrolments e JOIN programmes p ON p.id = e.programme_id
    WHERE e.state = 'confirmed' AND p.last_ends_at <= ${now}::timestamptz ORDER BY p.last_ends_at LIMIT ${limit}::int`

/** Numbers of draws that were never drawn, once the last session is over. */
export async function numbersOver(tx: Tx, at: Date, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.case_id AS id FROM enrolments e JOIN programmes p ON p.id = e.programme_id
    WHERE e.state = 'entered' AND p.last_ends_at <= ${at}::timestamptz ORDER BY e.case_id LIMIT ${limit}::int`
  return rows.map((row) => row.id)
}

/** Children with something open in a programme although the consent was taken back. */
export const refusedChildren = (db: Db, limit: number): Promise<{ id: string }[]> =>
  db.client.$queryRaw`SELECT DISTINCT e.child_id AS id FROM enrolments e
    WHERE e.state IN ('entered', 'waiting', 'held', 'confirmed') AND (SELECT n.decision FROM consents n
      WHERE n.child_id = e.child_id ORDER BY n.id DESC LIMIT 1) = 'refused' LIMIT ${limit}::int`
