/** What is read of a line outside of its lock. These are what thousands poll, so each is one prepared statement. */
import { actorRole } from '@linli/contracts/case-base'
import { groupRule } from '@linli/contracts/line'
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'
import { idRow } from '../../platform/rows'
import { type Line, lineKind } from './resource'

const placeRow = z.strictObject({
  type: z.string(),
  state: z.string(),
  subjectId: z.string(),
  actorId: z.string(),
  actorRole,
  childId: z.nullable(z.string()),
  decidingIds: z.array(z.string()),
  community: z.string(),
  lineId: z.string(),
  kind: lineKind,
  heldUntil: z.nullable(z.date()),
  joinedAt: z.date(),
  score: z.int(),
  groupRule,
  /** Somebody's time in this line has passed and nobody has written it down yet. */
  isDue: z.boolean(),
})
export type PlaceFacts = z.output<typeof placeRow>

export async function placeFacts(db: Db, caseId: string, now: Date): Promise<PlaceFacts | undefined> {
  const [row] = await db.statement(
    placeRow,
    'line-place-facts',
    `SELECT c.type, CASE WHEN c.lapses_at <= $2::timestamptz THEN 'lapsed' ELSE c.state END AS state,
       c.subject_id AS "subjectId", c.actor_id AS "actorId", c.actor_role AS "actorRole", c.community_code AS community,
       c.child_id AS "childId", CASE WHEN c.child_id IS NULL THEN '{}' ELSE deciding_ids(c.child_id) END AS "decidingIds",
       e.line_id AS "lineId", l.kind, e.held_until AS "heldUntil", e.joined_at AS "joinedAt", e.score,
       e.group_rule AS "groupRule",
       EXISTS (SELECT FROM line_entries d WHERE d.state = 'held' AND d.held_until <= $2::timestamptz
           AND d.line_id = e.line_id)
         OR EXISTS (SELECT FROM line_entries d WHERE d.state = 'waiting' AND d.until <= $2
           AND d.line_id = e.line_id) AS "isDue"
     FROM cases c JOIN line_entries e ON e.case_id = c.id JOIN lines l ON l.id = e.line_id
     WHERE c.id = $1::uuid`,
    [caseId, now],
  )
  return row
}

export async function lineOfCase(db: Db, caseId: string): Promise<string | undefined> {
  const [row] = await db.statement(
    idRow,
    'line-of-case',
    'SELECT line_id AS id FROM line_entries WHERE case_id = $1::uuid',
    [caseId],
  )
  return row?.id
}

const rankRow = z.strictObject({ position: z.nullable(z.int()), total: z.int() })
export type Rank = z.output<typeof rankRow>

const isAhead = `(o.sort_score > m.sort_score OR (o.sort_score = m.sort_score AND o.sort_arrival < m.sort_arrival))`
const position = `CASE WHEN bool_or(o.case_id = m.case_id) THEN 1 + count(*) FILTER (WHERE ${isAhead}) END::int`

/** Exactly now, among all who wait; who is over by the clock does not. */
export async function exactRank(db: Db, caseId: string, now: Date): Promise<Rank> {
  const [row] = await db.statement(
    rankRow,
    'line-rank',
    `SELECT ${position} AS position, count(o.case_id)::int AS total
     FROM line_entries m LEFT JOIN line_entries o ON o.line_id = m.line_id AND o.state = 'waiting'
       AND o.until > $2::timestamptz
     WHERE m.case_id = $1::uuid`,
    [caseId, now],
  )
  return row ?? { position: null, total: 0 }
}

/** Exactly now, among those who want the room at the same time, cleaning included: who wants another time is no rival. */
export async function rankAmongRivals(db: Db, caseId: string, now: Date): Promise<Rank> {
  const [row] = await db.statement(
    rankRow,
    'line-rank-among-rivals',
    `SELECT ${position} AS position, count(o.case_id)::int AS total
     FROM line_entries m JOIN bookings mine ON mine.case_id = m.case_id
       LEFT JOIN (line_entries o JOIN bookings theirs ON theirs.case_id = o.case_id)
         ON o.line_id = m.line_id AND o.state = 'waiting' AND o.until > $2::timestamptz
         AND theirs.occupied && mine.occupied
     WHERE m.case_id = $1::uuid`,
    [caseId, now],
  )
  return row ?? { position: null, total: 0 }
}

