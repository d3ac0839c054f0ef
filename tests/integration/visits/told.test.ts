/** Who is told of what: whoever visits, the office, the levels above, the family; nobody reads a name in a notice. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Notice } from '../../../bff/contracts/src/notices'
import { tellAsked, tellUnseen } from '../../../bff/src/modules/visits/jobs'
import { withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { exportOf } from '../../support/marked-adult'
import { walkNotices } from '../../support/opens'
import { deliverAll, ok } from '../../support/story'
import { visitOf, visitStage } from '../../support/visits'
import { here, localTime, makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = visitStage(app)

async function heardBy(who: Person): Promise<string[]> {
  await deliverAll(app)
  const { token } = await fresh(app, who)
  const { notices } = await ok(app.call<{ notices: Notice[] }>('listNotices', { token }))
  return notices.map(({ kind }) => kind).sort()
}

beforeAll(() => app.clock.set(monday))

describe('two doors that stay shut', () => {
  test('are told once to all who work there, and stay urgent until somebody knows more', async () => {
    const { id } = await stage.add()
    await stage.record(
      stage.worker,
      visitOf(id, { outcome: 'not_home', at: localTime('2026-11-22', 9) }),
      visitOf(id, { outcome: 'not_home', at: localTime('2026-11-23', 9) }),
    )
    await stage.record(stage.worker, visitOf(id, { outcome: 'not_home' }))
    for (const who of [stage.worker, stage.other, stage.staff])
      expect(await heardBy(who)).toEqual(['visit_urgent'])
    expect(await heardBy(stage.supervisor)).toEqual([])
    expect((await stage.register({ show: 'urgent' })).map((one) => one.id)).toEqual([id])
    await stage.record(stage.worker, visitOf(id, { outcome: 'talked', way: 'phone' }))
    expect(await stage.register({ show: 'urgent' })).toEqual([])
  })

  test('of two devices, of which each met one, it is told once', async () => {
    const { id } = await stage.add()
    const shut = (hour: number) => visitOf(id, { outcome: 'not_home', at: localTime('2026-11-23', hour) })
    await Promise.all([stage.record(stage.worker, shut(8)), stage.record(stage.other, shut(10))])
    expect(await heardBy(stage.staff)).toEqual(['visit_urgent'])
  })
})

describe('who is not yet seen', () => {
  const at = (day: number, hour = 9): void =>
    app.clock.set(localTime(`2026-11-${String(day).padStart(2, '0')}`, hour))

  test('is told from the 20th on, once, then to the township and the county', async () => {
    const county = await makePerson(app, { grants: [['supervisor', here.slice(0, 6)]] })
    at(19)
    await app.database.pool.query('DELETE FROM visit_tellings')
    const { id } = await stage.add()
    await tellUnseen(app.deps)
    expect(await heardBy(stage.worker)).toEqual([])
    at(20, 8)
    await tellUnseen(app.deps)
    expect(await heardBy(stage.worker)).toEqual([])
    at(20)
    await Promise.all([tellUnseen(app.deps), tellUnseen(app.deps)])
    expect(await heardBy(stage.worker)).toEqual(['visit_due'])
    expect(await heardBy(stage.staff)).toEqual(['visit_due'])
    expect([await heardBy(stage.other), await heardBy(stage.supervisor)]).toEqual([[], []])
    at(25)
    await tellUnseen(app.deps)
    expect([await heardBy(stage.supervisor), await heardBy(county)]).toEqual([['visit_overdue'], []])
    await stage.record(stage.worker, visitOf(id))
    at(28)
    await tellUnseen(app.deps)
    expect(await heardBy(county)).toEqual([])
  })

  test('a clock that comes late tells all steps at once, and each once', async () => {
    await app.database.pool.query('DELETE FROM visit_tellings')
    const county = await makePerson(app, { grants: [['supervisor', here.slice(0, 6)]] })
    await stage.add()
    at(29)
    await tellUnseen(app.deps)
    await tellUnseen(app.deps)
    expect([await heardBy(stage.worker), await heardBy(stage.supervisor), await heardBy(county)]).toEqual([
      ['visit_due'],
      ['visit_overdue'],
      ['visit_overdue'],
    ])
  })
})

describe('the family', () => {
  const asked = { phone: '13900000055', relation: 'child' }
  const ask = (id: string) => stage.call(stage.staff, 'askFamily', { params: { id }, body: asked })
  const own = async (who: Person) =>
    (await stage.call<{ family: { id: string; elder: string; agreed: boolean }[] }>(who, 'listOwnFamily'))
      .family

  test('is told that somebody was there, once a day, after they agreed, and not what was met', async () => {
    const { id } = await stage.add({ name: '李秀英' })
    const child = await makePerson(app, { phone: asked.phone })
    await ask(id)
    await ask(id)
    expect(await heardBy(child)).toEqual(['visit_asked'])
    const [link] = await own(child)
    expect(link).toMatchObject({ elder: '李某某', agreed: false })
    await stage.record(stage.worker, visitOf(id))
    expect(await heardBy(child)).toEqual(['visit_asked'])
    const params = { id: link?.id ?? '' }
    await stage.call(child, 'answerFamily', { params, body: { agree: true } })
    await stage.record(stage.worker, visitOf(id, { outcome: 'not_home' }))
    expect(await heardBy(child)).toEqual(['visit_asked'])
    await stage.record(stage.worker, visitOf(id), visitOf(id, { outcome: 'talked' }))
    expect(await heardBy(child)).toEqual(['visit_asked', 'visit_done'])
    await stage.call(child, 'endFamily', { params, body: {} })
    expect(await own(child)).toEqual([])
    app.clock.set(localTime('2026-11-24', 12))
    await stage.record(stage.worker, visitOf(id, { at: localTime('2026-11-24', 10) }))
    expect(await heardBy(child)).toEqual(['visit_asked', 'visit_done'])
  })

  test('that declines, or whose number it is not, is told of nothing', async () => {
    const { id } = await stage.add()
    const [child, stranger] = [await makePerson(app, { phone: asked.phone }), await makePerson(app)]
    await ask(id)
    const [link] = await own(child)
    const params = { id: link?.id ?? '' }
    const yes = { params, body: { agree: true } }
    expect((await stage.refused(stranger, 'answerFamily', yes)).code).toBe('not_found')
    expect(await own(stranger)).toEqual([])
    await stage.call(child, 'answerFamily', { params, body: { agree: false } })
    expect((await stage.refused(child, 'answerFamily', yes)).code).toBe('not_found')
    await stage.record(stage.worker, visitOf(id))
    expect(await heardBy(child)).toEqual(['visit_asked'])
    expect((await stage.page(id)).family).toEqual([])
  })

  test('that signs in only later finds that it is asked', async () => {
    const { id } = await stage.add()
    await ask(id)
    expect(await tellAsked(app.deps)).toBe(0)
    const child = await makePerson(app, { phone: asked.phone })
    expect([await tellAsked(app.deps), await tellAsked(app.deps)]).toEqual([1, 0])
    expect(await heardBy(child)).toEqual(['visit_asked'])
  })
})

test('whose number it is takes the visits along under the elder’s own name alone', async () => {
  const takenBy = async (name: string): Promise<unknown> => {
    const owner = await withPhone(app, { name })
    const { id } = await stage.add({ name: '李秀英', phone: owner.phone, address: owner.phone })
    await stage.record(stage.worker, visitOf(id, { note: '血压有点高' }))
    return (await exportOf(app, owner)).document.visited
  }
  expect(await takenBy('李秀英')).toMatchObject([{ note: '血压有点高' }])
  expect(await takenBy('王小二')).toEqual([])
})

test('every notice opens what it is about for whoever it was sent to', async () => {
  app.clock.set(monday)
  const { id } = await stage.add()
  await stage.record(
    stage.worker,
    visitOf(id, { outcome: 'not_home', at: localTime('2026-11-22', 9) }),
    visitOf(id, { outcome: 'not_home' }),
  )
  await app.database.pool.query(
    `DELETE FROM notice_deliveries; DELETE FROM notices n WHERE NOT EXISTS
      (SELECT FROM grants g WHERE g.account_id = n.account_id AND g.revoked_at IS NULL)`,
  )
  const { shut, kinds } = await walkNotices(app)
  expect([shut, kinds]).toEqual([[], ['visit_urgent']])
})
