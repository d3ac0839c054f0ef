/** The same of what stands beside a thread: times, meetings, calls, visits, referrals. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into, at }: Joining) => ({
  'consultation_times.adviser_id': Prisma.sql`UPDATE consultation_times SET adviser_id = ${into} WHERE adviser_id = ${from}`,
  // Who turns out to be one person cannot be in two places either.
  'consultation_meetings.adviser_id': Prisma.sql`
    UPDATE consultation_meetings m SET adviser_id = ${into},
      called_off_at = CASE WHEN twice THEN ${at} ELSE m.called_off_at END,
      called_off_by = CASE WHEN twice THEN 'system' ELSE m.called_off_by END,
      sequence = m.sequence + twice::int
    FROM (SELECT f.id, f.called_off_at IS NULL AND EXISTS (SELECT FROM consultation_meetings i
        WHERE i.adviser_id = ${into} AND i.called_off_at IS NULL
          AND tstzrange(i.starts_at, i.ends_at) && tstzrange(f.starts_at, f.ends_at)) AS twice
      FROM consultation_meetings f WHERE f.adviser_id = ${from}) AS looked
    WHERE m.id = looked.id`,
  'consultation_attempts.by_id': Prisma.sql`UPDATE consultation_attempts SET by_id = ${into} WHERE by_id = ${from}`,
  'contact_visits.done_by': Prisma.sql`UPDATE contact_visits SET done_by = ${into} WHERE done_by = ${from}`,
  'consultation_referrals.proposed_by': Prisma.sql`UPDATE consultation_referrals SET proposed_by = ${into}
    WHERE proposed_by = ${from}`,
  'consultation_referrals.receiver_id': Prisma.sql`UPDATE consultation_referrals SET receiver_id = ${into}
    WHERE receiver_id = ${from}`,
})

const theirs = `case_id IN (SELECT id FROM cases WHERE subject_id = ANY ($1::uuid[]))`

/** Nobody meets them any more, and nobody goes to them. */
export const onLeave = {
  consultation_times: `DELETE FROM consultation_times WHERE ${theirs}`,
  consultation_meetings: `UPDATE consultation_meetings SET link_sealed = NULL,
      called_off_at = CASE WHEN starts_at > now() THEN coalesce(called_off_at, now()) ELSE called_off_at END,
      called_off_by = CASE WHEN starts_at > now() THEN coalesce(called_off_by, 'system') ELSE called_off_by END
    WHERE (link_sealed IS NOT NULL OR called_off_at IS NULL AND starts_at > now()) AND ${theirs}`,
  contact_visits: `UPDATE contact_visits SET ended_at = now() WHERE done_at IS NULL AND ended_at IS NULL AND ${theirs}`,
}
