/** An alert reaches somebody who can act: whoever it was sent to opens it, one takes it, it is closed with what happened. */
import { afterEach, describe, expect, test } from 'vitest'
import type { CareAlert } from '../../../bff/contracts/src/care-alerts'
import { watchChildren } from '../../../bff/src/modules/care/jobs'
import { testApp } from '../../support/app'
import { clock, makeCarer, makeDoorPerson, makeDuty, makePlaced, moveTo } from '../../support/care'
import { ids, sayOne } from '../../support/care-day'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makePerson, type Person } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const { pool } = app.database
const at = theDoor(app)
const { stage: s } = at

/** Whoever else worked here in a test does so no more. */
afterEach(async () => {
  await pool.query('UPDATE grants SET revoked_at = now() WHERE account_id <> $1 AND revoked_at IS NULL', [
    s.staff.accountId,
  ])
})

const alertOf = async (kind: string): Promise<string> => {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM care_alerts WHERE child_id = $1 AND kind = $2 ORDER BY closed_at DESC NULLS FIRST',
    [s.child.childId, kind],
  )
  return rows[0]?.id ?? ''
}
const peopleOf = async (id: string): Promise<string[]> => {
  const { rows } = await pool.query<{ account_id: string }>(
    'SELECT account_id FROM care_alert_people WHERE alert_id = $1',
    [id],
  )
  return rows.map((r) => r.account_id).sort()
}
const read = (id: string, who: Person) =>
  app.call<CareAlert>('getCareAlert', { params: { id }, token: who.token })
const take = (id: string, who: Person, from: string | null = null) =>
  app.call('takeCareAlert', { params: { id }, body: { from }, token: who.token })
const close = (id: string, who: Person) =>
  app.call('closeCareAlert', {
    params: { id },
    body: { outcome: 'settled', words: '和妈妈通了电话，来人已离开' },
    token: who.token,
  })
const seen = async (name = '不该来的人') =>
  sayOne(app, s.carer, {
    kind: 'barred_seen',
    ...at.about(),
    personId: await makeDoorPerson(app, s.child.childId, { kind: 'barred', name }),
  })