/** Who waits, first to last. */
export async function ranksOf(db: Db, lineId: string, now: Date): Promise<string[]> {
  const rows = await db.statement(
    idRow,
    'line-ranks',
    `SELECT case_id AS id FROM line_entries WHERE line_id = $1::uuid AND state = 'waiting' AND until > $2::timestamptz
     ORDER BY sort_score DESC, sort_arrival`,
    [lineId, now],
  )
  return rows.map((row) => row.id)
}

const aheadRow = z.strictObject({ placed: z.int(), left: z.int(), priority: z.int(), moved: z.int() })
export type Ahead = z.output<typeof aheadRow>

/**
 * What happened before a case since it joined. Who stood ahead at the start is told by the published order; who came
 * ahead later, by the order of now.
 */
export async function aheadOf(db: Db, caseId: string): Promise<Ahead> {
  const wasAhead = `(o.score > m.score OR (o.score = m.score AND o.arrival < m.arrival))`
  const [row] = await db.statement(
    aheadRow,
    'line-ahead-of',
    `SELECT count(*) FILTER (WHERE ${isAhead} AND o.state IN ('held', 'pending', 'confirmed', 'completed')
         AND o.held_at >= m.joined_at)::int AS placed,
       count(*) FILTER (WHERE ${isAhead} AND o.state IN ('cancelled', 'lapsed', 'refused')
         AND o.ended_at >= m.joined_at)::int AS left,
       count(*) FILTER (WHERE ${wasAhead} AND ${isAhead} AND o.arrival > m.arrival)::int AS priority,
       count(*) FILTER (WHERE NOT ${wasAhead} AND ${isAhead} AND EXISTS (SELECT FROM line_moves v
         JOIN line_entries w ON w.case_id = v.case_id
         WHERE v.line_id = m.line_id AND v.approved AND w.group_id IN (o.group_id, m.group_id)))::int AS moved
     FROM line_entries m JOIN line_entries o ON o.line_id = m.line_id AND o.group_id <> m.group_id
     WHERE m.case_id = $1::uuid`,
    [caseId],
  )
  return row ?? { placed: 0, left: 0, priority: 0, moved: 0 }
}

/** Lines in which something is over, or in which somebody waits for what may be free. */
export async function linesToSettle(db: Db, now: Date): Promise<string[]> {
  const rows = await db.statement(
    idRow,
    'lines-to-settle',
    `SELECT line_id AS id FROM line_entries WHERE state = 'waiting'
     UNION SELECT line_id FROM line_entries WHERE state = 'held' AND held_until <= $1::timestamptz`,
    [now],
  )
  return rows.map((row) => row.id)
}

const lineOfProgramme = z.strictObject({ id: z.nullable(z.string()), community: z.string() })

/** The community of a programme, and its line if anybody ever waited. */
export async function findLineOf(
  db: Db,
  programmeId: string,
): Promise<z.output<typeof lineOfProgramme> | undefined> {
  const [row] = await db.statement(
    lineOfProgramme,
    'line-of-programme',
    `SELECT l.id, p.community_code AS community FROM programmes p LEFT JOIN lines l ON l.programme_id = p.id
     WHERE p.id = $1::uuid`,
    [programmeId],
  )
  return row
}

const deskEntryRow = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  state: z.enum(['waiting', 'held']),
  score: z.int(),
  groupRule,
  joinedAt: z.date(),
  heldUntil: z.nullable(z.date()),
  moveProposed: z.boolean(),
})
export type DeskEntryRow = z.output<typeof deskEntryRow>

/** Who waits in order, and who has an offer that is still open. */
export const deskEntries = (db: Db, lineId: string, now: Date): Promise<DeskEntryRow[]> =>
  db.statement(
    deskEntryRow,
    'line-desk-entries',
    `SELECT e.case_id AS "caseId", c.number, e.state, e.score, e.group_rule AS "groupRule", e.joined_at AS "joinedAt",
       e.held_until AS "heldUntil",
       EXISTS (SELECT FROM line_moves m WHERE m.case_id = e.case_id AND m.decided_at IS NULL) AS "moveProposed"
     FROM line_entries e JOIN cases c ON c.id = e.case_id
     WHERE e.line_id = $1::uuid AND ((e.state = 'waiting' AND e.until > $2::timestamptz) OR (e.state = 'held' AND e.held_until > $2))
     ORDER BY e.sort_score DESC, e.sort_arrival`,
    [lineId, now],
  )

export async function kindOf(db: Db, lineId: string): Promise<Line['kind'] | undefined> {
  const [row] = await db.statement(
    z.strictObject({ kind: lineKind }),
    'line-kind',
    'SELECT kind FROM lines WHERE id = $1::uuid',
    [lineId],
  )
  return row?.kind
}
