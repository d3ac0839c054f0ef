/** Verified volunteers of a division, as staff list them. */
import type { Skill } from '@linli/contracts/volunteer-case'
import * as z from 'zod/mini'
import { areaOf } from '../../platform/area'
import type { Db } from '../../platform/db'
import { own, ownSql } from './store'

const rosterRow = z.strictObject({
  ...own,
  number: z.string(),
  community: z.string(),
  createdAt: z.date(),
  isMinor: z.boolean(),
})

export interface Place {
  at: Date
  id: string
}

/** @param skill null: any */
export const rosterOf = (
  db: Db,
  division: string,
  skill: Skill | undefined,
  after: Place | undefined,
  limit: number,
): Promise<z.output<typeof rosterRow>[]> => {
  const area = areaOf(division, 'c.community_code', '$1')
  return db.statement(
    rosterRow,
    `volunteer-roster-${area.name}`,
    `SELECT ${ownSql}, c.number, c.community_code AS community, c.created_at AS "createdAt",
       v.child_id IS NOT NULL AS "isMinor"
     FROM volunteers v JOIN cases c ON c.id = v.case_id
     WHERE v.state = 'verified' AND c.type = 'volunteer' AND c.state = 'verified'
       AND ${area.sql} AND ($2::text IS NULL OR $2 = ANY (v.skills))
       AND (c.created_at, c.id) < (coalesce($3::timestamptz, 'infinity'), coalesce($4::uuid, '00000000-0000-0000-0000-000000000000'))
     ORDER BY c.created_at DESC, c.id DESC LIMIT $5::int`,
    [division, skill ?? null, after?.at ?? null, after?.id ?? null, limit],
  )
}
