import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let party: Person
let staff: Person
let roomId: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  // A name that no rule would take for one: it is known, and so it is seen.
  party = await makePerson(app, { name: '方圆' })
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  roomId = await makeRoom(app)
})

const faults = (problem: { errors?: readonly { path: string; code: string }[] }) =>
  problem.errors?.map(({ path, code }) => `${path} ${code}`)

describe('what staff write for a family names nobody', () => {
  test.each(['refuseBooking', 'askSubject'] as const)('%s', async (action) => {
    const { id } = await book(app, party, wish(roomId))
    for (const note of ['李建国老师说不行', '王丽萍家要用', '方圆已经订了别处', '方 圆 已经订了别处'])
      expect(faults((await act(app, action, staff, id, { body: { note } })).problem)).toEqual([
        'body.note may_name',
      ])
    await ok(act(app, action, staff, id, { body: { note: '那天要停电检修，请打 0878-3121234' } }))
  })

  test('cancelBooking', async () => {
    const { id } = await book(app, party, wish(roomId))
    await ok(act(app, 'confirmBooking', staff, id))
    const cancel = (who: Person, note: string) => act(app, 'cancelBooking', who, id, { body: { note } })
    expect(faults((await cancel(staff, '让给赵铁柱了')).problem)).toEqual(['body.note may_name'])
    // The party may say who comes instead: only staff read it.
    expect((await cancel(party, '我家赵铁柱病了')).status).toBe(200)
  })

  test('of a closure', async () => {
    const period = { startsAt: '2026-12-01T01:00:00Z', endsAt: '2026-12-01T03:00:00Z' }
    const close = (reason: string) => act(app, 'addClosure', staff, roomId, { body: { ...period, reason } })
    expect(faults((await close('赵铁柱家办酒')).problem)).toEqual(['body.reason may_name'])
    expect((await close('检修')).status).toBe(201)
  })

  test('of a survey', async () => {
    const plan = (question: string, option: string) => ({
      division: here,
      title: '您对社区满意吗',
      questions: [
        { kind: 'grade', title: question, options: [] },
        { kind: 'choice', title: '最想改进什么', options: ['开门时间', option] },
      ],
      startsOn: '2026-12-01',
      endsOn: '2026-12-10',
    })
    const create = (body: object, who: Person) =>
      app.call('createSurvey', { body, token: who.token, key: randomUUID() })
    const refused = await create(plan('您对李建国的服务满意吗', '王丽萍的态度'), staff)
    expect(faults(refused.problem)).toEqual([
      'body.questions.0.title may_name',
      'body.questions.1.options.1 may_name',
    ])
    expect((await create(plan('您对场地满意吗', '卫生'), staff)).status).toBe(201)
  })
})
