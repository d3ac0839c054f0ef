/** What becomes of closures when an account becomes part of another. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'room_closures.created_by': Prisma.sql`UPDATE room_closures SET created_by = ${into} WHERE created_by = ${from}`,
})
