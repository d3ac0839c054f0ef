/** Teams as tests begin them: staff make one, a volunteer leads it, others join. */
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import type { TeamDetail, TeamMember } from '../../bff/contracts/src/teams'
import type { TestApp } from './app'
import { fresh } from './consultations'
import { ok } from './story'
import { here, type Person } from './world'

let made = 0

export async function makeTeam(app: TestApp, staff: Person, wish: object = {}): Promise<TeamDetail> {
  const { token } = await fresh(app, staff)
  made += 1
  const body = { division: here, kind: 'team', name: `爱邻${made}队`, organisationId: null, ...wish }
  return ok(app.call<TeamDetail>('createTeam', { body, token }))
}

/** Of their own registration. */
export async function registrationOf(app: TestApp, { accountId }: Person): Promise<string> {
  const { rows } = await app.database.pool.query<{ id: string }>(
    `SELECT case_id AS id FROM volunteers WHERE account_id = $1 AND state = 'verified'`,
    [accountId],
  )
  return rows[0]?.id ?? ''
}

/** Anything that somebody does with a team. */
export const withTeam = async <T = TeamDetail>(
  app: TestApp,
  name: EndpointName,
  who: Person,
  id: string,
  body?: object,
) => app.call<T>(name, { params: { id }, ...(body && { body }), token: (await fresh(app, who)).token })

export const membersOf = async (app: TestApp, who: Person, id: string): Promise<TeamMember[]> =>
  (await ok(withTeam<{ members: TeamMember[] }>(app, 'readTeamMembers', who, id))).members

export async function lead(app: TestApp, staff: Person, leader: Person, id: string): Promise<string> {
  const caseId = await registrationOf(app, leader)
  await ok(withTeam(app, 'nameTeamLeader', staff, id, { caseId, leads: true }))
  return caseId
}

/** Somebody asks, and whoever answers says yes. */
export async function joinTeam(app: TestApp, who: Person, by: Person, id: string): Promise<string> {
  const caseId = await registrationOf(app, who)
  await ok(withTeam(app, 'askToJoinTeam', who, id, { childId: null }))
  await ok(withTeam(app, 'decideTeamMember', by, id, { caseId, accept: true }))
  return caseId
}
