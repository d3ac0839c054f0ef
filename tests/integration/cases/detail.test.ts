import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, ok } from '../../support/story'
import { together } from '../../support/together'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let party: Person
let staff: Person
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app, { name: '周敏' })
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  id = (await book(app, party, { ...wish(await makeRoom(app)), note: '给母亲办寿' })).id
})

const actions = async (who: Person): Promise<string[]> =>
  (await caseOf(app, who, id)).timeline.map((e) => e.action)

describe('a supervisor', () => {
  test('sees the state and the times, and not a word that anybody wrote', async () => {
    await ok(act(app, 'askSubject', staff, id, { body: { note: '请问几桌？' } }))
    await ok(act(app, 'supplementBooking', party, id, { body: { note: '六桌，电话找我女儿' } }))
    await ok(act(app, 'confirmBooking', staff, id))
    const supervisor = await makePerson(app, { grants: [['supervisor', '5323']] })
    const detail = await caseOf(app, supervisor, id)
    expect(detail).toMatchObject({
      state: 'confirmed',
      can: [],
      canReadContact: false,
      undoUntil: null,
      facts: { note: null, keeper: null },
    })
    expect(detail.timeline.map((e) => e.action)).toEqual(['request', 'ask', 'supplement', 'confirm'])
    for (const word of ['寿', '几桌', '女儿', '周敏', '李师傅', '13900000001'])
      expect(JSON.stringify(detail)).not.toContain(word)
  })

  test('looks without being seen', async () => {
    const supervisor = await makePerson(app, { grants: [['supervisor', here]] })
    await caseOf(app, supervisor, id)
    expect(await actions(party)).toEqual(['request'])
  })
})

describe('the first look by staff', () => {
  test('is an event that the resident sees, with the badge; later looks are none', async () => {
    await caseOf(app, staff, id)
    const colleague = await makePerson(app, { grants: [['staff', here]] })
    await caseOf(app, colleague, id)
    await caseOf(app, staff, id)
    const { timeline } = await caseOf(app, party, id)
    expect(timeline.slice(1)).toMatchObject([
      { action: 'see', by: '杨会琼', side: 'staff', from: 'pending', to: 'pending' },
    ])
  })

  const looks = async (): Promise<number | undefined> => {
    await together(20, () => caseOf(app, staff, id))
    const { rows } = await pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM case_events WHERE case_id = $1 AND action LIKE 'see%'`,
      [id],
    )
    return rows[0]?.n
  }

  test('by twenty at once is one event', async () => {
    expect(await looks()).toBe(1)
  })

  test('by twenty at once is several once the index does not know a look', async () => {
    await pool.query(`
      CREATE FUNCTION disguise() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN NEW.action := ''seen''; RETURN NEW; END';
      CREATE TRIGGER disguise BEFORE INSERT ON case_events FOR EACH ROW
        WHEN (NEW.action = 'see') EXECUTE FUNCTION disguise()`)
    expect(await looks()).toBeGreaterThan(1)
    await pool.query('DROP TRIGGER disguise ON case_events')
  })
})

describe('the timeline is a record', () => {
  test.each([
    ['UPDATE', `UPDATE case_events SET note = 'x'`],
    ['DELETE', 'DELETE FROM case_events'],
    ['TRUNCATE', 'TRUNCATE case_events CASCADE'],
  ])('%s is refused', async (_, sql) => {
    const before = await actions(party)
    await expect(pool.query(sql)).rejects.toMatchObject({
      code: '23001',
      message: 'case_events is append-only',
    })
    expect(await actions(party)).toEqual(before)
  })
})

test('a resident’s name is on no timeline', async () => {
  await ok(act(app, 'askSubject', staff, id, { body: { note: '几点？' } }))
  await ok(act(app, 'supplementBooking', party, id, { body: { note: '两点' } }))
  const { timeline } = await caseOf(app, staff, id)
  expect(timeline.map((e) => e.by)).toEqual([null, '杨会琼', null])
})
