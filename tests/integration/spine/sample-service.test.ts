/**
 * The proof of the spine: a service that lives in `tests/support/sample-service` alone goes the whole way, from opening to
 * erasure, through pages that have never heard of it.
 */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { kinds } from '../../../bff/src/kinds'
import { escalateOverdue, lapseOverdue } from '../../../bff/src/modules/cases/clock'
import { finishLeaving } from '../../../bff/src/modules/leaving/leave'
import { leavePorts } from '../../../bff/src/lines'
import { unknownConditions } from '../../../bff/src/modules/cases/rules'
import { withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { rate } from '../../support/ratings'
import { visitKind, visitTable } from '../../support/sample-service/kind'
import { askForVisit, decideVisit } from '../../support/sample-service/visits'
import { caseOf, deliverAll, ok } from '../../support/story'
import {
  confirmed,
  here,
  localTime,
  makeDivisions,
  makePerson,
  type Person,
  signIn,
} from '../../support/world'

const app = await testApp({}, 'bare', [visitKind])
const { pool } = app.database
let party: Person
let staff: Person
let township: Person

interface Listed {
  id: string
  type: string
  state: string
  title: string
  facts: Record<string, unknown>
}

beforeAll(async () => {
  await makeDivisions(app)
  await pool.query(visitTable)
})
beforeEach(async () => {
  app.clock.set(monday)
  party = await confirmed(app, await withPhone(app, { name: '李阿芳' }))
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  township = await makePerson(app, { name: '李镇办', grants: [['staff', here.slice(0, 9)]] })
})

const fresh = (who: Person): Promise<Person> => signIn(app.deps, who.accountId)
const mine = async (who: Person): Promise<Listed[]> =>
  (await ok(app.call<{ cases: Listed[] }>('listMyCases', { token: (await fresh(who)).token }))).cases
const desk = async (show: string): Promise<string[]> => {
  const query = { division: here, show }
  const { token } = await fresh(staff)
  return (await ok(app.call<{ cases: Listed[] }>('deskList', { query, token }))).cases.map(({ id }) => id)
}
const next = async (): Promise<string | undefined> => {
  const { token } = await fresh(party)
  const home = await ok(app.call<{ next: Listed | null }>('getHome', { params: { community: here }, token }))
  return home.next?.id
}
const told = async (who: Person): Promise<string[]> => {
  const { token } = await fresh(who)
  const { notices } = await ok(app.call<{ notices: { kind: string }[] }>('listNotices', { token }))
  return notices.map(({ kind }) => kind)
}

test('opened, it is in every list, with a number of its own and its first event', async () => {
  const id = await askForVisit(app, party)
  expect(await mine(party)).toMatchObject([
    { id, type: 'x_visit', state: 'asked', title: '上门看望', facts: { purpose: '看看老人' } },
  ])
  expect(await desk('waiting')).toContain(id)
  expect(await next()).toBe(id)
  const detail = await caseOf(app, party, id)
  expect(detail).toMatchObject({ readAs: 'party', can: ['withdraw'], waitingFor: 'staff', overdue: false })
  expect(detail.number).toMatch(/^SM-261123-\d{6}$/)
  expect(detail.timeline).toMatchObject([{ action: 'request', from: null, to: 'asked', side: 'party' }])
})

test('staff are seen to look, decide by its table and its own conditions, and take back', async () => {
  const [id, cold] = [await askForVisit(app, party), await askForVisit(app, party, { warm: false })]
  const seen = await caseOf(app, staff, id)
  expect(seen).toMatchObject({
    readAs: 'staff',
    can: ['agree', 'decline', 'propose', 'visit'],
    canReadContact: true,
  })
  expect(seen.timeline.map(({ action }) => action)).toEqual(['request', 'see'])
  await expect(decideVisit(app, staff, cold, 'agree')).rejects.toThrow('action_not_open')
  await expect(decideVisit(app, staff, id, 'decline')).rejects.toThrow('invalid_request')
  await expect(decideVisit(app, staff, id, 'withdraw')).rejects.toThrow('not_allowed')
  await decideVisit(app, staff, id, 'agree', { change: { decides: true } })
  expect(await caseOf(app, staff, id)).toMatchObject({ state: 'agreed', can: ['undo'], waitingFor: 'nobody' })
  await decideVisit(app, staff, id, 'undo')
  expect(await caseOf(app, party, id)).toMatchObject({ state: 'asked', waitingFor: 'staff' })
  app.clock.advance(1)
  await decideVisit(app, staff, id, 'agree', { change: { decides: true } })
  await deliverAll(app)
  expect(await told(party)).toEqual(['x_visit_agree', 'x_visit_agree'])
  app.clock.set(localTime('2026-11-25', 9))
  expect(await desk('today')).toContain(id)
})

test('what nobody answers goes up a level by the clock, once', async () => {
  const id = await askForVisit(app, party)
  app.clock.advance(5 * 60)
  expect(await desk('overdue')).toContain(id)
  expect(await escalateOverdue(app.deps)).toBeGreaterThan(0)
  expect(await escalateOverdue(app.deps)).toBe(0)
  await deliverAll(app)
  expect(await told(township)).toContain('x_visit_escalate')
  expect(await caseOf(app, await fresh(party), id)).toMatchObject({ overdue: true, escalated: true })
})

test('an offer is over by the clock, though nobody has written it down', async () => {
  const id = await askForVisit(app, party)
  const lapsesAt = new Date(Date.parse(monday) + 60_000)
  await decideVisit(app, staff, id, 'propose', { change: { lapsesAt } })
  expect(await next()).toBe(id)
  expect(await caseOf(app, party, id)).toMatchObject({ state: 'offered', can: ['take'], waitingFor: 'party' })
  app.clock.advance(1)
  expect(await caseOf(app, party, id)).toMatchObject({ state: 'missed', can: [] })
  expect(await next()).toBeUndefined()
  // Whatever of earlier tests is over by now is written down too.
  expect(await lapseOverdue(app.deps)).toBeGreaterThan(0)
  expect(await lapseOverdue(app.deps)).toBe(0)
  expect((await caseOf(app, party, id)).timeline.at(-1)).toMatchObject({ action: 'lapse', side: 'system' })
  const { rows } = await pool.query('SELECT state, closed_at, lapses_at FROM cases WHERE id = $1', [id])
  expect(rows).toEqual([{ state: 'missed', closed_at: app.clock.now(), lapses_at: null }])
})

test('finished, it is rated, and a bad grade is followed up', async () => {
  const id = await askForVisit(app, party)
  await decideVisit(app, staff, id, 'agree')
  app.clock.set(localTime('2026-11-25', 16))
  await decideVisit(app, staff, id, 'visit')
  const who = await fresh(party)
  expect(await caseOf(app, who, id)).toMatchObject({ state: 'visited', rating: { open: true, rated: false } })
  expect(await desk('done')).toContain(id)
  const page = await ok(rate(app, who, id, { grade: 'dissatisfied', reasons: ['slow'] }))
  expect(page).toMatchObject({ service: 'x_visit', title: '上门看望', state: 'rated' })
  const followUp = page.rating?.followUp?.id ?? ''
  expect(await caseOf(app, who, followUp)).toMatchObject({ type: 'follow_up', title: '上门看望' })
  const list = await ok(
    app.call<{ followUps: { id: string; service: string }[] }>('listFollowUps', {
      query: { division: here, show: 'mine' },
      token: (await fresh(township)).token,
    }),
  )
  expect(list.followUps).toMatchObject([{ id: followUp, service: 'x_visit' }])
})

test('it is among what a person takes along, keeps them while it is open, and goes with them', async () => {
  const id = await askForVisit(app, party)
  const { document, page } = await ok(
    app.call<{ document: { cases: { what: string }[] }; page: string }>('exportMe', { token: party.token }),
  )
  const mineOfIt = document.cases.find(({ what }) => what === '上门看望')
  expect(mineOfIt).toMatchObject({ type: 'x_visit', state: 'asked', purpose: '看看老人' })
  expect(page).toContain('<dt>看望什么</dt><dd><bdi>看看老人</bdi></dd>')
  expect(page).toContain('<dt>种类</dt><dd><bdi>上门看望</bdi></dd>')
  expect(page).toContain('<dt>现在</dt><dd><bdi>等社区答复</bdi></dd>')
  expect((await app.call('leave', { body: {}, token: party.token })).problem.code).toBe('leaving_not_open')
  await decideVisit(app, party, id, 'withdraw', { note: '不用来了，我女儿在' })
  await ok(app.call('leave', { body: {}, token: party.token }))
  app.clock.advance(4 * 24 * 60)
  expect(await finishLeaving(app.deps, leavePorts)).toBe(1)
  const { rows } = await pool.query('SELECT note FROM case_events WHERE case_id = $1 AND note IS NOT NULL', [
    id,
  ])
  expect(rows).toEqual([])
  const { rows: own } = await pool.query('SELECT purpose FROM sample_visits WHERE case_id = $1', [id])
  expect(own).toEqual([{ purpose: '' }])
})

test('a refusal is rated once it cannot be taken back, for reasons of a refusal', async () => {
  const id = await askForVisit(app, party)
  await decideVisit(app, staff, id, 'decline', { note: '这周没有人手', change: { decides: true } })
  const { token } = await fresh(party)
  const page = () =>
    ok(app.call<{ state: string; bad: string[] }>('getRatingPage', { params: { id }, token }))
  expect((await page()).state).toBe('early')
  app.clock.advance(1)
  expect((await page()).state).toBe('open')
  expect((await page()).bad).toContain('refused_unfairly')
})

test('a row of a type that nobody here knows is left out and counted, and never an error', async () => {
  const id = await askForVisit(app, party)
  const strange = await askForVisit(app, party)
  await pool.query(`UPDATE cases SET type = 'x_lost' WHERE id = $1`, [strange])
  expect((await mine(party)).map((one) => one.id)).toEqual([id])
  expect(await desk('waiting')).not.toContain(strange)
  expect(await next()).toBe(id)
  const { token } = party
  expect((await app.call('getCase', { params: { id: strange }, token })).problem.code).toBe('not_found')
  expect(await app.deps.metrics.registry.metrics()).toMatch(
    /linli_unknown_cases_total\{type="x_lost"\} [1-9]/,
  )
})

test('every condition that a table names has a meaning', () => {
  expect([...kinds, visitKind].flatMap(unknownConditions)).toEqual([])
})
