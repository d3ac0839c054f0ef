/** What goes after its term: notes of visits, and what is written of whoever is not visited any more. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'

export interface Term {
  community: string
  /** What is older has been kept long enough; a day in Shanghai. */
  before: string
}

/** When a day begins in Shanghai, wherever the database stands. */
const beginningOf = (day: string): string => `(${day}::date::timestamp AT TIME ZONE 'Asia/Shanghai')`

/** Where anything is written of anybody. */
export const communitiesVisited = (db: Db): Promise<{ community: string }[]> =>
  db.statement(
    z.strictObject({ community: z.string() }),
    'communities-visited',
    `SELECT DISTINCT community_code AS community FROM visit_elders WHERE name_enc IS NOT NULL
       OR EXISTS (SELECT FROM visits v JOIN visit_notes n ON n.visit_id = v.id WHERE v.elder_id = visit_elders.id)`,
    [],
  )

const oldRow = z.strictObject({ id: z.string(), before: z.string() })

/** Elders of whom something has been kept long enough. */
export const oldElders = (db: Db, terms: readonly Term[], limit: number) =>
  db.statement(
    oldRow,
    'old-elders',
    `SELECT e.id, t.before FROM jsonb_to_recordset($1::jsonb) AS t (community text, before text)
       JOIN visit_elders e ON e.community_code = t.community
     WHERE (e.name_enc IS NOT NULL AND e.state IN ('moved', 'died') AND e.since < t.before::date)
       OR EXISTS (SELECT FROM visits v JOIN visit_notes n ON n.visit_id = v.id WHERE v.elder_id = e.id
         AND v.at < ${beginningOf('t.before')})
     ORDER BY e.id LIMIT $2::int`,
    [JSON.stringify(terms), limit],
  )

const wentRow = z.strictObject({ health: z.int(), contact: z.int() })

/** @returns how many sealed fields went */
export async function emptyOld(tx: Tx, id: string, before: string): Promise<z.output<typeof wentRow>> {
  const row = await rowOf(tx, wentRow)`
    WITH notes AS (DELETE FROM visit_notes n USING visits v WHERE v.id = n.visit_id AND v.elder_id = ${id}::uuid
        AND v.at < ${before}::date::timestamp AT TIME ZONE 'Asia/Shanghai' RETURNING 1),
      old AS (SELECT num_nonnulls(name_enc, phone_enc, address_enc, emergency_enc) AS n FROM visit_elders
        WHERE id = ${id}::uuid AND state IN ('moved', 'died') AND since < ${before}::date),
      emptied AS (UPDATE visit_elders SET name_enc = NULL, phone_enc = NULL, address_enc = NULL, emergency_enc = NULL
        WHERE id = ${id}::uuid AND EXISTS (SELECT FROM old)),
      ended AS (UPDATE visit_family SET ended_at = now(), ended_how = 'staff', phone_enc = NULL, phone_hash = NULL
        WHERE elder_id = ${id}::uuid AND ended_at IS NULL AND EXISTS (SELECT FROM old) RETURNING 1)
    SELECT (SELECT count(*)::int FROM notes) AS health,
      (coalesce((SELECT n FROM old), 0) + (SELECT count(*) FROM ended))::int AS contact`
  return row ?? { health: 0, contact: 0 }
}
