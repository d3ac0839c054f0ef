/** What is kept of a need beside the row of its case: what is tagged is sealed for this row. */
import { cameBy, dayPart, relation } from '@linli/contracts/need-case'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { countRow, idRow, rowOf, rowsOf } from '../../platform/rows'
import type { FactsQuery } from '../cases/kind'

const factsRow = z.strictObject({
  caseId: z.string(),
  help: z.string(),
  day: z.nullable(z.string()),
  part: dayPart,
  wishEnc: z.nullable(z.string()),
  placeEnc: z.nullable(z.string()),
  helperEnc: z.nullable(z.string()),
  cameBy,
  relation: z.nullable(relation),
  personEnc: z.nullable(z.string()),
  phoneEnc: z.nullable(z.string()),
  /** Its person has never signed in, and nobody reads it for them. */
  isUnread: z.boolean(),
  comesAt: z.nullable(z.string()),
  leavesAt: z.nullable(z.string()),
  taskId: z.nullable(z.string()),
  /** The last task that was not called off, and when it begins. */
  task: z.nullable(z.strictObject({ id: z.string(), startsAt: z.string() })),
})
export type NeedFacts = z.output<typeof factsRow>

export const needFacts = {
  row: factsRow,
  sql: `SELECT case_id AS "caseId", help, day::text AS day, part, wish_enc AS "wishEnc", place_enc AS "placeEnc",
      helper_enc AS "helperEnc", came_by AS "cameBy", relation, person_enc AS "personEnc", phone_enc AS "phoneEnc",
      came_by <> 'family' AND EXISTS (SELECT FROM cases c JOIN accounts a ON a.id = c.subject_id
        WHERE c.id = case_id AND a.kept_since IS NOT NULL) AS "isUnread",
      comes_at AS "comesAt", leaves_at AS "leavesAt", task_id AS "taskId",
      (SELECT jsonb_build_object('id', t.id, 'startsAt', t.starts_at) FROM tasks t
        WHERE t.need_id = needs.case_id AND t.state = 'open' ORDER BY t.starts_at DESC, t.id LIMIT 1) AS task
    FROM needs WHERE case_id = ANY ($1::uuid[])`,
} satisfies FactsQuery

export type NewNeed = Omit<
  NeedFacts,
  'helperEnc' | 'comesAt' | 'leavesAt' | 'taskId' | 'task' | 'isUnread'
> & {
  /** Who said it on a visit. */
  elderId: string | null
}

export async function insertNeed(tx: Tx, n: NewNeed): Promise<void> {
  await tx.$executeRaw`INSERT INTO needs (case_id, help, day, part, wish_enc, place_enc, came_by, relation, person_enc,
      phone_enc, elder_id)
    VALUES (${n.caseId}::uuid, ${n.help}, ${n.day}::date, ${n.part}, ${n.wishEnc}, ${n.placeEnc}, ${n.cameBy},
      ${n.relation}, ${n.personEnc}, ${n.phoneEnc}, ${n.elderId}::uuid)`
}

/**
 * Open ones that a person, or staff for them, asked for, in whichever of their accounts, and those that they asked for somebody
 * of their family: of what somebody else asks in their name they do not lose a turn. They are held: two taps at once are counted one after the other.
 */
export async function openOf(tx: Tx, accountId: string): Promise<number> {
  await hold(tx, accountId)
  return countOpen(tx, accountId)
}

