/** Whether staff have compared an account's name with papers, so that others rely on it. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'

export async function isVerifiedVolunteer(tx: Tx, accountId: string): Promise<boolean> {
  const row = await rowOf(tx, z.strictObject({ is: z.boolean() }))`
    SELECT EXISTS (SELECT FROM volunteers WHERE account_id = ${accountId}::uuid AND state = 'verified') AS is`
  return row?.is === true
}
