/** What an elder says on a visit that they need is asked for with the visit: once, for them, and only where they said it. */
import { expect, test } from 'vitest'
import type { NeedDetail } from '../../../bff/contracts/src/need-case'
import { withPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { together } from '../../support/together'
import { visitOf, visitStage } from '../../support/visits'
import { localTime } from '../../support/world'

const app = await testApp()
const stage = visitStage(app)

const needsOf = async (elderId: string) =>
  (
    await app.database.pool.query<{ id: string; help: string; subject: string; role: string }>(
      `SELECT c.id, n.help, c.subject_id AS subject, c.actor_role AS role FROM needs n JOIN cases c ON c.id = n.case_id
       WHERE n.elder_id = $1 ORDER BY n.help`,
      [elderId],
    )
  ).rows
const needOf = (id: string): Promise<NeedDetail> =>
  stage.call<NeedDetail>(stage.staff, 'getCase', { params: { id } })

test('one tap opens what they need, with their home, and staff find it on the desk', async () => {
  const { id } = await stage.add({ name: '王桂芳', phone: '13911112222', address: '北门小区 5 栋 101' })
  await stage.record(stage.worker, visitOf(id, { needs: ['meal', 'medical'], note: '膝盖疼，下不了楼' }))
  const opened = await needsOf(id)
  expect(opened.map(({ help, role }) => [help, role])).toEqual([
    ['meal', 'staff'],
    ['medical', 'staff'],
  ])
  expect(new Set(opened.map(({ subject }) => subject)).size).toBe(1)
  const [meal] = opened
  expect(await needOf(meal?.id ?? '')).toMatchObject({
    state: 'open',
    facts: { cameBy: 'visit', person: null },
  })
  expect(await stage.call(stage.staff, 'readNeed', { params: { id: meal?.id ?? '' } })).toEqual({
    wish: '膝盖疼，下不了楼',
    place: '北门小区 5 栋 101',
    helper: null,
    person: '王桂芳',
    phone: '13911112222',
  })
})

test('sent again from two devices at once it is opened once', async () => {
  const { id } = await stage.add()
  const visit = visitOf(id, { needs: ['company'] })
  await together(3, () => stage.record(stage.worker, visit))
  expect(await needsOf(id)).toHaveLength(1)
})

test('what is open already is not opened again, and stands under one person', async () => {
  const { id } = await stage.add({ phone: null })
  await stage.record(stage.worker, visitOf(id, { needs: ['meal'] }))
  await stage.record(stage.worker, visitOf(id, { needs: ['meal', 'cleaning', 'cleaning'] }))
  const opened = await needsOf(id)
  expect(opened.map(({ help }) => help)).toEqual(['cleaning', 'meal'])
  expect(new Set(opened.map(({ subject }) => subject)).size).toBe(1)
})

test('all that was said is asked for, however much is open', async () => {
  const { id } = await stage.add()
  await stage.record(stage.worker, visitOf(id, { needs: ['meal', 'cleaning', 'medical'] }))
  await stage.record(stage.worker, visitOf(id, { needs: ['mobility', 'company', 'tutoring'] }))
  expect(await needsOf(id)).toHaveLength(6)
})

test('an elder who has an account finds it there', async () => {
  const own = await withPhone(app, { name: '李秀英' })
  const { id } = await stage.add({ name: '李秀英', phone: own.phone })
  await stage.record(stage.worker, visitOf(id, { needs: ['medical'] }))
  const [opened] = await needsOf(id)
  expect(opened?.subject).toBe(own.accountId)
  const mine = await stage.call<NeedDetail>(own, 'getCase', { params: { id: opened?.id ?? '' } })
  expect(mine).toMatchObject({ readAs: 'party', facts: { wish: '探访时说的：陪看病取药' } })
})

test('of an elder whose account is being left what they say is asked for all the same, and the visit stands', async () => {
  const own = await withPhone(app, { name: '李秀英' })
  const { id } = await stage.add({ name: '李秀英', phone: own.phone })
  const { pool } = app.database
  await pool.query('UPDATE visit_elders SET account_id = $2 WHERE id = $1', [id, own.accountId])
  await pool.query('UPDATE accounts SET leaves_at = $2 WHERE id = $1', [own.accountId, app.clock.now()])
  const said = visitOf(id, { needs: ['medical'] })
  expect((await stage.record(stage.worker, said)).results.map(({ refused }) => refused)).toEqual([null])
  const [opened] = await needsOf(id)
  expect(opened?.subject).not.toBe(own.accountId)
})

test('of a visit that is not kept nobody is written down, however often it is sent', async () => {
  const accounts = async () => (await app.database.pool.query('SELECT FROM accounts')).rowCount
  const { id } = await stage.add({ phone: '13911112229' })
  const before = await accounts()
  const early = visitOf(id, { needs: ['meal'], at: localTime('2026-12-23', 10) })
  for (let n = 0; n < 2; n++)
    expect((await stage.record(stage.worker, early)).results).toMatchObject([{ refused: 'in_future' }])
  expect(await accounts()).toBe(before)
})

test('whom nobody met has said nothing', async () => {
  const { id } = await stage.add()
  const body = { visits: [visitOf(id, { outcome: 'not_home', needs: ['meal'] })] }
  expect((await stage.refused(stage.worker, 'recordVisits', { body })).errors).toMatchObject([
    { path: 'body.visits.0.needs', code: 'nobody_said' },
  ])
  expect(await needsOf(id)).toEqual([])
})
