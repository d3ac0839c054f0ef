/** What one of two guardians asked for and the other may still stop. */
import { frozenWhat, relation } from '@linli/contracts/children'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'

export interface NewFreeze {
  id: string
  childId: string
  what: z.output<typeof frozenWhat>
  version: number
  askedBy: string
  askedAt: Date
  finalAt: Date
}

export async function insertFreeze(tx: Tx, freeze: NewFreeze): Promise<void> {
  await tx.childFreeze.create({ data: freeze, select: { id: true } })
}

export interface FreezeEnd {
  at: Date
  outcome: 'final' | 'taken_back' | 'stopped'
  by: string | null
  /** Of a stop: the link of the guardian who came. */
  forGuardian: string | null
}

/** @returns false when it was over already */
export async function endFreeze(tx: Tx, id: string, end: FreezeEnd): Promise<boolean> {
  const { count } = await tx.childFreeze.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: end.at, outcome: end.outcome, endedBy: end.by, forGuardian: end.forGuardian },
  })
  return count === 1
}

/** Was something this guardian asked for stopped at the counter since? */
export async function wasStopped(tx: Tx, childId: string, askedBy: string, since: Date): Promise<boolean> {
  const where = { childId, askedBy, outcome: 'stopped', endedAt: { gte: since } }
  return (await tx.childFreeze.count({ where })) > 0
}

/** Children whose three days are over. */
export const dueFreezes = (db: Db, at: Date, limit: number): Promise<{ childId: string }[]> =>
  db.client.childFreeze.findMany({
    where: { endedAt: null, finalAt: { lte: at } },
    select: { childId: true },
    orderBy: { finalAt: 'asc' },
    take: limit,
  })

const openFreezeRow = z.strictObject({
  childId: z.string(),
  nickname: z.string(),
  what: frozenWhat,
  askedAt: z.date(),
  finalAt: z.date(),
  others: z.array(z.strictObject({ id: z.string(), relation })),
})
export type OpenFreezeRow = z.output<typeof openFreezeRow>

/** What can still be stopped in a division. */
export const freezesIn = (db: Db, division: string, at: Date, limit: number): Promise<OpenFreezeRow[]> =>
  db.statement(
    openFreezeRow,
    'open-freezes',
    `SELECT f.child_id AS "childId", c.nickname, f.what, f.asked_at AS "askedAt", f.final_at AS "finalAt",
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'relation', g.relation) ORDER BY g.place)
         FROM guardians g WHERE g.child_id = c.id AND g.ended_at IS NULL AND g.known_at IS NOT NULL
           AND g.account_id <> f.asked_by), '[]') AS others
     FROM child_freezes f JOIN children c ON c.id = f.child_id
     WHERE c.community_code LIKE $1 || '%' AND f.ended_at IS NULL AND f.final_at > $2::timestamptz
     ORDER BY f.final_at LIMIT $3::int`,
    [division, at, limit],
  )
