/** Staff ask a volunteer for a task: whom they are shown, what is said to whom, and that nobody is pressed. */
import { describe, expect, test } from 'vitest'
import type { OwnTasks } from '../../../bff/src/modules/tasks/list'
import type { Proposable } from '../../../bff/contracts/src/task-proposals'
import type { Task } from '../../../bff/contracts/src/tasks'
import { testApp } from '../../support/app'
import { fresh, toldTo } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { act, ok } from '../../support/story'
import { makeTask, taskStage } from '../../support/tasks'
import { together } from '../../support/together'
import { makeVolunteer } from '../../support/volunteers'
import { here, localTime, makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const { pool } = app.database

const who = async (id: string): Promise<{ asked: number; people: Proposable[] }> =>
  ok(app.call('listProposable', { params: { id }, token: (await fresh(app, stage.staff)).token }))
const names = async (id: string) => (await who(id)).people.map(({ name }) => name)
const registration = async ({ accountId }: Person) => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT case_id AS id FROM volunteers WHERE account_id = $1 AND state = 'verified'`,
    [accountId],
  )
  return rows[0]?.id ?? ''
}
const propose = async (id: string, person: Person, by = stage.staff) =>
  act(app, 'proposeTask', await fresh(app, by), id, { body: { volunteer: await registration(person) } })
const code = async (id: string, person: Person, by = stage.staff) =>
  (await propose(id, person, by)).problem?.code
const seen = async (person: Person, id: string) =>
  ok(app.call<Task>('getTask', { params: { id }, token: (await fresh(app, person)).token }))
const listed = async (person: Person) =>
  ok(
    app.call<OwnTasks>('listTasks', {
      params: { community: here },
      token: (await fresh(app, person)).token,
    }),
  )
const day = (n: number) => ({
  startsAt: localTime(`2026-11-${n}`, 9),
  endsAt: localTime(`2026-11-${n}`, 11),
})
const someone = (n: number) => stage.joining(`周海${n}`, {}, `1390000002${n}`)
const nobodyElse = () => pool.query('UPDATE volunteers SET no_proposals = true')

describe('whom staff are shown', () => {
  test('those whom it fits, who had the fewest chances first, and each reads who looked', async () => {
    await nobodyElse()
    const [busy, fewer, clashing] = [await someone(1), await someone(2), await someone(3)]
    await stage.take(busy, (await stage.task(day(27))).id)
    const task = await stage.task({ places: 2 })
    await stage.take(clashing, (await stage.task({ title: '清扫街道' })).id)
    expect(await names(task.id)).toEqual(['周海2', '周海1'])
    const { rows } = await pool.query('SELECT 1 FROM access_records WHERE subject_id = $1 AND case_id = $2', [
      fewer.accountId,
      await registration(fewer),
    ])
    expect(rows).toHaveLength(1)
  })

  test.each([
    ['', {}],
    ['their mother’s ', { forWhom: { name: '王桂芳', phone: null, relation: 'parent' } } as const],
  ])('nobody for %sneed of their own', async (_whose, wish) => {
    await nobodyElse()
    const [one, other] = [await someone(1), await someone(2)]
    const need = await askForHelp(app, await fresh(app, one), wish)
    const { id } = await stage.task({ needId: need.id, place: null, adultsOnly: true })
    expect(await names(id)).toEqual(['周海2'])
    expect([await code(id, one), await code(id, other)]).toEqual(['proposal_closed', undefined])
  })

  test('nobody without the skill, or who wants not to be asked', async () => {
    await nobodyElse()
    const one = await someone(1)
    expect(await names((await stage.task({ skill: 'tutoring' })).id)).toEqual([])
    const task = await stage.task()
    expect(await names(task.id)).toEqual(['周海1'])
    const changed = await stage.decide('setProposals', one, await registration(one), { wanted: false })
    expect(await names(task.id)).toEqual([])
    // Nobody reads in the timeline that they changed what they can do.
    expect(changed.timeline.map(({ action }) => action)).not.toContain('change')
    expect(await code(task.id, one)).toBe('proposal_closed')
  })
})

describe('whoever is asked', () => {
  test('is told once, finds it first in the list, and takes no place by it', async () => {
    const one = await someone(1)
    await stage.task(day(24))
    const task = await stage.task(day(26))
    expect(await code(task.id, one)).toBeUndefined()
    expect(await code(task.id, one)).toBe('proposal_closed')
    expect((await toldTo(app, one)).filter((kind) => kind === 'task_proposed')).toHaveLength(1)
    const [first] = (await listed(one)).tasks
    expect(first).toMatchObject({ id: task.id, proposed: true, taken: 0 })
    expect((await seen(one, task.id)).proposal).toBe('open')
  })

  test('says not this time: it is gone, staff read nothing of it, and signing up takes it back', async () => {
    const one = await someone(1)
    const task = await stage.task()
    await propose(task.id, one)
    await stage.decide('declineProposal', one, task.id)
    expect((await seen(one, task.id)).proposal).toBe('declined')
    expect((await listed(one)).tasks.some(({ proposed }) => proposed)).toBe(false)
    expect((await who(task.id)).asked).toBe(1)
    expect((await stage.take(one, task.id)).state).toBe('confirmed')
  })

  test('is asked for nothing that is full, called off or begun', async () => {
    const [one, two] = [await someone(1), await someone(2)]
    const [full, off] = [await stage.task(day(26)), await stage.task(day(27))]
    await propose(full.id, one)
    await stage.take(two, full.id)
    expect((await seen(one, full.id)).proposal).toBeNull()
    expect(await code(full.id, one)).toBe('task_enough')
    await propose(off.id, one)
    await stage.decide('callOffTask', stage.staff, off.id)
    expect((await seen(one, off.id)).proposal).toBeNull()
    expect(await code(off.id, one)).toBe('task_over')
  })
})

describe('nobody is pressed', () => {
  test('two in a week from one community; the third is refused, also of several at once', async () => {
    const one = await someone(1)
    const tasks = [24, 25, 26, 27].map((n) => stage.task(day(n)))
    const ids = (await Promise.all(tasks)).map(({ id }) => id)
    await together(ids.length, (n) => propose(ids[n] ?? '', one))
    const { rows } = await pool.query('SELECT 1 FROM task_proposals WHERE party_id = $1', [one.accountId])
    expect(rows).toHaveLength(2)
    const asked = await stage.task({ ...day(28), title: '清扫街道' })
    expect(await code(asked.id, one)).toBe('proposal_enough')
    app.clock.set(new Date(localTime('2026-12-01', 9)))
    const later = await stage.task({
      startsAt: localTime('2026-12-03', 9),
      endsAt: localTime('2026-12-03', 11),
    })
    expect(await code(later.id, one)).toBeUndefined()
  })

  test('three open ones at once, whoever asks', async () => {
    const next = `${here.slice(0, 9)}002`
    const other = await makePerson(app, { name: '王社区', grants: [['staff', here.slice(0, 9)]] })
    const one = await makePerson(app, { name: '周海远', phone: '13900000031' })
    await makeVolunteer(app, one, stage.staff, { reach: 'township' })
    const elsewhere = (n: number) => makeTask(app, other, { ...day(n), community: next })
    for (const n of [25, 26]) expect(await code((await stage.task(day(n))).id, one)).toBeUndefined()
    expect(await code((await elsewhere(27)).id, one, other)).toBeUndefined()
    expect(await code((await elsewhere(28)).id, one, other)).toBe('proposal_enough')
  })
})
