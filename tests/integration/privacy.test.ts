/** Marked people walk through the product; then everything that can be read is searched for their marks. */
import { createHash } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import type { SignedIn } from '../../bff/contracts/src/identity'
import type { Sent } from '../support/api'
import { testApp } from '../support/app'
import { makeCalendarAddress } from '../support/calendar-address'
import { everythingOpened } from '../support/sealed'
import { arrange, askForHelp, coming } from '../support/needs'
import { foundIn, type Mark, notes, tagged } from '../support/marks'
import { dump } from '../support/snapshot'
import { deskBookingReadings, facilityOf, roomDeskReadings } from '../support/room-plans'
import { act, book, deliverAll, ok } from '../support/story'
import { wechatEnv, wechatServer } from '../support/wechat'
import { elsewhere, here, makeDivisions, makePerson, makeRoom, wish } from '../support/world'

const wechat = await wechatServer()
const app = await testApp(wechatEnv(wechat.base))
const { pool } = app.database
const redis = new Redis(app.deps.config.redisUrl)
afterAll(() => redis.disconnect())

const out = { token: '' }
const readers = { nobody: out, party: out, stranger: out, staff: out, staffElsewhere: out }
type Reader = keyof typeof readers
let [roomId, facilityId, open, confirmed, need, ofFamily, feed] = ['', '', '', '', '', '', '']

async function enterByPhone(): Promise<SignedIn> {
  const { phone } = tagged
  const { demoCode } = await ok(app.call<{ demoCode: string }>('requestPhoneCode', { body: { phone } }))
  return ok(app.call<SignedIn>('signInByPhone', { body: { phone, code: demoCode, device: '手机' } }))
}

async function enterByWechat(): Promise<SignedIn> {
  wechat.script('code-of-b', { openid: tagged.openid })
  return ok(app.call<SignedIn>('signInByWechat', { body: { code: 'code-of-b', device: '微信' } }))
}

beforeAll(async () => {
  await makeDivisions(app)
  roomId = await makeRoom(app)
  facilityId = await facilityOf(app, roomId)
  const [a, b] = [await enterByPhone(), await enterByWechat()]
  const [party, second] = [{ token: a.accessToken }, { token: b.accessToken }]
  readers.party = party
  readers.stranger = await makePerson(app)
  const staff = await makePerson(app, { name: '值班员', grants: [['staff', here]] })
  readers.staff = staff
  readers.staffElsewhere = await makePerson(app, { name: '别处值班员', grants: [['staff', elsewhere]] })
  await ok(app.call('updateMe', { body: { name: tagged.name, community: here }, token: party.token }))
  open = (await book(app, party, { ...wish(roomId), note: notes.note })).id
  await ok(act(app, 'askSubject', staff, open, { body: { note: notes.reason } }))
  await ok(act(app, 'supplementBooking', party, open, { body: { note: notes.reply } }))
  const { wish: about, place, helper } = tagged
  need = (await askForHelp(app, party, { wish: about, place })).id
  await ok(arrange(app, staff, need, { ...coming(), helper }))
  const forWhom = { name: tagged.served, phone: tagged.servedPhone, relation: 'parent' } as const
  ofFamily = (await askForHelp(app, party, { wish: about, place, forWhom })).id
  confirmed = (await book(app, party, wish(roomId, 9, 11))).id
  await ok(act(app, 'confirmBooking', staff, confirmed))
  const other = await book(app, second, { ...wish(roomId, 18, 20), contactName: tagged.contactName })
  await ok(act(app, 'refuseBooking', staff, other.id, { body: { note: notes.reason } }))
  feed = (await makeCalendarAddress(app, party)).file
  await deliverAll(app)
})

/** The readings of bookings and what they stand on; `privacy-care.test.ts` has the others and counts both. */
const ofWeek = { params: { division: here }, query: { from: '2026-11-25', days: '7' } }
const readings = (): Partial<Record<EndpointName, Sent[]>> => {
  const cases = [open, confirmed, need, ofFamily].map((id) => ({ params: { id } }))
  return {
    getDivision: [{ params: { code: here } }],
    listDivisions: [{ query: { parent: '532301101' } }],
    ...{ listDemoPeople: [{}], listSessions: [{}], getMe: [{}], listAccessRecords: [{}] },
    getHome: [{ params: { community: here } }],
    listRooms: [{ query: { community: here } }],
    searchRooms: [{ query: { community: here, day: '2026-11-25' } }],
    getRoom: [{ params: { id: roomId } }],
    ...{ listFavourites: [{}], readCalendarAddress: [{}], readCalendarFeed: [{ params: { file: feed } }] },
    listRoomDays: [{ params: { id: roomId }, query: { from: '2026-11-25', days: '1' } }],
    ...{ readBoard: [ofWeek], readBoardWeek: [ofWeek] },
    listDeskBookings: deskBookingReadings(roomId, open),
    readBookingHistory: [{ params: { id: open } }, { params: { id: confirmed } }],
    getCommunityDay: [{ params: { code: here, day: '2026-11-25' } }],
    ...{ listClosures: [{ params: { id: roomId } }], listNotices: [{}] },
    ...roomDeskReadings(roomId, facilityId),
    listMyCases: [{ query: { show: 'all' } }],
    ...{ getCase: cases, readContact: cases },
    readNeed: [{ params: { id: need } }, { params: { id: ofFamily } }],
    deskList: (['waiting', 'overdue', 'asked', 'today'] as const).map((show) => ({
      query: { division: here, show },
    })),
  }
}

