/** Teams: one of a name in a division, by an index; what is closed is led by nobody. */
import { memberState, teamKind } from '@linli/contracts/teams'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { sqlState } from '../../platform/db-errors'
import type { Read } from '../../platform/read'
import { idRow, rowOf, rowsOf } from '../../platform/rows'

const teamRow = z.strictObject({
  id: z.string(),
  kind: teamKind,
  name: z.string(),
  division: z.string(),
  state: z.enum(['open', 'closed']),
  organisationId: z.nullable(z.string()),
  organisationName: z.nullable(z.string()),
})
export type TeamRow = z.output<typeof teamRow>

const columns = `t.id, t.kind, t.name, t.division_code AS division, t.state, o.id AS "organisationId",
  o.name AS "organisationName"`
const tables = `teams t LEFT JOIN teams o ON o.id = t.organisation_id AND o.state = 'open'`

export async function findTeam(read: Read, id: string): Promise<TeamRow | undefined> {
  const [row] = await read(teamRow, 'team', `SELECT ${columns} FROM ${tables} WHERE t.id = $1::uuid`, [id])
  return row
}

/** Open ones at home in some divisions, and those in which somebody is. */
export const teamsNear = (
  db: Db,
  asked: { divisions: readonly string[]; parties: readonly string[] },
): Promise<TeamRow[]> =>
  db.statement(
    teamRow,
    'teams-near',
    `SELECT ${columns} FROM ${tables} WHERE t.state = 'open' AND (t.division_code = ANY ($1::text[])
       OR t.id IN (SELECT m.team_id FROM team_members m JOIN volunteers v ON v.case_id = m.case_id
         WHERE v.party_id = ANY ($2::uuid[]) AND v.state = 'verified'))
     ORDER BY t.kind DESC, t.name, t.id`,
    [[...asked.divisions], [...asked.parties]],
  )

const deskRow = z.extend(teamRow, { members: z.int(), leaders: z.int(), asking: z.int() })
export type DeskTeamRow = z.output<typeof deskRow>

/** Of a division and of all below it, the open ones first. */
export const deskTeams = (db: Db, division: string): Promise<DeskTeamRow[]> =>
  db.statement(
    deskRow,
    'desk-teams',
    `SELECT ${columns}, n.members, n.leaders, n.asking FROM ${tables} CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE m.state = 'member')::int AS members, count(*) FILTER (WHERE m.leads)::int AS leaders,
         count(*) FILTER (WHERE m.state = 'asked')::int AS asking
       FROM team_members m JOIN volunteers v ON v.case_id = m.case_id AND v.state = 'verified'
       WHERE m.team_id = t.id) n
     WHERE t.division_code >= $1 AND t.division_code < $1 || '~'
     ORDER BY t.state DESC, t.kind, t.name, t.id LIMIT 500`,
    [division],
  )

export interface NewTeam {
  id: string
  division: string
  kind: 'team' | 'organisation'
  name: string
  nameForm: string
  organisationId: string | null
  by: string
  at: Date
}

/** @returns false where an open one is called so already: the index decides who was first */
export async function insertTeam(tx: Tx, t: NewTeam): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO teams (id, division_code, kind, name, name_form, organisation_id, state, created_by, created_at)
    VALUES (${t.id}::uuid, ${t.division}, ${t.kind}, ${t.name}, ${t.nameForm}, ${t.organisationId}::uuid, 'open',
      ${t.by}::uuid, ${t.at}::timestamptz)
    ON CONFLICT DO NOTHING`
  return added === 1
}

/** @returns what stands in the way: where another one is called so, the transaction cannot go on */
export async function renameTeam(
  tx: Tx,
  t: Pick<NewTeam, 'id' | 'name' | 'nameForm' | 'organisationId'>,
): Promise<'team_name_taken' | 'team_closed' | undefined> {
  try {
    const changed = await tx.$executeRaw`UPDATE teams SET name = ${t.name}, name_form = ${t.nameForm},
      organisation_id = ${t.organisationId}::uuid WHERE id = ${t.id}::uuid AND state = 'open'`
    return changed === 1 ? undefined : 'team_closed'
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    return 'team_name_taken'
  }
}

const wentRow = z.strictObject({ id: z.string(), state: memberState })

/**
 * Nobody is in it any more: whoever was joining it just now has, or finds it closed.
 * @returns the registrations of all who were in it or asked; undefined where it was closed before
 */
export async function closeTeam(tx: Tx, id: string): Promise<string[] | undefined> {
  const closed =
    await tx.$executeRaw`UPDATE teams SET state = 'closed' WHERE id = ${id}::uuid AND state = 'open'`
  if (closed === 0) return undefined
  const went = await rowsOf(tx, wentRow)`DELETE FROM team_members WHERE team_id = ${id}::uuid
    RETURNING case_id AS id, state`
  return went.filter(({ state }) => state !== 'refused').map((one) => one.id)
}

/** Shared until the transaction ends: it is open while it is joined. */
export const holdOpenTeam = (tx: Tx, id: string): Promise<{ id: string } | undefined> =>
  rowOf(tx, idRow)`SELECT id FROM teams WHERE id = ${id}::uuid AND state = 'open' FOR SHARE`

const leadRow = z.strictObject({ name: z.string() })

/** @returns what it is called, where somebody leads it now */
export const ledTeam = (tx: Tx, id: string, accountId: string): Promise<{ name: string } | undefined> =>
  rowOf(tx, leadRow)`SELECT name FROM teams WHERE id = ${id}::uuid AND ${accountId} = ANY (team_leaders(id))`

/** The teams that somebody leads now, of some. */
export async function ledOf(db: Db, ids: readonly string[], accountId: string): Promise<Set<string>> {
  const rows = await db.statement(
    idRow,
    'led-teams',
    'SELECT id FROM teams WHERE id = ANY ($1::uuid[]) AND $2 = ANY (team_leaders(id))',
    [[...ids], accountId],
  )
  return new Set(rows.map(({ id }) => id))
}
