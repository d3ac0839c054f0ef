/** What becomes of tasks when an account becomes part of another. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'tasks.created_by': Prisma.sql`UPDATE tasks SET created_by = ${into} WHERE created_by = ${from}`,
})
