import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RatingPage } from '../../../bff/contracts/src/ratings'
import { testApp } from '../../support/app'
import { again, finishedBooking, makeRater, pageFor, rate, wordless } from '../../support/ratings'
import { act, ok, set } from '../../support/story'
import { together, values } from '../../support/together'
import { elsewhere, here, liftQuota, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person
let party: Person
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})
beforeEach(async () => {
  app.clock.set('2026-11-23T02:12:00Z')
  staff = await again(app, staff)
  party = await makeRater(app)
  id = (await finishedBooking(app, party, staff)).id
  ;[staff, party] = [await again(app, staff), await again(app, party)]
})

interface Slip {
  path: string
  rateUntil: string
  qr: string
}
const print = (who: Person = staff, key?: string) =>
  app.call<Slip>('printSlip', { params: { id }, token: who.token, body: {}, ...(key && { key }) })
const tokenOf = ({ path }: Slip): string => path.slice(3)

const sendCode = (token: string) =>
  app.call<{ demoCode: string }>('sendSlipCode', { params: { token }, body: {} })
const enter = (token: string, code: string) =>
  app.call<{ pass: string; page: RatingPage }>('enterSlip', { params: { token }, body: { code } })
const rateBy = (token: string, pass: string, body: object = {}, key?: string) =>
  app.call<RatingPage>('rateBySlip', {
    params: { token },
    body: { ...wordless, ...body, pass },
    ...(key && { key }),
  })

async function opened(): Promise<{ token: string; pass: string }> {
  const token = tokenOf(await ok(print()))
  const { demoCode } = await ok(sendCode(token))
  const { pass } = await ok(enter(token, demoCode))
  return { token, pass }
}

test('a printed slip opens the same page after the code, and rates once', async () => {
  const slip = await ok(print())
  expect(slip).toMatchObject({ title: '三楼多功能厅', on: '2026-11-25', communityName: '东兴社区' })
  expect(slip.path).toMatch(/^\/r\/[\w-]{22}$/)
  expect(slip.qr).toMatch(/^<svg/)
  const token = tokenOf(slip)
  const before = await ok(app.call('getSlip', { params: { token } }))
  expect(Object.keys(before).sort()).toEqual(['communityName', 'phoneEnding', 'rateUntil'])
  const { demoCode } = await ok(sendCode(token))
  const { pass, page } = await ok(enter(token, demoCode))
  expect(page).toEqual(await ok(pageFor(app, party, id)))
  const key = 'guest-rates-0001'
  const rated = await ok(rateBy(token, pass, { grade: 'dissatisfied', reasons: ['slow'] }, key))
  expect(rated).toMatchObject({ state: 'rated', rating: { grade: 'dissatisfied' } })
  expect(await ok(rateBy(token, pass, { grade: 'dissatisfied', reasons: ['slow'] }, key))).toEqual(rated)
  expect((await rateBy(token, pass)).problem?.code).toBe('rating_given')
  expect((await rate(app, party, id)).problem?.code).toBe('rating_given')
  const { rows } = await app.database.pool.query('SELECT * FROM ratings WHERE case_id = $1', [id])
  expect(rows).toMatchObject([{ rater_id: party.accountId, session_id: null }])
  expect(rows[0]).toHaveProperty('slip_id', expect.any(String))
})

test('the second verdict can be given by the slip, too', async () => {
  const { token, pass } = await opened()
  const { rating } = await ok(rateBy(token, pass, { grade: 'very_dissatisfied' }))
  const followUpId = rating?.followUp?.id ?? ''
  const verdict = (satisfied: boolean) =>
    app.call<RatingPage>('verdictBySlip', { params: { token }, body: { pass, satisfied, text: '现在好了' } })
  expect((await verdict(true)).problem?.code).toBe('action_not_open')
  const above = await makePerson(app, { grants: [['staff', here.slice(0, 9)]] })
  await ok(act(app, 'contactRater', above, followUpId, { body: { note: '已联系' } }))
  await ok(act(app, 'rectify', staff, followUpId, { body: { note: '已改' } }))
  await ok(act(app, 'tellRater', above, followUpId, { body: { note: '已回访' } }))
  expect(await ok(verdict(true))).toMatchObject({
    rating: { followUp: { state: 'closed' }, supplement: { text: '现在好了' } },
  })
})

