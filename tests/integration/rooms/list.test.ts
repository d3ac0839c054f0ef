import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RoomSummary } from '../../../bff/contracts/src/rooms'
import { monday, testApp } from '../../support/app'
import { book, ok } from '../../support/story'
import {
  elsewhere,
  everyDay,
  liftQuota,
  makeDivisions,
  makePerson,
  makeRoom,
  wish,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database

let county = 532350
let here: string
let nextDoor: string
let nextTownship: string

/** A county for each test: rooms are not taken away again, because the record of their use is kept. */
beforeEach(async () => {
  app.clock.set(monday)
  county += 1
  ;[here, nextDoor, nextTownship] = [`${county}101001`, `${county}101002`, `${county}102001`]
  const rows = [
    [String(county), 'county', '本县', '5323'],
    [`${county}101`, 'township', '本镇', String(county)],
    [`${county}102`, 'township', '邻镇', String(county)],
    [here, 'community', '东兴社区', `${county}101`],
    [nextDoor, 'community', '西园社区', `${county}101`],
    [nextTownship, 'community', '永安社区', `${county}102`],
  ]
  for (const row of rows)
    await pool.query(
      'INSERT INTO divisions (code, level, name, full_name, parent_code) VALUES ($1, $2, $3, $3, $4)',
      row,
    )
  app.deps.cache.drop('divisions')
})
beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
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
    await makeRoom(app, { name: '邻镇', community: nextTownship })
    await makeRoom(app, { name: '邻居', community: nextDoor })
    await makeRoom(app, { name: '本社区', community: here })
    const page = await list()
    expect(names(page)).toEqual(['本社区', '邻居', '邻镇'])
    expect(page.rooms.map((r) => [r.nearness, r.communityName])).toEqual([
      [0, '东兴社区'],
      [1, '西园社区'],
      [2, '永安社区'],
    ])
  })

  test('are filtered by purpose, size and steps, together too', async () => {
    await makeRoom(app, {
      community: here,
      name: '大',
      capacity: 200,
      stepFree: false,
      purposes: ['banquet', 'training'],
    })
    await makeRoom(app, { community: here, name: '中', capacity: 60, purposes: ['training'] })
    await makeRoom(app, { community: here, name: '小', capacity: 20, purposes: ['study'] })
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
    const roomId = await makeRoom(app, { community: here, openings: wednesday })
    const free = async (day: string) => {
      const [room] = (await list({ day })).rooms
      return [room?.left, room?.freeMinutes]
    }
    expect(await free('2026-11-24')).toEqual(['shut', 0])
    expect(await free('2026-11-25')).toEqual(['free', 720])
    await book(app, await makePerson(app), wish(roomId, 14, 16))
    // Two hours of use, the hour of its cleaning, and the hour before it whose own cleaning would not fit.
    expect(await free('2026-11-25')).toEqual(['free', 480])
    expect(await free('2026-12-09')).toEqual(['ahead', 0])
  })

  test('are paged, each once, while rooms are added in front', async () => {
    for (let n = 0; n < 45; n++)
      await makeRoom(app, { name: `第${n}间`, community: [here, nextDoor, nextTownship][n % 3] ?? here })
    const first = await list()
    await makeRoom(app, { name: '新的', community: here })
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
