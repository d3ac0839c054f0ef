/**
 * The promise: everybody finds the teams near them by name; who is in one is read by its leaders and staff alone, and
 * whoever leads one does so while staff name them and they are a volunteer, and not an instant longer.
 */
import type { DeskTeam, Team, TeamDetail } from '@linli/contracts/teams'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { childrenOf } from '../children/service'
import { community, directory, type Directory } from '../divisions/service'
import { badgeFor, isStaffOf } from '../identity/policy'
import { grantsInside, grantsOf } from '../identity/service'
import { type OwnVolunteer, volunteerOf } from '../volunteers/service'
import { askingIn, holdLeading, type Membership, membershipsOf, shareMemberships } from './members-store'
import { deskTeams, findTeam, holdOpenTeam, ledOf, ledTeam, teamsNear, type TeamRow } from './store'

export { holdLeading } from './members-store'
export const shareTeams = shareMemberships

/** The badge under which a leader acts: a resident's name is never written to a timeline. */
export const leaderBadge = (name: string): string => `${name}队长`

/** Held until the transaction ends. @returns the badge of whoever leads a team now */
export async function leaderInside(tx: Tx, accountId: string, teamId: string): Promise<string | undefined> {
  await holdLeading(tx, accountId)
  const led = await ledTeam(tx, teamId, accountId)
  return led && leaderBadge(led.name)
}

/** Does somebody lead a team, as it stands now? For what is only shown. */
export const leads = async (deps: Pick<Deps, 'db'>, accountId: string, teamId: string): Promise<boolean> =>
  (await ledOf(deps.db, [teamId], accountId)).has(teamId)

/** @returns of each of some people the teams that they are in, as `team/party` */
export async function membersAmong(
  read: Parameters<typeof membershipsOf>[0],
  parties: readonly string[],
): Promise<{ teams: string[]; has: (teamId: string | null, partyId: string) => boolean }> {
  const found = (await membershipsOf(read, parties)).filter(({ state }) => state === 'member')
  const pairs = new Set(found.map((m) => `${m.teamId}/${m.partyId}`))
  return {
    teams: [...new Set(found.map(({ teamId }) => teamId))],
    has: (teamId, partyId) => teamId !== null && pairs.has(`${teamId}/${partyId}`),
  }
}

/** Shared until the transaction ends. @returns undefined where it is closed, or there is none */
export const openTeam = async (tx: Tx, id: string): Promise<TeamRow | undefined> =>
  (await holdOpenTeam(tx, id)) && findTeam(readOf(tx), id)

/**
 * Whoever leads a team or is staff of its division, held until the transaction ends.
 * @throws Problem not_found
 */
export async function teamFor(
  tx: Tx,
  who: Pick<Who, 'accountId'>,
  id: string,
): Promise<{ team: TeamRow; badge: string; asStaff: boolean }> {
  const badge = await leaderInside(tx, who.accountId, id)
  const [team, grants] = [await findTeam(readOf(tx), id), await grantsInside(tx, who.accountId)]
  if (!team) throw new Problem('not_found')
  if (isStaffOf(grants, team.division)) return { team, badge: badgeFor(grants, team.division), asStaff: true }
  if (badge === undefined) throw new Problem('not_found')
  return { team, badge, asStaff: false }
}

interface Around {
  divisions: Directory
  volunteers: readonly OwnVolunteer[]
  memberships: readonly Membership[]
  nicknames: ReadonlyMap<string, string>
}

async function around(deps: Deps, accountId: string): Promise<Around> {
  const [divisions, volunteers] = await Promise.all([directory(deps), volunteerOf(deps, accountId)])
  const parties = volunteers.map(({ partyId }) => partyId)
  const children = volunteers.some(({ childId }) => childId) ? await childrenOf(deps, accountId) : []
  return {
    divisions,
    volunteers,
    memberships: await membershipsOf(deps.db.statement, parties),
    nicknames: new Map(children.map(({ id, nickname }) => [id, nickname])),
  }
}

const named = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name })

function present(row: TeamRow, { divisions, volunteers, memberships, nicknames }: Around): Team {
  return {
    ...{ id: row.id, kind: row.kind, name: row.name, open: row.state === 'open' },
    divisionName: divisions.find(row.division)?.name ?? '',
    organisation: named(row.organisationId, row.organisationName),
    mine: volunteers.map(({ childId, partyId }) => {
      const own = memberships.find((m) => m.teamId === row.id && m.partyId === partyId)
      const nickname = (childId !== null && nicknames.get(childId)) || null
      return { childId, nickname, state: own?.state ?? null, leads: own?.leads === true }
    }),
  }
}

const townshipDigits = 9

/** @throws Problem not_found (no such community) */
export async function listTeams(
  deps: Deps,
  who: Who,
  code: string,
): Promise<{ teams: Team[]; isVolunteer: boolean }> {
  await community(deps, code)
  const own = await around(deps, who.accountId)
  const parties = own.volunteers.map(({ partyId }) => partyId)
  const rows = await teamsNear(deps.db, { divisions: [code, code.slice(0, townshipDigits)], parties })
  return { teams: rows.map((row) => present(row, own)), isVolunteer: own.volunteers.length > 0 }
}

/** @throws Problem not_found */
export async function getTeam(deps: Deps, who: Who, id: string): Promise<TeamDetail> {
  const row = await findTeam(deps.db.statement, id)
  if (!row) throw new Problem('not_found')
  const [own, grants] = await Promise.all([around(deps, who.accountId), grantsOf(deps, who.accountId)])
  const canManage = isStaffOf(grants, row.division)
  const canLead = row.state === 'open' && (canManage || (await leads(deps, who.accountId, id)))
  return {
    ...present(row, own),
    division: row.division,
    canLead,
    canManage,
    asking: canLead ? await askingIn(deps.db, id) : null,
    communityPhone: own.divisions.find(row.division)?.phone ?? null,
  }
}

/** @throws Problem not_found unless the reader is staff of the division */
export async function listDeskTeams(deps: Deps, who: Who, division: string): Promise<{ teams: DeskTeam[] }> {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  if (!isStaffOf(grants, division) || !divisions.find(division)) throw new Problem('not_found')
  const rows = await deskTeams(deps.db, division)
  return {
    teams: rows.map(({ division: home, state, organisationId, organisationName, ...row }) => ({
      ...row,
      divisionName: divisions.find(home)?.name ?? '',
      organisation: named(organisationId, organisationName),
      open: state === 'open',
    })),
  }
}
