/** Who is told of a follow-up: by their grants, and never the rater as one of the staff. */
import { officesAbove } from '@linli/contracts/ladder'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowsOfText } from '../../platform/rows'
import { involvedBy } from './store'

/** The staff of the unit that was rated. */
export const unitAccounts = (tx: Tx, community: string): Promise<string[]> =>
  accountsAt(tx, community, ['staff', 'grid_worker'])

const mayHandle = `g.role = 'staff' AND g.revoked_at IS NULL AND g.account_id <> x.rater_id
  AND NOT ${involvedBy('g.account_id')} AND NOT EXISTS (SELECT FROM grants o WHERE o.account_id = g.account_id
    AND o.division_code = x.community_code AND o.role IN ('staff', 'grid_worker') AND o.revoked_at IS NULL)`

/**
 * Where somebody is who may handle it, as `roleOf` says of one person: the division or the nearest above it; where there
 * is nobody, the division itself.
 */
export async function divisionToHandle(tx: Tx, ratingId: string, division: string): Promise<string> {
  const [nearest] = await rowsOfText(
    tx,
    z.strictObject({ division: z.string() }),
    `SELECT g.division_code AS division FROM ratings x JOIN cases r ON r.id = x.case_id
       JOIN grants g ON g.division_code = ANY ($2::text[])
     WHERE x.id = $1::uuid AND ${mayHandle} ORDER BY length(g.division_code) DESC LIMIT 1`,
    ratingId,
    officesAbove(division),
  )
  return nearest?.division ?? division
}

async function accountsAt(tx: Tx, divisionCode: string, roles: readonly string[]): Promise<string[]> {
  const found = await tx.grant.findMany({
    where: { divisionCode, role: { in: [...roles] }, revokedAt: null },
    select: { accountId: true },
    distinct: ['accountId'],
  })
  return found.map(({ accountId }) => accountId)
}
