/** What becomes of feedback when an account becomes part of another, or its person leaves. */
import * as z from 'zod/mini'
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'
import type { Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'

export const onJoin = ({ from, into }: Joining) => ({
  'feedback.account_id': Prisma.sql`UPDATE feedback SET account_id = ${into} WHERE account_id = ${from}`,
  'feedback.answered_by': Prisma.sql`UPDATE feedback SET answered_by = ${into} WHERE answered_by = ${from}`,
})

/** What was said of the app and the service. */
export async function feedbackOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.feedback.findMany({ where: { accountId: { in: [...ids] } }, select: { id: true } })
  return rows.map(({ id }) => id)
}

const emptiedRow = z.strictObject({ n: z.int() })

/** That something was said and answered stays. @param words say in place of the words that they went, sealed. */
export async function emptyFeedback(
  tx: Tx,
  id: string,
  { enc, shown }: { enc: string; shown: string },
): Promise<number> {
  const row = await rowOf(tx, emptiedRow)`
    WITH before AS (SELECT num_nonnulls(text_enc, phone_enc) AS n FROM feedback WHERE id = ${id}::uuid
    ), emptied AS (
      UPDATE feedback SET text_enc = ${enc}, shown = ${shown}, phone_enc = NULL,
        answer = CASE WHEN answer IS NOT NULL THEN ${shown} END WHERE id = ${id}::uuid
    ) SELECT n FROM before`
  return row?.n ?? 0
}
