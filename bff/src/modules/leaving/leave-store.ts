/** Whoever leaves: what stands in the way, the mark on the account, and every row from which something goes. */
import type { Standing } from '@linli/contracts/leaving'
import type { Role } from '@linli/contracts/identity'
import type { Db, Tx } from '../../platform/db'

export interface Leaver {
  /** The account and all that became part of it. */
  ids: string[]
  leavesAt: Date | null
  erasedAt: Date | null
}

/**
 * Locked, each by its id: what is written for the account from now on waits, and then meets the mark. An account that was
 * joined in this moment is nobody's to leave; one that became part of this one in this moment is among the ids.
 */
export async function lockLeaver(tx: Tx, accountId: string): Promise<Leaver | undefined> {
  const rows = await tx.$queryRaw<
    { id: string; joined: boolean; leavesAt: Date | null; erasedAt: Date | null }[]
  >`
    SELECT id, joined_into IS NOT NULL AS joined, leaves_at AS "leavesAt", erased_at AS "erasedAt" FROM accounts
    WHERE id = ${accountId}::uuid OR joined_into = ${accountId}::uuid ORDER BY id FOR UPDATE`
  const own = rows.find((row) => row.id === accountId)
  if (!own || own.joined) return undefined
  const [row] = await tx.$queryRaw<{ ids: string[] }[]>`SELECT account_ids(${accountId}::uuid) AS ids`
  return { ids: row?.ids ?? [accountId], leavesAt: own.leavesAt, erasedAt: own.erasedAt }
}

/** Bookings, waits and offers of their own, and places of children for whom nobody else would be there. */
const matters = `SELECT c.id AS "caseId", coalesce(r.name, p.name, c.number) AS title FROM cases c
  LEFT JOIN bookings b ON b.case_id = c.id LEFT JOIN rooms r ON r.id = b.room_id
  LEFT JOIN enrolments e ON e.case_id = c.id LEFT JOIN programmes p ON p.id = e.programme_id
  WHERE c.closed_at IS NULL AND ((c.type NOT IN ('enrolment', 'follow_up') AND c.subject_id = ANY ($1::uuid[]))
    OR (c.type = 'enrolment' AND EXISTS (SELECT FROM guardians g WHERE g.child_id = e.child_id AND g.ended_at IS NULL
          AND g.account_id = ANY ($1::uuid[]))
      AND NOT EXISTS (SELECT FROM guardians g WHERE g.child_id = e.child_id AND g.ended_at IS NULL
          AND g.account_id <> ALL ($1::uuid[]))))`

const duties = `SELECT p.name AS title FROM care_duties d JOIN programmes p ON p.id = d.programme_id
  WHERE d.account_id = ANY ($1::uuid[]) AND d.ended_at IS NULL AND d.ends_on >= $2::date
  UNION SELECT p.name FROM care_alerts a JOIN care_sessions s ON s.id = a.session_id JOIN programmes p ON p.id = s.programme_id
  WHERE a.taken_by = ANY ($1::uuid[]) AND a.closed_at IS NULL`

const roles = `SELECT g.role, d.name AS title FROM grants g JOIN divisions d ON d.code = g.division_code
  WHERE g.account_id = ANY ($1::uuid[]) AND g.revoked_at IS NULL ORDER BY g.division_code, g.role`

const nothing = { caseId: null, childId: null, role: null }

/** @param today in Shanghai */
export async function standingOf(tx: Tx, ids: readonly string[], today: string): Promise<Standing[]> {
  const open = await tx.$queryRawUnsafe<{ caseId: string; title: string }[]>(
    `${matters} ORDER BY c.created_at, c.id LIMIT 200`,
    ids,
  )
  const on = await tx.$queryRawUnsafe<{ title: string }[]>(`${duties} ORDER BY 1 LIMIT 50`, ids, today)
  const held = await tx.$queryRawUnsafe<{ role: Role; title: string }[]>(roles, ids)
  return [
    ...open.map((row) => ({ ...nothing, kind: 'matter' as const, ...row })),
    ...on.map((row) => ({ ...nothing, kind: 'duty' as const, ...row })),
    ...held.map((row) => ({ ...nothing, kind: 'role' as const, ...row })),
  ]
}

