/** Rights to rate: one a case, made with the case's end by the functions of ratings. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'

export interface NewRight {
  caseId: string
  service: string
  community: string
  /** It was refused, not given. */
  refused: boolean
  finishedAt: Date
  inviteAt: Date
  rateUntil: Date
}

export async function insertRight(tx: Tx, r: NewRight): Promise<void> {
  await tx.$executeRaw`SELECT grant_right(${r.caseId}::uuid, ${r.service}, ${r.community}, ${r.refused},
    ${r.finishedAt}::timestamptz, ${r.inviteAt}::timestamptz, ${r.rateUntil}::timestamptz)`
}

export async function deleteRight(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`SELECT withdraw_right(${caseId}::uuid)`
}

/** Waits for whoever is rating it now. */
export async function deleteUnusedRight(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`SELECT withdraw_unused_right(${caseId}::uuid)`
}

const rightRow = z.strictObject({ finishedAt: z.date(), until: z.date(), rated: z.boolean() })
export type RightRow = z.output<typeof rightRow>

export async function findRight(db: Db, caseId: string): Promise<RightRow | undefined> {
  const [row] = await db.statement(
    rightRow,
    'right-of',
    `SELECT finished_at AS "finishedAt", rate_until AS until, rated_at IS NOT NULL AS rated FROM rating_rights
     WHERE case_id = $1::uuid`,
    [caseId],
  )
  return row
}
