/** What becomes of notices when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'notices.account_id': Prisma.sql`UPDATE notices SET account_id = ${into} WHERE account_id = ${from}`,
})

export const onLeave = {
  notice_deliveries: `DELETE FROM notice_deliveries WHERE notice_id IN (SELECT id FROM notices WHERE account_id = ANY ($1::uuid[]))`,
  notices: `DELETE FROM notices WHERE account_id = ANY ($1::uuid[])`,
}
