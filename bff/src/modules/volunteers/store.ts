/** What is kept of a volunteer beside the row of the case. */
import { paperKind, reach, skill, weekTime } from '@linli/contracts/volunteer-case'
import type { Availability } from '@linli/contracts/volunteers'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowOf, rowsOf, rowsOfText } from '../../platform/rows'
import type { FactsQuery } from '../cases/kind'

const paperRow = z.strictObject({ id: z.string(), kind: paperKind, validUntil: z.string() })

export const own = {
  caseId: z.string(),
  skills: z.array(skill),
  times: z.array(weekTime),
  reach,
  papers: z.array(paperRow),
}
const teamRow = z.strictObject({ id: z.string(), name: z.string(), leads: z.boolean() })
const rosterRow = z.strictObject({
  lineId: z.string(),
  nameEnc: z.string(),
  skills: z.array(skill),
  team: z.nullable(z.string()),
})
const factsRow = z.strictObject({
  ...own,
  isMinor: z.boolean(),
  rulesVersion: z.int(),
  /** Those that they are in. */
  teams: z.array(teamRow),
  noProposals: z.boolean(),
  /** As whom they stood on a roster of their division, by their number. */
  roster: z.nullable(rosterRow),
  nameEnc: z.nullable(z.string()),
  accountId: z.nullable(z.string()),
})
export type VolunteerFacts = z.output<typeof factsRow>

/** Those that count or did until their day, the first that ends first. */
const papersSql = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'validUntil', p.valid_until::text)
  ORDER BY p.valid_until, p.id), '[]'::jsonb) FROM volunteer_papers p WHERE p.case_id = v.case_id AND p.revoked_at IS NULL)`
export const ownSql = `v.case_id AS "caseId", v.skills, v.times, v.reach, ${papersSql} AS papers`

export const volunteerFacts = {
  row: factsRow,
  sql: `SELECT ${ownSql}, v.child_id IS NOT NULL AS "isMinor", v.rules_version AS "rulesVersion",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'leads', m.leads) ORDER BY t.name, t.id), '[]')
        FROM team_members m JOIN teams t ON t.id = m.team_id AND t.state = 'open'
        WHERE m.case_id = v.case_id AND m.state = 'member') AS teams, v.no_proposals AS "noProposals",
      a.name_enc AS "nameEnc", a.id AS "accountId",
      (SELECT jsonb_build_object('lineId', l.id, 'nameEnc', l.name_enc, 'skills', l.skills, 'team', t.name)
        FROM roster_lines l JOIN roster_imports i ON i.id = l.import_id AND i.imported_at IS NOT NULL
          LEFT JOIN teams t ON t.id = l.team_id AND t.state = 'open'
        WHERE l.phone_hash = a.phone_hash AND c.community_code >= i.division_code
          AND c.community_code < i.division_code || '~'
        ORDER BY i.imported_at DESC, l.id LIMIT 1) AS roster
    FROM volunteers v JOIN cases c ON c.id = v.case_id LEFT JOIN accounts a ON a.id = v.account_id WHERE v.case_id = ANY ($1::uuid[])`,
} satisfies FactsQuery

export interface NewVolunteer extends Availability {
  caseId: string
  state: 'asked'
  /** One of the two. */
  accountId: string | null
  childId: string | null
  rulesVersion: number
}

/** @returns false where this person's registration is open already: the index decides who was first */
export async function insertVolunteer(tx: Tx, v: NewVolunteer): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO volunteers (case_id, state, account_id, child_id, skills, times, reach, rules_version)
    VALUES (${v.caseId}::uuid, ${v.state}, ${v.accountId}::uuid, ${v.childId}::uuid, ${v.skills}::text[],
      ${v.times}::text[], ${v.reach}, ${v.rulesVersion}::int)
    ON CONFLICT DO NOTHING`
  return added === 1
}

export async function setAvailability(
  tx: Tx,
  caseId: string,
  { skills, times, reach: far }: Availability,
): Promise<void> {
  await tx.$executeRaw`UPDATE volunteers SET skills = ${skills}::text[], times = ${times}::text[], reach = ${far}
    WHERE case_id = ${caseId}::uuid`
}

/** Whether staff may ask them for a task. */
export async function setProposals(tx: Tx, caseId: string, wanted: boolean): Promise<void> {
  await tx.$executeRaw`UPDATE volunteers SET no_proposals = ${!wanted} WHERE case_id = ${caseId}::uuid`
}

/** Of what is over, what somebody could do and when is not kept, nor which papers they had. */
export async function emptyVolunteer(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM volunteer_papers WHERE case_id = ${caseId}::uuid`
  await tx.$executeRaw`UPDATE volunteers SET skills = '{}', times = '{}' WHERE case_id = ${caseId}::uuid`
}

export const verifiedRow = z.strictObject({
  ...own,
  partyId: z.string(),
  accountId: z.nullable(z.string()),
  childId: z.nullable(z.string()),
  community: z.string(),
  nameEnc: z.nullable(z.string()),
})
export type VerifiedRow = z.output<typeof verifiedRow>

const verifiedColumns = `${ownSql}, v.party_id AS "partyId", v.account_id AS "accountId", v.child_id AS "childId",
  c.community_code AS community, a.name_enc AS "nameEnc"`
const verifiedTables = `volunteers v JOIN cases c ON c.id = v.case_id LEFT JOIN accounts a ON a.id = v.account_id`

/** Shared until the transaction ends: who is ended or leaves in this moment comes before or after it. */
export async function holdVerified(tx: Tx, partyId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM volunteers WHERE party_id = ${partyId}::uuid AND state = 'verified' FOR SHARE`
}

export async function verifiedInside(tx: Tx, partyId: string): Promise<VerifiedRow | undefined> {
  const [row] = await rowsOfText(
    tx,
    verifiedRow,
    `SELECT ${verifiedColumns} FROM ${verifiedTables} WHERE v.party_id = $1::uuid AND v.state = 'verified'`,
    partyId,
  )
  return row
}

export const verifiedOf = (db: Db, partyIds: readonly string[]): Promise<VerifiedRow[]> =>
  db.statement(
    verifiedRow,
    'verified-volunteers',
    `SELECT ${verifiedColumns} FROM ${verifiedTables}
     WHERE v.party_id = ANY ($1::uuid[]) AND v.state = 'verified' ORDER BY v.child_id NULLS FIRST`,
    [partyIds],
  )

const nameRow = z.strictObject({ id: z.string(), nameEnc: z.nullable(z.string()) })

/** Sealed names of accounts; who is none of these is left out. */
export const accountNames = (tx: Tx, ids: readonly string[]): Promise<z.output<typeof nameRow>[]> =>
  rowsOf(tx, nameRow)`SELECT id, name_enc AS "nameEnc" FROM accounts WHERE id = ANY (${[...ids]}::uuid[])`

const openRow = z.strictObject({ caseId: z.string(), state: z.enum(['asked', 'verified']) })

/** Of a child, or of an account. */
export const openOf = (tx: Tx, partyId: string): Promise<z.output<typeof openRow> | undefined> =>
  rowOf(tx, openRow)`SELECT case_id AS "caseId", state FROM volunteers
    WHERE party_id = ${partyId}::uuid AND state IN ('asked', 'verified')`

/** Nothing is written in words: what is left says that somebody was a volunteer. */
export const onLeave = {}
