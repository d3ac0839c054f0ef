/** Nothing is handed over but what its person agreed to; it is acknowledged in time or comes back, and each step is seen. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Referral } from '../../../bff/contracts/src/consultation-thread'
import { lapseOverdue } from '../../../bff/src/modules/cases/clock'
import { returnUnreceived } from '../../../bff/src/modules/consultations/referral/jobs'
import { handedFor } from '../../../bff/src/modules/consultations/referral/receivers'
import { grantsOf } from '../../../bff/src/modules/identity/service'
import { monday, testApp } from '../../support/app'
import { ask, forget, fresh, threadOf, toldTo } from '../../support/consultations'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const county = here.slice(0, 6)
let party: Person
let adviser: Person
let mediator: Person
let id: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await forget(app)
  party = await makePerson(app, { name: '李秀英' })
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  mediator = await makePerson(app, { name: '段永红', grants: [['mediator', county]] })
  id = (await ask(app, party, { opposite: '张老板', reach: 'phone' })).id
  await ok(act(app, 'answerConsultation', adviser, id, { body: { as: 'ask', words: '有合同吗？' } }))
  await ok(act(app, 'addToConsultation', party, id, { body: { words: '没有合同。', files: [] } }))
})

const propose = (parts = ['question'], kind = 'mediation', who = adviser) =>
  act(app, 'proposeReferral', who, id, { body: { kind, parts } })
const referrals = async (): Promise<Referral[]> => (await threadOf(app, party, id)).referrals
const last = async (): Promise<string> => (await referrals()).at(-1)?.id ?? ''
const consent = async (who = party) => act(app, 'consentReferral', who, await last())
const handed = async (who: Person) =>
  handedFor(app.deps, who.accountId, await grantsOf(app.deps, who.accountId))
const reads = async (who: Person): Promise<number> =>
  (await app.call('readThread', { params: { id }, token: who.token })).status
const answers = (who: Person) =>
  act(app, 'answerConsultation', who, id, { body: { as: 'answer', words: '可以调解。' } })

test('proposed, agreed to, acknowledged: the receiver reads what was named and what comes, the sender no more', async () => {
  await ok(propose())
  expect(await referrals()).toMatchObject([
    { state: 'proposed', kind: 'mediation', to: '楚雄市', parts: ['question'], dueAt: null },
  ])
  expect((await propose()).problem.code).toBe('action_not_open')
  expect(await reads(mediator)).toBe(404)
  const sent = await ok(consent())
  // Two working days from Monday 10:12.
  expect(sent).toMatchObject({ state: 'referred', dueAt: '2026-11-25T02:12:00.000Z', can: ['cancel'] })
  expect(await reads(adviser)).toBe(200)
  expect((await answers(adviser)).problem.code).toBe('action_not_open')
  expect(await reads(mediator)).toBe(404)
  const [waiting] = await handed(mediator)
  expect(waiting).toMatchObject({ number: sent.number, kind: 'mediation', parts: ['question'] })
  expect(JSON.stringify(waiting)).not.toMatch(/工资|李秀英|张老板/)
  const list = await ok(app.call('listHandled', { query: { show: 'handed' }, token: mediator.token }))
  expect(list).toMatchObject({
    counts: { handed: 1 },
    consultations: [{ id, state: 'referred', referral: { id: waiting?.id, parts: ['question'] } }],
  })
  const acknowledged = await ok(act(app, 'acknowledgeReferral', mediator, waiting?.id ?? ''))
  expect(acknowledged).toMatchObject({ state: 'waiting', facts: { handler: '段永红' } })
  expect(await reads(adviser)).toBe(404)
  const thread = await threadOf(app, mediator, id)
  expect(thread.intake).toMatchObject({ words: '老板三个月没有发工资，我该怎么办', opposite: null })
  expect(thread.lines.map(({ words }) => words)).toEqual(['老板三个月没有发工资，我该怎么办'])
  await ok(act(app, 'addToConsultation', party, id, { body: { words: '愿意调解。', files: [] } }))
  expect((await threadOf(app, mediator, id)).lines.at(-1)?.words).toBe('愿意调解。')
  expect((await app.call('readPersonsPhone', { params: { id }, token: mediator.token })).problem.code).toBe(
    'contact_not_justified',
  )
  expect((await referrals())[0]).toMatchObject({ state: 'acknowledged' })
  const { timeline } = await caseOf(app, party, id)
  expect(timeline.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['propose_referral', 'consent', 'acknowledge']),
  )
  expect(await handed(mediator)).toEqual([])
  expect((await toldTo(app, party)).filter((kind) => kind === 'case_referral')).toHaveLength(2)
})

test('who does not agree keeps their adviser, and can be asked again', async () => {
  await ok(propose())
  await ok(act(app, 'declineReferral', party, await last()))
  expect((await consent()).problem.code).toBe('action_not_open')
  expect(await answers(adviser)).toMatchObject({ status: 200 })
  await ok(propose(['question', 'thread']))
  expect((await referrals()).map(({ state }) => state)).toEqual(['declined', 'proposed'])
})

test('what is not acknowledged in time is the sender’s from that instant, whether or not the clock has looked', async () => {
  await ok(propose())
  await ok(consent())
  app.clock.set('2026-11-25T02:12:00Z')
  for (const who of [party, adviser, mediator]) Object.assign(who, await fresh(app, who))
  expect(await handed(mediator)).toEqual([])
  const mine = await caseOf(app, adviser, id)
  expect(mine).toMatchObject({ state: 'waiting' })
  expect(mine.can).toEqual(expect.arrayContaining(['answer', 'propose_referral']))
  expect((await referrals())[0]).toMatchObject({ state: 'returned' })
  expect((await act(app, 'acknowledgeReferral', mediator, await last())).problem.code).toBe('action_not_open')
  await ok(act(app, 'correctLine', adviser, id, { body: { n: 2, words: '有书面合同吗？' } }))
  // Two working days from Wednesday 10:12.
  expect(await caseOf(app, adviser, id)).toMatchObject({
    state: 'waiting',
    dueAt: '2026-11-27T02:12:00.000Z',
  })
  expect(await toldTo(app, party)).toContain('case_returned')
  expect(await returnUnreceived(app.deps)).toBe(0)
})

test('the clock gives it back with a due time of its own, and on, where the sender has left', async () => {
  await ok(propose())
  await ok(consent())
  const other = await makePerson(app, { name: '罗正荣', grants: [['legal_adviser', here.slice(0, 9)]] })
  await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [
    adviser.accountId,
  ])
  app.clock.set('2026-11-26T00:00:00Z')
  expect(await lapseOverdue(app.deps)).toBe(0)
  expect(await returnUnreceived(app.deps)).toBe(1)
  expect(await caseOf(app, await fresh(app, party), id)).toMatchObject({
    state: 'waiting',
    overdue: false,
    facts: { handler: '罗正荣' },
  })
  expect((await threadOf(app, await fresh(app, other), id)).lines).toHaveLength(3)
})

test('the other side gives it back, and it is the sender’s again at once', async () => {
  await ok(propose())
  await ok(consent())
  const referral = await last()
  await ok(app.call('returnReferral', { params: { id: referral }, body: {}, token: mediator.token }))
  expect((await referrals())[0]).toMatchObject({ state: 'returned' })
  expect(await answers(adviser)).toMatchObject({ status: 200 })
  expect((await act(app, 'acknowledgeReferral', mediator, referral)).problem.code).toBe('action_not_open')
  expect(await toldTo(app, party)).toContain('case_returned')
})

test('whoever withdraws while it is handed over ends it', async () => {
  await ok(propose())
  await ok(consent())
  await ok(act(app, 'cancelConsultation', party, id))
  expect((await referrals())[0]).toMatchObject({ state: 'withdrawn' })
  expect((await act(app, 'acknowledgeReferral', mediator, await last())).problem.code).toBe('action_not_open')
  expect(await reads(mediator)).toBe(404)
})

describe('who receives', () => {
  test('is nobody of another office, no other role, no stranger, and not the sender', async () => {
    const others = await Promise.all([
      makePerson(app, { grants: [['mediator', here.slice(0, 4)]] }),
      makePerson(app, { grants: [['notary', county]] }),
      makePerson(app, { grants: [['staff', here]] }),
    ])
    await ok(propose())
    await ok(consent())
    for (const other of [...others, adviser, party]) {
      expect(await handed(other)).toEqual([])
      expect((await act(app, 'acknowledgeReferral', other, await last())).status).toBe(404)
      expect(
        (await app.call('returnReferral', { params: { id: await last() }, body: {}, token: other.token }))
          .status,
      ).toBe(404)
    }
    expect((await act(app, 'consentReferral', adviser, await last())).problem.code).toBe('not_allowed')
  })

  test('is nobody who advises against its person, without a word', async () => {
    // The mediator works for 张老板, who is on the other side.
    const boss = await makePerson(app, { name: '张老板' })
    const theirs = await ask(app, boss)
    await app.database.pool.query(
      `UPDATE consultations SET handler_id = $2, handler_name = '段永红', handed_at = now() WHERE case_id = $1`,
      [theirs.id, mediator.accountId],
    )
    expect((await propose()).problem.code).toBe('nobody_to_refer_to')
    const second = await makePerson(app, { name: '李调解', grants: [['mediator', county]] })
    await ok(propose())
    await ok(consent())
    expect(await handed(mediator)).toEqual([])
    expect(await handed(second)).toHaveLength(1)
    expect(await toldTo(app, mediator)).toEqual([])
    expect((await act(app, 'acknowledgeReferral', mediator, await last())).problem.code).toBe(
      'adviser_not_free',
    )
    await ok(act(app, 'acknowledgeReferral', second, await last()))
  })

  test('each kind goes to its own calling, and to nobody where there is none', async () => {
    expect((await propose(['question'], 'notary')).problem.code).toBe('nobody_to_refer_to')
    for (const [kind, role] of [
      ['legal_aid', 'legal_aid'],
      ['notary', 'notary'],
      ['appraisal', 'appraiser'],
    ] as const) {
      const receiver = await makePerson(app, { grants: [[role, county]] })
      await ok(propose(['question'], kind))
      await ok(consent())
      expect(await handed(receiver)).toHaveLength(1)
      await ok(app.call('returnReferral', { params: { id: await last() }, body: {}, token: receiver.token }))
    }
  })
})
