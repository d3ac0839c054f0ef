/** What becomes of cases when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'
import type { Tx } from '../../platform/db'

export const onJoin = ({ from, into }: Joining) => ({
  cases: Prisma.sql`UPDATE cases SET subject_id = CASE subject_id WHEN ${from} THEN ${into} ELSE subject_id END,
      actor_id = CASE actor_id WHEN ${from} THEN ${into} ELSE actor_id END
    WHERE subject_id = ${from} OR actor_id = ${from}`,
  'cases.decided_by': Prisma.sql`UPDATE cases SET decided_by = ${into} WHERE decided_by = ${from}`,
})

/** A place of a child that stays is from now on whose word counts. The cases are locked by it. */
export const passOnPlaces = (tx: Tx, accountId: string): Promise<number> => tx.$executeRaw`
  UPDATE cases c SET subject_id = n.account_id,
    actor_id = CASE WHEN c.actor_role = 'self' THEN n.account_id ELSE c.actor_id END
  FROM (SELECT child_id, (deciding_ids(child_id))[1]::uuid AS account_id FROM (SELECT DISTINCT child_id FROM cases
    WHERE child_id IS NOT NULL AND closed_at IS NULL AND subject_id = ANY (account_ids(${accountId}::uuid))) mine) n
  WHERE n.child_id = c.child_id AND n.account_id IS NOT NULL AND c.closed_at IS NULL
    AND c.subject_id = ANY (account_ids(${accountId}::uuid))`

/** That somebody took all of it along, on their own record. Asked again within a minute, it is one. */
export async function insertOwnAccess(
  tx: Tx,
  { id, accountId, reader, at }: { id: string; accountId: string; reader: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO access_records (id, subject_id, reader_id, reader_name, tag, at)
    SELECT ${id}::uuid, ${accountId}::uuid, ${accountId}::uuid, ${reader}, 'contact', ${at}::timestamptz
    WHERE NOT EXISTS (SELECT FROM access_records WHERE subject_id = ${accountId}::uuid AND reader_id = ${accountId}::uuid
      AND reader_name = ${reader} AND case_id IS NULL AND at > ${at}::timestamptz - interval '1 minute')`
}
