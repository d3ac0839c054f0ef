/** Teams in the table: staff of the division keep them and answer, anybody finds them, the party is a member. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { makeTeam } from '../../support/teams'
import { handIn, rosterHead, xlsxOf } from '../../support/rosters'
import { ok } from '../../support/story'
import { verifyAsVolunteer } from '../../support/verified'
import { here, signIn } from '../../support/world'
import { type Row, row, signedIn, staffOnly } from './cells'
import { type Ask, sends, type Stage } from './stage'

const team = async ({ app, cast }: Stage): Promise<string> => (await makeTeam(app, cast.staff)).id

/** The party asks to join. @returns of the team, and of their registration */
async function asking(stage: Stage): Promise<{ id: string; caseId: string }> {
  const { app, cast } = stage
  const id = await team(stage)
  await verifyAsVolunteer(app, cast.party.accountId)
  const { token } = await signIn(app.deps, cast.party.accountId)
  await ok(app.call('askToJoinTeam', { params: { id }, body: { childId: null }, token }))
  const { rows } = await app.database.pool.query<{ caseId: string }>(
    `SELECT case_id AS "caseId" FROM team_members WHERE team_id = $1`,
    [id],
  )
  return { id, caseId: rows[0]?.caseId ?? '' }
}

const on =
  (body?: object, query?: Record<string, string>): Ask =>
  async (stage) => ({ params: { id: await team(stage) }, ...(body && { body }), ...(query && { query }) })

const onAsking =
  (body: object): Ask =>
  async (stage) => {
    const { id, caseId } = await asking(stage)
    return { params: { id }, body: { caseId, ...body } }
  }

const handedIn = async ({ app, cast }: Stage): Promise<string> => {
  await app.database.pool.query('DELETE FROM roster_lines; DELETE FROM roster_imports')
  const file = xlsxOf([[...rosterHead], ['李福', '13900000099']])
  return (await handIn(app, await signIn(app.deps, cast.staff.accountId), here, file)).body.id
}

export const teamRows = {
  giveRosterTemplate: signedIn(sends({})),
  // A form without a file: what is in one is told in `integration/roster-imports`.
  readRosterFile: row(sends({ params: { division: here } }), {
    ...staffOnly(sends({})).answers,
    staff: 'unsupported_media_type',
  }),
  importRoster: staffOnly(async (stage) => ({ params: { id: await handedIn(stage) }, body: {} })),
  listTeams: signedIn(sends({ params: { community: here } })),
  getTeam: signedIn(on()),
  listDeskTeams: staffOnly(sends({ params: { division: here } })),
  createTeam: staffOnly(async ({ app }) => {
    await app.database.pool.query(`UPDATE teams SET state = 'closed'`)
    return { body: { division: here, kind: 'team', name: '红袖标队', organisationId: null } }
  }, 201),
  changeTeam: staffOnly(on({ name: '蓝天队', organisationId: null })),
  closeTeam: staffOnly(on({})),
  readTeamMembers: staffOnly(on()),
  listTeamTasks: staffOnly(on(undefined, { show: 'coming' })),
  askToJoinTeam: row(
    async (stage) => {
      const { id } = await asking(stage)
      return { params: { id }, body: { childId: null } }
    },
    {
      anonymous: 'sign_in_required',
      party: 200,
      other: 'not_a_volunteer',
      staff: 'not_a_volunteer',
      elsewhere: 'not_a_volunteer',
      supervisor: 'not_a_volunteer',
    },
  ),
  leaveTeam: row(
    async (stage) => {
      const { id } = await asking(stage)
      return { params: { id }, body: { childId: null } }
    },
    {
      anonymous: 'sign_in_required',
      party: 200,
      other: 'not_found',
      staff: 'not_found',
      elsewhere: 'not_found',
      supervisor: 'not_found',
    },
  ),
  decideTeamMember: staffOnly(onAsking({ accept: true })),
  nameTeamLeader: staffOnly(onAsking({ leads: true })),
  takeOffTeamMember: staffOnly(async (stage) => {
    const { id, caseId } = await asking(stage)
    const { token } = await signIn(stage.app.deps, stage.cast.staff.accountId)
    const body = { caseId, accept: true }
    await ok(stage.app.call('decideTeamMember', { params: { id }, body, token }))
    return { params: { id }, body: { caseId } }
  }),
} satisfies Partial<Record<EndpointName, Row>>
