/** Who is told of a follow-up: by their grants, and never the rater as one of the staff. */
import type { Tx } from '../../platform/db'

/** The staff of the unit that was rated. */
export const unitAccounts = (tx: Tx, community: string): Promise<string[]> =>
  accountsAt(tx, community, ['staff', 'grid_worker'])

/** Those of a division; where it has nobody, of the nearest above that has. */
export async function accountsFrom(
  tx: Tx,
  division: string,
  roles: readonly ('staff' | 'supervisor')[],
): Promise<string[]> {
  for (const digits of [9, 6, 4].filter((n) => n <= division.length)) {
    const found = await accountsAt(tx, division.slice(0, digits), roles)
    if (found.length > 0) return found
  }
  return []
}

async function accountsAt(tx: Tx, divisionCode: string, roles: readonly string[]): Promise<string[]> {
  const found = await tx.grant.findMany({
    where: { divisionCode, role: { in: [...roles] }, revokedAt: null },
    select: { accountId: true },
    distinct: ['accountId'],
  })
  return found.map(({ accountId }) => accountId)
}