/** From now on signing in takes it back, and at the time it is final. Every session ends, and so does what they let in. */
export async function markLeaving(
  tx: Tx,
  accountId: string,
  { ids, leavesAt, at }: { ids: readonly string[]; leavesAt: Date; at: Date },
): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { leavesAt }, select: { id: true } })
  await tx.guardianInvitation.deleteMany({ where: { createdBy: { in: [...ids] }, usedAt: null } })
  await tx.session.updateMany({
    where: { accountId: { in: [...ids] }, revokedAt: null },
    data: { revokedAt: at, revokedReason: 'logged_out_everywhere' },
  })
}

/** Whose time has come. One who has an own matter open again (a refusal was taken back) waits for its end. */
export const dueLeavers = (db: Db, at: Date, limit: number): Promise<{ id: string }[]> =>
  db.statement(
    'due-leavers',
    `SELECT a.id FROM accounts a WHERE a.leaves_at <= $1::timestamptz AND a.erased_at IS NULL
       AND NOT EXISTS (SELECT FROM cases c WHERE c.subject_id = a.id AND c.closed_at IS NULL AND c.type = 'booking')
     ORDER BY a.leaves_at, a.id LIMIT $2::int`,
    [at, limit],
  )

/** A place of a child that stays is from now on whose word counts. The cases are locked by it. */
export const passOnPlaces = (tx: Tx, accountId: string): Promise<number> => tx.$executeRaw`
  UPDATE cases c SET subject_id = n.account_id,
    actor_id = CASE WHEN c.actor_role = 'self' THEN n.account_id ELSE c.actor_id END
  FROM enrolments e JOIN LATERAL (SELECT d.account_id FROM deciding_guardians d WHERE d.child_id = e.child_id
    ORDER BY d.place LIMIT 1) n ON true
  WHERE e.case_id = c.id AND c.type = 'enrolment' AND c.closed_at IS NULL
    AND c.subject_id = ANY (account_ids(${accountId}::uuid))`

/** What holds nothing but what was told goes whole; in this order, as one refers to the other. */
const deleted = [
  `DELETE FROM notice_deliveries WHERE notice_id IN (SELECT id FROM notices WHERE account_id = ANY ($1::uuid[]))`,
  `DELETE FROM notices WHERE account_id = ANY ($1::uuid[])`,
  // A code that was asked for since the number is free is good for a new account.
  `DELETE FROM phone_codes p USING accounts a, accounts w WHERE a.id = ANY ($1::uuid[])
    AND w.id = coalesce(a.joined_into, a.id) AND p.phone_hash IN (a.phone_hash, a.former_phone_hash)
    AND p.created_at < w.leaves_at`,
  `DELETE FROM sessions WHERE account_id = ANY ($1::uuid[])`,
  `DELETE FROM known_devices WHERE account_id = ANY ($1::uuid[])`,
  `DELETE FROM care_pins WHERE account_id = ANY ($1::uuid[])`,
  `DELETE FROM care_pin_tries WHERE account_id = ANY ($1::uuid[])`,
  `DELETE FROM idempotency_keys WHERE account_id = ANY ($1::uuid[])`,
  `DELETE FROM booking_quotas WHERE subject_id = ANY ($1::uuid[])`,
  `DELETE FROM guardian_invitations WHERE created_by = ANY ($1::uuid[]) OR used_by = ANY ($1::uuid[])`,
  `UPDATE bookings SET note = NULL WHERE note IS NOT NULL
    AND case_id IN (SELECT id FROM cases WHERE subject_id = ANY ($1::uuid[]) OR actor_id = ANY ($1::uuid[]) AND actor_role <> 'staff')`,
]