describe('an alert', () => {
  test('names child, class, carer, who came and whom to call, and reading it is on record', async () => {
    await seen()
    const id = await alertOf('barred')
    expect(await ok(read(id, s.staff))).toMatchObject({
      kind: 'barred',
      state: 'open',
      child: '李小满',
      classNo: 1,
      mark: 'present',
      carer: '王老师',
      person: '不该来的人',
      place: '儿童之家',
      guardians: [{ name: '妈妈' }, { name: '爸爸' }],
      can: { take: true, handOn: false, close: false },
    })
    const { rows } = await pool.query(
      'SELECT tag, reader_name FROM access_records WHERE child_id = $1 AND reader_id = $2 ORDER BY tag',
      [s.child.childId, s.staff.accountId],
    )
    expect(rows).toEqual([
      { tag: 'child', reader_name: '社区值班员' },
      { tag: 'contact', reader_name: '社区值班员' },
    ])
  })

  test('opens for every one it was sent to, while they work there, and for nobody else', async () => {
    await seen()
    const id = await alertOf('barred')
    expect(await peopleOf(id)).toEqual(ids(s.leader, s.staff))
    for (const who of [s.leader, s.staff]) expect((await read(id, who)).status).toBe(200)
    for (const who of [s.carer, s.neighbour, s.mother, s.father])
      expect((await read(id, who)).problem.code).toBe('not_found')
    await pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [s.leader.accountId])
    expect((await read(id, s.leader)).problem.code).toBe('not_found')
  })

  test('is never for whoever is barred, be it a guardian, a leader or staff, also when the bar came later', async () => {
    const aunt = await makePerson(app, { name: '在社区上班的姑妈', grants: [['staff', here]] })
    await seen('在社区上班的姑妈')
    const id = await alertOf('barred')
    expect(await peopleOf(id)).toEqual(ids(s.leader, s.staff))
    await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '组长李老师' })
    expect((await read(id, s.leader)).problem.code).toBe('not_found')
    expect((await read(id, aunt)).problem.code).toBe('not_found')
    await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '爸爸' })
    await seen('另一个人')
    expect(await at.told('barred_person_seen')).not.toContain(aunt.accountId)
    const { guardians } = await ok(read(id, s.staff))
    expect(guardians.map((g) => g.name)).toEqual(['妈妈'])
  })

  test('is taken by exactly one of many, and the others see who', async () => {
    const many = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        makePerson(app, { name: `值班员${n}`, grants: [['grid_worker', here]] }),
      ),
    )
    await seen()
    const id = await alertOf('barred')
    const answers = values(await together(many.length, (n) => take(id, many[n] as Person)))
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
    expect(answers.filter((a) => a.problem.code === 'alert_taken')).toHaveLength(5)
    const winner = many[answers.findIndex((a) => a.status === 200)] as Person
    expect((await take(id, winner)).status).toBe(200)
    const view = await ok(read(id, s.staff))
    expect(view).toMatchObject({ state: 'taken', takenBy: { accountId: winner.accountId, mine: false } })
    expect(view.steps.map((step) => step.kind)).toEqual(['raised', 'taken'])
  })

  test('is handed on to a colleague who is told, taken over from whoever has it, and closed by whoever has it', async () => {
    await seen()
    const id = await alertOf('barred')
    await ok(take(id, s.staff))
    expect((await close(id, s.leader)).problem.code).toBe('alert_not_yours')
    const { colleagues } = await ok(read(id, s.staff))
    expect(colleagues.map((c) => c.accountId)).toContain(s.leader.accountId)
    const handOn = (to: Person, by: Person) =>
      app.call('handOnCareAlert', { params: { id }, body: { to: to.accountId }, token: by.token })
    expect((await handOn(s.neighbour, s.staff)).problem.code).toBe('not_found')
    await ok(handOn(s.leader, s.staff))
    expect(await at.told('care_alert_handed')).toEqual(ids(s.leader))
    expect((await close(id, s.staff)).problem.code).toBe('alert_not_yours')
    await ok(take(id, s.staff, s.leader.accountId))
    expect((await close(id, s.leader)).problem.code).toBe('alert_not_yours')
    await ok(close(id, s.staff))
    await ok(close(id, s.staff))
    expect((await take(id, s.leader)).problem.code).toBe('alert_closed')
    const view = await ok(read(id, s.leader))
    expect(view).toMatchObject({ state: 'closed', can: { take: false, close: false } })
    expect(view.steps.at(-1)).toMatchObject({
      kind: 'closed',
      by: '社区值班员',
      outcome: 'settled',
      words: '和妈妈通了电话，来人已离开',
    })
    await expect(pool.query(`UPDATE care_alert_steps SET kind = 'raised'`)).rejects.toThrow()
    await seen('又来一个人')
    expect(await alertOf('barred')).not.toBe(id)
  })

  test('that nobody takes goes to the staff and then to the township, once each', async () => {
    const above = await makePerson(app, { name: '镇值班', grants: [['supervisor', '532301101']] })
    await at.byCode('000000', s.leader)
    const id = await alertOf('refused')
    await moveTo(app, clock('17:44:59'), s.leader, above)
    await watchChildren(app.deps)
    expect(await peopleOf(id)).toEqual(ids(s.staff))
    await moveTo(app, clock('17:55'), above)
    for (let n = 0; n < 3; n++) await watchChildren(app.deps)
    expect(await peopleOf(id)).toEqual(ids(s.staff, above))
    expect((await ok(read(id, above))).steps.map((step) => step.kind)).toEqual(['raised', 'escalated'])
    expect(await at.told('release_refused')).toContain(above.accountId)
  })

  test('that was taken goes nowhere', async () => {
    await makePerson(app, { name: '镇值班', grants: [['supervisor', '532301101']] })
    await seen()
    const id = await alertOf('barred')
    await ok(take(id, s.staff))
    await moveTo(app, clock('18:20'))
    await watchChildren(app.deps)
    expect(await peopleOf(id)).toEqual(ids(s.leader, s.staff))
  })
})

describe('the clock', () => {
  test('a late child is one alert up the ladder, and who is barred is not asked to fetch it', async () => {
    await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '爸爸' })
    for (const time of ['19:00', '19:30']) {
      await moveTo(app, clock(time), s.staff, s.leader, s.carer)
      await watchChildren(app.deps)
    }
    const id = await alertOf('late')
    expect(await peopleOf(id)).toEqual(expect.arrayContaining(ids(s.leader, s.staff)))
    expect(await at.told('child_late_60')).not.toContain(s.father.accountId)
    expect((await ok(read(id, s.staff))).can.take).toBe(true)
    await at.listed(await makeDoorPerson(app, s.child.childId))
    const view = await ok(read(id, s.staff))
    expect(view).toMatchObject({ state: 'closed', mark: 'released' })
    expect(view.steps.at(-1)).toMatchObject({ kind: 'closed', outcome: 'picked_up', by: '王老师' })
  })

  test('a missing child whose class has no leader goes to the staff at once', async () => {
    await pool.query('UPDATE care_duties SET ended_at = created_at WHERE account_id = $1', [
      s.leader.accountId,
    ])
    const lost = await makePlaced(app, s.programme, { guardians: [s.mother] })
    await watchChildren(app.deps)
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM care_alerts WHERE child_id = $1 AND kind = 'missing'`,
      [lost.childId],
    )
    expect(await peopleOf(rows[0]?.id ?? '')).toEqual(ids(s.staff))
    await makeDuty(app, s.programme, await makeCarer(app, '替班老师'))
    await sayOne(app, s.carer, { kind: 'present', sessionId: s.session, childId: lost.childId })
    expect(await ok(read(rows[0]?.id ?? '', s.staff))).toMatchObject({ state: 'closed', mark: 'present' })
  })
})
