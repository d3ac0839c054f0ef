import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TaskSummary } from '../../../bff/contracts/src/tasks'
import { finishSignups } from '../../../bff/src/modules/signups/jobs'
import { monday, testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { ok } from '../../support/story'
import { makeVolunteers, takeTask, wantedTask } from '../../support/tasks'
import { joinTeam, lead, makeTeam, registrationOf } from '../../support/teams'
import { together, values } from '../../support/together'
import { untilWaiting } from '../../support/waiting'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})

describe('a leader who is taken off while they confirm hours', () => {
  /** Somebody stands by a task of the team that is over. */
  async function stage() {
    const [leader, one] = (await makeVolunteers(app, 2)) as [Person, Person]
    const team = await makeTeam(app, staff)
    const caseId = await lead(app, staff, leader, team.id)
    const body = { ...wantedTask(), teamId: team.id }
    const { token } = await fresh(app, leader)
    const [task] = (await ok(app.call<{ tasks: TaskSummary[] }>('createTask', { body, token }))).tasks
    const { id } = await ok(takeTask(app, await fresh(app, one), task?.id ?? ''))
    app.clock.set(new Date(task?.endsAt ?? ''))
    await finishSignups(app.deps)
    const credit = { params: { id }, body: { halves: 4 }, token: (await fresh(app, leader)).token }
    const off = { params: { id: team.id }, body: { caseId, leads: false } }
    return { id, credit, off: { ...off, token: (await fresh(app, staff)).token }, caseId }
  }

  /** Staff are about to take the leader off as the hours are said. @returns how that ends */
  async function confirming(): Promise<string> {
    const { credit, caseId } = await stage()
    const other = await app.database.pool.connect()
    await other.query('BEGIN')
    await other.query('UPDATE team_members SET leads = false WHERE case_id = $1', [caseId])
    let over = false
    const said = app.call('creditHours', credit).finally(() => (over = true))
    await Promise.race([untilWaiting(app.database.pool, 1), said])
    const waited = !over
    await other.query('COMMIT')
    other.release()
    const { status, problem } = await said
    return `${waited ? 'waited' : 'at once'}: ${status === 200 ? 'confirmed' : problem.code}`
  }

  test('who was taken off first confirms nothing', async () => {
    expect(await confirming()).toBe('waited: not_found')
  })

  test('who confirms first is taken off after it', async () => {
    const { id, credit, off } = await stage()
    const other = await app.database.pool.connect()
    await other.query('BEGIN')
    await other.query('SELECT FROM cases WHERE id = $1 FOR UPDATE', [id])
    const said = app.call('creditHours', credit)
    await untilWaiting(app.database.pool, 1)
    const taken = app.call('nameTeamLeader', off)
    await untilWaiting(app.database.pool, 2)
    await other.query('COMMIT')
    other.release()
    await said
    expect((await taken).status).toBe(200)
    // They counted, although whoever said them may not read them any more.
    const { rows } = await app.database.pool.query('SELECT halves FROM signup_hours WHERE case_id = $1', [id])
    expect(rows).toEqual([{ halves: 4 }])
  })

  test('control: where nobody holds who leads, hours are confirmed by whoever is taken off', async () => {
    // Whoever reads the leaders without holding one does not wait for what is about to change.
    const { caseId } = await stage()
    const other = await app.database.pool.connect()
    await other.query('BEGIN')
    await other.query('UPDATE team_members SET leads = false WHERE case_id = $1', [caseId])
    const { rows } = await app.database.pool.query<{ leads: boolean }>(
      `SELECT v.account_id::text = ANY (team_leaders(m.team_id)) AS leads
       FROM team_members m JOIN volunteers v ON v.case_id = m.case_id WHERE m.case_id = $1`,
      [caseId],
    )
    await other.query('COMMIT')
    other.release()
    expect(rows).toEqual([{ leads: true }])
  })
})

describe('two leaders and one who asks', () => {
  async function race(): Promise<number> {
    const [one, two, asking] = (await makeVolunteers(app, 3)) as [Person, Person, Person]
    const team = await makeTeam(app, staff)
    for (const leader of [one, two]) await lead(app, staff, leader, team.id)
    const own = { params: { id: team.id }, body: { childId: null }, token: (await fresh(app, asking)).token }
    await ok(app.call('askToJoinTeam', own))
    const caseId = await registrationOf(app, asking)
    const tokens = [(await fresh(app, one)).token, (await fresh(app, two)).token]
    const answers = await together(2, (n) => {
      const body = { caseId, accept: n === 0 }
      return app.call('decideTeamMember', { params: { id: team.id }, body, token: tokens[n] ?? '' })
    })
    return values(answers).filter(({ status }) => status === 200).length
  }

  test('one answers', async () => {
    expect(await race()).toBe(1)
  })

  test('control: where the state is not looked at both do', async () => {
    await app.database.pool.query(`CREATE FUNCTION unanswered() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.state := 'asked'; NEW.decided_by := NULL; NEW.decided_at := NULL; RETURN NEW; END $$;
      CREATE TRIGGER members_unanswered BEFORE UPDATE ON team_members FOR EACH ROW
        WHEN (NEW.state <> 'asked' AND NOT NEW.leads) EXECUTE FUNCTION unanswered()`)
    expect(await race()).toBe(2)
    await app.database.pool.query('DROP TRIGGER members_unanswered ON team_members')
  })
})

test('who asked in the instant in which a team is closed hears so, as everybody in it does', async () => {
  const [one] = (await makeVolunteers(app, 1)) as [Person]
  const team = await makeTeam(app, staff)
  const caseId = await registrationOf(app, one)
  const { token } = await fresh(app, staff)
  const other = await app.database.pool.connect()
  await other.query('BEGIN')
  await other.query('SELECT FROM teams WHERE id = $1 FOR SHARE', [team.id])
  await other.query(
    `INSERT INTO team_members (team_id, case_id, state, asked_at) VALUES ($1, $2, 'asked', $3)`,
    [team.id, caseId, monday],
  )
  const closing = app.call('closeTeam', { params: { id: team.id }, body: {}, token })
  await untilWaiting(app.database.pool, 1)
  await other.query('COMMIT')
  other.release()
  await ok(closing)
  const { rows } = await app.database.pool.query('SELECT kind FROM notices WHERE case_id = $1', [caseId])
  expect(rows).toEqual([{ kind: 'case_answered' }])
})

test('who joins a team in the instant in which it is closed is in none', async () => {
  const [leader, ...people] = (await makeVolunteers(app, 11)) as [Person, ...Person[]]
  const team = await makeTeam(app, staff)
  await lead(app, staff, leader, team.id)
  await joinTeam(app, people[0] as Person, staff, team.id)
  const tokens = [staff, ...people].map(async (who) => (await fresh(app, who)).token)
  const ready = await Promise.all(tokens)
  await together(ready.length, (n) => {
    const params = { id: team.id }
    return n === 0
      ? app.call('closeTeam', { params, body: {}, token: ready[0] ?? '' })
      : app.call('askToJoinTeam', { params, body: { childId: null }, token: ready[n] ?? '' })
  })
  const { rows } = await app.database.pool.query('SELECT 1 FROM team_members WHERE team_id = $1', [team.id])
  expect(rows).toEqual([])
})