export async function hold(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM accounts WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`
}

/** The same, of whom the caller holds. */
export async function countOpen(tx: Tx, accountId: string): Promise<number> {
  const row = await rowOf(tx, countRow)`
    SELECT count(*)::int AS n FROM cases WHERE ((subject_id = ANY (account_ids(${accountId}::uuid)) AND actor_role <> 'proxy')
        OR (actor_id = ANY (account_ids(${accountId}::uuid)) AND actor_role = 'proxy'))
      AND type = 'need' AND closed_at IS NULL`
  return row?.n ?? 0
}

const subjects = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

/** For whom somebody of the family has asked before. */
export const askedForBy = async (tx: Tx, accountId: string): Promise<string[]> =>
  subjects(
    await rowsOf(tx, idRow)`SELECT DISTINCT subject_id AS id FROM cases
      WHERE actor_id = ANY (account_ids(${accountId}::uuid)) AND actor_role = 'proxy' AND type = 'need'`,
  )

/** Under which accounts needs of an elder stand. */
export const accountsOfElder = async (tx: Tx, elderId: string): Promise<string[]> =>
  subjects(
    await rowsOf(tx, idRow)`SELECT DISTINCT c.subject_id AS id FROM needs n JOIN cases c ON c.id = n.case_id
      WHERE n.elder_id = ${elderId}::uuid`,
  )

/** What somebody has open already of one kind of help. */
export async function hasOpen(tx: Tx, accountId: string, help: string): Promise<boolean> {
  const row = await rowOf(
    tx,
    countRow,
  )`SELECT count(*)::int AS n FROM cases c JOIN needs n ON n.case_id = c.id
    WHERE c.subject_id = ${accountId}::uuid AND n.help = ${help} AND c.closed_at IS NULL`
  return (row?.n ?? 0) > 0
}

export interface Coming {
  helperEnc: string
  startsAt: Date
  endsAt: Date
  /** The task whose volunteers come; null where staff arranged it themselves. */
  taskId: string | null
}

/** Who comes and when; what was arranged before is not kept. Where it is open again, whoever was to come stands here still. */
export async function setComing(
  tx: Tx,
  caseId: string,
  { helperEnc, startsAt, endsAt, taskId }: Coming,
): Promise<void> {
  await tx.$executeRaw`UPDATE needs SET helper_enc = ${helperEnc}, comes_at = ${startsAt}::timestamptz,
    leaves_at = ${endsAt}::timestamptz, task_id = ${taskId}::uuid WHERE case_id = ${caseId}::uuid`
}

const homeRow = z.strictObject({
  placeEnc: z.nullable(z.string()),
  phoneEnc: z.nullable(z.string()),
  subjectId: z.string(),
  /** Whoever of the family asked. */
  proxyId: z.nullable(z.string()),
})

/** Where help is needed, sealed, and by whom, while it is. */
export const homeOf = (tx: Tx, id: string): Promise<z.output<typeof homeRow> | undefined> =>
  rowOf(tx, homeRow)`SELECT n.place_enc AS "placeEnc", n.phone_enc AS "phoneEnc", c.subject_id AS "subjectId",
      CASE WHEN c.actor_role = 'proxy' THEN c.actor_id END AS "proxyId"
    FROM needs n JOIN cases c ON c.id = n.case_id WHERE n.case_id = ${id}::uuid AND c.closed_at IS NULL`

/** What volunteers are asked for it, as far as it was not called off; the need is held. */
export async function tasksFor(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await rowsOf(tx, idRow)`
    SELECT id FROM tasks WHERE need_id = ${caseId}::uuid AND state = 'open' ORDER BY id`
  return rows.map(({ id }) => id)
}

/** It is open again: no task stands for it any more. */
export async function forgetTask(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`UPDATE needs SET task_id = NULL WHERE case_id = ${caseId}::uuid AND task_id IS NOT NULL`
}

/** When somebody is to come, as it was arranged a moment ago. */
export async function comesAt(tx: Tx, caseId: string): Promise<Date | null> {
  const row = await rowOf(tx, z.strictObject({ at: z.nullable(z.date()) }))`
    SELECT comes_at AS at FROM needs WHERE case_id = ${caseId}::uuid`
  return row?.at ?? null
}

/** Those arranged whose visit ended by then. */
export const endedBy = (db: Db, at: Date, limit: number): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'needs-ended',
    `SELECT c.id FROM cases c JOIN needs n ON n.case_id = c.id WHERE c.type = 'need' AND c.closed_at IS NULL
       AND c.state = 'arranged' AND n.leaves_at <= $1::timestamptz ORDER BY n.leaves_at, c.id LIMIT $2::int`,
    [at, limit],
  )

/** Those asked whose visit ended by then and, of people who never signed in and have nobody who reads for them, by now. */
export const askedSince = (db: Db, then: Date, at: Date, limit: number): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'needs-asked-since',
    `SELECT c.id FROM cases c JOIN needs n ON n.case_id = c.id JOIN accounts a ON a.id = c.subject_id
     WHERE c.type = 'need' AND c.closed_at IS NULL AND c.state = 'asked' AND n.leaves_at <=
       CASE WHEN a.kept_since IS NOT NULL AND n.came_by <> 'family' THEN $2::timestamptz ELSE $1::timestamptz END
     ORDER BY n.leaves_at, c.id LIMIT $3::int`,
    [then, at, limit],
  )

/** Whoever arranged it last, in whichever of their accounts, if they still work there. */
export async function arrangerOf(tx: Tx, caseId: string, community: string): Promise<string | undefined> {
  const row = await rowOf(tx, idRow)`
    SELECT g.account_id AS id FROM grants g
    WHERE ${community} LIKE g.division_code || '%' AND g.role IN ('staff', 'grid_worker') AND g.revoked_at IS NULL
      AND (SELECT actor_id FROM case_events WHERE case_id = ${caseId}::uuid AND action IN ('arrange', 'rearrange')
        ORDER BY id DESC LIMIT 1) = ANY (account_ids(g.account_id)) LIMIT 1`
  return row?.id
}

/** The words of its timeline go, each with a proof. @returns how many */
export async function eraseNotes(tx: Tx, caseId: string, at: Date): Promise<number> {
  const row = await rowOf(tx, countRow)`
    SELECT count(*) FILTER (WHERE erase_event_note(id, 'retention', ${at}::timestamptz))::int AS n
    FROM case_events WHERE case_id = ${caseId}::uuid AND note IS NOT NULL`
  return row?.n ?? 0
}

const sealedIn = (n: string): string =>
  `num_nonnulls(${n}.wish_enc, ${n}.place_enc, ${n}.helper_enc, ${n}.person_enc, ${n}.phone_enc)`
const communityRow = z.strictObject({ community: z.string() })

/** Where something is over and can still be read. */
export const communitiesHelped = (db: Db): Promise<{ community: string }[]> =>
  db.statement(
    communityRow,
    'communities-helped',
    `SELECT DISTINCT c.community_code AS community FROM needs n JOIN cases c ON c.id = n.case_id
     WHERE c.closed_at IS NOT NULL AND ${sealedIn('n')} > 0`,
    [],
  )

const emptied = z.strictObject({ help: z.string(), cameBy, wish: z.int(), others: z.int() })

export interface Term {
  community: string
  /** What ended before it has been kept long enough. */
  before: Date
}

export const oldNeeds = (db: Db, terms: readonly Term[], limit: number): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'old-needs',
    `SELECT c.id FROM jsonb_to_recordset($1::jsonb) AS t (community text, before timestamptz)
       JOIN cases c ON c.community_code = t.community AND c.closed_at < t.before JOIN needs n ON n.case_id = c.id
     WHERE ${sealedIn('n')} > 0 ORDER BY c.closed_at, c.id LIMIT $2::int`,
    [JSON.stringify(terms), limit],
  )

/** @returns of what kind it was, and which sealed fields went; undefined where there is no such need */
export async function emptyNeed(tx: Tx, caseId: string): Promise<z.output<typeof emptied> | undefined> {
  const row = await rowOf(tx, emptied)`
    SELECT help, came_by AS "cameBy", num_nonnulls(wish_enc)::int AS wish, num_nonnulls(place_enc, helper_enc, person_enc, phone_enc)::int AS others
    FROM needs WHERE case_id = ${caseId}::uuid`
  await tx.$executeRaw`UPDATE needs SET wish_enc = NULL, place_enc = NULL, helper_enc = NULL, person_enc = NULL,
    phone_enc = NULL WHERE case_id = ${caseId}::uuid`
  return row
}

/** What people wrote, and who came to them, goes with them; that they asked stays. */
export const onLeave = {
  needs: `UPDATE needs SET wish_enc = NULL, place_enc = NULL, helper_enc = NULL, person_enc = NULL, phone_enc = NULL
    WHERE case_id IN (SELECT id FROM cases WHERE subject_id = ANY ($1::uuid[]))`,
}
