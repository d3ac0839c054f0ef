import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseSummary } from '../../../bff/contracts/src/cases'
import type { PlacedDivision } from '../../../bff/contracts/src/divisions'
import type { Left } from '../../../bff/contracts/src/rooms'
import type { Notice } from '../../../bff/contracts/src/notices'
import { monday, testApp } from '../../support/app'
import { bringTo, fresh, makeFollowUpCast, rateBadly, step, verdict } from '../../support/follow-ups'
import { act, book, deliverAll, ok } from '../../support/story'
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

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
})

interface Home {
  community: PlacedDivision
  rooms: { total: number; freeToday: number; left: Left; openUntil: string | null }
  next: CaseSummary | null
  notices: Notice[]
  unread: number
  deskWaiting: number | null
}
const home = (who?: Person, community = here): Promise<Home> =>
  ok(app.call<Home>('getHome', { params: { community }, ...(who && { token: who.token }) }))

describe('the home page', () => {
  test('has a place and its rooms for everybody, and nothing personal for nobody', async () => {
    await makeRoom(app, { community: nextDoor })
    await makeRoom(app, { community: nextDoor, noticeMinutes: 24 * 60 })
    expect(await home(undefined, nextDoor)).toEqual({
      community: {
        code: nextDoor,
        level: 'community',
        name: '西园社区',
        fullName: '西园社区',
        parent: '532301101',
        phone: '0878-3120000',
        within: ['楚雄市', '鹿城镇'],
      },
      rooms: { total: 2, freeToday: 1, left: 'free', openUntil: '2026-11-23T13:00:00.000Z' },
      next: null,
      queued: null,
      notices: [],
      unread: 0,
      programmes: 0,
      coming: null,
      alert: null,
      deskWaiting: null,
      missing: [],
    })
  })

  test('says at night that the day is over, not that it is booked', async () => {
    await makeRoom(app, { community: elsewhere })
    app.clock.set(localTime('2026-11-23', 23.5))
    expect((await home(undefined, elsewhere)).rooms).toEqual({
      total: 1,
      freeToday: 0,
      left: 'over',
      openUntil: null,
    })
  })

  test('shows the soonest use that is still to come or on', async () => {
    const roomId = await makeRoom(app)
    const later = await book(app, party, wish(roomId, 14, 16, '2026-11-26'))
    const sooner = await book(app, party, wish(roomId, 14, 16, '2026-11-25'))
    const cancelled = await book(app, party, wish(roomId, 14, 16, '2026-11-24'))
    await ok(act(app, 'cancelBooking', party, cancelled.id))
    expect((await home(party)).next?.id).toBe(sooner.id)
    app.clock.set(localTime('2026-11-25', 15))
    party = await signIn(app.deps, party.accountId)
    expect((await home(party)).next?.id).toBe(sooner.id)
    app.clock.set(localTime('2026-11-25', 16))
    party = await signIn(app.deps, party.accountId)
    expect((await home(party)).next?.id).toBe(later.id)
  })

  test('asks whoever rated badly how it was put right: after what is today, before what comes later', async () => {
    const cast = await makeFollowUpCast(app)
    const asked = await rateBadly(app, cast.rater)
    const next = async () => (await home(await fresh(app, cast.rater))).next
    await bringTo(app, cast, asked.id, 'informing')
    expect(await next()).toBeNull()
    await ok(step(app, 'tellRater', cast.township, asked.id))
    const later = await book(app, cast.rater, wish(await makeRoom(app), 14, 16, '2026-11-24'))
    expect(await next()).toMatchObject({
      id: asked.id,
      type: 'follow_up',
      state: 'verdict',
      title: asked.roomName,
      facts: { ratedId: asked.ratedId },
    })
    expect((await home(await fresh(app, cast.unit))).next).toBeNull()
    const today = await book(app, cast.rater, wish(await makeRoom(app), 14, 16, '2026-11-23'))
    expect((await next())?.id).toBe(today.id)
    app.clock.set(localTime('2026-11-23', 16))
    expect((await next())?.id).toBe(asked.id)
    await verdict(app, cast.rater, asked.id, true)
    expect((await next())?.id).toBe(later.id)
  })

  test('shows the three newest notices and counts all unread', async () => {
    for (let n = 0; n < 4; n++) await book(app, party, wish(await makeRoom(app, { approval: 'automatic' })))
    await deliverAll(app)
    const { notices, unread } = await home(party)
    expect([notices.length, unread]).toEqual([3, 4])
  })

  test('of a community that does not exist is not found', async () => {
    for (const community of ['532301101999'])
      expect((await app.call('getHome', { params: { community } })).problem.code).toBe('not_found')
  })
})

describe('divisions', () => {
  const list = async (query: Record<string, string>): Promise<string[]> =>
    (await ok(app.call<{ divisions: PlacedDivision[] }>('listDivisions', { query }))).divisions.map(
      (d) => d.name,
    )

  test('are listed below a parent, or found by a part of their name', async () => {
    expect(await list({ parent: '532301101' })).toEqual(['东兴社区', '西园社区'])
    expect(await list({ parent: '5323' })).toEqual(['楚雄市', '武定县'])
    expect(await list({ parent: here })).toEqual([])
    expect(await list({ name: ' 东兴 ' })).toEqual(['东兴社区'])
    expect(await list({ name: '社区' })).toEqual(['东兴社区', '西园社区'])
    // Only communities are found, by what they lie in as well.
    expect(await list({ name: '楚雄' })).toEqual(['东兴社区', '西园社区'])
    expect(await list({ name: '%' })).toEqual([])
  })

  test.each([
    ['both', { parent: '53', name: '东' }],
    ['neither', {}],
  ])('by %s ways are refused', async (_, query) => {
    const { problem } = await app.call('listDivisions', { query })
    expect(problem.errors?.map((e) => e.code)).toEqual(['parent_or_name'])
  })

  test('are shown with the names above them', async () => {
    const one = (code: string) => ok(app.call<PlacedDivision>('getDivision', { params: { code } }))
    expect((await one(here)).within).toEqual(['楚雄市', '鹿城镇'])
    expect((await one('5323')).within).toEqual([])
    expect((await app.call('getDivision', { params: { code: '99' } })).problem.code).toBe('not_found')
  })
})
