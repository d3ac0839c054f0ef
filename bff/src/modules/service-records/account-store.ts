/** What becomes of records of service when an account becomes part of another; who leaves takes no paper back. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'service_records.account_id': Prisma.sql`UPDATE service_records SET account_id = ${into} WHERE account_id = ${from}`,
})
