/** Coming, going and hours: only added to, and what is said once counts once. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowsOf } from '../../platform/rows'

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

/** When some people came to a task and went, as far as it is known. */
export const timesOf = (
  tx: Tx,
  taskId: string,
  marks: readonly Pick<Mark, 'caseId'>[],
): Promise<z.output<typeof timeRow>[]> =>
  rowsOf(
    tx,
    timeRow,
  )`SELECT a.case_id AS "caseId", a.way, a.at FROM attendances a JOIN signups s ON s.case_id = a.case_id
    WHERE s.task_id = ${taskId}::uuid AND a.case_id = ANY (${marks.map(({ caseId }) => caseId)}::uuid[])`

/** What the organiser says now counts; what was said before stays. */
export async function insertHours(
  tx: Tx,
  h: { caseId: string; halves: number; proposed: number | null; saidBy: string; badge: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`INSERT INTO signup_hours (case_id, halves, proposed, said_by, badge, at)
    VALUES (${h.caseId}::uuid, ${h.halves}::int, ${h.proposed}::int, ${h.saidBy}::uuid, ${h.badge}, ${h.at}::timestamptz)`
}
