/** Who is in a team and who says so (docs/volunteers.md › Teams). */
import { beforeEach, describe, expect, test } from 'vitest'
import type { DeskTeam, Team, TeamDetail } from '../../../bff/contracts/src/teams'
import { joinWith, withPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { makeChild, verify } from '../../support/children'
import { fresh, toldTo } from '../../support/consultations'
import { act, ok } from '../../support/story'
import { taskStage } from '../../support/tasks'
import { joinTeam, lead, makeTeam, membersOf, registrationOf, withTeam } from '../../support/teams'
import { makeVolunteer, register } from '../../support/volunteers'
import { confirmed, here, makePerson, nextDoor } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
let team: TeamDetail
beforeEach(async () => {
  await app.database.pool.query(`UPDATE teams SET state = 'closed'`)
  team = await makeTeam(app, stage.staff, { name: '爱邻队' })
})

const teamsSeenBy = async (who: typeof stage.staff) => {
  const { token } = await fresh(app, who)
  return (await ok(app.call<{ teams: Team[] }>('listTeams', { params: { community: here }, token }))).teams
}
const code = async (answer: Promise<{ problem: { code: string } }>) => (await answer).problem.code

describe('a team', () => {
  test('has a name of its own, however it is written, and is free again once it is closed', async () => {
    expect(await code(makeTeamTwice('愛鄰隊'))).toBe('team_name_taken')
    await ok(withTeam(app, 'closeTeam', stage.staff, team.id, {}))
    expect((await makeTeam(app, stage.staff, { name: '爱邻队' })).open).toBe(true)
    expect(await code(withTeam(app, 'closeTeam', stage.staff, team.id, {}))).toBe('team_closed')
  })
  const makeTeamTwice = async (name: string) =>
    app.call('createTeam', {
      body: { division: here, kind: 'team', name, organisationId: null },
      token: (await fresh(app, stage.staff)).token,
    })

  test('belongs to an organisation of its division or of one above', async () => {
    const above = await makePerson(app, { grants: [['staff', here.slice(0, 9)]] })
    const wish = { division: here.slice(0, 9), kind: 'organisation', name: '义工联' }
    const organisation = await makeTeam(app, above, wish)
    const naming = { name: '爱邻队', organisationId: organisation.id }
    const changed = await ok(withTeam(app, 'changeTeam', stage.staff, team.id, naming))
    expect(changed.organisation).toEqual({ id: organisation.id, name: '义工联' })
    const wrong = { name: '爱邻队', organisationId: team.id }
    expect(await code(withTeam(app, 'changeTeam', stage.staff, team.id, wrong))).toBe('team_organisation')
  })

  test('says to others what it is called and where it is, and nothing of who is in it', async () => {
    await lead(app, stage.staff, stage.volunteer, team.id)
    const stranger = await makePerson(app, { name: '周敏' })
    const seen = await ok(withTeam(app, 'getTeam', stranger, team.id))
    expect(seen).toEqual({
      ...{
        id: team.id,
        kind: 'team',
        name: '爱邻队',
        divisionName: '东兴社区',
        organisation: null,
        open: true,
      },
      ...{ mine: [], division: here, canLead: false, canManage: false, asking: null },
      communityPhone: seen.communityPhone,
    })
    expect(await code(withTeam(app, 'readTeamMembers', stranger, team.id))).toBe('not_found')
  })
})

describe('being taken off', () => {
  test('is done by a leader or staff, told, and leaves a volunteer a volunteer', async () => {
    await lead(app, stage.staff, stage.volunteer, team.id)
    const one = await stage.joining('李桂英', {}, '13900000021')
    const caseId = await joinTeam(app, one, stage.volunteer, team.id)
    app.clock.advance(1)
    const body = { caseId }
    expect(await code(withTeam(app, 'takeOffTeamMember', one, team.id, body))).toBe('not_found')
    await ok(withTeam(app, 'takeOffTeamMember', stage.volunteer, team.id, body))
    expect((await toldTo(app, one)).filter((kind) => kind === 'case_answered')).toHaveLength(2)
    expect((await membersOf(app, stage.staff, team.id)).map((member) => member.caseId)).not.toContain(caseId)
    expect(await registrationOf(app, one)).toBe(caseId)
    expect(await code(withTeam(app, 'takeOffTeamMember', stage.volunteer, team.id, body))).toBe('not_found')
  })

  test('of a leader is for staff, and of themselves for nobody', async () => {
    const own = await lead(app, stage.staff, stage.volunteer, team.id)
    const other = await stage.joining('李桂英', {}, '13900000021')
    const caseId = await lead(app, stage.staff, other, team.id)
    const takeOff = async (by: typeof stage.staff, id: string) =>
      withTeam(app, 'takeOffTeamMember', by, team.id, { caseId: id })
    expect(await code(takeOff(stage.volunteer, caseId))).toBe('not_allowed')
    expect(await code(takeOff(stage.volunteer, own))).toBe('not_allowed')
    await ok(takeOff(stage.staff, caseId))
    expect(await code(withTeam(app, 'readTeamMembers', other, team.id))).toBe('not_found')
  })
})

describe('joining', () => {
  test('is asked, answered by a leader, and undone by one tap', async () => {
    await lead(app, stage.staff, stage.volunteer, team.id)
    const one = await stage.joining('李桂英', {}, '13900000021')
    await ok(withTeam(app, 'askToJoinTeam', one, team.id, { childId: null }))
    // Of somebody who asks, takes it back and asks again a leader hears once.
    await ok(withTeam(app, 'leaveTeam', one, team.id, { childId: null }))
    await ok(withTeam(app, 'askToJoinTeam', one, team.id, { childId: null }))
    expect((await toldTo(app, stage.volunteer)).filter((kind) => kind === 'team_asked')).toHaveLength(1)
    expect((await ok(withTeam(app, 'getTeam', stage.volunteer, team.id))).asking).toBe(1)
    const caseId = await registrationOf(app, one)
    await ok(withTeam(app, 'decideTeamMember', stage.volunteer, team.id, { caseId, accept: true }))
    expect(await toldTo(app, one)).toContain('case_answered')
    expect((await teamsSeenBy(one))[0]?.mine).toMatchObject([{ state: 'member', leads: false }])
    const left = await ok(withTeam(app, 'leaveTeam', one, team.id, { childId: null }))
    expect(left.mine[0]?.state).toBeNull()
  })

  test('is answered by nobody for themselves, and a no lets them ask again', async () => {
    const helper = await makePerson(app, { name: '普阿依', phone: '13900000022', grants: [['staff', here]] })
    await makeVolunteer(app, helper, stage.staff)
    await ok(withTeam(app, 'askToJoinTeam', helper, team.id, { childId: null }))
    const body = { caseId: await registrationOf(app, helper), accept: true }
    expect(await code(withTeam(app, 'decideTeamMember', helper, team.id, body))).toBe('not_allowed')
    expect(
      await code(withTeam(app, 'nameTeamLeader', helper, team.id, { caseId: body.caseId, leads: true })),
    ).toBe('not_allowed')
    await ok(withTeam(app, 'decideTeamMember', stage.staff, team.id, { ...body, accept: false }))
    const again = await ok(withTeam(app, 'askToJoinTeam', helper, team.id, { childId: null }))
    expect(again.mine[0]?.state).toBe('asked')
  })

  test('is for verified volunteers, of a child by its guardian, who leads nobody', async () => {
    const stranger = await makePerson(app, { name: '周敏' })
    const own = { childId: null }
    expect(await code(withTeam(app, 'askToJoinTeam', stranger, team.id, own))).toBe('not_a_volunteer')
    const father = stage.volunteer
    const { id: childId } = await makeChild(app, father, {
      birthDate: '2012-05-21',
      grade: 8,
      name: '赵小鱼',
    })
    await verify(app, stage.staff, father, childId)
    const { id: caseId } = await register(app, await fresh(app, father), { childId })
    await ok(act(app, 'verifyVolunteer', await fresh(app, stage.staff), caseId))
    await ok(withTeam(app, 'askToJoinTeam', father, team.id, { childId }))
    const unfit = { caseId, leads: true }
    expect(await code(withTeam(app, 'nameTeamLeader', stage.staff, team.id, unfit))).toBe('team_leader_unfit')
    await lead(app, stage.staff, father, team.id)
    const yes = { caseId, accept: true }
    expect(await code(withTeam(app, 'decideTeamMember', father, team.id, yes))).toBe('not_allowed')
    await ok(withTeam(app, 'decideTeamMember', stage.staff, team.id, yes))
    expect(await membersOf(app, stage.staff, team.id)).toMatchObject([
      { name: '赵海涛', leads: true },
      { name: '赵小鱼', isMinor: true },
    ])
  })

  test('is nobody of another division who has not joined it', async () => {
    const away = await makePerson(app, { name: '杨邻', grants: [['staff', nextDoor]] })
    const other = await makeTeam(app, away, { division: nextDoor })
    const caseId = await registrationOf(app, stage.volunteer)
    const named = () => withTeam(app, 'nameTeamLeader', away, other.id, { caseId, leads: true })
    expect(await code(named())).toBe('not_found')
    expect(await membersOf(app, away, other.id)).toEqual([])
    await joinTeam(app, stage.volunteer, away, other.id)
    await ok(named())
  })
})

describe('who is in it', () => {
  test('is read by name, on record, and never by number', async () => {
    await lead(app, stage.staff, stage.volunteer, team.id)
    const one = await stage.joining('李桂英', {}, '13900000023')
    await joinTeam(app, one, stage.staff, team.id)
    const members = await membersOf(app, stage.volunteer, team.id)
    expect(members.map(({ name }) => name)).toEqual(['赵海涛', '李桂英'])
    expect(JSON.stringify(members)).not.toContain('13900000023')
    const { rows } = await app.database.pool.query<{ by: string }>(
      'SELECT reader_name AS by FROM access_records WHERE subject_id = $1 AND reader_id = $2',
      [one.accountId, stage.volunteer.accountId],
    )
    expect(rows).toEqual([{ by: '爱邻队队长' }])
  })

  test.each(['leaveVolunteers', 'endVolunteer'] as const)('ends with the registration: %s', async (how) => {
    const caseId = await lead(app, stage.staff, stage.volunteer, team.id)
    const by = how === 'endVolunteer' ? stage.staff : stage.volunteer
    await stage.decide(how, by, caseId, how === 'endVolunteer' ? { note: '一直没有来' } : {})
    const { rows } = await app.database.pool.query('SELECT 1 FROM team_members WHERE case_id = $1', [caseId])
    expect(rows).toEqual([])
    expect(await code(withTeam(app, 'readTeamMembers', stage.volunteer, team.id))).toBe('not_found')
  })

  test('is counted for staff, and kept of two accounts that become one', async () => {
    const [from, into] = [await withPhone(app, { name: '周海涛' }), await withPhone(app, { name: '周海涛' })]
    for (const who of [from, into]) await makeVolunteer(app, who, stage.staff)
    await lead(app, stage.staff, from, team.id)
    await joinTeam(app, into, stage.staff, team.id)
    await ok(joinWith(app, await confirmed(app, await fresh(app, into)), from.phone))
    const { token } = await fresh(app, stage.staff)
    const { teams } = await ok(
      app.call<{ teams: DeskTeam[] }>('listDeskTeams', { params: { division: here }, token }),
    )
    expect(teams.find(({ id }) => id === team.id)).toMatchObject({ members: 1, leaders: 1, asking: 0 })
    expect((await ok(withTeam(app, 'getTeam', await fresh(app, into), team.id))).canLead).toBe(true)
  })

  test('stands in what somebody takes along, and on the page of their registration', async () => {
    const caseId = await lead(app, stage.staff, stage.volunteer, team.id)
    const seen = await app.call<{ facts: object }>('getCase', {
      params: { id: caseId },
      token: (await fresh(app, stage.volunteer)).token,
    })
    expect(seen.body.facts).toMatchObject({ teams: [{ name: '爱邻队', leads: true }] })
  })
})
