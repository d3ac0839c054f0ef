import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RoomSummary } from '../../../bff/contracts/src/rooms'
import { monday, testApp } from '../../support/app'
import { book, ok } from '../../support/story'
import {
  elsewhere,
  everyDay,
  here,
  liftQuota,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  wish,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  await pool.query(
    `INSERT INTO divisions VALUES ('532301102', 'township', '东瓜镇', '东瓜镇', '532301', NULL),
       ('532301102001', 'community', '永安社区', '永安社区居民委员会', '532301102', NULL)`,
  )
})
beforeEach(async () => {
  app.clock.set(monday)
  await pool.query('TRUNCATE bookings, rooms, facilities CASCADE')
})

interface Page {
  rooms: RoomSummary[]
  next: string | null
}

const list = (query: Record<string, string> = {}): Promise<Page> =>
  ok(app.call<Page>('listRooms', { query: { community: here, ...query } }))
const names = ({ rooms }: Page): string[] => rooms.map((r) => r.name)

describe('rooms near a community', () => {
  test('are its own, then its township’s, then its county’s; nothing of another county', async () => {
    await makeRoom(app, { name: '别县', community: elsewhere })
    await makeRoom(app, { name: '邻镇', community: '532301102001' })
    await makeRoom(app, { name: '邻居', community: nextDoor })
    await makeRoom(app, { name: '本社区' })
    const page = await list()
    expect(names(page)).toEqual(['本社区', '邻居', '邻镇'])
    expect(page.rooms.map((r) => [r.nearness, r.communityName])).toEqual([
      [0, '东兴社区'],
      [1, '西园社区'],
      [2, '永安社区'],
    ])
  })

  test('are filtered by purpose, size and steps, together too', async () => {
    await makeRoom(app, { name: '大', capacity: 200, stepFree: false, purposes: ['banquet', 'training'] })
    await makeRoom(app, { name: '中', capacity: 60, purposes: ['training'] })
    await makeRoom(app, { name: '小', capacity: 20, purposes: ['study'] })
    expect(names(await list({ purpose: 'training' })).sort()).toEqual(['中', '大'].sort())
    expect(names(await list({ capacity: '60' })).sort()).toEqual(['中', '大'].sort())
    expect(names(await list({ capacity: '61' }))).toEqual(['大'])
    expect(names(await list({ stepFree: 'true' })).sort()).toEqual(['中', '小'].sort())
    expect(names(await list({ stepFree: 'false' }))).toHaveLength(3)
    expect(names(await list({ stepFree: 'true', purpose: 'training', capacity: '30' }))).toEqual(['中'])
    expect(names(await list({ purpose: 'sports' }))).toEqual([])
  })

  test('say how long they are still free on the asked day', async () => {
    const wednesday = everyDay('09:00', '21:00').filter((o) => o.weekday === 3)
    const roomId = await makeRoom(app, { openings: wednesday })
    const free = async (day: string) => (await list({ day })).rooms[0]?.freeMinutes
    expect(await free('2026-11-24')).toBeNull()
    expect(await free('2026-11-25')).toBe(720)
    await book(app, await makePerson(app), wish(roomId, 14, 16))
    // Two hours of use, the hour of its cleaning, and the hour before it whose own cleaning would not fit.
    expect(await free('2026-11-25')).toBe(480)
    expect(await free('2026-12-09')).toBe(0)
  })

  test('are paged, each once, while rooms are added in front', async () => {
    for (let n = 0; n < 45; n++)
      await makeRoom(app, { name: `第${n}间`, community: [here, nextDoor, '532301102001'][n % 3] ?? here })
    const first = await list()
    await makeRoom(app, { name: '新的' })
    const second = await list({ cursor: first.next ?? '' })
    const third = await list({ cursor: second.next ?? '' })
    const seen = [first, second, third].flatMap(names).filter((name) => name !== '新的')
    expect([first.rooms.length, second.rooms.length, third.next]).toEqual([20, 20, null])
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
    const nearness = [first, second, third].flatMap((p) => p.rooms.map((r) => r.nearness))
    expect(nearness).toEqual([...nearness].sort())
  })
})

test.each(['532301101999', '530000000000'])(
  'of a community that does not exist (%s) are not found',
  async (community) => {
    expect((await app.call('listRooms', { query: { community } })).problem.code).toBe('not_found')
  },
)
