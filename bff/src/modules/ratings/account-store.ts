/** What becomes of ratings when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  'rating_slips.printed_by': Prisma.sql`UPDATE rating_slips SET printed_by = ${into} WHERE printed_by = ${from}`,
  'ratings.rater_id': Prisma.sql`UPDATE ratings SET rater_id = ${into} WHERE rater_id = ${from}`,
  'ratings.reply_by': Prisma.sql`UPDATE ratings SET reply_by = ${into} WHERE reply_by = ${from}`,
})

/** Says how many fields went, for the proof. */
export const onLeave = {
  rating_slips: `WITH gone AS (DELETE FROM rating_slips WHERE case_id IN (SELECT id FROM cases WHERE subject_id = ANY ($1::uuid[]))
    RETURNING 1) SELECT count(*)::int AS n FROM gone`,
}
