/** What happens to many enrolments in one step: set by set, under the locks of the line and the programme. */
import type { DrawEntry } from '@linli/contracts/draw'
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

/** Numbers of draws that were never drawn, once the last session is over. */
export async function numbersOver(tx: Tx, at: Date, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.case_id AS id FROM enrolments e JOIN programmes p ON p.id = e.programme_id
    WHERE e.state = 'entered' AND p.last_ends_at <= ${at}::timestamptz ORDER BY e.case_id LIMIT ${limit}::int`
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

/** Everything of a programme that is still open. */
export async function openCases(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT case_id AS id FROM enrolments
    WHERE programme_id = ${id}::uuid AND state IN ('entered', 'waiting', 'held', 'confirmed')`
  return rows.map((row) => row.id)
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
