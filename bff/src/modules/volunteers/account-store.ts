/** What becomes of volunteers when an account becomes part of another. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'volunteers.account_id': Prisma.sql`UPDATE volunteers SET account_id = ${into} WHERE account_id = ${from}`,
  'volunteer_papers.added_by': Prisma.sql`UPDATE volunteer_papers SET added_by = ${into} WHERE added_by = ${from}`,
  'volunteer_papers.revoked_by': Prisma.sql`UPDATE volunteer_papers SET revoked_by = ${into} WHERE revoked_by = ${from}`,
})
