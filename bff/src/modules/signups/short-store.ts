/** Tasks for somebody's need that begin soon, or have just begun, although not everybody stands. */
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'

const shortRow = z.strictObject({
  taskId: z.string(),
  needId: z.string(),
  community: z.string(),
  personId: z.string(),
  startsAt: z.date(),
  createdAt: z.date(),
})
export type ShortRow = z.output<typeof shortRow>

/** Those that begin between two instants, of needs that nobody has arranged otherwise. */
export const shortTasks = (db: Db, from: Date, until: Date, limit: number): Promise<ShortRow[]> =>
  db.statement(
    shortRow,
    'tasks-short',
    `SELECT t.id AS "taskId", c.id AS "needId", c.community_code AS community, c.subject_id AS "personId",
       t.starts_at AS "startsAt", t.created_at AS "createdAt"
     FROM tasks t JOIN cases c ON c.id = t.need_id
     WHERE t.state = 'open' AND t.starts_at > $1::timestamptz AND t.starts_at <= $2::timestamptz AND c.state = 'open'
       AND (SELECT count(*) FROM signups s WHERE s.task_id = t.id AND s.state = 'confirmed') < t.places
     ORDER BY t.starts_at, t.id LIMIT $3::int`,
    [from, until, limit],
  )
