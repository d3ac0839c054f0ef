import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Duty } from '../../../bff/contracts/src/care-desk'
import { monday, testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDuty,
  makePlaced,
  moveTo,
} from '../../support/care'
import { childrenSeen } from '../../support/care-day'
import { ok, set } from '../../support/story'
import { together, values } from '../../support/together'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
let programme = ''
let staff: Person
let carer: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await moveTo(app, monday)
  staff = await makePerson(app, { name: '社区值班员', grants: [['staff', here]] })
  carer = await makeCarer(app, '王老师')
  programme = await makeCareProgramme(app)
})

const wish = (over: object = {}) => ({
  accountId: carer.accountId,
  classNo: 1,
  leader: true,
  startsOn: '2026-11-23',
  endsOn: '2026-12-18',
  weekdays: [5, 1, 3, 1],
  ...over,
})
const add = (who: Person, over: object = {}, key?: string, id = programme) =>
  app.call<Duty>('addDuty', { params: { id }, body: wish(over), token: who.token, ...(key && { key }) })
const list = (who: Person, id = programme) =>
  app.call<{ duties: Duty[]; carers: { accountId: string; name: string }[]; carersNeeded: number }>(
    'listDuties',
    {
      params: { id },
      token: who.token,
    },
  )
const end = (who: Person, id: string) => app.call('endDuty', { params: { id }, token: who.token })

test('a carer is put on duty, sees the class, and is taken off from now on', async () => {
  await makeCareSession(app, programme)
  await makePlaced(app, programme)
  const duty = await ok(add(staff))
  expect(duty).toEqual({ ...wish({ weekdays: [1, 3, 5] }), id: expect.any(String), name: '王老师' })
  await moveTo(app, clock('16:40'), carer, staff)
  expect(await childrenSeen(app, carer)).toHaveLength(1)
  expect((await end(staff, duty.id)).problem.code).toBe('leader_needed')
  const next = await makeDuty(app, programme, await makeCarer(app, '接班的老师'), { leader: true })
  expect((await end(staff, duty.id)).status).toBe(200)
  expect((await end(staff, duty.id)).status).toBe(200)
  expect((await app.call('getCareDay', { token: carer.token })).problem.code).toBe('not_on_duty')
  expect((await ok(list(staff))).duties.map((one) => one.id)).toEqual([next])
})

test('a repeated tap is one duty', async () => {
  const key = randomUUID()
  const answers = values(await together(5, () => add(staff, {}, key)))
  expect(new Set(answers.map((a) => a.body.id)).size).toBe(1)
  expect((await ok(list(staff))).duties).toHaveLength(1)
  expect((await add(staff, { classNo: 2 }, key)).problem.code).toBe('idempotency_key_reused')
})

describe('an impossible duty', () => {
  test.each<[string, object, string]>([
    ['somebody who is no carer', { accountId: '' }, 'body.accountId'],
    ['a class that does not exist', { classNo: 3 }, 'body.classNo'],
    ['before the programme', { startsOn: '2026-11-08' }, 'body.startsOn'],
    ['after the programme', { endsOn: '2026-12-19' }, 'body.endsOn'],
  ])('%s', async (_, over, path) => {
    const given = 'accountId' in over ? { accountId: staff.accountId } : over
    const { problem } = await add(staff, given)
    expect(problem.code).toBe('duty_impossible')
    expect(problem.errors?.map((e) => e.path)).toEqual([path])
  })

  test('names every fault at once', async () => {
    const far = await makeCarer(app, '外乡老师', elsewhere)
    const { problem } = await add(staff, {
      accountId: far.accountId,
      classNo: 9,
      startsOn: '2026-01-01',
      endsOn: '2027-01-01',
    })
    expect(problem.errors).toHaveLength(4)
  })

  test('of a carer whose grant was taken back', async () => {
    await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [
      carer.accountId,
    ])
    expect((await add(staff)).problem.code).toBe('duty_impossible')
  })
})