/** What is sealed; each says how many fields went, for the proof. */
const sealed = [
  `WITH gone AS (DELETE FROM guardian_names WHERE guardian_id IN (SELECT id FROM guardians WHERE account_id = ANY ($1::uuid[]))
    RETURNING num_nonnulls(name_enc, phone_enc) AS n) SELECT coalesce(sum(n), 0)::int AS n FROM gone`,
  `WITH gone AS (DELETE FROM login_identities WHERE account_id = ANY ($1::uuid[]) RETURNING 1) SELECT count(*)::int AS n FROM gone`,
  `WITH gone AS (DELETE FROM rating_slips WHERE case_id IN (SELECT id FROM cases WHERE subject_id = ANY ($1::uuid[]))
    RETURNING 1) SELECT count(*)::int AS n FROM gone`,
  // What still waits at a counter is taken back by leaving.
  `WITH gone AS (UPDATE number_changes SET old_phone_enc = NULL, new_phone_enc = NULL,
      decided_at = coalesce(decided_at, leaves), decided_by = coalesce(decided_by, account_id),
      decider = coalesce(decider, '本人'), approved = coalesce(approved, false)
    FROM (SELECT id AS was, num_nonnulls(old_phone_enc, new_phone_enc) AS n,
        (SELECT max(leaves_at) FROM accounts WHERE id = ANY ($1::uuid[])) AS leaves
      FROM number_changes WHERE account_id = ANY ($1::uuid[])) before
    WHERE id = before.was RETURNING before.n) SELECT coalesce(sum(n), 0)::int AS n FROM gone`,
]

/** @returns how many tagged fields went; the words of ratings and timelines are taken out by those who keep them */
export async function emptyRows(tx: Tx, ids: readonly string[]): Promise<number> {
  let fields = 0
  for (const sql of sealed) {
    const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(sql, ids)
    fields += row?.n ?? 0
  }
  for (const sql of deleted) await tx.$executeRawUnsafe(sql, ids)
  return fields
}

/** What was said of the app and the service. */
export async function feedbackOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.feedback.findMany({ where: { accountId: { in: [...ids] } }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** That something was said and answered stays. @param words say in place of the words that they went, sealed. */
export async function emptyFeedback(
  tx: Tx,
  id: string,
  { enc, shown }: { enc: string; shown: string },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    WITH before AS (SELECT num_nonnulls(text_enc, phone_enc) AS n FROM feedback WHERE id = ${id}::uuid
    ), emptied AS (
      UPDATE feedback SET text_enc = ${enc}, shown = ${shown}, phone_enc = NULL,
        answer = CASE WHEN answer IS NOT NULL THEN ${shown} END WHERE id = ${id}::uuid
    ) SELECT n FROM before`
  return row?.n ?? 0
}

/** The words of their timelines, by the function of the eraser, which proves it. */
export async function eraseNotes(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.$queryRaw`SELECT erase_account_notes(${accountId}::uuid, ${at}::timestamptz)`
}

/** The account itself: its id stays for what is only added to. @returns how many sealed fields went */
export async function emptyAccounts(tx: Tx, ids: readonly string[], at: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    WITH before AS (SELECT num_nonnulls(name_enc, phone_enc, former_phone_enc) AS n FROM accounts
      WHERE id = ANY (${[...ids]}::uuid[])
    ), emptied AS (
      UPDATE accounts SET name_enc = NULL, phone_enc = NULL, phone_hash = NULL, phone_seen_at = NULL, name_tries = 0,
        former_phone_enc = NULL, former_phone_hash = NULL, community_code = NULL, elder_mode = false, demo_key = NULL,
        demo_says = NULL, erased_at = ${at}::timestamptz
      WHERE id = ANY (${[...ids]}::uuid[])
    ) SELECT coalesce(sum(n), 0)::int AS n FROM before`
  return row?.n ?? 0
}
