/** Two go to the home of a child or of an old person alone: staff are asked, the register counts before them, the database last. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { askForHelp, wantedHelp } from '../../support/needs'
import { ok } from '../../support/story'
import { taskStage, wantedTask } from '../../support/tasks'
import { visitOf, wantedElder } from '../../support/visits'
import { makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const { pool } = app.database

const atHome = { place: null, adultsOnly: true } as const
let phones = 0
async function asked(): Promise<{ party: Person; needId: string }> {
  phones += 1
  const party = await makePerson(app, { name: '李秀英', phone: `1390001${1000 + phones}` })
  return { party, needId: (await askForHelp(app, party)).id }
}
async function faults(wish: object): Promise<string[]> {
  const { token } = await fresh(app, stage.staff)
  const { problem } = await app.call('createTask', { body: wantedTask({ ...atHome, ...wish }), token })
  return (problem.errors ?? []).map(({ path, code }) => `${path} ${code}`)
}
const place = async (who: Person, id: string) =>
  app.call('readTaskPlace', { params: { id }, token: (await fresh(app, who)).token })

/** On the register of visits, with this account. */
async function registered(party: Person, kind: string): Promise<void> {
  const { token } = await fresh(app, stage.staff)
  const { id } = await ok(app.call<{ id: string }>('addElder', { body: { ...wantedElder(), kind }, token }))
  await pool.query('UPDATE visit_elders SET account_id = $2 WHERE id = $1', [id, party.accountId])
}

describe('a task at a home', () => {
  test('asks whose home it is, and for two where an old person lives alone or a child is looked after', async () => {
    const { needId } = await asked()
    expect(await faults({ needId, homeNeedsTwo: null })).toEqual(['body.homeNeedsTwo home_unsaid'])
    expect(await faults({ needId, homeNeedsTwo: true })).toEqual(['body.twoPeople two_required'])
    const task = await stage.task({ needId, ...atHome, places: 2, twoPeople: true, homeNeedsTwo: true })
    expect(task.twoPeople).toBe(true)
  })

  test.each(['alone', 'hardship'])(
    'whoever is on the register as %s is visited by two, whatever staff say',
    async (kind) => {
      const { party, needId } = await asked()
      await registered(party, kind)
      expect(await faults({ needId, homeNeedsTwo: false })).toEqual(['body.twoPeople two_required'])
      const { id } = await stage.task({ needId, ...atHome, places: 2, twoPeople: true, homeNeedsTwo: false })
      const { rows } = await pool.query('SELECT home_needs_two FROM tasks WHERE id = $1', [id])
      expect(rows).toEqual([{ home_needs_two: true }])
      await expect(pool.query('UPDATE tasks SET two_people = false WHERE id = $1', [id])).rejects.toThrow(
        'tasks_home_of_two',
      )
    },
  )

  test('whoever said it on a visit once lives alone as well in what is asked for them later', async () => {
    const { token } = await fresh(app, stage.staff)
    const wanted = { ...wantedElder(), kind: 'alone', phone: '13900007001' }
    const { id } = await ok(app.call<{ id: string }>('addElder', { body: wanted, token }))
    const visit = visitOf(id, { needs: ['meal'] })
    await ok(app.call('recordVisits', { body: { visits: [visit] }, token }))
    const person = { name: wanted.name, phone: wanted.phone }
    const filed = { ...wantedHelp({ help: 'medical' }), person, way: 'phone' }
    const need = await ok(app.call<{ id: string }>('fileNeed', { body: filed, token }))
    expect(await faults({ needId: need.id, homeNeedsTwo: false })).toEqual(['body.twoPeople two_required'])
  })

  test('its address is shown to nobody alone', async () => {
    const { party, needId } = await asked()
    await registered(party, 'alone')
    const task = await stage.task({ needId, ...atHome, places: 2, twoPeople: true })
    const second = await stage.joining('周海涛', {}, '13900000010')
    const one = await stage.take(stage.volunteer, task.id)
    expect((await place(stage.volunteer, one.id)).problem.code).toBe('second_volunteer_missing')
    await stage.take(second, task.id)
    expect((await place(stage.volunteer, one.id)).status).toBe(200)
  })
})

test('homes are not collected: of the seventh within a day the desk tells, and the record stands', async () => {
  const signups: string[] = []
  for (let n = 0; n < 7; n++) {
    const { needId } = await asked()
    const at = (hour: number) =>
      new Date(Date.parse('2026-11-25T00:00:00+08:00') + (hour + n * 24) * 3_600_000)
    const span = { startsAt: at(9).toISOString(), endsAt: at(10).toISOString() }
    const far = n === 6 ? { startsAt: at(33).toISOString(), endsAt: at(34).toISOString() } : span
    const { id } = await stage.task({ needId, ...atHome, places: 1, ...far })
    signups.push((await stage.take(stage.volunteer, id)).id)
  }
  const codes: unknown[] = []
  for (const id of signups) codes.push((await place(stage.volunteer, id)).problem?.code)
  expect(codes).toEqual([...Array.from({ length: 6 }, () => undefined), 'homes_read_enough'])
  expect((await place(stage.volunteer, signups[0] ?? '')).status).toBe(200)
  app.clock.set(new Date(app.clock.now().getTime() + 25 * 3_600_000))
  expect((await place(stage.volunteer, signups[6] ?? '')).status).toBe(200)
})
