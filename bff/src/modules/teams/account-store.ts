/** What becomes of teams when an account becomes part of another: who is in one is named by their registration. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'teams.created_by': Prisma.sql`UPDATE teams SET created_by = ${into} WHERE created_by = ${from}`,
  'team_members.decided_by': Prisma.sql`UPDATE team_members SET decided_by = ${into} WHERE decided_by = ${from}`,
  'team_members.named_by': Prisma.sql`UPDATE team_members SET named_by = ${into} WHERE named_by = ${from}`,
})
