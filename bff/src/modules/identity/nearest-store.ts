/** Who is there for a division: by their grants, at the nearest division above it that has somebody. */
import type { Role } from '@linli/contracts/roles'
import type { Tx } from '../../platform/db'
import { idRow, rowsOf } from '../../platform/rows'

/**
 * @param divisions one above the other, as the ladder gives them
 * @returns the accounts with one of these roles at the nearest division that has any
 */
export async function nearestWith(
  tx: Tx,
  divisions: readonly string[],
  roles: readonly Role[],
): Promise<string[]> {
  const rows = await rowsOf(tx, idRow)`
    SELECT DISTINCT account_id AS id FROM grants
    WHERE role = ANY (${[...roles]}::text[]) AND revoked_at IS NULL AND division_code = (
      SELECT g.division_code FROM grants g WHERE g.division_code = ANY (${[...divisions]}::text[])
        AND g.role = ANY (${[...roles]}::text[]) AND g.revoked_at IS NULL
      ORDER BY length(g.division_code) DESC LIMIT 1)`
  return rows.map(({ id }) => id)
}

/** The badge of an account as a partner unit in a community, the nearest one, while it is one. @param account, community columns */
export const partnerBadge = (account: string, community: string): string =>
  `(SELECT g.display_name FROM grants g WHERE g.account_id = ${account} AND g.role = 'partner_unit'
    AND g.revoked_at IS NULL AND ${community} LIKE g.division_code || '%' ORDER BY length(g.division_code) DESC, g.id LIMIT 1)`
