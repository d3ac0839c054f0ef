/** Times are offered, taken with one tap, moved and called off. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Appointment } from '../../../bff/contracts/src/consultation-thread'
import { giveOnStranded } from '../../../bff/src/modules/consultations/jobs'
import { monday, testApp } from '../../support/app'
import { ask, forget, hour, makeStation, offer, threadOf, toldTo } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { act, book, ok } from '../../support/story'
import { here, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let party: Person
let adviser: Person
let id: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await forget(app)
  party = await makePerson(app, { name: '李秀英' })
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  id = (await ask(app, party, { reach: 'phone' })).id
})

const take = (who: Person, appointment: Appointment | undefined) =>
  act(app, 'takeTime', who, appointment?.id ?? '')
const giveBack = (who: Person, appointment: Appointment | undefined) =>
  act(app, 'giveTimeBack', who, appointment?.id ?? '')
const appointments = async (who: Person = party, caseId = id): Promise<Appointment[]> =>
  (await threadOf(app, who, caseId)).appointments

test('of the times that are offered one is taken, its link is shown to the two, and it comes next on the home page', async () => {
  await ok(offer(app, adviser, id, { times: [hour(14), hour(16)] }))
  const [first] = await appointments()
  expect(first).toMatchObject({ state: 'offered', kind: 'video', link: null })
  await ok(take(party, first))
  for (const who of [party, adviser])
    expect(await appointments(who)).toMatchObject([
      { state: 'taken', link: 'https://meet.example/abc', startsAt: localTime('2026-11-25', 14) },
      { state: 'offered', link: null },
    ])
  expect(await toldTo(app, party)).toEqual(['case_times'])
  expect(await toldTo(app, adviser)).toContain('case_met')
  const home = await ok(
    app.call<{ next: { id: string; startsAt: string } | null }>('getHome', {
      params: { community: here },
      token: party.token,
    }),
  )
  expect(home.next).toMatchObject({ id, startsAt: localTime('2026-11-25', 14) })
  const { rows } = await app.database.pool.query(
    'SELECT link_sealed FROM consultation_meetings WHERE case_id = $1',
    [id],
  )
  expect(JSON.stringify(rows)).not.toContain('meet.example')
})

test('what was answered stands on the home page behind what has a day, and before it where a time is to be chosen', async () => {
  const next = async () =>
    (
      await ok(
        app.call<{ next: { id: string } }>('getHome', { params: { community: here }, token: party.token }),
      )
    ).next.id
  const need = await askForHelp(app, party)
  await ok(
    act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words: '先申请仲裁。', files: [] } }),
  )
  expect([need.id, id]).toContain(await next())
  const roomId = await makeRoom(app, { approval: 'automatic' })
  const use = await book(app, party, wish(roomId, 14, 16, '2026-11-26'))
  expect(await next()).toBe(use.id)
  await ok(offer(app, adviser, id, { times: [hour(14)] }))
  expect(await next()).toBe(id)
})

test('taking another gives the first back, and new times take the place of old ones', async () => {
  await ok(offer(app, adviser, id, { times: [hour(14), hour(16)] }))
  const [first, second] = await appointments()
  await ok(take(party, first))
  await ok(take(party, second))
  expect((await appointments()).map(({ state }) => state)).toEqual(['called_off', 'taken'])
  await ok(offer(app, adviser, id, { times: [hour(9, '2026-11-26')] }))
  const [, , third] = await appointments()
  await ok(take(party, third))
  expect((await appointments()).map(({ state }) => state)).toEqual(['called_off', 'called_off', 'taken'])
  expect((await take(party, first)).problem.code).toBe('time_gone')
})

test('either side calls it off, the other hears so, and it is not called off twice', async () => {
  for (const [who, other, kind] of [
    [party, adviser, 'case_met'],
    [adviser, party, 'case_off'],
  ] as const) {
    await ok(offer(app, adviser, id))
    const offered = (await appointments()).find(({ state }) => state === 'offered')
    await ok(take(party, offered))
    const before = (await toldTo(app, other)).filter((told) => told === kind).length
    await ok(giveBack(who, offered))
    expect((await toldTo(app, other)).filter((told) => told === kind)).toHaveLength(before + 1)
    expect((await giveBack(who, offered)).problem.code).toBe('action_not_open')
  }
})

test('nobody else takes, calls off or reads one; an adviser takes none', async () => {
  await ok(offer(app, adviser, id))
  const [offered] = await appointments()
  const stranger = await makePerson(app, { grants: [['staff', here]] })
  expect((await take(stranger, offered)).status).toBe(404)
  expect((await take(adviser, offered)).problem.code).toBe('not_allowed')
  await ok(take(party, offered))
  expect((await giveBack(stranger, offered)).status).toBe(404)
  expect(
    (await app.call('readCalendar', { params: { id: offered?.id ?? '' }, token: stranger.token })).status,
  ).toBe(404)
})

describe('what cannot be offered', () => {
  test('is refused with every fault', async () => {
    const station = await makeStation(app, '532329203', '环州乡站')
    const { status, problem } = await offer(app, adviser, id, {
      kind: 'station',
      stationId: station,
      link: 'https://meet.example/abc',
      times: [
        hour(9, '2026-11-23'),
        hour(7),
        hour(20.5),
        hour(10, '2026-11-25', 5),
        { startsAt: localTime('2027-02-01', 9), endsAt: localTime('2027-02-01', 8) },
      ],
    })
    expect(status).toBe(422)
    expect(problem.errors?.map(({ path }) => path)).toEqual([
      'body.stationId',
      'body.link',
      'body.times.0.startsAt',
      'body.times.1.startsAt',
      'body.times.2.endsAt',
      'body.times.3.endsAt',
      'body.times.4.startsAt',
      'body.times.4.endsAt',
    ])
  })

  test('is a call to whoever gave no number', async () => {
    const here = await ask(app, party)
    expect((await offer(app, adviser, here.id, { kind: 'phone' })).problem.errors?.[0]?.path).toBe(
      'body.kind',
    )
    expect((await offer(app, adviser, id, { kind: 'phone' })).status).toBe(200)
  })

  test('is an hour in which adviser or room is taken', async () => {
    const station = await makeStation(app)
    await ok(offer(app, adviser, id, { kind: 'station', stationId: station }))
    const [offered] = await appointments()
    const second = await ask(app, party)
    await ok(offer(app, adviser, second.id, { times: [hour(14.5)] }))
    await ok(take(party, offered))
    expect((await appointments())[0]?.place).toBe('鹿城镇法律服务站，鹿城路 8 号')
    expect((await appointments(party, second.id))[0]?.state).toBe('gone')
    expect((await take(party, (await appointments(party, second.id))[0])).problem.code).toBe('time_gone')
    expect((await offer(app, adviser, second.id, { times: [hour(14.5)] })).problem.code).toBe('adviser_busy')
    await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [
      adviser.accountId,
    ])
    const other = await makePerson(app, { name: '罗正荣', grants: [['legal_adviser', here]] })
    const third = await ask(app, party)
    expect((await offer(app, other, third.id, { kind: 'station', stationId: station })).problem.code).toBe(
      'station_taken',
    )
  })
})

test('whoever works on it next has none of the former times, and does not read the link', async () => {
  await ok(offer(app, adviser, id, { times: [hour(14), hour(16)] }))
  await ok(take(party, (await appointments())[0]))
  const other = await makePerson(app, { name: '段永红', grants: [['legal_adviser', here.slice(0, 9)]] })
  await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [
    adviser.accountId,
  ])
  expect(await giveOnStranded(app.deps)).toBe(1)
  expect(await appointments(other)).toMatchObject([{ state: 'called_off', link: null }])
  expect(await toldTo(app, party)).toContain('case_off')
  expect(
    (
      await app.call('readCalendar', {
        params: { id: (await appointments())[0]?.id ?? '' },
        token: adviser.token,
      })
    ).status,
  ).toBe(404)
})

test('a meeting with whoever hands it over is off', async () => {
  await makePerson(app, { grants: [['mediator', here.slice(0, 6)]] })
  await ok(offer(app, adviser, id, { times: [hour(14), hour(16)] }))
  await ok(take(party, (await appointments())[0]))
  await ok(act(app, 'proposeReferral', adviser, id, { body: { kind: 'mediation', parts: ['question'] } }))
  const [referral] = (await threadOf(app, party, id)).referrals
  await ok(act(app, 'consentReferral', party, referral?.id ?? ''))
  expect(await appointments()).toMatchObject([{ state: 'called_off' }])
  expect(await toldTo(app, party)).toContain('case_off')
})
