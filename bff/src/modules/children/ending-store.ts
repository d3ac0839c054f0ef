/** How a verified guardian is ended: proposed by one of the staff, decided by another. */
import { relation } from '@linli/contracts/children'
import { endReason, type EndReason } from '@linli/contracts/guardian-desk'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'

export interface NewEnding {
  id: string
  guardianId: string
  reason: EndReason
  proposedBy: string
  proposer: string
  proposedAt: Date
}

/** @returns false when one is open about this guardian */
export async function insertEnding(tx: Tx, e: NewEnding): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO guardian_endings (id, guardian_id, reason, proposed_by, proposer, proposed_at)
    VALUES (${e.id}::uuid, ${e.guardianId}::uuid, ${e.reason}, ${e.proposedBy}::uuid, ${e.proposer},
      ${e.proposedAt}::timestamptz) ON CONFLICT DO NOTHING`
  return added === 1
}

const endingRow = z.strictObject({
  id: z.string(),
  guardianId: z.string(),
  childId: z.string(),
  reason: endReason,
  proposedBy: z.string(),
})
export type EndingRow = z.output<typeof endingRow>

export async function findEnding(db: Db, id: string): Promise<EndingRow | undefined> {
  const [row] = await db.statement(
    endingRow,
    'guardian-ending',
    `SELECT e.id, e.guardian_id AS "guardianId", g.child_id AS "childId", e.reason, e.proposed_by AS "proposedBy"
     FROM guardian_endings e JOIN guardians g ON g.id = e.guardian_id WHERE e.id = $1::uuid`,
    [id],
  )
  return row
}

/** @returns false when somebody else decided */
export async function decideEndingRow(
  tx: Tx,
  id: string,
  decision: { decidedBy: string; decider: string; decidedAt: Date; approved: boolean },
): Promise<boolean> {
  const { count } = await tx.guardianEnding.updateMany({ where: { id, decidedAt: null }, data: decision })
  return count === 1
}

const openEndingRow = z.strictObject({
  id: z.string(),
  guardianId: z.string(),
  nickname: z.string(),
  relation,
  reason: endReason,
  proposer: z.string(),
  proposedBy: z.string(),
  proposedAt: z.date(),
})
export type OpenEndingRow = z.output<typeof openEndingRow>

export const endingsIn = (db: Db, division: string, limit: number): Promise<OpenEndingRow[]> =>
  db.statement(
    openEndingRow,
    'open-endings',
    `SELECT e.id, e.guardian_id AS "guardianId", c.nickname, g.relation, e.reason, e.proposer,
       e.proposed_by AS "proposedBy", e.proposed_at AS "proposedAt"
     FROM guardian_endings e JOIN guardians g ON g.id = e.guardian_id JOIN children c ON c.id = g.child_id
     WHERE e.decided_at IS NULL AND g.ended_at IS NULL AND c.erased_at IS NULL AND c.community_code LIKE $1 || '%'
     ORDER BY e.proposed_at LIMIT $2::int`,
    [division, limit],
  )

const knownRow = z.strictObject({
  id: z.string(),
  childId: z.string(),
  nickname: z.string(),
  relation,
  verifiedAt: z.date(),
})
export type KnownRow = z.output<typeof knownRow>

/** Guardians whom staff have seen, of children who have another one: the last one is not ended. */
export const knownIn = (db: Db, division: string, limit: number): Promise<KnownRow[]> =>
  db.statement(
    knownRow,
    'known-guardians',
    `SELECT g.id, g.child_id AS "childId", c.nickname, g.relation, g.known_at AS "verifiedAt"
     FROM guardians g JOIN children c ON c.id = g.child_id
     WHERE c.community_code LIKE $1 || '%' AND c.erased_at IS NULL AND g.ended_at IS NULL AND g.known_at IS NOT NULL
       AND EXISTS (SELECT FROM guardians o WHERE o.child_id = c.id AND o.id <> g.id AND o.ended_at IS NULL)
       AND NOT EXISTS (SELECT FROM guardian_endings e WHERE e.guardian_id = g.id AND e.decided_at IS NULL)
     ORDER BY c.nickname COLLATE "C", c.id, g.place LIMIT $2::int`,
    [division, limit],
  )
