/** Who is in a team, by their registration: whose registration counts no more is in none, whatever is written here. */
import { memberState } from '@linli/contracts/teams'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import type { Read } from '../../platform/read'
import { countRow, idRow, rowOf, rowsOf } from '../../platform/rows'

/** What somebody leads, shared until the transaction ends: who takes them off, or ends their registration, waits. */
export async function holdLeading(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM team_members m WHERE m.leads
    AND m.case_id IN (SELECT case_id FROM volunteers WHERE account_id = ${accountId}::uuid)
    ORDER BY m.team_id, m.case_id FOR SHARE`
}

const membershipRow = z.strictObject({
  teamId: z.string(),
  partyId: z.string(),
  state: memberState,
  leads: z.boolean(),
})
export type Membership = z.output<typeof membershipRow>

/** Where some people stand in teams, of all or of some. */
export const membershipsOf = (
  read: Read,
  parties: readonly string[],
  teamIds?: readonly string[],
): Promise<Membership[]> =>
  read(
    membershipRow,
    'team-memberships',
    `SELECT m.team_id AS "teamId", v.party_id AS "partyId", m.state, m.leads
     FROM team_members m JOIN volunteers v ON v.case_id = m.case_id AND v.state = 'verified'
       JOIN teams t ON t.id = m.team_id AND t.state = 'open'
     WHERE v.party_id = ANY ($1::uuid[]) AND ($2::uuid[] IS NULL OR m.team_id = ANY ($2::uuid[]))`,
    [[...parties], teamIds === undefined ? null : [...teamIds]],
  )

/** @returns false where they are in it, or have asked */
export async function insertAsking(tx: Tx, teamId: string, caseId: string, at: Date): Promise<boolean> {
  const asked = await tx.$executeRaw`
    INSERT INTO team_members (team_id, case_id, state, asked_at)
    VALUES (${teamId}::uuid, ${caseId}::uuid, 'asked', ${at}::timestamptz)
    ON CONFLICT (team_id, case_id) DO UPDATE SET state = 'asked', asked_at = EXCLUDED.asked_at, decided_by = NULL,
      decided_at = NULL WHERE team_members.state = 'refused'`
  return asked === 1
}

/** Guarded: of two who answer at once, one does. */
export async function answerAsking(
  tx: Tx,
  a: { teamId: string; caseId: string; accept: boolean; by: string; at: Date },
): Promise<boolean> {
  const answered = await tx.$executeRaw`
    UPDATE team_members SET state = ${a.accept ? 'member' : 'refused'}, decided_by = ${a.by}::uuid,
      decided_at = ${a.at}::timestamptz
    WHERE team_id = ${a.teamId}::uuid AND case_id = ${a.caseId}::uuid AND state = 'asked'`
  return answered === 1
}

/** @returns false where they were not in it */
export async function deleteMember(tx: Tx, teamId: string, partyId: string): Promise<boolean> {
  const left =
    await tx.$executeRaw`DELETE FROM team_members WHERE team_id = ${teamId}::uuid AND state <> 'refused'
    AND case_id IN (SELECT case_id FROM volunteers WHERE party_id = ${partyId}::uuid)`
  return left === 1
}

const volunteerRow = z.strictObject({
  isAdult: z.boolean(),
  community: z.string(),
  isIn: z.boolean(),
  own: z.array(z.string()),
})

/**
 * A registration that counts, shared until the transaction ends.
 * @returns whether they are no child, where they are registered, whether they are in the team, and by whom they are or who
 *   decides for them
 */
export const holdRegistration = (
  tx: Tx,
  caseId: string,
  teamId: string,
): Promise<z.output<typeof volunteerRow> | undefined> =>
  rowOf(tx, volunteerRow)`SELECT v.account_id IS NOT NULL AS "isAdult", c.community_code AS community,
      EXISTS (SELECT FROM team_members m WHERE m.team_id = ${teamId}::uuid AND m.case_id = v.case_id AND m.state = 'member') AS "isIn",
      CASE WHEN v.child_id IS NULL THEN ARRAY[v.account_id::text] ELSE deciding_ids(v.child_id) END AS own
    FROM volunteers v JOIN cases c ON c.id = v.case_id
    WHERE v.case_id = ${caseId}::uuid AND v.state = 'verified' FOR SHARE OF v`

/** Makes them a member where they were none. */
export async function insertLeader(
  tx: Tx,
  l: { teamId: string; caseId: string; by: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO team_members (team_id, case_id, state, leads, asked_at, decided_by, decided_at, named_by)
    VALUES (${l.teamId}::uuid, ${l.caseId}::uuid, 'member', true, ${l.at}::timestamptz, ${l.by}::uuid,
      ${l.at}::timestamptz, ${l.by}::uuid)
    ON CONFLICT (team_id, case_id) DO UPDATE SET state = 'member', leads = true, named_by = EXCLUDED.named_by,
      decided_by = coalesce(team_members.decided_by, EXCLUDED.decided_by),
      decided_at = coalesce(team_members.decided_at, EXCLUDED.decided_at)`
}

