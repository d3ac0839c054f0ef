/** What becomes of programmes when an account becomes part of another. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'programmes.created_by': Prisma.sql`UPDATE programmes SET created_by = ${into} WHERE created_by = ${from}`,
})
