/** Nobody's absence, office or own quarrel keeps a question from somebody who may answer it. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { giveOnStranded, giveOutUnowned } from '../../../bff/src/modules/consultations/jobs'
import { monday, testApp } from '../../support/app'
import { ask, fresh, question, threadOf, toldTo } from '../../support/consultations'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let party: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL')
  await giveOnStranded(app.deps)
  party = await makePerson(app, { name: '李秀英' })
})

const adviser = (name: string, division = here): Promise<Person> =>
  makePerson(app, { name, grants: [['legal_adviser', division]] })
const away = (who: Person, from: string, to: string) =>
  ok(app.call('addAway', { body: { from, to }, token: who.token }))
const handlerOf = async (id: string): Promise<unknown> =>
  ((await caseOf(app, await fresh(app, party), id)).facts as { handler: unknown }).handler

test('two who are away on one day are given nothing, and nothing goes to and fro between them', async () => {
  const [a, b] = [await adviser('甲顾问'), await adviser('乙顾问')]
  const { id } = await ask(app, party)
  await away(b, '2026-11-23', '2026-11-23')
  await away(a, '2026-11-23', '2026-11-23')
  expect(await handlerOf(id)).toBeNull()
  expect(await giveOnStranded(app.deps)).toBe(0)
  expect(await giveOutUnowned(app.deps)).toBe(0)
  // The next morning they are there again, and one of them has it.
  app.clock.advance(24 * 60)
  expect(await giveOutUnowned(app.deps)).toBe(1)
  expect(await handlerOf(id)).toMatch(/顾问/)
  expect(await giveOnStranded(app.deps)).toBe(0)
})

test('what only a desk has is given out as soon as somebody can have it', async () => {
  const { id } = await ask(app, party)
  expect(await handlerOf(id)).toBeNull()
  await adviser('新来的顾问')
  expect(await giveOutUnowned(app.deps)).toBeGreaterThan(0)
  expect(await handlerOf(id)).toBe('新来的顾问')
})

test('an adviser is given nothing that is against themselves, whoever asked first', async () => {
  const own = await adviser('高某某')
  await adviser('镇上顾问', here.slice(0, 9))
  expect((await ask(app, party, { opposite: '高某某' })).facts).toMatchObject({ handler: '镇上顾问' })
  await ask(app, own, { opposite: '赵六六' })
  const other = await makePerson(app, { name: '赵六六' })
  expect((await ask(app, other)).facts).toMatchObject({ handler: '镇上顾问' })
})

test('what only a desk has is told to those of it who could have it: not its asker, nor who is barred', async () => {
  const [own, asker] = [await adviser('高某某'), await adviser('问的顾问')]
  const aid = await makePerson(app, { name: '援助的人', grants: [['legal_aid', here]] })
  for (const one of [own, asker, aid]) await away(one, '2026-11-23', '2026-12-31')
  const { id, facts } = await ask(app, asker, { opposite: '高某某' })
  expect(facts).toMatchObject({ handler: null })
  expect(await toldTo(app, aid)).toEqual(['case_handed'])
  expect([...(await toldTo(app, own)), ...(await toldTo(app, asker))]).toEqual([])
  expect((await act(app, 'takeConsultation', own, id)).problem.code).toBe('adviser_not_free')
})

test('who loses the legal office and keeps another has no question any more', async () => {
  const one = await makePerson(app, {
    name: '兼职顾问',
    grants: [
      ['legal_adviser', here],
      ['staff', here],
    ],
  })
  const { id } = await ask(app, party)
  await app.database.pool.query(
    `UPDATE grants SET revoked_at = $2 WHERE account_id = $1 AND role = 'legal_adviser'`,
    [one.accountId, app.clock.now()],
  )
  expect(await giveOnStranded(app.deps)).toBeGreaterThan(0)
  expect(await handlerOf(id)).toBeNull()
})

test('what its person takes back is read by nobody else any more', async () => {
  const one = await adviser('收回顾问')
  const { id } = await ask(app, party)
  await threadOf(app, one, id)
  await ok(act(app, 'cancelConsultation', party, id))
  expect((await app.call('readThread', { params: { id }, token: one.token })).status).toBe(404)
  expect((await threadOf(app, party, id)).lines).toHaveLength(1)
})

test('what is asked on goes to somebody else, where its adviser has the other side by now', async () => {
  const first = await adviser('原来的顾问')
  await adviser('镇上顾问', here.slice(0, 9))
  const a = await makePerson(app, { name: '钱七七' })
  const { id } = await ask(app, a, { opposite: '孙八八' })
  await ok(act(app, 'answerConsultation', first, id, { body: { as: 'answer', words: '可以。', files: [] } }))
  await ok(act(app, 'closeConsultation', first, id))
  const b = await makePerson(app, { name: '孙八八' })
  expect((await ask(app, b)).facts).toMatchObject({ handler: '原来的顾问' })
  const on = await ok(act(app, 'addToConsultation', a, id, { body: { words: '还有一点', files: [] } }))
  expect(on.facts).toMatchObject({ handler: '镇上顾问' })
})

test('whoever was asked something back and answers late asks on', async () => {
  const one = await adviser('反问顾问')
  const { id } = await ask(app, party)
  await ok(act(app, 'answerConsultation', one, id, { body: { as: 'ask', words: '有合同吗？', files: [] } }))
  app.clock.advance(15 * 24 * 60)
  expect((await caseOf(app, await fresh(app, party), id)).can).toContain('add')
})

test('others of the office see how far it is, and not what the two do meanwhile', async () => {
  const one = await adviser('打电话的顾问')
  const staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  const caller = await makePerson(app, { name: '李秀英', phone: '13887000301' })
  const { id } = await ask(app, caller, { reach: 'phone' })
  await ok(act(app, 'recordAttempt', one, id, { body: { outcome: 'no_answer' } }))
  expect((await caseOf(app, caller, id)).timeline.map(({ action }) => action)).toContain('attempt')
  expect((await caseOf(app, staff, id)).timeline.map(({ action }) => action)).toEqual(['request'])
})

test('somebody has five open ones at most, also where ten are asked in one instant', async () => {
  await adviser('忙的顾问')
  const asked = await Promise.all(
    Array.from({ length: 10 }, () =>
      app.call('requestConsultation', { body: question(), token: party.token }),
    ),
  )
  expect(asked.filter(({ status }) => status === 201)).toHaveLength(5)
  expect(asked.flatMap(({ problem }) => problem?.code ?? [])).toEqual(Array(5).fill('consultations_open'))
})

test('what was taken back counts for a week, so that nobody tries name after name', async () => {
  await adviser('被打听的顾问')
  const asking = () => app.call('requestConsultation', { body: question(), token: party.token })
  for (let n = 0; n < 5; n++) await ok(act(app, 'cancelConsultation', party, (await ask(app, party)).id))
  expect((await asking()).problem.code).toBe('consultations_taken_back')
  app.clock.advance(7 * 24 * 60)
  party = await fresh(app, party)
  expect((await asking()).status).toBe(201)
})

test('what only a desk has does not say how much was said', async () => {
  const { id } = await ask(app, party)
  const one = await adviser('后来的顾问', here.slice(0, 9))
  const listed = async (show: string) => {
    const query = { query: { show }, token: one.token }
    const { consultations } = await ok(
      app.call<{ consultations: { id: string; unread: number }[] }>('listHandled', query),
    )
    return consultations.find((row) => row.id === id)?.unread
  }
  expect(await listed('desk')).toBe(0)
  await ok(act(app, 'takeConsultation', one, id))
  expect(await listed('mine')).toBe(1)
})

test('staff print no slip by which they would learn who asked', async () => {
  const one = await adviser('结束的顾问')
  const staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  const { id } = await ask(app, party)
  await ok(act(app, 'answerConsultation', one, id, { body: { as: 'answer', words: '可以。', files: [] } }))
  await ok(act(app, 'closeConsultation', one, id))
  expect((await act(app, 'printSlip', staff, id)).problem?.code).toBe('not_found')
})
