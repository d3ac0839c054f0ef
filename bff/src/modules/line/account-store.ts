/** What becomes of waiting lines when an account becomes part of another. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  line_entries: Prisma.sql`UPDATE line_entries SET party_id = ${into} WHERE party_id = ${from}`,
})
