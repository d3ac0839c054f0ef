/** Calls are on record, and after three in vain somebody of the community brings word, of what nobody there learns. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { ask, forget, fresh, offer, threadOf, toldTo } from '../../support/consultations'
import { act, caseOf, deliverAll, ok } from '../../support/story'
import { here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
let party: Person
let adviser: Person
let staff: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await forget(app)
  party = await makePerson(app, { name: '李秀英', phone: `138${String(Date.now()).slice(-8)}` })
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  staff = await makePerson(app, { name: '杨春梅', grants: [['grid_worker', here]] })
})

const call = (id: string, outcome = 'no_answer') =>
  act(app, 'recordAttempt', adviser, id, { body: { outcome } })
const visits = async (who: Person, community = here) =>
  (
    await ok(
      app.call<{ visits: { id: string; askedAt: string; doneAt: string | null }[] }>('listVisits', {
        query: { community },
        token: who.token,
      }),
    )
  ).visits
const reading = (name: 'readVisit' | 'readPersonsPhone', who: Person, id: string) =>
  app.call<{ name: string; phone: string }>(name, { params: { id }, token: who.token })

test('each call is told and stands in the thread; the third in vain asks for one visit, and no fourth call is open', async () => {
  const { id } = await ask(app, party, { reach: 'phone' })
  for (const outcome of ['no_answer', 'engaged', 'wrong_number']) await ok(call(id, outcome))
  const thread = await threadOf(app, party, id)
  expect(thread.attempts.map(({ outcome, by }) => [outcome, by])).toEqual([
    ['no_answer', '高正荣'],
    ['engaged', '高正荣'],
    ['wrong_number', '高正荣'],
  ])
  expect(thread.visit).toMatchObject({ doneAt: null })
  expect((await call(id)).problem.code).toBe('action_not_open')
  expect((await caseOf(app, adviser, id)).can).not.toContain('attempt')
  expect(await toldTo(app, party)).toContain('case_tried')
  expect(await toldTo(app, staff)).toEqual(['case_visit'])
})

test('who brings word learns whom to, which is on record, and nothing of the matter', async () => {
  const { id, number } = await ask(app, party, { reach: 'phone' })
  for (let n = 0; n < 3; n++) await ok(call(id))
  const [visit] = await visits(staff)
  expect(visit).toMatchObject({ askedAt: '2026-11-22T16:00:00.000Z', doneAt: null })
  const { body } = await reading('readVisit', staff, visit?.id ?? '')
  expect(body.name).toBe('李秀英')
  expect(body.phone).toMatch(/^138/)
  await deliverAll(app)
  const { notices } = await ok(app.call<{ notices: object[] }>('listNotices', { token: staff.token }))
  expect(notices).toMatchObject([{ kind: 'case_visit', caseId: null, facts: { number: '', title: '' } }])
  expect(JSON.stringify([await visits(staff), notices, body])).not.toMatch(
    new RegExp(`${id}|${number}|法律|咨询|工资`),
  )
  const { rows } = await app.database.pool.query(
    `SELECT tag, reader_name FROM access_records WHERE subject_id = $1 AND reader_id = $2`,
    [party.accountId, staff.accountId],
  )
  expect(rows).toEqual([{ tag: 'contact', reader_name: '杨春梅' }])
  await ok(app.call('finishVisit', { params: { id: visit?.id ?? '' }, body: {}, token: staff.token }))
  expect((await threadOf(app, party, id)).visit?.doneAt).not.toBeNull()
  expect(await toldTo(app, adviser)).toContain('case_added')
  expect((await reading('readVisit', staff, visit?.id ?? '')).status).toBe(404)
  expect((await call(id)).status).toBe(200)
})

test('a visit is seen by staff of the community alone, ends when the person is heard of, and is done once', async () => {
  const { id } = await ask(app, party, { reach: 'phone' })
  for (let n = 0; n < 3; n++) await ok(call(id))
  const [visit] = await visits(staff)
  const others = await Promise.all([
    makePerson(app, { grants: [['staff', nextDoor]] }),
    makePerson(app, { grants: [['supervisor', here.slice(0, 9)]] }),
    makePerson(app, { grants: [['care_worker', here]] }),
  ])
  for (const other of [...others, party, adviser]) {
    expect((await app.call('listVisits', { query: { community: here }, token: other.token })).status).toBe(
      404,
    )
    expect((await reading('readVisit', other, visit?.id ?? '')).status).toBe(404)
    expect(
      (await app.call('finishVisit', { params: { id: visit?.id ?? '' }, body: {}, token: other.token }))
        .status,
    ).toBe(404)
  }
  await ok(act(app, 'addToConsultation', party, id, { body: { words: '我在，请说。', files: [] } }))
  expect(await visits(staff)).toEqual([])
  expect((await threadOf(app, party, id)).visit).toBeNull()
  const done = { params: { id: visit?.id ?? '' }, body: {}, token: staff.token }
  expect((await app.call('finishVisit', done)).problem.code).toBe('action_not_open')
  for (let n = 0; n < 3; n++) await ok(call(id))
  expect(await visits(staff)).toHaveLength(1)
})

test('who was spoken to was reached: the count begins anew', async () => {
  const { id } = await ask(app, party, { reach: 'phone' })
  for (const outcome of ['no_answer', 'no_answer', 'spoke', 'no_answer', 'no_answer'])
    await ok(call(id, outcome))
  expect(await visits(staff)).toEqual([])
  await ok(call(id))
  expect(await visits(staff)).toHaveLength(1)
  await ok(act(app, 'cancelConsultation', party, id))
  expect(await visits(staff)).toEqual([])
})

describe('whoever was heard of can be called again', () => {
  test('as somebody who takes a time', async () => {
    const { id } = await ask(app, party, { reach: 'phone' })
    for (let n = 0; n < 3; n++) await ok(call(id))
    await ok(offer(app, adviser, id, { kind: 'phone' }))
    const [time] = (await threadOf(app, party, id)).appointments
    await ok(act(app, 'takeTime', party, time?.id ?? ''))
    expect(await visits(staff)).toEqual([])
    for (let n = 0; n < 3; n++) await ok(call(id))
    expect(await visits(staff)).toHaveLength(1)
  })

  test('by whoever received the matter, to whom the calls of the sender are nothing', async () => {
    const mediator = await makePerson(app, { name: '段永红', grants: [['mediator', here.slice(0, 6)]] })
    const { id } = await ask(app, party, { reach: 'phone', unnamed: true })
    for (let n = 0; n < 3; n++) await ok(call(id))
    const proposal = { body: { kind: 'mediation', parts: ['question', 'phone'] } }
    await ok(act(app, 'proposeReferral', adviser, id, proposal))
    const [referral] = (await threadOf(app, party, id)).referrals
    app.clock.advance(1)
    await ok(act(app, 'consentReferral', party, referral?.id ?? ''))
    await ok(act(app, 'acknowledgeReferral', mediator, referral?.id ?? ''))
    const tried = { body: { outcome: 'no_answer' } }
    for (let n = 0; n < 3; n++) await ok(act(app, 'recordAttempt', mediator, id, tried))
    expect((await act(app, 'recordAttempt', mediator, id, tried)).problem.code).toBe('action_not_open')
    expect((await threadOf(app, mediator, id)).attempts).toHaveLength(3)
  })
})

describe('nobody comes', () => {
  test('to whoever stays unnamed', async () => {
    const { id } = await ask(app, party, { reach: 'phone', unnamed: true })
    for (let n = 0; n < 3; n++) await ok(call(id))
    expect((await call(id)).problem.code).toBe('action_not_open')
    expect(await visits(staff)).toEqual([])
    expect(await toldTo(app, staff)).toEqual([])
  })

  test('nor can be called who wants to be reached here only', async () => {
    const { id } = await ask(app, party)
    expect((await call(id)).problem.code).toBe('action_not_open')
    expect((await reading('readPersonsPhone', adviser, id)).problem.code).toBe('contact_not_justified')
  })
})

test('the number is read by whoever works on it alone, while it is open, and that is on record', async () => {
  const { id } = await ask(app, party, { reach: 'phone' })
  expect((await reading('readPersonsPhone', adviser, id)).body.phone).toMatch(/^138/)
  const supervisor = await makePerson(app, { grants: [['supervisor', here.slice(0, 9)]] })
  const other = await makePerson(app, { grants: [['legal_adviser', here]] })
  for (const who of [party, staff, supervisor, other])
    expect((await reading('readPersonsPhone', who, id)).status).toBe(404)
  await ok(act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words: '可以。' } }))
  app.clock.advance(15 * 24 * 60)
  adviser = await fresh(app, adviser)
  expect((await reading('readPersonsPhone', adviser, id)).problem.code).toBe('contact_not_justified')
  const { rows } = await app.database.pool.query(
    `SELECT tag FROM access_records WHERE subject_id = $1 AND reader_id = $2 AND tag = 'contact'`,
    [party.accountId, adviser.accountId],
  )
  expect(rows).toHaveLength(1)
})
