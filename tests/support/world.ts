import { randomUUID } from 'node:crypto'
import type { Deps } from '../../bff/src/deps'
import type { AgreedVersions } from '../../bff/contracts/src/agreed'
import { demandAgreement } from '../../bff/src/modules/agreements/service'
import { insertAgreements } from '../../bff/src/modules/agreements/store'
import { openSession } from '../../bff/src/modules/identity/sessions'
import type { Role } from '../../bff/contracts/src/roles'
import type { Opening } from '../../bff/contracts/src/rooms'
import type { TestApp } from './app'

/** 东兴社区 in 鹿城镇, 楚雄市; a neighbour in the same township; and one in another county. */
export const here = '532301101001'
export const nextDoor = '532301101002'
export const elsewhere = '532329203206'

const divisions: [string, string, string, string | null][] = [
  ['53', 'province', '云南省', null],
  ['5323', 'prefecture', '楚雄州', '53'],
  ['532301', 'county', '楚雄市', '5323'],
  ['532329', 'county', '武定县', '5323'],
  ['532301101', 'township', '鹿城镇', '532301'],
  ['532329203', 'township', '环州乡', '532329'],
  [here, 'community', '东兴社区', '532301101'],
  [nextDoor, 'community', '西园社区', '532301101'],
  [elsewhere, 'community', '分多村', '532329203'],
]

export async function makeDivisions({ database }: TestApp): Promise<void> {
  for (const [code, level, name, parent] of divisions)
    await database.pool.query(
      'INSERT INTO divisions (code, level, name, full_name, parent_code, phone) VALUES ($1, $2, $3, $3, $4, $5)',
      [code, level, name, parent, level === 'community' ? '0878-3120000' : null],
    )
}

export interface Person {
  accountId: string
  sessionId: string
  token: string
  refreshToken: string
}

export interface PersonWish {
  name?: string
  phone?: string
  community?: string
  grants?: [Role, string][]
}

