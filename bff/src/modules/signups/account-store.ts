/** What becomes of signups when an account becomes part of another. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  signups: Prisma.sql`UPDATE signups SET party_id = ${into} WHERE party_id = ${from}`,
})
