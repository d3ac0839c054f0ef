/** What becomes of imported rosters when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

/** Whoever has left is invited no more: what a roster said of their number goes, a name and a number each. */
export const sealedOnLeave = {
  roster_lines: `WITH gone AS (DELETE FROM roster_lines WHERE phone_hash IN
      (SELECT unnest(ARRAY[phone_hash, former_phone_hash]) FROM accounts WHERE id = ANY ($1::uuid[])) RETURNING 1)
    SELECT (2 * count(*))::int AS n FROM gone`,
}

export const onJoin = ({ from, into }: Joining) => ({
  'roster_imports.created_by': Prisma.sql`UPDATE roster_imports SET created_by = ${into} WHERE created_by = ${from}`,
})
