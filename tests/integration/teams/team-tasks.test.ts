/** What a team is asked to do: its leaders organise it as staff do, for as long as they lead (docs/tasks.md › Teams). */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Task, TaskSummary } from '../../../bff/contracts/src/tasks'
import type { TeamDetail } from '../../../bff/contracts/src/teams'
import { finishSignups } from '../../../bff/src/modules/signups/jobs'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { ok } from '../../support/story'
import { makeTask, takeTask, taskStage, wantedTask } from '../../support/tasks'
import { joinTeam, lead, makeTeam, registrationOf, withTeam } from '../../support/teams'
import { here, localTime, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
let team: TeamDetail
let leader: Person
let member: Person
beforeEach(async () => {
  await app.database.pool.query(`UPDATE teams SET state = 'closed'`)
  team = await makeTeam(app, stage.staff, { name: '爱邻队' })
  leader = stage.volunteer
  await lead(app, stage.staff, leader, team.id)
  member = await stage.joining('李桂英', {}, '13900000031')
  await joinTeam(app, member, leader, team.id)
})

const ask = async (who: Person, wish: object = {}) =>
  app.call<{ tasks: TaskSummary[] }>('createTask', {
    body: { ...wantedTask(), teamId: team.id, ...wish },
    token: (await fresh(app, who)).token,
  })
const ofTeam = async (wish: object = {}) => (await ok(ask(leader, wish))).tasks[0] as TaskSummary
const seenBy = async (who: Person, id: string) =>
  app.call<Task>('getTask', { params: { id }, token: (await fresh(app, who)).token })
const listedFor = async (who: Person) => {
  const { token } = await fresh(app, who)
  const sent = { params: { community: here }, token }
  return (await ok(app.call<{ tasks: (TaskSummary & { why: string[] })[] }>('listTasks', sent))).tasks
}
const roll = async (who: Person, id: string) =>
  app.call<{ people: { name: string; phone: string | null }[] }>('readRoll', {
    params: { id },
    token: (await fresh(app, who)).token,
  })

/** The member stands by it, and it is over. */
async function over() {
  const task = await ofTeam()
  const one = await stage.take(member, task.id)
  app.clock.set(new Date(task.endsAt))
  await finishSignups(app.deps)
  return { task, one }
}

describe('a leader', () => {
  test('asks their team where it is at home, for no need, and nobody else does', async () => {
    expect((await ofTeam()).team).toEqual({ id: team.id, name: '爱邻队' })
    expect((await ask(member)).problem.code).toBe('not_found')
    expect((await ask(leader, { teamId: null })).problem.code).toBe('not_found')
    expect((await ask(leader, { community: nextDoor })).problem.code).toBe('not_found')
    const needId = (await askForHelp(app, await makePerson(app, { name: '周敏', phone: '13900000032' }))).id
    expect((await ask(leader, { needId, place: null })).problem.code).toBe('not_found')
    await ok(withTeam(app, 'closeTeam', stage.staff, team.id, {}))
    expect((await ask(leader)).problem.code).toBe('not_found')
    expect((await ask(stage.staff)).problem.code).toBe('not_found')
  })

  test('reads the roll by name, on record, marks who came, and calls nobody', async () => {
    const task = await ofTeam()
    const one = await stage.take(member, task.id)
    expect((await ok(roll(leader, task.id))).people).toMatchObject([{ name: '李桂英', phone: null }])
    expect((await ok(roll(stage.staff, task.id))).people).toMatchObject([{ phone: '13900000031' }])
    const sent = { params: { id: one.id }, token: (await fresh(app, leader)).token }
    expect((await app.call('readContact', sent)).problem.code).toBe('contact_not_justified')
    app.clock.set(new Date(task.startsAt))
    const token = async () => (await fresh(app, leader)).token
    const marks = [{ caseId: one.id, way: 'in', at: task.startsAt }]
    const marked = app.call('markAttendance', {
      params: { id: task.id },
      body: { marks },
      token: await token(),
    })
    expect(await ok(marked)).toEqual({ known: 1, added: 1 })
    await ok(app.call('giveTaskCodeKey', { params: { id: task.id }, token: await token() }))
  })

  test('confirms the hours of others under the badge of the team, and never their own', async () => {
    const task = await ofTeam({ places: 2 })
    const [own, one] = [await stage.take(leader, task.id), await stage.take(member, task.id)]
    app.clock.set(new Date(task.endsAt))
    await finishSignups(app.deps)
    const done = await stage.decide('creditHours', leader, one.id, { halves: 4 })
    expect(done).toMatchObject({ state: 'completed', readAs: 'staff', canReadContact: false })
    expect(done.timeline.at(-1)).toMatchObject({ action: 'credit', by: '爱邻队队长' })
    expect(await stage.not('creditHours', leader, own.id, { halves: 4 })).toBe('not_allowed')
    await stage.decide('creditHours', stage.staff, own.id, { halves: 4 })
  })

  test('calls it off, as staff do', async () => {
    const [one, two] = [
      await ofTeam(),
      await ofTeam({ startsAt: localTime('2026-11-26', 14), endsAt: localTime('2026-11-26', 16) }),
    ]
    await stage.take(member, one.id)
    expect(await ok(withTeam(app, 'callOffTask', leader, one.id, {}))).toEqual({ told: 1 })
    expect(await ok(withTeam(app, 'callOffTask', stage.staff, two.id, {}))).toEqual({ told: 0 })
  })

  test.each(['taken off', 'no volunteer', 'closed'])(
    'organises nothing from the instant on: %s',
    async (how) => {
      const { task, one } = await over()
      const caseId = await registrationOf(app, leader)
      if (how === 'taken off')
        await ok(withTeam(app, 'nameTeamLeader', stage.staff, team.id, { caseId, leads: false }))
      else if (how === 'closed') await ok(withTeam(app, 'closeTeam', stage.staff, team.id, {}))
      else await stage.decide('endVolunteer', stage.staff, caseId, { note: '一直没有来' })
      expect((await roll(leader, task.id)).problem.code).toBe('not_found')
      expect(await stage.not('creditHours', leader, one.id, { halves: 4 })).toBe('not_found')
      expect((await ask(leader)).problem.code).toBe('not_found')
      await stage.decide('creditHours', stage.staff, one.id, { halves: 4 })
    },
  )

  test('organises nothing that is for a need, even where their team is asked', async () => {
    const needId = (await askForHelp(app, await makePerson(app, { name: '周敏', phone: '13900000033' }))).id
    const wish = { needId, place: null, places: 1, teamId: team.id }
    const task = await makeTask(app, stage.staff, wish)
    const one = await stage.take(member, task.id)
    expect((await roll(leader, task.id)).problem.code).toBe('not_found')
    expect(await stage.not('cancelSignup', leader, one.id, { note: '换人' })).toBe('not_found')
    expect((await ok(seenBy(leader, task.id))).canManage).toBe(false)
  })
})

describe('a task of a team', () => {
  test('comes first for its members, and is seen by others', async () => {
    const task = await ofTeam()
    expect((await listedFor(member))[0]).toMatchObject({
      id: task.id,
      why: expect.arrayContaining(['own_team']),
    })
    const stranger = await stage.joining('陈文斌', {}, '13900000034')
    expect((await listedFor(stranger)).map(({ id }) => id)).toContain(task.id)
  })

  test('that only the team sees does not exist for others', async () => {
    const task = await ofTeam({ teamOnly: true })
    const stranger = await stage.joining('陈文斌', {}, '13900000034')
    expect((await listedFor(stranger)).map(({ id }) => id)).not.toContain(task.id)
    expect((await seenBy(stranger, task.id)).problem.code).toBe('not_found')
    expect((await takeTask(app, await fresh(app, stranger), task.id)).problem.code).toBe('task_unfit')
    expect((await listedFor(member)).map(({ id }) => id)).toContain(task.id)
    expect((await stage.take(member, task.id)).state).toBe('confirmed')
    expect((await ok(seenBy(stage.staff, task.id))).canManage).toBe(true)
  })

  test('stands in the list of its leaders and staff', async () => {
    const task = await ofTeam()
    for (const who of [leader, stage.staff]) {
      const { token } = await fresh(app, who)
      const sent = { params: { id: team.id }, query: { show: 'coming' }, token }
      expect((await ok(app.call<{ tasks: { id: string }[] }>('listTeamTasks', sent))).tasks).toMatchObject([
        { id: task.id },
      ])
    }
  })
})
