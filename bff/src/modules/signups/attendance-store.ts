/** Coming, going and hours: only added to, and what is said once counts once. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { countRow, rowOf, rowsOf } from '../../platform/rows'

export interface Mark {
  caseId: string
  way: 'in' | 'out'
  at: Date
}

/** What is known already stays as it was said first. */
export async function insertAttendances(
  tx: Tx,
  asked: { taskId: string; marks: readonly Mark[]; source: 'code' | 'scan' | 'list'; by: string; at: Date },
): Promise<void> {
  const rows = JSON.stringify(asked.marks.map((m) => ({ ...m, caseId: m.caseId, at: m.at.toISOString() })))
  await tx.$executeRaw`INSERT INTO attendances (case_id, way, at, source, recorded_by, recorded_at)
    SELECT s.case_id, m.way, m.at, ${asked.source}, ${asked.by}::uuid, ${asked.at}::timestamptz
    FROM jsonb_to_recordset(${rows}::jsonb) AS m ("caseId" uuid, way text, at timestamptz)
      JOIN signups s ON s.case_id = m."caseId" AND s.task_id = ${asked.taskId}::uuid AND s.state IN ('confirmed', 'review')
    ORDER BY s.case_id, m.way
    ON CONFLICT DO NOTHING`
}

const timeRow = z.strictObject({ caseId: z.string(), way: z.enum(['in', 'out']), at: z.date() })

/** When some people came and went, as far as it is known. */
export const timesOf = (tx: Tx, caseIds: readonly string[]): Promise<z.output<typeof timeRow>[]> =>
  rowsOf(
    tx,
    timeRow,
  )`SELECT case_id AS "caseId", way, at FROM attendances WHERE case_id = ANY (${[...caseIds]}::uuid[])`

/** How many of some marks are known, whoever said them. */
export async function knownAttendances(
  tx: Tx,
  taskId: string,
  marks: readonly Pick<Mark, 'caseId' | 'way'>[],
): Promise<number> {
  const rows = JSON.stringify(marks.map(({ caseId, way }) => ({ caseId, way })))
  const row = await rowOf(tx, countRow)`
    SELECT count(*)::int AS n FROM attendances a JOIN signups s ON s.case_id = a.case_id AND s.task_id = ${taskId}::uuid
    WHERE (a.case_id, a.way) IN (SELECT m."caseId", m.way
      FROM jsonb_to_recordset(${rows}::jsonb) AS m ("caseId" uuid, way text))`
  return row?.n ?? 0
}

/** What the organiser says now counts; what was said before stays. */
export async function insertHours(
  tx: Tx,
  h: { caseId: string; halves: number; proposed: number | null; saidBy: string; badge: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`INSERT INTO signup_hours (case_id, halves, proposed, said_by, badge, at)
    VALUES (${h.caseId}::uuid, ${h.halves}::int, ${h.proposed}::int, ${h.saidBy}::uuid, ${h.badge}, ${h.at}::timestamptz)`
}
