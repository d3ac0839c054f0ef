/** Hours of a division, a row for each volunteer and task. */
import { taskKind } from '@linli/contracts/tasks'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowsOf } from '../../platform/rows'

const exportedRow = z.strictObject({
  caseId: z.string(),
  partyId: z.string(),
  childId: z.nullable(z.string()),
  subjectId: z.string(),
  registration: z.nullable(z.string()),
  community: z.string(),
  kind: taskKind,
  title: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  halves: z.int(),
})
export type ExportedRow = z.output<typeof exportedRow>

/** Tasks of the division that began on these days (Shanghai), whose hours are confirmed. */
export const hoursOf = (
  tx: Tx,
  { division, fromDay, toDay, limit }: { division: string; fromDay: string; toDay: string; limit: number },
): Promise<ExportedRow[]> =>
  rowsOf(tx, exportedRow)`SELECT s.case_id AS "caseId", s.party_id AS "partyId", c.child_id AS "childId",
      c.subject_id AS "subjectId", (SELECT r.number FROM volunteers v JOIN cases r ON r.id = v.case_id
        WHERE v.party_id = s.party_id AND v.state IN ('verified', 'left', 'ended')
        ORDER BY v.state = 'verified' DESC, r.created_at DESC LIMIT 1) AS registration,
      t.community_code AS community, t.kind, t.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt", h.halves
    FROM tasks t JOIN signups s ON s.task_id = t.id JOIN cases c ON c.id = s.case_id
      JOIN LATERAL hours_said_last(s.case_id) h ON h.halves > 0
    WHERE t.state = 'open' AND t.community_code >= ${division} AND t.community_code < ${`${division}~`}
      AND t.starts_at >= ${fromDay}::date::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND t.starts_at < (${toDay}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AND s.state = 'completed'
    ORDER BY s.starts_at, s.case_id LIMIT ${limit}::int`
