/** A bad grade of a consultation is followed up, and nobody learns by it who asked for advice, nor what about. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConsultationDetail } from '../../../bff/contracts/src/consultation-case'
import type { FollowUpDetail, FollowUpSummary } from '../../../bff/contracts/src/follow-ups'
import type { RatingPage } from '../../../bff/contracts/src/ratings'
import { monday, testApp } from '../../support/app'
import { ask } from '../../support/consultations'
import { type FollowUpCast, fresh, makeFollowUpCast, step } from '../../support/follow-ups'
import { act, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let cast: FollowUpCast
let adviser: Person
let asked: ConsultationDetail

beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
})
beforeEach(async () => {
  app.clock.set(monday)
  const party = await fresh(app, cast.rater)
  asked = await ask(app, party)
  const by = await fresh(app, adviser)
  await ok(act(app, 'answerConsultation', by, asked.id, { body: { as: 'answer', words: '先去劳动监察' } }))
  await ok(act(app, 'closeConsultation', by, asked.id, { body: { note: null } }))
})

const rate = async (wish: object = {}) =>
  app.call<RatingPage>('rateCase', {
    params: { id: asked.id },
    body: {
      grade: 'dissatisfied',
      reasonsVersion: '2026-11',
      reasons: ['slow'],
      publish: false,
      named: false,
      ...wish,
    },
    token: (await fresh(app, cast.rater)).token,
  })
const followUpOf = async (wish: object = {}): Promise<string> =>
  (await ok(rate(wish))).rating?.followUp?.id ?? ''
const read = async (who: Person, id: string) =>
  app.call<FollowUpDetail>('getFollowUp', { params: { id }, token: (await fresh(app, who)).token })
const contact = async (who: Person, id: string) =>
  app.call('readRaterContact', { params: { id }, token: (await fresh(app, who)).token })
const listed = async (who: Person): Promise<string[]> => {
  const { token } = await fresh(app, who)
  const query = { division: here, show: 'open' }
  return (
    await ok(app.call<{ followUps: FollowUpSummary[] }>('listFollowUps', { query, token }))
  ).followUps.map(({ id }) => id)
}
const everybody = () => [cast.unit, cast.grid, cast.township, cast.county, cast.prefecture, cast.supervisor]

test('words are not written of it, neither with the grade nor later', async () => {
  const { status, problem } = await rate({ text: '离婚的事没有说清楚' })
  expect({ status, errors: problem.errors }).toMatchObject({ status: 422, errors: [{ path: 'body.text' }] })
  const id = await followUpOf()
  await ok(step(app, 'rectify', cast.unit, id))
  await ok(step(app, 'tellRater', cast.township, id))
  const { token } = await fresh(app, cast.rater)
  const last = { body: { satisfied: true, text: '离婚的事' }, params: { id }, token }
  expect((await app.call('giveVerdict', last)).problem.errors).toMatchObject([{ path: 'body.text' }])
  const more = { body: { text: '离婚的事' }, params: { id: asked.id }, token }
  expect((await app.call('supplementRating', more)).problem.code).toBe('supplement_not_open')
  await ok(app.call('giveVerdict', { body: { satisfied: true }, params: { id }, token }))
})

test('without consent nobody reads who it was, and it goes on at once without a call', async () => {
  const id = await followUpOf()
  expect((await read(cast.township, id)).body).toMatchObject({
    readAs: 'handler',
    state: 'rectifying',
    service: 'consultation',
    rated: null,
    canReadContact: false,
    text: null,
  })
  expect((await contact(cast.township, id)).problem.code).toBe('contact_not_justified')
  // The unit hears and finds it the next morning, though it is its turn: the minute would say whose it is.
  expect(await listed(cast.unit)).not.toContain(id)
  app.clock.advance(24 * 60)
  expect(await listed(cast.unit)).toContain(id)
  for (const who of everybody()) {
    const text = JSON.stringify((await read(who, id)).body)
    expect(text).not.toContain(asked.id)
    expect(text).not.toContain(asked.number)
    expect(text).not.toContain('甲评价人')
  }
})

test('with consent who handles it may call, on record; the unit learns nothing by it', async () => {
  const id = await followUpOf({ named: true })
  expect((await contact(cast.township, id)).body).toMatchObject({ name: '甲评价人' })
  for (const who of [cast.unit, cast.grid, cast.supervisor])
    expect((await contact(who, id)).problem.code).toBe('contact_not_justified')
  expect(await listed(cast.unit)).not.toContain(id)
  app.clock.advance(24 * 60)
  expect((await read(cast.unit, id)).body).toMatchObject({
    readAs: 'unit',
    named: false,
    rated: null,
    byDay: true,
  })
})

test('consent given later lets them call, and is not told to the unit', async () => {
  const id = await followUpOf()
  const { token } = await fresh(app, cast.rater)
  await ok(app.call('disclose', { params: { id }, body: {}, token }))
  expect((await contact(cast.township, id)).status).toBe(200)
  app.clock.advance(24 * 60)
  for (const who of [cast.unit, cast.supervisor])
    expect((await ok(read(who, id))).timeline.map(({ action }) => action)).not.toContain('disclose')
})
