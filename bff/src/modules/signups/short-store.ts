/** Tasks for somebody's need that begin soon, or have just begun, although not everybody stands. */
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'

const shortRow = z.strictObject({
  taskId: z.string(),
  needId: z.string(),
  community: z.string(),
  startsAt: z.date(),
  /** Seven in the evening before, in Shanghai. */
  evening: z.date(),
})
export type ShortRow = z.output<typeof shortRow>

const evening = `((t.starts_at AT TIME ZONE 'Asia/Shanghai')::date - 1 + time '19:00') AT TIME ZONE 'Asia/Shanghai'`
const told = (kind: string, since: string): string =>
  `EXISTS (SELECT FROM notices n WHERE n.case_id = c.id AND n.kind = '${kind}' AND n.deliver_at >= ${since})`

/**
 * Of needs that nobody has arranged otherwise: those that begin after `now`, from the evening before on, unless they were asked
 * for after it; and those that began within the hour. Who was told is not found again.
 */
export const shortTasks = (db: Db, now: Date, limit: number): Promise<ShortRow[]> =>
  db.statement(
    shortRow,
    'tasks-short',
    `SELECT t.id AS "taskId", c.id AS "needId", c.community_code AS community, t.starts_at AS "startsAt",
       ${evening} AS evening
     FROM tasks t JOIN cases c ON c.id = t.need_id
     WHERE t.state = 'open' AND t.starts_at > $1::timestamptz - interval '1 hour'
       AND t.starts_at <= $1 + interval '29 hours' AND c.state = 'open'
       AND (SELECT count(*) FROM signups s WHERE s.task_id = t.id AND s.state = 'confirmed') < t.places
       AND CASE WHEN t.starts_at <= $1 THEN NOT ${told('task_short', 't.starts_at')}
         ELSE ${evening} BETWEEN t.created_at AND $1 AND NOT ${told('need_unsure', evening)} END
     ORDER BY t.starts_at, t.id LIMIT $2::int`,
    [now, limit],
  )
