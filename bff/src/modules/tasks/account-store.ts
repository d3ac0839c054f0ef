/** What becomes of tasks when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'tasks.created_by': Prisma.sql`UPDATE tasks SET created_by = ${into} WHERE created_by = ${from}`,
  // Who was asked twice, in two accounts, was asked.
  other_proposals: Prisma.sql`DELETE FROM task_proposals p WHERE p.party_id = ${from}
    AND EXISTS (SELECT FROM task_proposals o WHERE o.task_id = p.task_id AND o.party_id = ${into})`,
  'task_proposals.party_id': Prisma.sql`UPDATE task_proposals SET party_id = ${into} WHERE party_id = ${from}`,
  'task_proposals.proposed_by': Prisma.sql`UPDATE task_proposals SET proposed_by = ${into} WHERE proposed_by = ${from}`,
})

/** What somebody was asked, and whether they said no, is nobody's but theirs. */
export const onLeave = {
  task_proposals: 'DELETE FROM task_proposals WHERE party_id = ANY ($1::uuid[])',
}
