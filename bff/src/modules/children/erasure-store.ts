/** Takes a child's sealed data out of every row that holds some, and counts it by tag for the proof. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowOf, rowsOfText } from '../../platform/rows'
import { healthKinds } from './rules'

/** How many. */
export const countRow = z.strictObject({ n: z.int() })

async function eraseDetails(tx: Tx, childId: string, health: boolean): Promise<number> {
  const row = await rowOf(tx, countRow)`
    SELECT erase_care_details(${childId}::uuid, ${[...healthKinds]}::text[], ${health}::boolean) AS n`
  return row?.n ?? 0
}

/** What people said of an alert about the child: it may hold anything. */
async function eraseAlertWords(tx: Tx, childId: string): Promise<number> {
  const row = await rowOf(tx, countRow)`SELECT erase_alert_words(${childId}::uuid) AS n`
  return row?.n ?? 0
}

/** What is known of a child's health, and every note about it. */
export async function eraseHealth(tx: Tx, childId: string): Promise<{ health: number }> {
  const known = await tx.$executeRaw`UPDATE children SET health_enc = NULL
    WHERE id = ${childId}::uuid AND health_enc IS NOT NULL`
  return { health: known + (await eraseDetails(tx, childId, true)) + (await eraseAlertWords(tx, childId)) }
}

const erasedRow = z.strictObject({ child: z.int(), contact: z.int() })

/**
 * Everything. What stays says that there was a child, whose place was given to whom and when; its nickname and its
 * guardians' links go too. The caller holds the child's row.
 */
export async function eraseEverything(
  tx: Tx,
  childId: string,
  at: Date,
): Promise<{ child: number; health: number; contact: number }> {
  const { health } = await eraseHealth(tx, childId)
  const people = await erasePeople(tx, childId, at)
  const came = await eraseDetails(tx, childId, false)
  await tx.guardianInvitation.deleteMany({ where: { childId } })
  await tx.guardian.updateMany({ where: { childId, endedAt: null }, data: { endedAt: at } })
  const known = await rowOf(tx, erasedRow)`
    UPDATE children c SET nickname = '已删除', profile_enc = NULL, contacts_enc = NULL, circumstances_enc = NULL,
      identity_hash = NULL, unverified = 0, erased_at = ${at}::timestamptz
    FROM (SELECT num_nonnulls(profile_enc, circumstances_enc) AS child, num_nonnulls(contacts_enc) AS contact
      FROM children WHERE id = ${childId}::uuid) AS before
    WHERE c.id = ${childId}::uuid RETURNING before.child, before.contact`
  return { child: known?.child ?? 0, health, contact: (known?.contact ?? 0) + people + came }
}

/** @returns how many sealed fields went */
async function erasePeople(tx: Tx, childId: string, at: Date): Promise<number> {
  const people = await rowOf(tx, countRow)`
    WITH before AS (SELECT id, num_nonnulls(name_enc, phone_enc, note_enc) AS n FROM pickup_people
      WHERE child_id = ${childId}::uuid
    ), blanked AS (
      UPDATE pickup_people SET name_enc = NULL, name_hash = NULL, phone_enc = NULL, phone_hash = NULL, note_enc = NULL,
        ended_at = coalesce(ended_at, ${at}::timestamptz)
      WHERE child_id = ${childId}::uuid
    ) SELECT coalesce(sum(n), 0)::int AS n FROM before`
  const codes = await tx.pickupCode.deleteMany({ where: { childId } })
  return (people?.n ?? 0) + codes.count
}

/** When a child was erased, for whoever asks again because the answer was lost. */
export async function erasedAt(tx: Tx, childId: string): Promise<Date | null> {
  const row = await tx.child.findUnique({ where: { id: childId }, select: { erasedAt: true } })
  return row?.erasedAt ?? null
}

/** Children are kept by the settings of their community. */
export interface Term {
  community: string
  /** Used last before this. */
  before: Date
}

/**
 * The last use of a child `c`: what its guardians did, what it was given, and the last record of its care. A child with
 * an open matter is in use.
 */
const idle = `c.erased_at IS NULL AND c.active_at < t.before
  AND NOT EXISTS (SELECT FROM cases k WHERE k.child_id = c.id
    AND (k.closed_at IS NULL OR (k.finished_at IS NOT NULL AND coalesce(k.ends_at, k.finished_at) >= t.before)))
  AND NOT EXISTS (SELECT FROM care_records r WHERE r.child_id = c.id AND r.at >= t.before)`
const terms = `jsonb_to_recordset($1::jsonb) AS t (community text, before timestamptz)`
const withHealth = `(c.health_enc IS NOT NULL OR EXISTS (SELECT FROM care_records r JOIN care_details d
  ON d.record_id = r.id WHERE r.child_id = c.id AND r.kind = ANY ('{${healthKinds.join()}}'::text[]))
  OR EXISTS (SELECT FROM care_alerts a JOIN care_alert_steps t ON t.alert_id = a.id
    JOIN care_alert_words w ON w.step_id = t.id WHERE a.child_id = c.id))`

const communityRow = z.strictObject({ community: z.string() })

export const childCommunities = (db: Db): Promise<z.output<typeof communityRow>[]> =>
  db.statement(
    communityRow,
    'child-communities',
    'SELECT DISTINCT community_code AS community FROM children WHERE erased_at IS NULL',
    [],
  )

export const idleChildren = (
  db: Db,
  after: readonly Term[],
  health: boolean,
  limit: number,
): Promise<z.output<typeof idRow>[]> =>
  db.statement(
    idRow,
    health ? 'idle-health' : 'idle-children',
    `SELECT c.id FROM ${terms} JOIN children c ON c.community_code = t.community
     WHERE ${idle} ${health ? `AND ${withHealth}` : ''} ORDER BY c.active_at, c.id LIMIT $2::int`,
    [JSON.stringify(after), limit],
  )

/** Looked at again with its row locked: somebody may have come back. */
export async function isIdle(tx: Tx, id: string, before: Date): Promise<boolean> {
  const rows = await rowsOfText(
    tx,
    idRow,
    `SELECT c.id FROM (SELECT $2::timestamptz AS before) AS t, children c WHERE c.id = $1::uuid AND ${idle}`,
    id,
    before,
  )
  return rows.length > 0
}
