/** What happens to many enrolments in one step: set by set, under the locks of the line and the programme. */
import type { CaseState } from '@linli/contracts/case-base'
import type { DrawEntry } from '@linli/contracts/draw'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Db, Tx } from '../../platform/db'

export interface Entrant {
  caseId: string
  childId: string
  groupId: string
  number: number
  rule: DrawEntry['rule']
  score: number
}

/** Who has a number and has not withdrawn. */
export const entrantsOf = (tx: Tx, id: string): Promise<Entrant[]> =>
  tx.$queryRaw`SELECT case_id AS "caseId", child_id AS "childId", group_id AS "groupId", draw_number AS number,
    group_rule AS rule, score FROM enrolments WHERE programme_id = ${id}::uuid AND state = 'entered'
    ORDER BY draw_number`

export async function markClosed(
  tx: Tx,
  id: string,
  { list, listHash, at }: { list: string | null; listHash: string | null; at: Date },
): Promise<void> {
  await tx.$executeRaw`UPDATE programmes SET state = 'closed', version = version + 1, list = ${list},
    list_hash = ${listHash}, closed_at = ${at}::timestamptz WHERE id = ${id}::uuid`
}

export async function drawSecrets(
  tx: Tx,
  id: string,
): Promise<{ list: string; seedEnc: string } | undefined> {
  const [row] = await tx.$queryRaw<{ list: string; seedEnc: string }[]>`
    SELECT list, seed_enc AS "seedEnc" FROM programmes
    WHERE id = ${id}::uuid AND list IS NOT NULL AND seed_enc IS NOT NULL`
  return row
}

export interface Drawn {
  seed: string
  order: number[]
  placed: number[]
  taken: number
  at: Date
}

export async function markDrawn(tx: Tx, id: string, d: Drawn): Promise<void> {
  await tx.$executeRaw`UPDATE programmes SET state = 'drawn', version = version + 1, seed = ${d.seed}, seed_enc = NULL,
    draw_order = ${d.order}::int[], draw_placed = ${d.placed}::int[], taken = ${d.taken}::int,
    drawn_at = ${d.at}::timestamptz WHERE id = ${id}::uuid`
}

/** What a draw made of numbers. */
export async function moveDrawn(tx: Tx, ids: readonly string[], to: CaseState, at: Date): Promise<void> {
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE cases SET state = ${to} WHERE id = ANY (${ids}::uuid[]) AND state = 'entered' RETURNING id
    )
    INSERT INTO case_events (case_id, at, action, from_state, to_state, side)
    SELECT id, ${at}::timestamptz, 'draw', 'entered', ${to}, 'system' FROM moved`
}

/** Numbers of draws that were never drawn, once the last session is over. @returns the cases */
export async function lapseNumbers(tx: Tx, at: Date, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH due AS (
      SELECT e.case_id FROM enrolments e JOIN programmes p ON p.id = e.programme_id
      WHERE e.state = 'entered' AND p.last_ends_at <= ${at}::timestamptz ORDER BY e.case_id LIMIT ${limit}::int
    ), moved AS (
      UPDATE cases SET state = 'lapsed', waiting_for = 'nobody', closed_at = ${at}::timestamptz
      WHERE id IN (SELECT case_id FROM due) AND state = 'entered' RETURNING id
    )
    INSERT INTO case_events (case_id, at, action, from_state, to_state, side)
    SELECT id, ${at}::timestamptz, 'lapse', 'entered', 'lapsed', 'system' FROM moved RETURNING case_id AS id`
  return rows.map((row) => row.id)
}

/** Children with something open in a programme although the consent was taken back. */
export const refusedChildren = (db: Db, limit: number): Promise<{ id: string }[]> =>
  db.client.$queryRaw`SELECT DISTINCT e.child_id AS id FROM enrolments e
    WHERE e.state IN ('entered', 'waiting', 'held', 'confirmed') AND (SELECT n.decision FROM consents n
      WHERE n.child_id = e.child_id ORDER BY n.id DESC LIMIT 1) = 'refused' LIMIT ${limit}::int`

export async function markCancelled(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE programmes SET state = 'cancelled', version = version + 1, taken = 0
    WHERE id = ${id}::uuid`
}

/** Everything of a programme that is still open ends, with the reason in its timeline. @returns the cases */
export async function cancelCases(
  tx: Tx,
  id: string,
  by: { accountId: string; badge: string; reason: string },
  at: Date,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH moved AS (
      UPDATE cases c SET state = 'cancelled', waiting_for = 'nobody', closed_at = ${at}::timestamptz
      FROM enrolments e WHERE e.case_id = c.id AND e.programme_id = ${id}::uuid
        AND c.state IN ('entered', 'waiting', 'held', 'confirmed')
      RETURNING c.id, e.state AS before
    ), ended AS (
      UPDATE line_entries SET ended_at = ${at}::timestamptz
      WHERE case_id IN (SELECT id FROM moved) AND ended_at IS NULL
    )
    INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id, actor_name, note)
    SELECT id, ${at}::timestamptz, 'cancel', before, 'cancelled', 'staff', ${by.accountId}::uuid, ${by.badge}, ${by.reason}
    FROM moved RETURNING case_id AS id`
  return rows.map((row) => row.id)
}

/**
 * A notice for every guardian of every case, and one job that delivers them all: thousands of jobs would only wait for
 * each other.
 */
export async function tellGuardians(
  tx: Tx,
  caseIds: readonly string[],
  kind: NoticeKind,
  at: Date,
): Promise<void> {
  if (caseIds.length === 0) return
  await tx.$executeRaw`
    INSERT INTO notices (id, event_key, account_id, case_id, kind, created_at, deliver_at)
    SELECT gen_random_uuid(), e.case_id || '/' || ${kind} || '/' || g.account_id, g.account_id, e.case_id, ${kind},
      ${at}::timestamptz, ${at}::timestamptz
    FROM enrolments e JOIN deciding_guardians g ON g.child_id = e.child_id
    WHERE e.case_id = ANY (${caseIds}::uuid[])
    ON CONFLICT ON CONSTRAINT notices_event_once DO NOTHING`
  await tx.$executeRaw`SELECT graphile_worker.add_job('deliver_overdue', '{}'::json, run_at => ${at}::timestamptz)`
}

export interface DrawRow {
  capacity: number
  commitment: string | null
  list: string | null
  listHash: string | null
  closedAt: Date | null
  seed: string | null
  drawnAt: Date | null
  order: number[]
  placed: number[]
}

export async function findDraw(db: Db, id: string): Promise<DrawRow | undefined> {
  const [row] = await db.statement<DrawRow>(
    'draw-record',
    `SELECT capacity, seed_commitment AS commitment, list, list_hash AS "listHash", closed_at AS "closedAt", seed,
       drawn_at AS "drawnAt", coalesce(draw_order, '{}') AS "order", coalesce(draw_placed, '{}') AS placed
     FROM programmes WHERE id = $1::uuid`,
    [id],
  )
  return row
}

/** Whose sign-up is over by the clock and still stands open in the rows. */
export const closingNow = (db: Db, at: Date, limit: number): Promise<{ id: string; community: string }[]> =>
  db.client.$queryRaw`SELECT id, community_code AS community FROM programmes
    WHERE state = 'published' AND closes_at <= ${at}::timestamptz ORDER BY closes_at LIMIT ${limit}::int`
