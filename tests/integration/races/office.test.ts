/** An office that ends in the moment in which somebody acts by it: nothing is done by it, told to it or read by it. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { remindOfMeetings } from '../../../bff/src/modules/consultations/meetings/jobs'
import { monday, testApp } from '../../support/app'
import { ask, forget, fresh, hour, makeStation, offer, threadOf, toldTo } from '../../support/consultations'
import { act, ok } from '../../support/story'
import { untilWaiting } from '../../support/waiting'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const county = here.slice(0, 6)
let [party, adviser, mediator] = [{} as Person, {} as Person, {} as Person]
let id = ''

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await forget(app)
  party = await makePerson(app, { name: '李秀英' })
  // Who keeps another legal office is an adviser still, and not this one's.
  adviser = await makePerson(app, {
    name: '高正荣',
    grants: [
      ['legal_adviser', here],
      ['legal_helper', county],
    ],
  })
  mediator = await makePerson(app, { name: '段永红', grants: [['mediator', county]] })
  id = (await ask(app, party, { reach: 'phone' })).id
  await ok(act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words: '先留好考勤。' } }))
})

const revoke = (who: Person) =>
  pool.query(`UPDATE grants SET revoked_at = now() WHERE account_id = $1 AND role <> 'legal_helper'`, [
    who.accountId,
  ])

/** Acts while somebody else holds the case, and ends the office before they let go. */
async function actedAfter(who: Person, name: EndpointName, on: string, body: object) {
  const holder = await pool.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('SELECT FROM cases WHERE id = $1 FOR UPDATE', [id])
    const acting = act(app, name, who, on, { body: body as Record<string, unknown> })
    await untilWaiting(pool, 1)
    await revoke(who)
    await holder.query('COMMIT')
    return await acting
  } finally {
    holder.release()
  }
}

const written = async (): Promise<string> => {
  const { rows } = await pool.query<{ all: string }>(
    `SELECT jsonb_build_array((SELECT count(*) FROM case_events), (SELECT count(*) FROM consultation_lines),
       (SELECT count(*) FROM consultation_referrals WHERE state = 'acknowledged'),
       (SELECT jsonb_agg(jsonb_build_array(handler_id, office_code) ORDER BY case_id) FROM consultations))::text AS all`,
  )
  return rows[0]?.all ?? ''
}

const byAdviser: [EndpointName, object][] = [
  ['answerConsultation', { as: 'answer', words: '再说一句。' }],
  ['answerConsultation', { as: 'ask', words: '再问一句。' }],
  ['correctLine', { n: 2, words: '改一句。' }],
  ['closeConsultation', {}],
  ['passOn', {}],
  ['recordAttempt', { outcome: 'no_answer' }],
  ['offerTimes', { kind: 'phone', stationId: null, link: null, times: [hour(14)] }],
  ['proposeReferral', { kind: 'mediation', parts: ['question'] }],
]

test.each(byAdviser)('nothing is written by %s %o', async (name, body) => {
  const before = await written()
  expect(await actedAfter(adviser, name, id, body)).toMatchObject({ status: 404 })
  expect(await written()).toBe(before)
})

test('the same with an office that does not end: it is written', async () => {
  await pool.query(`
    CREATE FUNCTION keep_offices() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
    CREATE TRIGGER keep_offices BEFORE UPDATE ON grants FOR EACH ROW EXECUTE FUNCTION keep_offices()`)
  const before = await written()
  const said = { as: 'answer', words: '再说一句。' }
  expect(await actedAfter(adviser, 'answerConsultation', id, said)).toMatchObject({ status: 200 })
  expect(await written()).not.toBe(before)
  await pool.query('DROP FUNCTION keep_offices() CASCADE')
})

test('nothing is taken from a desk, nor received, nor sent back', async () => {
  await pool.query(
    `UPDATE consultations SET handler_id = NULL, handler_name = NULL, handed_at = NULL, opened_at = NULL WHERE case_id = $1`,
    [id],
  )
  const before = await written()
  expect(await actedAfter(adviser, 'takeConsultation', id, {})).toMatchObject({ status: 404 })
  expect(await written()).toBe(before)
  adviser = await makePerson(app, { name: '罗正荣', grants: [['legal_adviser', here]] })
  await ok(act(app, 'takeConsultation', adviser, id))
  await ok(act(app, 'proposeReferral', adviser, id, { body: { kind: 'mediation', parts: ['question'] } }))
  const referral = (await threadOf(app, party, id)).referrals.at(-1)?.id ?? ''
  await ok(act(app, 'consentReferral', party, referral))
  const sent = await written()
  for (const name of ['acknowledgeReferral', 'returnReferral'] as const) {
    const one = await makePerson(app, { name: '又一位', grants: [['mediator', county]] })
    expect(await actedAfter(one, name, referral, {})).toMatchObject({ status: 404 })
  }
  expect(await written()).toBe(sent)
  await ok(act(app, 'acknowledgeReferral', mediator, referral))
})

test('whoever lost the office is told of nothing, and has no meeting before them', async () => {
  const station = await makeStation(app)
  await ok(offer(app, adviser, id, { kind: 'station', stationId: station }))
  const time = (await threadOf(app, party, id)).appointments[0]?.id ?? ''
  await ok(act(app, 'takeTime', party, time))
  const calendar = () => app.call<{ meetings: object[] }>('getAdviser', { token: adviser.token })
  expect((await ok(calendar())).meetings).toHaveLength(1)
  const before = await toldTo(app, adviser)
  await revoke(adviser)
  expect((await ok(calendar())).meetings).toEqual([])
  await ok(act(app, 'addToConsultation', party, id, { body: { words: '还有一句。', files: [] } }))
  app.clock.set('2026-11-24T12:00:00Z')
  party = await fresh(app, party)
  expect(await remindOfMeetings(app.deps)).toBe(1)
  expect(await toldTo(app, adviser)).toEqual(before)
  expect(await toldTo(app, party)).toContain('case_soon')
})
