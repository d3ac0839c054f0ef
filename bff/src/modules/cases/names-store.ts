import type { Tx } from '../../platform/db'

/** Names that words about this case may hold, as they are stored: staff's badges, what the child is called. */
export async function namesAround(
  tx: Tx,
  caseId: string,
): Promise<{ badges: string[]; nickname: string | null; childId: string | null; profileEnc: string | null }> {
  const [row] = await tx.$queryRaw<
    { badges: string[]; nickname: string | null; childId: string | null; profileEnc: string | null }[]
  >`
    SELECT ARRAY(SELECT DISTINCT g.display_name FROM grants g WHERE g.revoked_at IS NULL
        AND c.community_code LIKE g.division_code || '%') AS badges, k.nickname, k.id AS "childId", k.profile_enc AS "profileEnc"
    FROM cases c LEFT JOIN enrolments e ON e.case_id = c.id LEFT JOIN children k ON k.id = e.child_id
    WHERE c.id = ${caseId}::uuid`
  return row ?? { badges: [], nickname: null, childId: null, profileEnc: null }
}
