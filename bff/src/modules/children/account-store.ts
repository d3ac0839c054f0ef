/** What becomes of children and their guardians when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'
import type { Tx } from '../../platform/db'

export const onJoin = ({ from, into, at }: Joining) => ({
  // Children of whom both are guardians: one link stays, the verified one, else the older one.
  links_ended: Prisma.sql`UPDATE guardians g SET ended_at = ${at}
    FROM (SELECT id, row_number() OVER (PARTITION BY child_id ORDER BY verified_at IS NULL, created_at, id) AS n
      FROM guardians WHERE ended_at IS NULL AND account_id IN (${from}, ${into})) ranked
    WHERE ranked.id = g.id AND ranked.n > 1`,
  guardians: Prisma.sql`UPDATE guardians SET account_id = ${into} WHERE account_id = ${from}`,
  // What still waits is the person's own, and not theirs to confirm.
  endings: Prisma.sql`UPDATE guardian_endings SET proposed_by = ${into} WHERE proposed_by = ${from} AND decided_at IS NULL`,
  'children.created_by': Prisma.sql`UPDATE children SET created_by = ${into} WHERE created_by = ${from}`,
  'guardians.verified_by': Prisma.sql`UPDATE guardians SET verified_by = ${into} WHERE verified_by = ${from}`,
  'guardians.ended_by': Prisma.sql`UPDATE guardians SET ended_by = ${into} WHERE ended_by = ${from}`,
  'child_freezes.asked_by': Prisma.sql`UPDATE child_freezes SET asked_by = ${into} WHERE asked_by = ${from}`,
  'child_freezes.ended_by': Prisma.sql`UPDATE child_freezes SET ended_by = ${into} WHERE ended_by = ${from}`,
  'guardian_invitations.created_by': Prisma.sql`UPDATE guardian_invitations SET created_by = ${into} WHERE created_by = ${from}`,
  'guardian_invitations.used_by': Prisma.sql`UPDATE guardian_invitations SET used_by = ${into} WHERE used_by = ${from}`,
  'pickup_people.created_by': Prisma.sql`UPDATE pickup_people SET created_by = ${into} WHERE created_by = ${from}`,
  'pickup_people.ended_by': Prisma.sql`UPDATE pickup_people SET ended_by = ${into} WHERE ended_by = ${from}`,
  'pickup_codes.created_by': Prisma.sql`UPDATE pickup_codes SET created_by = ${into} WHERE created_by = ${from}`,
})

export const onLeave = {
  guardian_invitations: `DELETE FROM guardian_invitations WHERE created_by = ANY ($1::uuid[]) OR used_by = ANY ($1::uuid[])`,
}

/** Whoever asked to leave lets nobody in any more. */
export async function endInvitations(tx: Tx, accountIds: readonly string[]): Promise<void> {
  await tx.guardianInvitation.deleteMany({ where: { createdBy: { in: [...accountIds] }, usedAt: null } })
}
