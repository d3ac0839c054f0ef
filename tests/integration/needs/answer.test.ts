/** Whoever asks hears who comes; it is open until they say that they were helped; what nobody answers goes up a level. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { NeedDetail } from '../../../bff/contracts/src/need-case'
import { escalateOverdue } from '../../../bff/src/modules/cases/clock'
import { forgetNeeds } from '../../../bff/src/modules/needs/forget'
import { askVisited, chaseSilent } from '../../../bff/src/modules/needs/jobs'
import { monday, testApp } from '../../support/app'
import { fresh, toldTo } from '../../support/consultations'
import { arrange, askForHelp, coming, wantedHelp } from '../../support/needs'
import { act, caseOf, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, localTime, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let party: Person
let staff: Person
let township: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  // What earlier tests left is over, and nobody holds an office.
  await app.database.pool.query(`UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL;
    UPDATE cases SET state = 'cancelled', closed_at = now(), waiting_for = 'nobody', lapses_at = NULL WHERE closed_at IS NULL`)
  party = await makePerson(app, {
    name: '李秀英',
    phone: `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
  })
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  township = await makePerson(app, { name: '李镇办', grants: [['staff', here.slice(0, 9)]] })
})

const seenBy = async (who: Person, id: string): Promise<NeedDetail> =>
  (await caseOf(app, await fresh(app, who), id)) as NeedDetail
const decide = async (name: Parameters<typeof act>[1], who: Person, id: string, body: object = {}) =>
  ok(act(app, name, await fresh(app, who), id, { body }))

test('who comes and when is arranged, told, and read by its person', async () => {
  const { id, dueAt, can, title } = await askForHelp(app, party, { day: '2026-11-25', part: 'afternoon' })
  // One working day from Monday 10:12.
  expect([dueAt, can, title]).toEqual(['2026-11-24T02:12:00.000Z', ['cancel'], '送饭做饭'])
  await ok(arrange(app, staff, id))
  expect(await toldTo(app, party)).toEqual(['case_answered'])
  expect(await seenBy(party, id)).toMatchObject({
    state: 'arranged',
    startsAt: '2026-11-25T06:00:00.000Z',
    can: ['cancel'],
    facts: {
      help: 'meal',
      day: '2026-11-25',
      part: 'afternoon',
      helper: '志愿者小赵',
      place: '北门小区 3 栋 402',
    },
  })
  app.clock.set(localTime('2026-11-25', 14))
  expect((await seenBy(party, id)).can).toEqual(['met', 'unmet'])
  expect((await seenBy(staff, id)).can).toEqual(['rearrange', 'reopen', 'told_met', 'told_unmet'])
  await decide('needMet', party, id)
  expect(await seenBy(party, id)).toMatchObject({ state: 'met', can: [] })
})

test('what was not met is open again under its number, with a new day to answer', async () => {
  const { id, number } = await askForHelp(app, party)
  await ok(arrange(app, staff, id))
  app.clock.set(localTime('2026-11-25', 16))
  await decide('needUnmet', party, id)
  expect(await seenBy(staff, id)).toMatchObject({
    number,
    state: 'open',
    startsAt: null,
    dueAt: '2026-11-26T08:00:00.000Z',
    facts: { comesAt: null },
  })
  expect((await seenBy(party, id)).facts.helper).toBeNull()
})

describe('of whoever says nothing', () => {
  test('they are asked once the visit is over, and staff find it on the desk meanwhile', async () => {
    const { id } = await askForHelp(app, party)
    await ok(arrange(app, staff, id))
    const desk = async (): Promise<string[]> => {
      const query = { division: here, show: 'asked' }
      const token = (await fresh(app, staff)).token
      const { cases } = await ok(app.call<{ cases: { id: string }[] }>('deskList', { query, token }))
      return cases.map((one) => one.id)
    }
    expect(await desk()).toEqual([id])
    app.clock.set(localTime('2026-11-25', 15))
    expect(await askVisited(app.deps)).toBe(1)
    expect(await askVisited(app.deps)).toBe(0)
    expect(await toldTo(app, party)).toEqual(['case_answered', 'need_over'])
    expect(await desk()).toEqual([id])
    const { token } = await fresh(app, party)
    const home = await ok(
      app.call<{ next: { id: string } }>('getHome', { params: { community: here }, token }),
    )
    expect(home.next).toMatchObject({ id, state: 'asked' })
    expect((await seenBy(party, id)).can).toEqual(['met', 'unmet'])
    expect((await seenBy(staff, id)).can).toEqual(['told_met', 'told_unmet'])
  })

  test('staff ask by telephone a day later, and write down what was said', async () => {
    const { id } = await askForHelp(app, party)
    await ok(arrange(app, staff, id))
    app.clock.set(localTime('2026-11-26', 15))
    expect([await askVisited(app.deps), await chaseSilent(app.deps), await chaseSilent(app.deps)]).toEqual([
      1, 1, 0,
    ])
    expect(await seenBy(staff, id)).toMatchObject({
      state: 'unsaid',
      dueAt: '2026-11-27T07:00:00.000Z',
      canReadContact: true,
    })
    expect(await escalateOverdue(app.deps)).toBe(0)
    await decide('toldUnmet', staff, id, { note: '电话里说人没有来' })
    await ok(arrange(app, await fresh(app, staff), id, coming(9, '2026-11-30')))
    app.clock.set(localTime('2026-12-01', 11))
    expect([await askVisited(app.deps), await chaseSilent(app.deps)]).toEqual([1, 1])
    await decide('toldMet', staff, id, { note: '电话里说帮到了' })
    expect(await seenBy(party, id)).toMatchObject({ state: 'met' })
  })

  test('where nobody asks, the level above hears of it; a week later it may be said that nobody was reached', async () => {
    const { id } = await askForHelp(app, party)
    await ok(arrange(app, staff, id))
    app.clock.set(localTime('2026-11-26', 15))
    await askVisited(app.deps)
    await chaseSilent(app.deps)
    app.clock.set(localTime('2026-11-27', 16))
    expect(await escalateOverdue(app.deps)).toBe(1)
    expect(await toldTo(app, township)).toEqual(['case_escalated'])
    const early = await act(app, 'needUnreached', await fresh(app, staff), id, {
      body: { note: '打了三次电话' },
    })
    expect(early.problem.code).toBe('action_not_open')
    app.clock.set(localTime('2026-12-02', 15))
    await decide('needUnreached', staff, id, { note: '打了三次电话，敲过门' })
    expect(await seenBy(party, id)).toMatchObject({ state: 'unreached', can: [] })
  })
})

test('of two who arrange it at once one does, and the other hears that it is arranged', async () => {
  for (let n = 0; n < 5; n++) {
    const { id } = await askForHelp(app, party)
    const answers = values(
      await together(2, (one) => arrange(app, staff, id, { ...coming(9 + n), helper: `志愿者${one}` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('action_not_open')
    const done = answers.find(({ status }) => status === 200)
    expect((await seenBy(party, id)).facts.helper).toMatch(/^志愿者[01]$/)
    expect(done?.body.state).toBe('arranged')
    await decide('cancelNeed', party, id)
  }
})

test('whoever arranged it hears that it is no longer needed', async () => {
  const { id } = await askForHelp(app, party)
  const other = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  await ok(arrange(app, staff, id))
  await ok(act(app, 'rearrangeNeed', other, id, { body: coming(16) }))
  await decide('cancelNeed', party, id)
  expect(await toldTo(app, other)).toEqual(['need_off'])
  expect(await toldTo(app, staff)).toEqual([])
  const untouched = await askForHelp(app, party)
  await decide('cancelNeed', party, untouched.id)
  expect(await toldTo(app, other)).toEqual(['need_off'])
})

test('a wish for tomorrow is answered before tomorrow', async () => {
  app.clock.set(localTime('2026-11-27', 17))
  const soon = await askForHelp(app, await fresh(app, party), { day: '2026-11-28', part: 'morning' })
  expect(soon.dueAt).toBe('2026-11-28T00:00:00.000Z')
  const later = await askForHelp(app, await fresh(app, party), { day: '2026-12-05' })
  expect(later.dueAt).toBe('2026-11-30T09:00:00.000Z')
})

test('staff name nobody in what they write, whoever was to come least of all', async () => {
  const { id } = await askForHelp(app, party)
  await ok(arrange(app, staff, id, { ...coming(), helper: '阿诗玛' }))
  const named = await act(app, 'reopenNeed', staff, id, { body: { note: '阿诗玛来不了' } })
  expect(named.problem.errors).toMatchObject([{ path: 'body.note', code: 'may_name' }])
})

test('whoever was to come cannot: it is open again, and its person hears of it', async () => {
  const { id } = await askForHelp(app, party)
  await ok(arrange(app, staff, id))
  await decide('reopenNeed', staff, id, { note: '原来的人病了，我们另外找' })
  expect(await seenBy(party, id)).toMatchObject({ state: 'open', facts: { helper: null, comesAt: null } })
  expect(await toldTo(app, party)).toEqual(['case_answered', 'case_answered'])
})

test('staff read what it is about on record, and only while it is open', async () => {
  const { id } = await askForHelp(app, party)
  const { facts } = await seenBy(staff, id)
  expect(facts).toMatchObject({ wish: null, place: null, helper: null })
  const read = async (who: Person) =>
    app.call('readNeed', { params: { id }, token: (await fresh(app, who)).token })
  expect((await read(staff)).body).toEqual({
    wish: wantedHelp().wish,
    place: '北门小区 3 栋 402',
    helper: null,
  })
  const records = await app.database.pool.query(
    `SELECT reader_name AS name, tag FROM access_records WHERE case_id = $1`,
    [id],
  )
  expect(records.rows).toEqual([{ name: '杨会琼', tag: 'contact' }])
  await decide('refuseNeed', staff, id, { note: '请拨打 120' })
  expect((await read(staff)).problem.code).toBe('contact_not_justified')
  expect((await read(party)).status).toBe(200)
})

test('what is sealed is in no list, no log and no table in clear', async () => {
  const marker = '标记过的一句话'
  const { id } = await askForHelp(app, party, { wish: marker, place: `${marker}的门牌` })
  const list = await app.call('deskList', { query: { division: here }, token: staff.token })
  const mine = await app.call('listMyCases', { query: { show: 'open' }, token: party.token })
  for (const { status, body } of [list, mine]) {
    expect([status, JSON.stringify(body).includes(id)]).toEqual([200, true])
    expect(JSON.stringify(body)).not.toContain(marker)
  }
  expect(app.logged()).not.toContain(marker)
  const { rows } = await app.database.pool.query<{ row: string }>('SELECT n::text AS row FROM needs n')
  expect(rows.map(({ row }) => row).join('\n')).not.toContain(marker)
})

test('half a year after its end it is number and dates, with a proof', async () => {
  const { id } = await askForHelp(app, party)
  const open = await askForHelp(app, party)
  await ok(arrange(app, staff, open.id))
  await ok(act(app, 'reopenNeed', staff, open.id, { body: { note: '原来的人临时来不了' } }))
  await decide('cancelNeed', party, open.id)
  await ok(act(app, 'refuseNeed', staff, id, { body: { note: '社区没有合适的人' } }))
  const still = await askForHelp(app, party)
  const readable = async (need: string) => {
    const { rows } = await app.database.pool.query<{ n: number }>(
      'SELECT num_nonnulls(wish_enc, place_enc, helper_enc)::int AS n FROM needs WHERE case_id = $1',
      [need],
    )
    return rows[0]?.n
  }
  app.clock.advance(180 * 24 * 60)
  await forgetNeeds(app.deps)
  expect(await readable(id)).toBe(2)
  app.clock.advance(1)
  expect(await forgetNeeds(app.deps)).toBeGreaterThan(0)
  expect(await forgetNeeds(app.deps)).toBe(0)
  expect([await readable(id), await readable(open.id), await readable(still.id)]).toEqual([0, 0, 2])
  const notes = await app.database.pool.query(
    'SELECT FROM case_events WHERE case_id = ANY ($1) AND note IS NOT NULL',
    [[id, open.id]],
  )
  expect(notes.rowCount).toBe(0)
  const proofs = await app.database.pool.query(
    'SELECT tag, cause, fields FROM erasure_proofs WHERE about_id = $1',
    [party.accountId],
  )
  expect(proofs.rows).toEqual(Array(2).fill({ tag: 'contact', cause: 'retention', fields: 2 }))
  expect(await seenBy(party, id)).toMatchObject({ state: 'refused', facts: { wish: null, help: 'meal' } })
})

test('every fault of what is asked or arranged is named', async () => {
  const asked = await app.call('requestNeed', {
    body: { ...wantedHelp(), help: 'money', wish: ' ', part: 'noon' },
    token: party.token,
  })
  expect(asked.problem.errors?.map(({ path }) => path).sort()).toEqual([
    'body.help',
    'body.part',
    'body.wish',
  ])
  const past = await app.call('requestNeed', { body: wantedHelp({ day: '2026-11-22' }), token: party.token })
  expect(past.problem.errors).toMatchObject([{ path: 'body.day', code: 'day_past' }])
  const { id } = await askForHelp(app, party)
  const wrong = await arrange(app, staff, id, coming(9, '2026-11-20', 8))
  expect(wrong.problem.errors?.map(({ code }) => code)).toEqual(['time_past', 'end_before_start'])
})

test('of many at once as many are taken as one person may have open', async () => {
  const answers = values(
    await together(12, () => app.call('requestNeed', { body: wantedHelp(), token: party.token })),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
  expect(new Set(answers.filter(({ status }) => status !== 201).map(({ problem }) => problem.code))).toEqual(
    new Set(['needs_open']),
  )
})
