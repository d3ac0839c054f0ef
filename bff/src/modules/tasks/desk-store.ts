/** Tasks as whoever organises them lists them. */
import * as z from 'zod/mini'
import { areaOf } from '../../platform/area'
import type { Db } from '../../platform/db'
import { taskRow } from './row'
import { columns } from './store'

const deskRow = z.extend(taskRow, { needNumber: z.nullable(z.string()), toConfirm: z.int() })
export type DeskTaskRow = z.output<typeof deskRow>

const deskColumns = `${columns}, (SELECT number FROM cases n WHERE n.id = t.need_id) AS "needNumber",
  (SELECT count(*)::int FROM signups s WHERE s.task_id = t.id AND s.state IN ('review', 'disputed')) AS "toConfirm"`

export interface DeskPlace {
  at: Date
  id: string
}

/** The page after one, or the first: said so that an index knows where it begins. */
const afterwards = (first: string): string =>
  `(coalesce($3::timestamptz, '${first}'), coalesce($4::uuid, '00000000-0000-0000-0000-000000000000'))`

/** No task is longer (`tasks_time`). */
const mostHours = '12 hours'

/** Of a division, or of a team. */
export type Of = { division: string } | { teamId: string }

const which = (of: Of) =>
  'division' in of
    ? { ...areaOf(of.division, 't.community_code', '$1'), value: of.division }
    : { name: 'team', sql: 't.team_id = $1::uuid', value: of.teamId }

export interface DeskPage {
  of: Of
  now: Date
  after: DeskPlace | undefined
  limit: number
}

/** What is to come, the soonest first. */
export const comingTasks = (db: Db, { of, now, after, limit }: DeskPage): Promise<DeskTaskRow[]> => {
  const area = which(of)
  return db.statement(
    deskRow,
    `desk-tasks-coming-${area.name}`,
    `SELECT ${deskColumns} FROM tasks t WHERE ${area.sql} AND t.state = 'open' AND t.ends_at > $2::timestamptz
       AND t.starts_at > $2 - interval '${mostHours}' AND (t.starts_at, t.id) > ${afterwards('-infinity')}
     ORDER BY t.starts_at, t.id LIMIT $5::int`,
    [area.value, now, after?.at ?? null, after?.id ?? null, limit],
  )
}

/** What is over, the last first. */
export const pastTasks = (db: Db, { of, now, after, limit }: DeskPage): Promise<DeskTaskRow[]> => {
  const area = which(of)
  return db.statement(
    deskRow,
    `desk-tasks-past-${area.name}`,
    `SELECT ${deskColumns} FROM tasks t WHERE ${area.sql} AND t.state = 'open' AND t.ends_at <= $2::timestamptz
       AND t.starts_at < $2 AND (t.starts_at, t.id) < ${afterwards('infinity')}
     ORDER BY t.starts_at DESC, t.id DESC LIMIT $5::int`,
    [area.value, now, after?.at ?? null, after?.id ?? null, limit],
  )
}
