/** Whom staff asked for a task, and whom they could ask. */
import { paperKind, reach, skill, weekTime, type WeekTime } from '@linli/contracts/volunteer-case'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { countRow, rowOf, rowsOf } from '../../platform/rows'
import { type TaskRow, taskRow } from './row'
import { columns } from './store'

/** It is still to be answered: the task (`t`) has a place and is ahead, and they (of `p`) have not said anything. */
const isOpen = `p.declined_at IS NULL AND t.state = 'open' AND t.taken < t.places AND NOT EXISTS (SELECT FROM signups s
  WHERE s.task_id = t.id AND s.party_id = p.party_id)`

/** What somebody is asked for now, the soonest first. */
export const proposedTo = (db: Db, parties: readonly string[], now: Date): Promise<TaskRow[]> =>
  db.statement(
    taskRow,
    'proposed-to',
    `SELECT ${columns} FROM task_proposals p JOIN tasks t ON t.id = p.task_id
     WHERE p.party_id = ANY ($1::uuid[]) AND ${isOpen} AND t.starts_at > $2::timestamptz ORDER BY t.starts_at, t.id`,
    [[...parties], now],
  )

const answerRow = z.strictObject({ declined: z.boolean(), open: z.boolean() })

export async function proposalOf(
  db: Db,
  taskId: string,
  partyId: string,
  now: Date,
): Promise<z.output<typeof answerRow> | undefined> {
  const [row] = await db.statement(
    answerRow,
    'proposal-of',
    `SELECT p.declined_at IS NOT NULL AS declined, ${isOpen} AND t.starts_at > $3::timestamptz AS open
     FROM task_proposals p JOIN tasks t ON t.id = p.task_id WHERE p.task_id = $1::uuid AND p.party_id = $2::uuid`,
    [taskId, partyId, now],
  )
  return row
}

export async function askedFor(tx: Tx, taskId: string): Promise<number> {
  const row = await rowOf(tx, countRow)`
    SELECT count(*)::int AS n FROM task_proposals WHERE task_id = ${taskId}::uuid`
  return row?.n ?? 0
}

const fitRow = z.strictObject({
  caseId: z.string(),
  accountId: z.string(),
  community: z.string(),
  reach,
  skills: z.array(skill),
  times: z.array(weekTime),
  chances: z.int(),
})
export type FitRow = z.output<typeof fitRow>

const papers = z.nullable(paperKind)

interface Search {
  task: TaskRow
  parts: readonly WeekTime[]
  lastDay: string
  since: Date
  /** One registration, or everybody. */
  only: string | null
  limit: number
}

/**
 * Grown-up volunteers who go as far as the task is, can do what it asks for and may be asked, and have nothing at that time:
 * who had the fewest chances first, then who is free then and lives near.
 */
export const fitting = (tx: Tx, { task, parts, lastDay, since, only, limit }: Search): Promise<FitRow[]> =>
  rowsOf(
    tx,
    fitRow,
  )`SELECT v.case_id AS "caseId", v.account_id AS "accountId", c.community_code AS community, v.reach,
      v.skills, v.times, (SELECT count(*)::int FROM signups s WHERE s.party_id = v.party_id
        AND s.starts_at >= ${since}::timestamptz AND s.state IN ('held', 'confirmed', 'review', 'completed', 'disputed')) AS chances
    FROM volunteers v JOIN cases c ON c.id = v.case_id
    WHERE c.type = 'volunteer' AND c.state = 'verified' AND c.community_code >= left(${task.community}, 6)
      AND c.community_code < left(${task.community}, 6) || '~'
      AND v.state = 'verified' AND v.account_id IS NOT NULL AND NOT v.no_proposals
      AND (${only}::uuid IS NULL OR v.case_id = ${only}::uuid)
      AND starts_with(c.community_code, left(${task.community}, CASE v.reach WHEN 'community' THEN 12 WHEN 'township' THEN 9 ELSE 6 END))
      AND (${task.skill}::text IS NULL OR ${task.skill} = ANY (v.skills))
      AND (${papers.parse(task.paper)}::text IS NULL OR EXISTS (SELECT FROM volunteer_papers p WHERE p.case_id = v.case_id
        AND p.kind = ${task.paper} AND p.revoked_at IS NULL AND p.valid_until >= ${lastDay}::date))
      AND NOT EXISTS (SELECT FROM task_proposals p WHERE p.task_id = ${task.id}::uuid AND p.party_id = v.account_id)
      AND NOT EXISTS (SELECT FROM signups s WHERE s.party_id = v.party_id AND (s.task_id = ${task.id}::uuid
        OR (s.state IN ('held', 'confirmed') AND s.starts_at < ${task.endsAt}::timestamptz AND s.ends_at > ${task.startsAt}::timestamptz)))
      AND (NOT ${task.teamOnly} OR EXISTS (SELECT FROM team_members m WHERE m.team_id = ${task.teamId}::uuid
        AND m.case_id = v.case_id AND m.state = 'member'))
      AND NOT EXISTS (SELECT FROM cases n WHERE n.id = ${task.needId}::uuid
        AND (n.subject_id = v.account_id OR (n.actor_id = v.account_id AND n.actor_role = 'proxy')))
    ORDER BY chances, (v.times @> ${[...parts]}::text[]) DESC, c.community_code = ${task.community} DESC, v.case_id
    LIMIT ${limit}::int`

const loadRow = z.strictObject({ partyId: z.string(), open: z.int(), week: z.int() })

/** How often some volunteers are asked: what is open now, and what this community asked since then. */
export const askedOften = (
  tx: Tx,
  asked: { parties: readonly string[]; community: string; since: Date; now: Date },
): Promise<z.output<typeof loadRow>[]> =>
  rowsOf(tx, loadRow)`SELECT p.party_id AS "partyId",
      count(*) FILTER (WHERE p.declined_at IS NULL AND t.state = 'open' AND t.taken < t.places
        AND t.starts_at > ${asked.now}::timestamptz AND NOT EXISTS (SELECT FROM signups s
          WHERE s.task_id = t.id AND s.party_id = p.party_id))::int AS open,
      count(*) FILTER (WHERE t.community_code = ${asked.community} AND p.proposed_at > ${asked.since}::timestamptz)::int AS week
    FROM task_proposals p JOIN tasks t ON t.id = p.task_id
    WHERE p.party_id = ANY (${[...asked.parties]}::uuid[]) GROUP BY p.party_id`

/** Two of the staff who ask one person at once are counted one after the other. */
export async function holdAsked(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM accounts WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`
}

/** @returns false where they have been asked before */
export async function insertProposal(
  tx: Tx,
  p: { taskId: string; partyId: string; by: string; at: Date },
): Promise<boolean> {
  const added = await tx.$executeRaw`INSERT INTO task_proposals (task_id, party_id, proposed_by, proposed_at)
    VALUES (${p.taskId}::uuid, ${p.partyId}::uuid, ${p.by}::uuid, ${p.at}::timestamptz) ON CONFLICT DO NOTHING`
  return added === 1
}

/** @returns false where nobody asked them */
export async function decline(tx: Tx, taskId: string, partyId: string, at: Date): Promise<boolean> {
  const done =
    await tx.$executeRaw`UPDATE task_proposals SET declined_at = coalesce(declined_at, ${at}::timestamptz)
    WHERE task_id = ${taskId}::uuid AND party_id = ${partyId}::uuid`
  return done === 1
}
