/** Who is invited to rate: once, some days after the end, whoever has not yet. */
import type { Db, Tx } from '../../platform/db'
import { idRow } from '../../platform/rows'

/** @param services that have a page to rate on */
export const toInvite = (
  db: Db,
  services: readonly string[],
  now: Date,
  limit: number,
): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'to-invite',
    `SELECT case_id AS id FROM rating_rights JOIN cases c ON c.id = case_id WHERE invited_at IS NULL AND rated_at IS NULL
       AND invite_at <= $1::timestamptz AND rate_until > $1::timestamptz AND c.type = ANY ($3::text[])
     ORDER BY invite_at LIMIT $2::int`,
    [now, limit, services],
  )

/** Marks a right as invited. @returns false when that was done, or it has been rated meanwhile */
export async function markInvited(tx: Tx, caseId: string, at: Date): Promise<boolean> {
  const { count } = await tx.ratingRight.updateMany({
    where: { caseId, invitedAt: null, ratedAt: null, rateUntil: { gt: at } },
    data: { invitedAt: at },
  })
  return count === 1
}
