import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseSummary, DeskKind } from '../../../bff/contracts/src/cases'
import { behindTheBack } from '../../support/behind'
import { completeEnded } from '../../../bff/src/modules/bookings/jobs'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import {
  elsewhere,
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
let party: Person
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  await behindTheBack(app.database.pool, 'DELETE FROM access_records')
  await app.database.pool.query('TRUNCATE notices, notice_deliveries')
  await behindTheBack(app.database.pool, 'DELETE FROM booking_moves')
  await app.database.pool.query('DELETE FROM bookings')
  await app.database.pool.query('ALTER TABLE case_events DISABLE TRIGGER USER')
  await app.database.pool.query('DELETE FROM case_events')
  await app.database.pool.query('DELETE FROM rating_rights')
  await app.database.pool.query('DELETE FROM cases')
  await app.database.pool.query('ALTER TABLE case_events ENABLE TRIGGER USER')
  party = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
})

interface Desk {
  cases: CaseSummary[]
  counts: Record<DeskKind, number>
  next: string | null
}

const desk = (who: Person, division: string, show?: DeskKind, cursor?: string): Promise<Desk> =>
  ok(
    app.call<Desk>('deskList', {
      query: { division, ...(show && { show }), ...(cursor && { cursor }) },
      token: who.token,
    }),
  )
const ids = ({ cases }: Desk): string[] => cases.map((c) => c.id)

const request = async (community = here, day = '2026-11-25', from = 14): Promise<string> =>
  (await book(app, party, wish(await makeRoom(app, { community }), from, from + 1, day))).id

async function moveTo(at: string): Promise<void> {
  app.clock.set(at)
  party = await signIn(app.deps, party.accountId)
  staff = await signIn(app.deps, staff.accountId)
}

describe('what waits for staff', () => {
  test('comes by due time, and the overdue apart', async () => {
    await moveTo('2026-11-23T08:00:00Z')
    const later = await request()
    await moveTo(monday)
    const first = await request()
    const second = await request()
    await moveTo('2026-11-23T09:00:00Z')
    const waiting = await desk(staff, here)
    expect(ids(waiting).slice(0, 2).sort()).toEqual([first, second].sort())
    expect(ids(waiting)[2]).toBe(later)
    expect(waiting.cases.map((c) => c.overdue)).toEqual([true, true, false])
    expect(ids(await desk(staff, here, 'overdue')).sort()).toEqual([first, second].sort())
    expect(waiting.counts).toEqual({ waiting: 3, overdue: 2, asked: 0, today: 0 })
  })

  test('loses what was asked back, decided or cancelled, at once', async () => {
    const [asked, confirmed, refused, cancelled] = [
      await request(),
      await request(),
      await request(),
      await request(),
    ]
    await ok(act(app, 'askSubject', staff, asked, { body: { note: '几点？' } }))
    await ok(act(app, 'confirmBooking', staff, confirmed))
    await ok(act(app, 'refuseBooking', staff, refused, { body: { note: '停电' } }))
    await ok(act(app, 'cancelBooking', party, cancelled))
    expect((await desk(staff, here)).counts).toEqual({ waiting: 0, overdue: 0, asked: 1, today: 0 })
    expect(ids(await desk(staff, here, 'asked'))).toEqual([asked])
    await ok(act(app, 'supplementBooking', party, asked, { body: { note: '两点' } }))
    expect(ids(await desk(staff, here, 'waiting'))).toEqual([asked])
  })

  test('is found for a month after its end, the newest first; what was cancelled or lies beside is not', async () => {
    const [first, second, cancelled] = [await request(), await request(), await request()]
    await request(elsewhere)
    await ok(act(app, 'refuseBooking', staff, first, { body: { note: '停电' } }))
    app.clock.advance(5)
    await ok(act(app, 'refuseBooking', staff, second, { body: { note: '停电' } }))
    await ok(act(app, 'cancelBooking', party, cancelled))
    expect(ids(await desk(staff, here, 'done'))).toEqual([second, first])
    await moveTo('2026-12-23T02:13:00Z')
    expect(ids(await desk(staff, here, 'done'))).toEqual([second])
  })

  test('never becomes overdue while the resident is asked', async () => {
    const id = await request()
    await ok(act(app, 'askSubject', staff, id, { body: { note: '几点？' } }))
    await moveTo('2026-11-24T08:00:00Z')
    expect((await desk(staff, here, 'overdue')).cases).toEqual([])
    expect((await desk(staff, here)).counts).toMatchObject({ waiting: 0, overdue: 0, asked: 1 })
  })
})

