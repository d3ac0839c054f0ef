/** Who is in a team, and their numbers, are read by nobody but whom they are for: every reading there is, by everybody. */
import { expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { taskStage } from '../../support/tasks'
import { joinTeam, lead, makeTeam, registrationOf } from '../../support/teams'
import { elsewhere, here, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const marks = { leader: '罗开云', leaderPhone: '13933334444', member: '普桂兰', memberPhone: '13955556666' }
const found = (text: string): string[] =>
  Object.entries(marks).flatMap(([name, mark]) => (text.includes(mark) ? [name] : []))

const everybody = [
  'leader',
  'member',
  'another',
  'resident',
  'supervisor',
  'nextDoor',
  'elsewhere',
  'nobody',
  'staff',
]

/** Who reads what of whom; what is not here shows nothing. */
const mayShow: Record<string, Record<string, string[]>> = {
  leader: { readTeamMembers: ['leader', 'member'], readRoll: ['member'] },
  staff: { readTeamMembers: ['leader', 'member'], readRoll: ['member', 'memberPhone'] },
}

async function begin() {
  const leader = await stage.joining(marks.leader, {}, marks.leaderPhone)
  const member = await stage.joining(marks.member, {}, marks.memberPhone)
  const team = await makeTeam(app, stage.staff)
  await lead(app, stage.staff, leader, team.id)
  await joinTeam(app, member, leader, team.id)
  const task = await stage.task({ teamId: team.id })
  const signup = await stage.take(member, task.id)
  const people: Record<string, Person | undefined> = {
    ...{ leader, member, staff: stage.staff, supervisor: stage.township, resident: await makePerson(app) },
    another: await stage.joining('李福', {}, '13977778888'),
    nextDoor: await makePerson(app, { name: '邻社区', grants: [['staff', nextDoor]] }),
    elsewhere: await makePerson(app, { name: '外县', grants: [['staff', elsewhere]] }),
  }
  const ids = {
    team: team.id,
    task: task.id,
    signup: signup.id,
    registration: await registrationOf(app, member),
  }
  return { people, ids }
}

const readings = (on: Awaited<ReturnType<typeof begin>>['ids']): [EndpointName, object][] => {
  const [team, task] = [{ params: { id: on.team } }, { params: { id: on.task } }]
  const cases = [on.signup, on.registration].map((id) => ({ params: { id } }))
  return [
    ['listTeams', { params: { community: here } }],
    ['getTeam', team],
    ['readTeamMembers', team],
    ['listTeamTasks', { ...team, query: { show: 'coming' } }],
    ['listDeskTeams', { params: { division: here } }],
    ['getTask', task],
    ['readRoll', task],
    ['getHome', { params: { community: here } }],
    ['listNotices', { query: {} }],
    ...cases.map((one): [EndpointName, object] => ['getCase', one]),
  ]
}

test.each(everybody)('%s reads what is for them', async (who) => {
  const { people, ids } = await begin()
  const person = people[who]
  const token = person && (await fresh(app, person)).token
  const shown: Record<string, string[]> = {}
  for (const [name, sent] of readings(ids)) {
    const { body } = await app.call(name, { ...sent, ...(token && { token }) })
    const marked = found(JSON.stringify(body))
    if (marked.length > 0) shown[name] = marked
  }
  expect(shown).toEqual(mayShow[who] ?? {})
})

test('none of it is in the log, in a job or in a notice', async () => {
  await begin()
  const { rows } = await app.database.pool.query(
    `SELECT payload::text AS text FROM graphile_worker._private_jobs UNION ALL SELECT n::text FROM notices n
     UNION ALL SELECT m::text FROM team_members m UNION ALL SELECT e::text FROM case_events e`,
  )
  expect(found(JSON.stringify(rows))).toEqual([])
  expect(found(app.logged())).toEqual([])
})
