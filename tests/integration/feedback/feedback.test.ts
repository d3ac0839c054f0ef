/** What people say reaches those who can change it, without names and numbers; kept once, answered once, read by its writer. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { DeskFeedback, OwnFeedback } from '../../../bff/contracts/src/feedback'
import { mostADay } from '../../../bff/src/modules/feedback/service'
import { monday, testApp } from '../../support/app'
import { makeChild } from '../../support/children'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { elsewhere, here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [writer, staff, other, supervisor] = [] as unknown as Person[] as [Person, Person, Person, Person]

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  other = await makePerson(app, { name: '李文', grants: [['staff', elsewhere]], community: elsewhere })
  supervisor = await makePerson(app, { name: '张科', grants: [['supervisor', here.slice(0, 9)]] })
})
beforeEach(async () => {
  app.clock.set(monday)
  writer = await makePerson(app, { name: '岩温罕' })
})

const write = (text: string, more: object = {}, key: string = randomUUID()) =>
  app.call<OwnFeedback>('writeFeedback', {
    body: { community: here, about: 'service', text, ...more },
    token: writer.token,
    key,
  })
const list = async (who: Person, division = here, show = 'open') =>
  (
    await ok(
      app.call<{ feedback: DeskFeedback[] }>('listFeedback', { query: { division, show }, token: who.token }),
    )
  ).feedback
const own = async () =>
  (await ok(app.call<{ feedback: OwnFeedback[] }>('listOwnFeedback', { token: writer.token }))).feedback
const answer = (who: Person, id: string, text = '谢谢，下周改。') =>
  app.call<DeskFeedback>('answerFeedback', { params: { id }, body: { text }, token: who.token })

test('others read it masked, its writer as it was written; the number is read by staff alone and leaves a record', async () => {
  await makeChild(app, writer, { nickname: '小木', name: '玉罕囡' })
  const words = '杨会琼说岩温罕家的玉罕囡不能报，打 138 1234 5678 没人接'
  const { id } = await ok(write(words, { phone: '13700000009' }))
  const [one] = (await list(staff)).filter((each) => each.id === id)
  expect(one).toMatchObject({ canCall: true, answer: null, communityName: '东兴社区' })
  for (const told of ['杨会琼', '岩温罕', '玉罕囡', '5678']) expect(one?.text).not.toContain(told)
  expect((await own())[0]?.text).toBe(words)
  const { rows } = await pool.query<{ row: string }>(
    'SELECT row_to_json(f)::text AS row FROM feedback f WHERE id = $1',
    [id],
  )
  for (const told of ['玉罕囡', '13700000009', '5678']) expect(rows[0]?.row).not.toContain(told)
  const seen = (await list(supervisor, here.slice(0, 9))).find((each) => each.id === id)
  expect(seen).toMatchObject({ canCall: false })
  const phone = (who: Person) =>
    app.call<{ phone: string }>('readFeedbackPhone', { params: { id }, token: who.token })
  expect((await phone(supervisor)).problem.code).toBe('contact_not_justified')
  expect((await phone(other)).problem.code).toBe('not_found')
  expect((await ok(phone(staff))).phone).toBe('13700000009')
  const { records } = await ok(app.call<{ records: object[] }>('listAccessRecords', { token: writer.token }))
  expect(records).toMatchObject([{ reader: '杨会琼', tag: 'contact', caseId: null, about: null }])
})

test('words that may still name somebody are read by staff of the place, not above it; no answer names anybody', async () => {
  const { id } = await ok(write('李建军把我孩子打了'))
  const said = (rows: DeskFeedback[]) => rows.find((each) => each.id === id)?.text
  expect(said(await list(staff))).toContain('把我孩子打了')
  expect(said(await list(supervisor, here.slice(0, 9)))).toBe('（可能写了人名，由当地工作人员查看）')
  const refused = await answer(staff, id, '李建军已经道歉')
  expect([refused.status, refused.problem.errors?.map(({ path }) => path)]).toEqual([422, ['body.text']])
  expect((await ok(answer(staff, id, '岩温罕您好，我们谈过了'))).answer?.text).not.toContain('岩温罕')
})

test('it is answered once, by a supervisor too, and never by its writer; the number goes, which is proven', async () => {
  const { id } = await ok(write('电话打不通', { phone: '0878-3123456' }))
  expect((await answer(other, id)).problem.code).toBe('not_found')
  expect((await answer(writer, id)).problem.code).toBe('not_found')
  const both = values(await together(6, (n) => answer(n % 2 ? staff : supervisor, id)))
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(both.filter(({ status }) => status !== 200).map(({ problem }) => problem.code))).toEqual(
    new Set(['feedback_answered']),
  )
  expect((await own())[0]?.answer?.text).toBe('谢谢，下周改。')
  expect((await list(staff, here, 'answered')).map((each) => each.id)).toContain(id)
  expect((await list(staff)).map((each) => each.id)).not.toContain(id)
  const { rows } = await pool.query('SELECT phone_enc FROM feedback WHERE id = $1', [id])
  const { rows: proofs } = await pool.query('SELECT tag, fields FROM erasure_proofs WHERE about_id = $1', [
    id,
  ])
  expect([rows, proofs]).toEqual([[{ phone_enc: null }], [{ tag: 'contact', fields: 1 }]])
  // Staff who say something themselves are its writers.
  const mine = await ok(
    app.call<OwnFeedback>('writeFeedback', {
      body: { community: here, about: 'app', text: '名单太慢' },
      token: staff.token,
    }),
  )
  expect((await answer(staff, mine.id)).problem.code).toBe('not_allowed')
})

test('the same words are kept once, a repeated tap has one effect, and a day has its end', async () => {
  const key = randomUUID()
  const first = await ok(write('字太小，看不清', {}, key))
  expect(await ok(write('字太小，看不清', {}, key))).toEqual(first)
  expect((await write('别的话', {}, key)).problem.code).toBe('idempotency_key_reused')
  const again = values(await together(6, () => write(' 字太小  看不清！')))
  expect(new Set(again.map(({ body }) => body.id))).toEqual(new Set([first.id]))
  await together(2 * mostADay, (n) => write(`第 ${n} 件`))
  expect(await own()).toHaveLength(mostADay)
  const refused = await write('还有')
  expect([refused.status, refused.problem.code]).toEqual([429, 'feedback_enough'])
  app.clock.advance(24 * 60 + 1)
  // A day later both are signed in anew.
  writer = await signIn(app.deps, writer.accountId)
  staff = await signIn(app.deps, staff.accountId)
  expect((await write('还有')).status).toBe(201)
  // Answered, the same can be said anew.
  await ok(answer(staff, first.id))
  expect((await ok(write('字太小，看不清'))).id).not.toBe(first.id)
})