test('today is what takes place between midnight and midnight in Shanghai, in order', async () => {
  const [evening, morning, tomorrow] = [
    await request(here, '2026-11-25', 20),
    await request(here, '2026-11-25', 9),
    await request(here, '2026-11-26', 9),
  ]
  for (const id of [evening, morning, tomorrow]) await ok(act(app, 'confirmBooking', staff, id))
  const pending = await request(here, '2026-11-25', 12)
  await moveTo(localTime('2026-11-25', 0))
  expect(ids(await desk(staff, here, 'today'))).toEqual([morning, evening])
  // What is over stays until the day is: at noon staff still see who was there in the morning.
  await moveTo(localTime('2026-11-25', 13))
  await completeEnded(app.deps)
  const atNoon = await desk(staff, here, 'today')
  expect([ids(atNoon), atNoon.cases[0]?.state]).toEqual([[morning, evening], 'completed'])
  await moveTo(localTime('2026-11-25', 23.9))
  expect((await desk(staff, here, 'today')).counts.today).toBe(2)
  expect(ids(await desk(staff, here, 'today'))).not.toContain(pending)
  await moveTo(localTime('2026-11-26', 0))
  expect(ids(await desk(staff, here, 'today'))).toEqual([tomorrow])
})

describe('a division’s desk', () => {
  test('holds what lies below it, and nothing beside it', async () => {
    const [inside, beside, away] = [await request(here), await request(nextDoor), await request(elsewhere)]
    const township = await makePerson(app, { grants: [['staff', '532301101']] })
    const prefecture = await makePerson(app, { grants: [['supervisor', '5323']] })
    expect(ids(await desk(township, here))).toEqual([inside])
    expect(ids(await desk(township, '532301101')).sort()).toEqual([inside, beside].sort())
    expect(ids(await desk(prefecture, '5323')).sort()).toEqual([inside, beside, away].sort())
    expect((await desk(prefecture, '532329')).counts).toEqual({ waiting: 1, overdue: 0, asked: 0, today: 0 })
  })

  test.each([
    ['above the grant', '532301101'],
    ['beside it', nextDoor],
    ['that does not exist', '532301101999'],
    ['of a longer code below it that does not exist', `${here.slice(0, 9)}`],
  ])('%s does not exist', async (_, division) => {
    const { problem } = await app.call('deskList', { query: { division }, token: staff.token })
    expect(problem.code).toBe('not_found')
  })

  test('is paged by due time, each case once, while others are decided', async () => {
    const made: string[] = []
    for (let n = 0; n < 60; n++) {
      made.push(await request())
      if (n % 4 === 3) app.clock.advance(1 / 60)
    }
    const first = await desk(staff, here)
    await ok(act(app, 'confirmBooking', staff, ids(first)[0] ?? ''))
    const second = await desk(staff, here, 'waiting', first.next ?? '')
    expect([first.cases.length, second.cases.length, second.next]).toEqual([50, 10, null])
    expect([...ids(first), ...ids(second)].sort()).toEqual([...made].sort())
    expect(first.counts.waiting).toBe(60)
    expect(second.counts.waiting).toBe(59)
  })

  test('names no resident', async () => {
    await request()
    const { cases } = await desk(staff, here)
    expect(Object.keys(cases[0] ?? {})).not.toContain('note')
    expect(JSON.stringify(cases)).not.toContain(party.accountId)
  })
})

describe('what waits, on the home page', () => {
  const waiting = async (who: Person) =>
    (
      await ok(
        app.call<{ deskWaiting: number | null }>('getHome', {
          params: { community: here },
          token: who.token,
        }),
      )
    ).deskWaiting

  test('counts each case once, however many grants reach it', async () => {
    await request(here)
    await request(nextDoor)
    const many = await makePerson(app, {
      grants: [
        ['staff', '532301101'],
        ['staff', here],
        ['grid_worker', here],
      ],
    })
    expect(await waiting(many)).toBe(2)
    expect(await waiting(staff)).toBe(1)
  })

  test('is nothing of a resident’s or a supervisor’s', async () => {
    const supervisor = await makePerson(app, { grants: [['supervisor', here]] })
    expect([await waiting(party), await waiting(supervisor)]).toEqual([null, null])
  })
})