/** Who may see which marks where: the person's own, and what staff need while the case is open. */
const mayShow: Partial<Record<Reader, Partial<Record<EndpointName, Mark[]>>>> = {
  party: {
    getMe: ['name'],
    getCase: ['keeper', 'keeperPhone', 'note', 'reply', 'reason', 'wish', 'place', 'helper', 'served'],
    readNeed: ['wish', 'place', 'helper', 'served', 'servedPhone'],
  },
  staff: {
    readContact: ['name', 'phone', 'served'],
    readNeed: ['wish', 'place', 'helper', 'served', 'servedPhone'],
    getCase: ['keeper', 'keeperPhone', 'note', 'reply', 'reason'],
  },
}

async function shown(reader: Reader, name: EndpointName): Promise<string[]> {
  const { token } = readers[reader]
  const answers = (readings()[name] ?? []).map((sent) => app.call(name, { ...sent, ...(token && { token }) }))
  const text = (await Promise.all(answers)).map(({ body }) => JSON.stringify(body)).join('\n')
  return [...new Set(foundIn(text))].sort()
}

describe.each(Object.keys(readers) as Reader[])('%s', (reader) => {
  test.each(Object.keys(readings()) as EndpointName[])(
    '%s shows what it may, and nothing else',
    async (name) => {
      expect(await shown(reader, name)).toEqual([...(mayShow[reader]?.[name] ?? [])].sort())
    },
  )
})

describe('a refusal', () => {
  const long = 'x'.repeat(400)
  const said = (mark: string) => ({
    ...wish(roomId),
    note: mark + long,
    contactName: mark + long,
    purpose: mark,
  })
  test.each<[string, EndpointName, () => Sent]>([
    ['of faults', 'requestBooking', () => ({ body: said(notes.note), token: readers.party.token })],
    [
      'of a slot that is taken',
      'requestBooking',
      () => ({ body: { ...wish(roomId), note: notes.note }, token: readers.stranger.token }),
    ],
    ['of a stranger', 'cancelBooking', () => ({ ...strange(), body: { note: notes.reason } })],
    ['of a telephone number', 'requestPhoneCode', () => ({ body: { phone: `${tagged.phone}0` } })],
    [
      'of a code',
      'signInByPhone',
      () => ({ body: { phone: tagged.phone, code: '000000', device: tagged.name } }),
    ],
    ['of a name', 'updateMe', () => ({ body: { name: tagged.name + long }, token: readers.party.token })],
    ['of a search', 'listDivisions', () => ({ query: { name: tagged.name, parent: tagged.phone } })],
    ['of a cursor', 'listMyCases', () => ({ query: { cursor: tagged.phone }, token: readers.party.token })],
  ])('%s repeats nothing', async (_, name, sent) => {
    const { status, body } = await app.call(name, sent())
    expect(status).toBeGreaterThanOrEqual(400)
    expect(foundIn(JSON.stringify(body))).toEqual([])
  })
  const strange = () => ({ params: { id: open }, token: readers.stranger.token })

  test('of a body that is not JSON repeats nothing', async () => {
    const response = await fetch(`${app.base}/v1/phone-codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"phone":"${tagged.phone}",${tagged.name}`,
    })
    expect(response.status).toBe(400)
    expect(foundIn(await response.text())).toEqual([])
  })
})

test('the log, after all of this, knows none of it', () => {
  const log = app.logged()
  expect(log.split('\n').length).toBeGreaterThan(100)
  expect(foundIn(log)).toEqual([])
  for (const { token } of Object.values(readers)) if (token) expect(log).not.toContain(token)
})

test('neither do the figures', async () => {
  const text = await app.deps.metrics.registry.metrics()
  expect(text).toContain('endpoint="requestBooking"')
  expect(foundIn(text)).toEqual([])
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/)
})

test('a job holds ids and nothing more', async () => {
  const { rows } = await pool.query<{ payload: Record<string, string | string[]> }>(
    'SELECT payload FROM graphile_worker._private_jobs',
  )
  expect(rows.length).toBeGreaterThan(2)
  for (const { payload } of rows) {
    const names = Object.keys(payload)
    expect(names.filter((name) => !['noticeId', 'needId', 'taskIds'].includes(name))).toEqual([])
    for (const id of Object.values(payload).flat()) expect(id).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('Redis holds numbers for nobody in particular', async () => {
  const keys = await redis.keys('*')
  expect(keys.length).toBeGreaterThan(2)
  expect(foundIn([...keys, ...(await redis.mget(keys))].join('\n'))).toEqual([])
})

describe('the database', () => {
  test('holds no tagged value in clear, coded or plainly hashed, in any column of any table', async () => {
    const everything = await dump(pool)
    expect(foundIn(everything, notes)).toEqual(Object.keys(notes))
    for (const [mark, value] of Object.entries(tagged)) {
      const bytes = Buffer.from(value)
      const forms = [value, ...(['hex', 'base64', 'base64url'] as const).map((form) => bytes.toString(form))]
      const hashes = ['md5', 'sha1', 'sha256'].map((kind) => createHash(kind).update(value).digest('hex'))
      for (const form of [...forms, ...hashes])
        expect(everything.includes(form), `${mark} as ${form}`).toBe(false)
    }
  })

  test('still gives every one of them back to whoever has the key', async () => {
    const opened = new Set(await everythingOpened(pool, app.deps.cipher))
    expect(Object.values(tagged).filter((value) => !opened.has(value))).toEqual([])
  })
})