/** They stay a member. */
export async function takeOffLeader(tx: Tx, teamId: string, caseId: string): Promise<void> {
  await tx.$executeRaw`UPDATE team_members SET leads = false WHERE team_id = ${teamId}::uuid
    AND case_id = ${caseId}::uuid AND leads`
}

const memberRow = z.strictObject({
  caseId: z.string(),
  partyId: z.string(),
  accountId: z.nullable(z.string()),
  childId: z.nullable(z.string()),
  state: z.enum(['asked', 'member']),
  leads: z.boolean(),
  askedAt: z.date(),
  own: z.array(z.string()),
})
export type MemberRow = z.output<typeof memberRow>

/** @returns the accounts of those who lead it now */
export const leadersOf = (tx: Tx, teamId: string): Promise<{ id: string }[]> =>
  rowsOf(tx, idRow)`SELECT v.account_id AS id FROM team_members m JOIN volunteers v ON v.case_id = m.case_id
    WHERE m.team_id = ${teamId}::uuid AND m.leads AND v.state = 'verified' ORDER BY 1`

/** @returns false where they were not in it */
export async function takeOff(tx: Tx, teamId: string, caseId: string): Promise<boolean> {
  const gone = await tx.$executeRaw`DELETE FROM team_members WHERE team_id = ${teamId}::uuid
    AND case_id = ${caseId}::uuid AND state = 'member'`
  return gone === 1
}

/** Who asks, then the leaders, then who came first. */
export const membersOf = (tx: Tx, teamId: string): Promise<MemberRow[]> =>
  rowsOf(tx, memberRow)`SELECT m.case_id AS "caseId", v.party_id AS "partyId", v.account_id AS "accountId",
      v.child_id AS "childId", m.state, m.leads, m.asked_at AS "askedAt",
      CASE WHEN v.child_id IS NULL THEN ARRAY[v.account_id::text] ELSE deciding_ids(v.child_id) END AS own
    FROM team_members m JOIN volunteers v ON v.case_id = m.case_id AND v.state = 'verified'
    WHERE m.team_id = ${teamId}::uuid AND m.state IN ('asked', 'member')
    ORDER BY m.state, m.leads DESC, m.asked_at, m.case_id`

export async function askingIn(db: Db, teamId: string): Promise<number> {
  const [row] = await db.statement(
    countRow,
    'asking-in-team',
    `SELECT count(*)::int AS n FROM team_members m JOIN volunteers v ON v.case_id = m.case_id AND v.state = 'verified'
     WHERE m.team_id = $1::uuid AND m.state = 'asked'`,
    [teamId],
  )
  return row?.n ?? 0
}

/** Of two accounts that become one each has what either had: whichever registration ends takes its own along. */
export async function shareMemberships(
  tx: Tx,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO team_members (team_id, case_id, state, leads, asked_at, decided_by, decided_at, named_by)
    SELECT m.team_id, o.case_id, m.state, m.leads, m.asked_at, m.decided_by, m.decided_at, m.named_by
    FROM team_members m JOIN volunteers v ON v.case_id = m.case_id AND v.state IN ('asked', 'verified')
      JOIN volunteers o ON o.account_id IN (${from}::uuid, ${into}::uuid) AND o.account_id <> v.account_id
        AND o.state IN ('asked', 'verified')
    WHERE v.account_id IN (${from}::uuid, ${into}::uuid)
    ON CONFLICT (team_id, case_id) DO UPDATE SET state = 'member', leads = team_members.leads OR EXCLUDED.leads,
      decided_by = coalesce(team_members.decided_by, EXCLUDED.decided_by),
      decided_at = coalesce(team_members.decided_at, EXCLUDED.decided_at),
      named_by = coalesce(team_members.named_by, EXCLUDED.named_by)
    WHERE EXCLUDED.state = 'member'`
}
