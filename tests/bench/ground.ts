/** What the figures stand on: a community of 20 rooms with 50 bookings on a day, and residents with sessions. */
import { randomUUID } from 'node:crypto'
import type { TestApp } from '../support/app'
import { everyDay, makePerson, makeRoom, type Person } from '../support/world'

export interface Ground {
  community: string
  day: string
  residents: Person[]
  /** One a client, open around the clock: enough free hours for every run. */
  rooms: string[]
}

const clients = 64

export async function makeCommunity({ database }: TestApp, code: string): Promise<void> {
  await database.pool.query(
    `INSERT INTO divisions (code, level, name, full_name, parent_code)
     VALUES ($1, 'community', '度量社区', '度量社区居民委员会', left($1, 9))`,
    [code],
  )
  await database.pool.query(
    `INSERT INTO division_settings (division_code, key, value) VALUES ($1, 'booking_quota_per_week', '1000000')`,
    [code],
  )
}

/** The next free code below the seed's first township: every run measures on a community of its own. */
export async function freshCode({ database }: TestApp): Promise<string> {
  const { rows } = await database.pool.query<{ code: string }>(
    `SELECT (max(code)::bigint + 1)::text AS code FROM divisions WHERE parent_code = '532301101'`,
  )
  return rows[0]?.code ?? '532301101900'
}

export async function layGround(app: TestApp): Promise<Ground> {
  const [community, dayView] = [await freshCode(app), 20]
  // Both before the first request, which remembers the settings of every division.
  const elsewhere = String(BigInt(community) + 1n)
  for (const code of [community, elsewhere]) await makeCommunity(app, code)
  const day = new Date(app.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
  const seen = await Promise.all(Array.from({ length: dayView }, () => makeRoom(app, { community })))
  const residents = await Promise.all(Array.from({ length: clients }, () => makePerson(app, { community })))
  for (let n = 0; n < 50; n++)
    await app.call('requestBooking', {
      token: residents[n % clients]?.token ?? '',
      body: {
        roomId: seen[n % dayView],
        startsAt: new Date(
          Date.parse(`${day}T01:00:00Z`) + Math.floor(n / dayView) * 3 * 3_600_000,
        ).toISOString(),
        endsAt: new Date(
          Date.parse(`${day}T03:00:00Z`) + Math.floor(n / dayView) * 3 * 3_600_000,
        ).toISOString(),
        purpose: 'residents_meeting',
        attendees: 10,
      },
    })
  const wide = {
    community: elsewhere,
    openings: everyDay('00:00', '24:00'),
    bufferMinutes: 0,
    horizonDays: 366,
    holidays: 'open' as const,
    noticeMinutes: 0,
  }
  const rooms = await Promise.all(Array.from({ length: clients }, () => makeRoom(app, wide)))
  return { community, day, residents, rooms }
}

/** The n-th hour from the day after tomorrow, as the body of a booking of one client's room. */
export function bodyOf({ rooms, day }: Ground, client: number, hour: number): string {
  const start = Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000
  return JSON.stringify({
    roomId: rooms[client],
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + 3_600_000).toISOString(),
    purpose: 'residents_meeting',
    attendees: 10,
  })
}

export const freshKey = (): string => randomUUID()
