/** What becomes of imported rosters when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'roster_imports.created_by': Prisma.sql`UPDATE roster_imports SET created_by = ${into} WHERE created_by = ${from}`,
})
