/** What becomes of consultations when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'
import * as beside from './beside-account-store'

export const onJoin = ({ from, into, at }: Joining) => ({
  ...beside.onJoin({ from, into, at }),
  // Nobody works on what they asked themselves: that is the desk's again.
  'consultations.handler_id': Prisma.sql`UPDATE consultations o SET handler_id = n.handler,
      handler_name = CASE WHEN n.handler IS NOT NULL THEN o.handler_name END,
      handed_at = CASE WHEN n.handler IS NOT NULL THEN o.handed_at END,
      opened_at = CASE WHEN n.handler IS NOT NULL THEN o.opened_at END,
      moves_at = CASE WHEN n.handler IS NOT NULL THEN o.moves_at END
    FROM (SELECT id, CASE WHEN subject_id NOT IN (${from}, ${into}) THEN ${into} END AS handler FROM cases
      WHERE type = 'consultation') n
    WHERE n.id = o.case_id AND o.handler_id IN (${from}, ${into})`,
  'consultation_lines.author_id': Prisma.sql`UPDATE consultation_lines SET author_id = ${into} WHERE author_id = ${from}`,
  'advisers.account_id': Prisma.sql`WITH gone AS (DELETE FROM advisers WHERE account_id = ${from} RETURNING created_at)
    INSERT INTO advisers (account_id, created_at) SELECT ${into}, created_at FROM gone ON CONFLICT DO NOTHING`,
  'adviser_duties.account_id': Prisma.sql`WITH gone AS (DELETE FROM adviser_duties WHERE account_id = ${from} RETURNING *)
    INSERT INTO adviser_duties (account_id, weekday, from_minute, to_minute)
    SELECT ${into}, weekday, from_minute, to_minute FROM gone ON CONFLICT DO NOTHING`,
  'adviser_absences.account_id': Prisma.sql`UPDATE adviser_absences SET account_id = ${into} WHERE account_id = ${from}`,
  'adviser_openings.account_id': Prisma.sql`UPDATE adviser_openings SET account_id = ${into} WHERE account_id = ${from}`,
})

const theirs = `case_id IN (SELECT id FROM cases WHERE subject_id = ANY ($1::uuid[]))`

/** What its person wrote, and what was written to them: once they have gone it is nobody's. */
export const onLeave = {
  ...beside.onLeave,
  consultation_lines: `UPDATE consultation_lines SET words_sealed = NULL WHERE words_sealed IS NOT NULL AND ${theirs}`,
  consultations: `UPDATE consultations SET intake_sealed = NULL, opposite_enc = NULL, opposite_hash = NULL WHERE ${theirs}`,
}

/** What an adviser kept for themselves. */
export const ownOnLeave = {
  adviser_openings: `DELETE FROM adviser_openings WHERE account_id = ANY ($1::uuid[])`,
  adviser_absences: `DELETE FROM adviser_absences WHERE account_id = ANY ($1::uuid[])`,
  adviser_duties: `DELETE FROM adviser_duties WHERE account_id = ANY ($1::uuid[])`,
}
