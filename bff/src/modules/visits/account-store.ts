/** What becomes of visits when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into, at }: Joining) => ({
  'visit_elders.account_id': Prisma.sql`UPDATE visit_elders SET account_id = ${into} WHERE account_id = ${from}`,
  'visit_elders.visitor_id': Prisma.sql`UPDATE visit_elders SET visitor_id = ${into} WHERE visitor_id = ${from}`,
  'visit_elders.created_by': Prisma.sql`UPDATE visit_elders SET created_by = ${into} WHERE created_by = ${from}`,
  // Of two who stand in at once one is enough, and nobody stands in for themselves.
  other_visit_covers: Prisma.sql`UPDATE visit_covers c SET ended_at = ${at} WHERE c.ended_at IS NULL
    AND ((c.visitor_id = ${from} AND EXISTS (SELECT FROM visit_covers o WHERE o.visitor_id = ${into}
      AND o.community_code = c.community_code AND o.ended_at IS NULL))
      OR (c.visitor_id, c.cover_id) IN ((${from}, ${into}), (${into}, ${from})))`,
  'visit_covers.visitor_id': Prisma.sql`UPDATE visit_covers SET visitor_id = ${into} WHERE visitor_id = ${from}`,
  'visit_covers.cover_id': Prisma.sql`UPDATE visit_covers SET cover_id = ${into} WHERE cover_id = ${from}`,
  'visit_covers.created_by': Prisma.sql`UPDATE visit_covers SET created_by = ${into} WHERE created_by = ${from}`,
  'visit_family.asked_by': Prisma.sql`UPDATE visit_family SET asked_by = ${into} WHERE asked_by = ${from}`,
  'visit_family.account_id': Prisma.sql`UPDATE visit_family SET account_id = ${into} WHERE account_id = ${from}`,
})

/** The register is the community's; that it is their account goes, and what they agreed to be told of ends. */
export const onLeave = {
  visit_elders: `UPDATE visit_elders SET account_id = NULL WHERE account_id = ANY ($1::uuid[])`,
  visit_family: `UPDATE visit_family SET ended_at = coalesce(ended_at, now()), ended_how = coalesce(ended_how, 'family'),
    phone_enc = NULL, phone_hash = NULL, account_id = NULL, agreed_at = NULL WHERE account_id = ANY ($1::uuid[])`,
}
