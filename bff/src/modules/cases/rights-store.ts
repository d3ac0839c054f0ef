/** Rights to rate: one a case, made with the case's end. */
import type { Service } from '@linli/contracts/ratings'
import type { Tx } from '../../platform/db'

/** @returns undefined for a case of a type that nobody rates */
export async function ratableCase(
  tx: Tx,
  caseId: string,
): Promise<{ type: Service; community: string } | undefined> {
  const [row] = await tx.$queryRaw<{ type: Service; community: string }[]>`
    SELECT type, community_code AS community FROM cases WHERE id = ${caseId}::uuid AND type <> 'follow_up'`
  return row
}

export interface NewRight {
  caseId: string
  service: Service
  community: string
  finishedAt: Date
  inviteAt: Date
  rateUntil: Date
}

export async function insertRight(tx: Tx, r: NewRight): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO rating_rights (case_id, service, community_code, finished_at, invite_at, rate_until)
    VALUES (${r.caseId}::uuid, ${r.service}, ${r.community}, ${r.finishedAt}::timestamptz, ${r.inviteAt}::timestamptz,
      ${r.rateUntil}::timestamptz)
    ON CONFLICT (case_id) DO NOTHING`
}

export async function deleteRight(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM rating_rights WHERE case_id = ${caseId}::uuid`
}
