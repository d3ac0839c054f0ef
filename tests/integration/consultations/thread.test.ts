/** What is asked is read by whoever asked and by whoever works on it, and said on between the two. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConsultationDetail } from '../../../bff/contracts/src/consultation-case'
import { lapseOverdue } from '../../../bff/src/modules/cases/clock'
import { giveOnStranded } from '../../../bff/src/modules/consultations/jobs'
import { monday, testApp } from '../../support/app'
import { ask, fresh, threadOf, toldTo } from '../../support/consultations'
import { act, caseOf, deliverAll, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let party: Person
let adviser: Person
let staff: Person
let supervisor: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL')
  // What earlier tests left is nobody's from here on.
  await giveOnStranded(app.deps)
  party = await makePerson(app, { name: '李秀英' })
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  supervisor = await makePerson(app, { name: '马国庆', grants: [['supervisor', here.slice(0, 9)]] })
})

test('a question is given to the adviser of the village, and answered within two working days', async () => {
  const asked = await ask(app, party, { opposite: '张老板', happenedOn: '2026-08-01', urgency: 'date' })
  expect(asked).toMatchObject({
    type: 'consultation',
    title: '一件办件',
    state: 'waiting',
    facts: { urgent: true, handler: '高正荣', askUntil: null },
    can: ['add', 'cancel'],
  })
  // Monday 10:12 and two working days is Wednesday 10:12.
  expect(asked.dueAt).toBe('2026-11-25T02:12:00.000Z')
  const thread = await threadOf(app, adviser, asked.id)
  expect(thread).toMatchObject({
    readAs: 'adviser',
    person: '李秀英',
    intake: { words: '老板三个月没有发工资，我该怎么办', opposite: '张老板', happenedOn: '2026-08-01' },
    lines: [{ n: 1, side: 'party', kind: 'question', by: null }],
  })
  expect((await caseOf(app, adviser, asked.id)).can).toEqual(
    expect.arrayContaining(['answer', 'ask', 'correct']),
  )
})

test('the two say on, a line is corrected by a new one, and it ends, is asked on and thanked for', async () => {
  const { id } = await ask(app, party)
  const say = (name: Parameters<typeof act>[1], who: Person, body: object): Promise<ConsultationDetail> =>
    ok(act(app, name, who, id, { body }) as never)
  expect(await say('answerConsultation', adviser, { as: 'ask', words: '有合同吗？' })).toMatchObject({
    state: 'asked',
  })
  expect(await say('addToConsultation', party, { words: '没有合同。' })).toMatchObject({
    state: 'waiting',
    dueAt: '2026-11-25T02:12:00.000Z',
  })
  expect(
    await say('answerConsultation', adviser, { as: 'answer', words: '可以申请劳动仲裁。' }),
  ).toMatchObject({
    state: 'answered',
    dueAt: null,
  })
  await say('correctLine', adviser, { n: 4, words: '可以先申请劳动监察，再申请仲裁。' })
  expect(await act(app, 'correctLine', adviser, id, { body: { n: 3, words: '这不是我写的' } })).toMatchObject(
    {
      status: 404,
    },
  )
  await say('thankAdviser', party, {})
  expect(await say('closeConsultation', adviser, {})).toMatchObject({ state: 'closed' })
  // The answer was told; that nothing follows it is no other.
  expect((await toldTo(app, party)).filter((kind) => kind === 'case_answered')).toHaveLength(2)
  expect((await caseOf(app, party, id)).rating).toMatchObject({ rated: false, open: true })
  expect(await ok(app.call('getRatingPage', { params: { id }, token: party.token }))).toMatchObject({
    service: 'consultation',
    state: 'open',
  })
  expect(await say('addToConsultation', party, { words: '仲裁要带什么材料？' })).toMatchObject({
    state: 'waiting',
  })
  expect((await caseOf(app, party, id)).rating).toBeNull()
  const { lines } = await threadOf(app, party, id)
  expect(lines.map(({ n, side, kind, words, corrects }) => [n, side, kind, words, corrects])).toEqual([
    [1, 'party', 'question', '老板三个月没有发工资，我该怎么办', null],
    [2, 'adviser', 'ask', '有合同吗？', null],
    [3, 'party', 'question', '没有合同。', null],
    [4, 'adviser', 'answer', '可以申请劳动仲裁。', null],
    [5, 'adviser', 'correction', '可以先申请劳动监察，再申请仲裁。', 4],
    [6, 'party', 'thanks', null, null],
    [7, 'party', 'question', '仲裁要带什么材料？', null],
  ])
})

test('two weeks of silence after an answer end it, and for two more its person asks on', async () => {
  const { id } = await ask(app, party)
  await ok(
    act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words: '可以。', files: [] } }),
  )
  app.clock.advance(14 * 24 * 60)
  const later = await fresh(app, party)
  expect(await caseOf(app, later, id)).toMatchObject({
    state: 'closed',
    can: expect.arrayContaining(['add', 'thank']),
  })
  expect(await lapseOverdue(app.deps)).toBe(1)
  app.clock.advance(13 * 24 * 60)
  expect((await caseOf(app, await fresh(app, party), id)).can).toContain('add')
  app.clock.advance(2 * 24 * 60)
  expect((await caseOf(app, await fresh(app, party), id)).can).toEqual(['thank'])
})

test('staff and supervisors see number, state and due time on the desk, and nothing of the matter', async () => {
  const { id } = await ask(app, party)
  for (const who of [staff, supervisor]) {
    const seen = await caseOf(app, who, id)
    expect(seen).toMatchObject({ state: 'waiting', can: [], canReadContact: false, title: '一件办件' })
    for (const name of ['readThread', 'readContact'] as const) {
      const status = name === 'readThread' ? 404 : 403
      expect((await app.call(name, { params: { id }, token: who.token })).status).toBe(status)
    }
    expect(await act(app, 'closeConsultation', who, id)).toMatchObject({ status: 403 })
  }
  const { cases } = await ok(
    app.call<{ cases: { id: string }[] }>('deskList', { query: { division: here }, token: staff.token }),
  )
  expect(cases.map((one) => one.id)).toContain(id)
})

test('an adviser out of office loses it at once, and it is given on with what was said', async () => {
  const other = await makePerson(app, { name: '段永红', grants: [['legal_adviser', here.slice(0, 9)]] })
  const { id } = await ask(app, party)
  await ok(act(app, 'answerConsultation', adviser, id, { body: { as: 'ask', words: '有合同吗？' } }))
  await app.database.pool.query('UPDATE grants SET revoked_at = $2 WHERE account_id = $1', [
    adviser.accountId,
    app.clock.now(),
  ])
  expect((await app.call('readThread', { params: { id }, token: adviser.token })).status).toBe(404)
  expect(
    await act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words: '还是我' } }),
  ).toMatchObject({ status: 404 })
  expect(await giveOnStranded(app.deps)).toBe(1)
  expect(await giveOnStranded(app.deps)).toBe(0)
  expect((await threadOf(app, other, id)).lines.map(({ words }) => words)).toContain('有合同吗？')
  await deliverAll(app)
  const { notices } = await ok(
    app.call<{ notices: { kind: string }[] }>('listNotices', { token: other.token }),
  )
  expect(notices.map(({ kind }) => kind)).toEqual(['case_handed'])
})

test('what presses and nobody opens within a day goes to somebody else; what was opened stays', async () => {
  await makePerson(app, { name: '段永红', grants: [['legal_adviser', here.slice(0, 9)]] })
  const opened = await ask(app, party, { urgency: 'danger' })
  const unopened = await ask(app, party, { urgency: 'danger' })
  await threadOf(app, adviser, opened.id)
  app.clock.advance(24 * 60)
  expect(await giveOnStranded(app.deps)).toBe(1)
  const late = await fresh(app, party)
  expect((await caseOf(app, late, unopened.id)).facts).toMatchObject({ handler: '段永红' })
  expect((await caseOf(app, late, opened.id)).facts).toMatchObject({ handler: '高正荣' })
})