describe('a class is led', () => {
  const change = (who: Person, id: string, to: Person, stays = false, key?: string) =>
    app.call<Duty>('changeLeader', {
      params: { id },
      body: { accountId: to.accountId, stays },
      token: who.token,
      ...(key && { key }),
    })
  const leads = async () =>
    (await ok(list(staff))).duties.map(
      (one) => `${one.name} ${one.classNo} ${one.leader ? 'leads' : 'helps'}`,
    )

  beforeEach(() => makeCareSession(app, programme))

  test('from its first carer on', async () => {
    const { problem } = await add(staff, { leader: false })
    expect(problem.errors).toEqual([
      { path: 'body.leader', code: 'duty_impossible', message: '这个班还没有负责人，请先排负责人' },
    ])
    await ok(add(staff))
    const second = await makeCarer(app, '李老师')
    const helping = { accountId: second.accountId, leader: false }
    expect((await add(staff, { ...helping, classNo: 2 })).problem.code).toBe('duty_impossible')
    expect((await add(staff, helping)).status).toBe(201)
  })

  test('by somebody else from now on, in one step', async () => {
    const next = await makeCarer(app, '接班的老师')
    const duty = await ok(add(staff))
    expect(await ok(change(staff, duty.id, next))).toMatchObject({
      name: '接班的老师',
      leader: true,
      startsOn: '2026-11-23',
    })
    expect(await leads()).toEqual(['接班的老师 1 leads'])
    await moveTo(app, clock('16:40'), carer, next)
    expect((await app.call('getCareDay', { token: carer.token })).problem.code).toBe('not_on_duty')
    expect((await app.call('getCareDay', { token: next.token })).status).toBe(200)
  })

  test('and who led stays as a carer where staff say so', async () => {
    const next = await makeCarer(app, '接班的老师')
    const [duty, key] = [await ok(add(staff)), randomUUID()]
    const made = await ok(change(staff, duty.id, next, true, key))
    expect((await ok(change(staff, duty.id, next, true, key))).id).toBe(made.id)
    expect((await leads()).sort()).toEqual(['接班的老师 1 leads', '王老师 1 helps'])
  })

  test('by one of many who are put there at once', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, (_, n) => makeCarer(app, `老师${n}`)))
    const duty = await ok(add(staff))
    const answers = values(await together(5, (n) => change(staff, duty.id, many[n] ?? carer)))
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
    expect(answers.filter((a) => a.problem.code === 'action_not_open')).toHaveLength(4)
    expect(await leads()).toHaveLength(1)
  })

  test('never by the same again, by no carer, or in place of who does not lead', async () => {
    const duty = await ok(add(staff))
    const next = await makeCarer(app, '接班的老师')
    for (const who of [carer, staff])
      expect((await change(staff, duty.id, who)).problem.errors?.map((e) => e.path)).toEqual([
        'body.accountId',
      ])
    const helper = await ok(add(staff, { accountId: next.accountId, leader: false }))
    expect((await change(staff, helper.id, carer)).problem.code).toBe('action_not_open')
    expect(await leads()).toHaveLength(2)
  })
})

test('the plan names the carers who can be put on it, and how many are needed', async () => {
  const town = await makeCarer(app, '鹿城老师', '532301101')
  await makeCarer(app, '西园老师', nextDoor)
  const before = await ok(list(staff))
  expect(before.carers).toEqual(
    expect.arrayContaining([
      { accountId: carer.accountId, name: '王老师' },
      { accountId: town.accountId, name: '鹿城老师' },
    ]),
  )
  expect(before.carers.map((c) => c.name)).not.toContain('西园老师')
  expect(before.carersNeeded).toBe(4)
  for (let n = 0; n < 11; n++) await makePlaced(app, programme)
  expect((await ok(list(staff))).carersNeeded).toBe(2)
  await set(app, here, 'care_children_per_carer', 5)
  expect((await ok(list(staff))).carersNeeded).toBe(3)
})

test('staff of the community arrange; a supervisor reads; to everybody else it does not exist', async () => {
  const supervisor = await makePerson(app, { grants: [['supervisor', '532301101']] })
  const far = await makePerson(app, { grants: [['staff', elsewhere]] })
  const duty = await ok(add(staff))
  expect((await list(supervisor)).status).toBe(200)
  expect((await add(supervisor)).problem.code).toBe('not_allowed')
  expect((await end(supervisor, duty.id)).problem.code).toBe('not_allowed')
  for (const who of [carer, far, await makePerson(app)]) {
    expect((await list(who)).problem.code).toBe('not_found')
    expect((await add(who)).problem.code).toBe('not_found')
    expect((await end(who, duty.id)).problem.code).toBe('not_found')
  }
  expect((await list(staff, randomUUID())).problem.code).toBe('not_found')
  expect((await end(staff, randomUUID())).problem.code).toBe('not_found')
})