/** An account with a session. `name` is also the badge of its grants. */
export async function makePerson(app: TestApp, wish: PersonWish = {}): Promise<Person> {
  const { cipher } = app.deps
  const accountId = randomUUID()
  await app.database.pool.query(
    `INSERT INTO accounts (id, name_enc, phone_enc, phone_hash, community_code, created_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      accountId,
      wish.name ? cipher.encrypt('accounts.name_enc', accountId, wish.name) : null,
      wish.phone ? cipher.encrypt('accounts.phone_enc', accountId, wish.phone) : null,
      wish.phone ? cipher.lookup('phone', wish.phone) : null,
      wish.community ?? here,
      app.clock.now(),
    ],
  )
  for (const [role, division] of wish.grants ?? [])
    await app.database.pool.query(
      'INSERT INTO grants (id, account_id, role, division_code, display_name, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [randomUUID(), accountId, role, division, wish.name ?? '值班员', app.clock.now()],
    )
  return signIn(app.deps, accountId)
}

/** A session of somebody who has agreed to the texts, also to what takes effect while a test moves the clock. */
export async function signIn(deps: Deps, accountId: string): Promise<Person> {
  const [agreed, coming] = await Promise.all([deps.texts.toAgree(), deps.texts.coming()])
  const latest = (kind: keyof AgreedVersions): number =>
    Math.max(agreed[kind], ...coming.filter((text) => text.kind === kind).map(({ version }) => version))
  const tokens = await deps.db.transaction(async (tx) => {
    await demandAgreement(deps, tx, accountId, agreed)
    await insertAgreements(
      tx,
      accountId,
      { privacy: latest('privacy'), terms: latest('terms') },
      deps.clock.now(),
    )
    return openSession(deps, tx, { accountId, device: '测试设备' })
  })
  const sessionId = tokens.refreshToken.slice(0, 36)
  return { accountId, sessionId, token: tokens.accessToken, refreshToken: tokens.refreshToken }
}

/** This session has proved a second time who it is, as for a roster with names. */
export async function confirmed<P extends Person>(app: TestApp, who: P): Promise<P> {
  await app.database.pool.query(
    "UPDATE sessions SET confirmed_until = $2::timestamptz + interval '10 minutes' WHERE id = $1",
    [who.sessionId, app.clock.now()],
  )
  return who
}

export interface RoomWish {
  community?: string
  name?: string
  capacity?: number
  stepFree?: boolean
  purposes?: string[]
  openings?: Opening[]
  slotMinutes?: number
  minMinutes?: number
  maxMinutes?: number
  noticeMinutes?: number
  horizonDays?: number
  bufferMinutes?: number
  approval?: 'automatic' | 'staff'
  /** Where the clock is today's, what is booked may fall on a public holiday. */
  holidays?: 'open' | 'closed'
}

export const everyDay = (from: string, to: string): Opening[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }))

/** A facility with one room: 09:00–21:00 daily, by the hour, up to 4 h, an hour's notice, 14 days, 30 min cleaning. */
export async function makeRoom(app: TestApp, wish: RoomWish = {}): Promise<string> {
  const { pool } = app.database
  const { cipher } = app.deps
  const [facilityId, roomId, community] = [randomUUID(), randomUUID(), wish.community ?? here]
  await pool.query(
    `INSERT INTO facilities (id, community_code, kind, name, address, phone, keeper_name_enc, keeper_phone_enc, holidays)
     VALUES ($1, $2, 'party_service_centre', '党群服务中心', '鹿城南路 1 号', '0878-3120000', $3, $4, $5)`,
    [
      facilityId,
      community,
      cipher.encrypt('facilities.keeper_name_enc', facilityId, '李师傅'),
      cipher.encrypt('facilities.keeper_phone_enc', facilityId, '13900000001'),
      wish.holidays ?? 'closed',
    ],
  )
  await pool.query(
    `INSERT INTO rooms (id, facility_id, community_code, name, position, capacity, area_square_metres, step_free,
       equipment, purposes, openings, slot_minutes, min_minutes, max_minutes, notice_minutes, horizon_days,
       buffer_minutes, approval)
     VALUES ($1, $2, $3, $4, 1, $5, 90, $6, '{projector}', $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      roomId,
      facilityId,
      community,
      wish.name ?? '三楼多功能厅',
      wish.capacity ?? 60,
      wish.stepFree ?? true,
      wish.purposes ?? ['residents_meeting', 'training'],
      JSON.stringify(wish.openings ?? everyDay('09:00', '21:00')),
      wish.slotMinutes ?? 60,
      wish.minMinutes ?? 60,
      wish.maxMinutes ?? 240,
      wish.noticeMinutes ?? 60,
      wish.horizonDays ?? 14,
      wish.bufferMinutes ?? 30,
      wish.approval ?? 'staff',
    ],
  )
  // Written behind the app's back, whose list of a community's rooms may be half a minute old.
  app.deps.cache.drop(`rooms ${community}`)
  return roomId
}

/** The body of a request for Wednesday 25 November 2026, local hours. */
export const wish = (roomId: string, from = 14, to = 16, day = '2026-11-25') => ({
  roomId,
  startsAt: localTime(day, from),
  endsAt: localTime(day, to),
  purpose: 'residents_meeting',
  attendees: 20,
})

export const localTime = (day: string, hour: number): string =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000).toISOString()

/** Lets people of these tests book as often as a race needs. */
export async function liftQuota({ database }: TestApp, division = '5323', perWeek = 100_000): Promise<void> {
  await database.pool.query(
    `INSERT INTO division_settings (division_code, key, value) VALUES ($1, 'booking_quota_per_week', $2::jsonb)`,
    [division, String(perWeek)],
  )
}

/** More uploads in a day than a test begins. */
export async function liftFiles({ database }: TestApp, perDay = 10_000): Promise<void> {
  await database.pool.query(
    `INSERT INTO division_settings (division_code, key, value) VALUES ('5323', 'files_per_day', $1)`,
    [JSON.stringify(perDay)],
  )
}
