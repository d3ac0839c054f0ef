/** What becomes of bookings when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  quotas: Prisma.sql`WITH gone AS (DELETE FROM booking_quotas WHERE subject_id = ${from} RETURNING week, used)
    INSERT INTO booking_quotas (subject_id, week, used) SELECT ${into}, week, used FROM gone
    ON CONFLICT (subject_id, week) DO UPDATE SET used = booking_quotas.used + excluded.used`,
})

export const quotasOnLeave = `DELETE FROM booking_quotas WHERE subject_id = ANY ($1::uuid[])`

export const onLeave = {
  bookings: `UPDATE bookings SET note = NULL WHERE note IS NOT NULL
    AND case_id IN (SELECT id FROM cases WHERE subject_id = ANY ($1::uuid[]) OR actor_id = ANY ($1::uuid[]) AND actor_role <> 'staff')`,
}
