import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseSummary } from '../../../bff/contracts/src/cases'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import {
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
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
  party = await makePerson(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
})

interface Page {
  cases: CaseSummary[]
  next: string | null
}

const page = (query: Record<string, string> = {}): Promise<Page> =>
  ok(app.call<Page>('listMyCases', { query, token: party.token }))
const ids = ({ cases }: Page): string[] => cases.map((c) => c.id)
const request = async (): Promise<string> => (await book(app, party, wish(await makeRoom(app)))).id

/** One of each state a resident can meet. */
async function oneOfEach() {
  const [pending, confirmed, refused, cancelled, completed] = [
    await request(),
    await request(),
    await request(),
    await request(),
    await request(),
  ]
  for (const id of [confirmed, completed]) await ok(act(app, 'confirmBooking', staff, id))
  await ok(act(app, 'refuseBooking', staff, refused, { body: { note: '停电' } }))
  await ok(act(app, 'cancelBooking', party, cancelled))
  app.clock.set(localTime('2026-11-25', 16))
  staff = await signIn(app.deps, staff.accountId)
  party = await signIn(app.deps, party.accountId)
  await ok(act(app, 'completeBooking', staff, completed))
  return { pending, confirmed, refused, cancelled, completed }
}

describe('my cases', () => {
  test('are shown open, done or all', async () => {
    const { pending, confirmed, refused, cancelled, completed } = await oneOfEach()
    expect(ids(await page({ show: 'open' })).sort()).toEqual([pending, confirmed].sort())
    expect(ids(await page({ show: 'done' })).sort()).toEqual([refused, cancelled, completed].sort())
    expect(ids(await page())).toHaveLength(5)
    expect(ids(await page({ show: 'all', type: 'booking' }))).toEqual(ids(await page()))
  })

  test('are mine alone, and say nothing that is protected', async () => {
    const stranger = await makePerson(app)
    await book(app, stranger, wish(await makeRoom(app)))
    const id = await request()
    const { cases, next } = await page()
    expect(cases.map((c) => c.id)).toEqual([id])
    expect(next).toBeNull()
    expect(Object.keys(cases[0] ?? {}).sort()).toEqual([
      'childId',
      'community',
      'communityName',
      'createdAt',
      'dueAt',
      'endsAt',
      'escalated',
      'facts',
      'id',
      'lapsesAt',
      'nickname',
      'number',
      'overdue',
      'startsAt',
      'state',
      'title',
      'type',
      'waitingFor',
    ])
    expect(Object.keys(cases[0]?.facts ?? {}).sort()).toEqual([
      'attendees',
      'checkedInAt',
      'facilityName',
      'floor',
      'purpose',
      'replacesCaseId',
      'roomId',
      'roomKind',
      'series',
    ])
  })

  test('say when an answer is overdue, without any job having run', async () => {
    await request()
    expect((await page()).cases[0]).toMatchObject({ overdue: false, escalated: false })
    app.clock.set('2026-11-23T08:12:00.001Z')
    party = await signIn(app.deps, party.accountId)
    expect((await page()).cases[0]).toMatchObject({ overdue: true, escalated: false })
  })
})

test('pages hold every case once, newest first, while new ones arrive', async () => {
  const made: string[] = []
  for (let n = 0; n < 45; n++) {
    made.push(await request())
    // Three at a time are made in the same instant: then the id decides.
    if (n % 3 === 2) app.clock.advance(1 / 60)
  }
  const first = await page()
  const late = [await request(), await request()]
  const second = await page({ cursor: first.next ?? '' })
  await act(app, 'cancelBooking', party, made[0] ?? '')
  const third = await page({ cursor: second.next ?? '' })
  expect([first, second, third].map((p) => p.cases.length)).toEqual([20, 20, 5])
  expect(third.next).toBeNull()
  const seen = [first, second, third].flatMap(ids)
  expect([...seen].sort()).toEqual([...made].sort())
  const times = [first, second, third].flatMap((p) => p.cases.map((c) => c.createdAt))
  expect(times).toEqual([...times].sort().reverse())
  expect(
    ids(await page())
      .slice(0, 2)
      .sort(),
  ).toEqual(late.sort())
})

test('the weeks of a series stand in their order, over pages, in one’s own list and on the desk', async () => {
  for (let n = 0; n < 5; n++) {
    const body = { ...wish(await makeRoom(app, { holidays: 'open' })), weeks: 12, without: [] }
    await ok(app.call('requestSeries', { body, token: party.token }))
  }
  type Read = (cursor: Record<string, string>) => Promise<Page>
  const all = async (read: Read, cursor = {}): Promise<CaseSummary[]> => {
    const { cases, next } = await read(cursor)
    return next === null ? cases : [...cases, ...(await all(read, { cursor: next }))]
  }
  const desk: Read = (cursor) =>
    ok(app.call('deskList', { query: { division: here, show: 'waiting', ...cursor }, token: staff.token }))
  const own = await all(page)
  const ours = (await all(desk)).filter(({ id }) => own.some((one) => one.id === id))
  for (const list of [own, ours]) {
    const order = list.map(({ createdAt, startsAt, id }) => `${createdAt} ${startsAt} ${id}`)
    expect(new Set(order).size).toBe(60)
    expect(order).toEqual([...order].sort())
  }
})

test('a page that is exactly full is the last one', async () => {
  for (let n = 0; n < 20; n++) await request()
  const { cases, next } = await page()
  expect([cases.length, next]).toEqual([20, null])
})
