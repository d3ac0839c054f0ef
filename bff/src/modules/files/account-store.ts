/** What becomes of files when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'files.account_id': Prisma.sql`UPDATE files SET account_id = ${into} WHERE account_id = ${from}`,
  'file_quotas.account_id': Prisma.sql`DELETE FROM file_quotas WHERE account_id = ${from}`,
})

/** What was never attached, and what belongs to their own matters, whoever handed it in. */
export const onLeave = {
  files: `DELETE FROM files f WHERE (f.case_id IS NULL AND f.account_id = ANY ($1::uuid[]))
    OR f.case_id IN (SELECT c.id FROM cases c WHERE c.subject_id = ANY ($1::uuid[]) AND c.child_id IS NULL)`,
  file_quotas: 'DELETE FROM file_quotas WHERE account_id = ANY ($1::uuid[])',
}