describe('what a slip is not good for', () => {
  test('who may not print: the party, other staff, a supervisor, and for whom no telephone is known', async () => {
    const supervisor = await makePerson(app, { grants: [['supervisor', here.slice(0, 9)]] })
    const away = await makePerson(app, { grants: [['staff', elsewhere]], community: elsewhere })
    expect((await print(party)).problem?.code).toBe('not_allowed')
    expect((await print(supervisor)).problem?.code).toBe('not_allowed')
    expect((await print(away)).problem?.code).toBe('not_found')
    await app.database.pool.query('UPDATE accounts SET phone_enc = NULL, phone_hash = NULL WHERE id = $1', [
      party.accountId,
    ])
    expect((await print()).problem).toMatchObject({ status: 409, code: 'slip_needs_phone' })
  })

  test('printing tells staff nothing: it goes on after the rating', async () => {
    await ok(rate(app, party, id, { grade: 'very_dissatisfied' }))
    expect((await print()).status).toBe(201)
  })

  test.each([true, false])(
    'after the end none is printed; one on paper goes on, rated or not (%s)',
    async (isRated) => {
      if (isRated) await ok(rate(app, party, id, { grade: 'very_dissatisfied' }))
      const slip = await ok(print())
      const { until } = await ok(pageFor(app, party, id))
      expect(until).toBe(slip.rateUntil)
      app.clock.set(until ?? '')
      staff = await again(app, staff)
      expect((await print()).problem?.code).toBe('rating_over')
      // Whoever has no code learns no more of the one than of the other.
      const token = tokenOf(slip)
      expect(await ok(app.call('getSlip', { params: { token } }))).toMatchObject({ rateUntil: until })
      const { demoCode } = await ok(sendCode(token))
      const { page, pass } = await ok(enter(token, demoCode))
      expect(page.state).toBe(isRated ? 'rated' : 'over')
      expect((await rateBy(token, pass)).problem?.code).toBe(isRated ? 'rating_given' : 'rating_over')
      app.clock.set('2027-02-23T09:00:00Z')
      expect((await sendCode(token)).problem?.code).toBe('slip_over')
    },
  )

  test('a repeated print is one slip', async () => {
    const key = 'printed-once-001'
    expect(await ok(print(staff, key))).toEqual(await ok(print(staff, key)))
    const { rows } = await app.database.pool.query('SELECT 1 FROM rating_slips WHERE case_id = $1', [id])
    expect(rows).toHaveLength(1)
  })

  test('a wrong, an old and a fifth code do not open; a new one is sent after a minute', async () => {
    const token = tokenOf(await ok(print()))
    expect((await enter(token, '000000')).problem?.code).toBe('phone_code_expired')
    const { demoCode } = await ok(sendCode(token))
    expect((await sendCode(token)).problem).toMatchObject({ status: 429, code: 'phone_code_too_soon' })
    const wrong = demoCode === '111111' ? '222222' : '111111'
    for (let n = 0; n < 5; n += 1) expect((await enter(token, wrong)).problem?.code).toBe('phone_code_wrong')
    expect((await enter(token, demoCode)).problem?.code).toBe('phone_code_expired')
    app.clock.advance(1)
    const second = await ok(sendCode(token))
    app.clock.advance(5)
    expect((await enter(token, second.demoCode)).problem?.code).toBe('phone_code_expired')
  })

  test('a code opens once, also for two at the same moment', async () => {
    const token = tokenOf(await ok(print()))
    const { demoCode } = await ok(sendCode(token))
    const answers = values(await together(4, () => enter(token, demoCode)))
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
  })

  test('a pass is over after half an hour, and is no good for another slip', async () => {
    const { token, pass } = await opened()
    app.clock.advance(30)
    expect((await rateBy(token, pass)).problem).toMatchObject({ status: 403, code: 'slip_pass_over' })
    staff = await again(app, staff)
    const newer = await opened()
    expect((await rateBy(newer.token, pass)).problem?.code).toBe('slip_pass_over')
    // A new slip takes the place of the last.
    expect((await rateBy(token, newer.pass)).problem?.code).toBe('slip_over')
    expect((await rateBy(newer.token, newer.pass)).status).toBe(201)
  })

  test('an unknown or over slip is not there; the pass of nobody is named with the other faults', async () => {
    const token = 'x'.repeat(22)
    expect((await sendCode(token)).problem).toMatchObject({ status: 404, code: 'slip_over' })
    expect((await app.call('getSlip', { params: { token } })).problem?.code).toBe('slip_over')
    const { problem } = await rateBy(token, 'short', { grade: 'good' })
    expect(problem?.errors?.map((fault) => fault.path).sort()).toEqual(['body.grade', 'body.pass'])
  })

  test('its time follows the setting of the community', async () => {
    await set(app, here, 'rating_open_days', 7)
    app.clock.set('2026-11-23T02:12:00Z')
    id = (await finishedBooking(app, await makeRater(app), await again(app, staff))).id
    app.clock.set('2026-12-03T09:00:00Z')
    staff = await again(app, staff)
    expect((await print()).problem?.code).toBe('rating_over')
  })
})
