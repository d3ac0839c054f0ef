/**
 * Whoever leaves: what stands in the way, the mark on the account, and every row from which something goes,
 * by the statements of the modules whose rows they are.
 */
import type { Standing } from '@linli/contracts/leaving'
import { role } from '@linli/contracts/roles'
import * as z from 'zod/mini'
import type { LeaveStatements } from '../../platform/account-rows'
import type { Db, Tx } from '../../platform/db'
import { countRow, idRow, rowOf, rowsOf, rowsOfText } from '../../platform/rows'

export interface Leaver {
  /** The account and all that became part of it. */
  ids: string[]
  leavesAt: Date | null
  erasedAt: Date | null
  /** They were served, and never signed in. */
  isKept: boolean
}

const leaverRow = z.strictObject({
  id: z.string(),
  joined: z.boolean(),
  leavesAt: z.nullable(z.date()),
  erasedAt: z.nullable(z.date()),
  isKept: z.boolean(),
})

/** An account and all that became part of it. */
export const idsRow = z.strictObject({ ids: z.array(z.string()) })

/**
 * Locked, each by its id: what is written for the account from now on waits, and then meets the mark. An account that was
 * joined in this moment is nobody's to leave; one that became part of this one in this moment is among the ids.
 */
export async function lockLeaver(tx: Tx, accountId: string): Promise<Leaver | undefined> {
  const rows = await rowsOf(tx, leaverRow)`
    SELECT id, joined_into IS NOT NULL AS joined, leaves_at AS "leavesAt", erased_at AS "erasedAt",
      kept_since IS NOT NULL AS "isKept" FROM accounts
    WHERE id = ${accountId}::uuid OR joined_into = ${accountId}::uuid ORDER BY id FOR UPDATE`
  const own = rows.find((row) => row.id === accountId)
  if (!own || own.joined) return undefined
  const row = await rowOf(tx, idsRow)`SELECT account_ids(${accountId}::uuid) AS ids`
  return { ids: row?.ids ?? [accountId], leavesAt: own.leavesAt, erasedAt: own.erasedAt, isKept: own.isKept }
}

/** Bookings, waits and offers of their own, and places of children for whom nobody else would be there. */
const matters = `SELECT c.id AS "caseId", coalesce(nullif(c.title, ''), c.number) AS title FROM cases c
  WHERE c.closed_at IS NULL AND c.type || '/' || c.state = ANY ($2::text[]) AND ((c.child_id IS NULL AND c.subject_id = ANY ($1::uuid[]))
    OR (EXISTS (SELECT FROM guardians g WHERE g.child_id = c.child_id AND g.ended_at IS NULL
          AND g.account_id = ANY ($1::uuid[]))
      AND NOT EXISTS (SELECT FROM guardians g WHERE g.child_id = c.child_id AND g.ended_at IS NULL
          AND g.account_id <> ALL ($1::uuid[]))))`

const duties = `SELECT p.name AS title FROM care_duties d JOIN programmes p ON p.id = d.programme_id
  WHERE d.account_id = ANY ($1::uuid[]) AND d.ended_at IS NULL AND d.ends_on >= $2::date
  UNION SELECT p.name FROM care_alerts a JOIN care_sessions s ON s.id = a.session_id JOIN programmes p ON p.id = s.programme_id
  WHERE a.taken_by = ANY ($1::uuid[]) AND a.closed_at IS NULL`

const roles = `SELECT g.role, d.name AS title FROM grants g JOIN divisions d ON d.code = g.division_code
  WHERE g.account_id = ANY ($1::uuid[]) AND g.revoked_at IS NULL ORDER BY g.division_code, g.role`

const nothing = { caseId: null, childId: null, role: null }

const matterRow = z.strictObject({ caseId: z.string(), title: z.string() })
const dutyRow = z.strictObject({ title: z.string() })
const roleRow = z.strictObject({ role, title: z.string() })

/** @param states in which an open matter keeps its person, as `type/state` @param today in Shanghai */
export async function standingOf(
  tx: Tx,
  ids: readonly string[],
  { states, today }: { states: readonly string[]; today: string },
): Promise<Standing[]> {
  const open = await rowsOfText(
    tx,
    matterRow,
    `${matters} ORDER BY c.created_at, c.starts_at, c.id LIMIT 200`,
    ids,
    states,
  )
  const on = await rowsOfText(tx, dutyRow, `${duties} ORDER BY 1 LIMIT 50`, ids, today)
  const held = await rowsOfText(tx, roleRow, roles, ids)
  return [
    ...open.map((row) => ({ ...nothing, kind: 'matter' as const, ...row })),
    ...on.map((row) => ({ ...nothing, kind: 'duty' as const, ...row })),
    ...held.map((row) => ({ ...nothing, kind: 'role' as const, ...row })),
  ]
}

/** Whose time has come. One who has an own matter open again (a refusal was taken back) waits for its end. */
export const dueLeavers = (
  db: Db,
  states: readonly string[],
  at: Date,
  limit: number,
): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'due-leavers',
    `SELECT a.id FROM accounts a WHERE a.leaves_at <= $1::timestamptz AND a.erased_at IS NULL
       AND NOT EXISTS (SELECT FROM cases c WHERE c.subject_id = a.id AND c.closed_at IS NULL AND c.child_id IS NULL
         AND c.type || '/' || c.state = ANY ($3::text[]))
     ORDER BY a.leaves_at, a.id LIMIT $2::int`,
    [at, limit, states],
  )

/** @returns how many tagged fields went; the words of ratings and timelines are taken out by those who keep them */
export async function emptyRows(
  tx: Tx,
  { sealed, deleted }: { sealed: LeaveStatements; deleted: LeaveStatements },
  ids: readonly string[],
): Promise<number> {
  let fields = 0
  for (const sql of Object.values(sealed)) {
    const [row] = await rowsOfText(tx, countRow, sql, ids)
    fields += row?.n ?? 0
  }
  for (const sql of Object.values(deleted)) await tx.$executeRawUnsafe(sql, ids)
  return fields
}

/** The words of their timelines, by the function of the eraser, which proves it. */
export async function eraseNotes(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.$executeRaw`SELECT erase_account_notes(${accountId}::uuid, ${at}::timestamptz)`
}
