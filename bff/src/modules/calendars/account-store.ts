/** What becomes of an address for calendars when an account becomes part of another, or its person leaves: it leads nowhere. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from }: Joining) => ({
  calendar_addresses: Prisma.sql`DELETE FROM calendar_addresses WHERE account_id = ${from}`,
})

export const onLeave = {
  calendar_addresses: `DELETE FROM calendar_addresses WHERE account_id = ANY ($1::uuid[])`,
}
