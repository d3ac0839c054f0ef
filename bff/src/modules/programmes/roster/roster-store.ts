/** Who is in which class. Classes change only under the lock of the programme's line. */
import { enrolmentState } from '@linli/contracts/enrolment-case'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { countRow, idRow, rowsOf } from '../../../platform/rows'

/** Who has a place and no class yet, in the order of their numbers in the draw, or of their cases. */
export async function unclassed(tx: Tx, programmeId: string): Promise<string[]> {
  const rows = await rowsOf(tx, idRow)`
    SELECT e.case_id AS id FROM enrolments e JOIN cases c ON c.id = e.case_id
    WHERE e.programme_id = ${programmeId}::uuid AND e.state = 'confirmed' AND e.class_no IS NULL ORDER BY c.number`
  return rows.map((row) => row.id)
}

/** How many children each class has, from the first to the last. */
export async function classesOf(tx: Tx, programmeId: string): Promise<number[]> {
  const rows = await rowsOf(tx, countRow)`
    SELECT count(e.case_id)::int AS n FROM programmes p CROSS JOIN generate_series(1, p.classes) AS k (class_no)
      LEFT JOIN enrolments e ON e.programme_id = p.id AND e.class_no = k.class_no AND e.state = 'confirmed'
    WHERE p.id = ${programmeId}::uuid GROUP BY k.class_no ORDER BY k.class_no`
  return rows.map((row) => row.n)
}

export async function setClasses(
  tx: Tx,
  places: readonly { caseId: string; classNo: number }[],
): Promise<void> {
  await tx.$executeRaw`UPDATE enrolments e SET class_no = k."classNo"
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS k ("caseId" uuid, "classNo" int)
    WHERE e.case_id = k."caseId"`
}

export async function takeOut(tx: Tx, caseIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`UPDATE enrolments SET class_no = NULL WHERE case_id = ANY (${caseIds}::uuid[])`
}

const rosterRow = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  childId: z.string(),
  nickname: z.string(),
  classNo: z.nullable(z.int()),
  state: enrolmentState,
  position: z.nullable(z.int()),
})
export type RosterRow = z.output<typeof rosterRow>

/** By class, then who waits in order, then who is in the draw. What is over by the clock is not there. */
export const rosterOf = (db: Db, programmeId: string, now: Date): Promise<RosterRow[]> =>
  db.statement(
    rosterRow,
    'roster',
    `SELECT e.case_id AS "caseId", c.number, e.child_id AS "childId", k.nickname, e.class_no AS "classNo", e.state,
       CASE WHEN e.state = 'waiting' THEN row_number() OVER (PARTITION BY e.state
         ORDER BY w.sort_score DESC, w.sort_arrival)::int END AS position
     FROM enrolments e JOIN cases c ON c.id = e.case_id JOIN children k ON k.id = e.child_id
       LEFT JOIN line_entries w ON w.case_id = e.case_id
     WHERE e.programme_id = $1::uuid AND e.state IN ('entered', 'waiting', 'held', 'confirmed', 'completed')
       AND (e.state <> 'held' OR w.held_until > $2::timestamptz) AND (e.state <> 'waiting' OR w.until > $2)
     ORDER BY e.class_no NULLS LAST, position NULLS FIRST, e.draw_number, c.number`,
    [programmeId, now],
  )

const classlessRow = z.strictObject({ id: z.string(), lineId: z.string() })

/** Programmes in which somebody with a place has no class: a process ended between the two. */
export const classless = (db: Db): Promise<z.output<typeof classlessRow>[]> =>
  rowsOf(db.client, classlessRow)`SELECT DISTINCT l.programme_id AS id, l.id AS "lineId" FROM enrolments e
    JOIN lines l ON l.programme_id = e.programme_id WHERE e.state = 'confirmed' AND e.class_no IS NULL`

export async function classOf(tx: Tx, caseId: string): Promise<number | null> {
  const row = await tx.enrolment.findUnique({ where: { caseId }, select: { classNo: true } })
  return row?.classNo ?? null
}
