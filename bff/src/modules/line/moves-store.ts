/** Manual moves: proposed by one, decided by another (`line_moves_second_person`), kept for ever. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowsOf } from '../../platform/rows'

const moveRow = z.strictObject({
  id: z.string(),
  lineId: z.string(),
  caseId: z.string(),
  number: z.string(),
  /** Programme or room. */
  title: z.string(),
  from: z.int(),
  to: z.int(),
  reason: z.string(),
  proposedBy: z.string(),
  proposerId: z.string(),
  at: z.date(),
  approved: z.nullable(z.boolean()),
})
export type MoveRow = z.output<typeof moveRow>

const columns = `m.id, m.line_id AS "lineId", m.case_id AS "caseId", c.number, coalesce(r.name, p.name, t.title) AS title,
  m.from_place AS "from", m.to_place AS "to", m.reason, m.proposer AS "proposedBy",
  coalesce((SELECT a.joined_into FROM accounts a WHERE a.id = m.proposed_by), m.proposed_by) AS "proposerId",
  m.proposed_at AS at, m.approved
  FROM line_moves m JOIN cases c ON c.id = m.case_id JOIN lines l ON l.id = m.line_id
    LEFT JOIN rooms r ON r.id = l.room_id LEFT JOIN programmes p ON p.id = l.programme_id LEFT JOIN tasks t ON t.id = l.task_id`

export async function findMove(db: Db, id: string): Promise<MoveRow | undefined> {
  const [row] = await db.statement(moveRow, 'line-move', `SELECT ${columns} WHERE m.id = $1::uuid`, [id])
  return row
}

/** Moves in a division that wait for a second person, of those who still wait in line. */
export const proposedMoves = (db: Db, division: string): Promise<MoveRow[]> =>
  db.statement(
    moveRow,
    'line-moves-proposed',
    `SELECT ${columns} WHERE c.community_code >= $1 AND c.community_code < $1 || ':' AND c.state = 'waiting'
       AND m.decided_at IS NULL
     ORDER BY m.proposed_at, m.id LIMIT 200`,
    [division],
  )

export interface NewLineMove {
  id: string
  lineId: string
  caseId: string
  from: number
  to: number
  reason: string
  accountId: string
  badge: string
  at: Date
}

/** @returns false when another move of this case waits for its second person */
export async function insertMove(tx: Tx, m: NewLineMove): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO line_moves (id, line_id, case_id, from_place, to_place, reason, proposed_by, proposer, proposed_at)
    VALUES (${m.id}::uuid, ${m.lineId}::uuid, ${m.caseId}::uuid, ${m.from}::int, ${m.to}::int, ${m.reason},
      ${m.accountId}::uuid, ${m.badge}, ${m.at}::timestamptz)
    ON CONFLICT (case_id) WHERE decided_at IS NULL DO NOTHING`
  return added === 1
}

/** Those who work where the case is; where nobody else does, those of the nearest division above. */
export async function secondsFor(tx: Tx, community: string, proposer: string): Promise<string[]> {
  const found = await rowsOf(tx, idRow)`
    WITH able AS (
      SELECT DISTINCT account_id AS id, length(division_code) AS near FROM grants
      WHERE role IN ('staff', 'grid_worker') AND revoked_at IS NULL AND starts_with(${community}, division_code)
        AND account_id <> ALL (account_ids(${proposer}::uuid)))
    SELECT DISTINCT id FROM able WHERE near = (SELECT max(near) FROM able)`
  return found.map(({ id }) => id)
}

/** The caller holds the line, so it stays as it is. */
export async function isOpen(tx: Tx, id: string): Promise<boolean> {
  return (await tx.lineMove.findUnique({ where: { id }, select: { decidedAt: true } }))?.decidedAt === null
}

/** @returns false when somebody has decided already */
export async function markDecided(
  tx: Tx,
  id: string,
  by: { accountId: string; badge: string; approve: boolean },
  at: Date,
): Promise<boolean> {
  const decided =
    await tx.$executeRaw`UPDATE line_moves SET decided_by = ${by.accountId}::uuid, decider = ${by.badge},
      decided_at = ${at}::timestamptz, approved = ${by.approve}
    WHERE id = ${id}::uuid AND decided_at IS NULL`
  return decided === 1
}

/** What came true may differ from what was proposed: the line moved on meanwhile. */
export async function writePlaces(tx: Tx, id: string, from: number, to: number): Promise<void> {
  await tx.$executeRaw`UPDATE line_moves SET from_place = ${from}::int, to_place = ${to}::int WHERE id = ${id}::uuid`
}

/** Puts entries, in their order, between two others: exact fractions, so there is always room. */
export async function placeBetween(
  tx: Tx,
  caseIds: readonly string[],
  before: string | undefined,
  after: string | undefined,
): Promise<void> {
  await tx.$executeRaw`
    WITH b AS (SELECT sort_score, sort_arrival FROM line_entries WHERE case_id = ${before ?? null}::uuid),
      a AS (SELECT sort_score, sort_arrival FROM line_entries WHERE case_id = ${after ?? null}::uuid),
      gap AS (
        SELECT coalesce(b.sort_score, a.sort_score) AS score, coalesce(b.sort_arrival, a.sort_arrival - 0.5) AS low,
          CASE WHEN b.sort_score IS NULL OR a.sort_score = b.sort_score THEN a.sort_arrival
            ELSE b.sort_arrival + 0.5 END AS high
        FROM (SELECT 1) one LEFT JOIN b ON true LEFT JOIN a ON true
      ), moved AS (
        SELECT id, n, count(*) OVER () + 1 AS parts FROM unnest(${caseIds}::uuid[]) WITH ORDINALITY AS t (id, n)
      )
    UPDATE line_entries e SET sort_score = gap.score,
      sort_arrival = gap.low + (gap.high - gap.low) * moved.n / moved.parts
    FROM gap, moved WHERE e.case_id = moved.id AND gap.score IS NOT NULL`
}

const pastMoveRow = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  at: z.date(),
  from: z.int(),
  to: z.int(),
  reason: z.string(),
  proposedBy: z.string(),
  approvedBy: z.string(),
})
export type PastMove = z.output<typeof pastMoveRow>

export const movesSince = (db: Db, lineId: string, since: Date): Promise<PastMove[]> =>
  db.statement(
    pastMoveRow,
    'line-moves-since',
    `SELECT id, case_id AS "caseId", decided_at AS at, from_place AS "from", to_place AS "to", reason,
       proposer AS "proposedBy", decider AS "approvedBy"
     FROM line_moves WHERE line_id = $1::uuid AND approved AND decided_at >= $2::timestamptz
     ORDER BY decided_at DESC, id`,
    [lineId, since],
  )
