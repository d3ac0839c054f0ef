/** What a calendar that subscribes reads, with a reader of calendars, and as RFC 5545 asks for it. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { askFeed, makeCalendarAddress } from '../../support/calendar-address'
import { calendarFaults, readCalendar, readFeed } from '../../support/calendars'
import { waitSlot } from '../../support/line'
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
let [party, file, roomId] = [undefined, '', ''] as unknown as [Person, string, string]

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app, { name: '普秀英' })
  file = (await makeCalendarAddress(app, party)).file
  roomId = await makeRoom(app, { approval: 'automatic' })
})

const feed = async () => readFeed((await askFeed(app, file)).text)
const one = async (id: string) => (await feed()).find(({ uid }) => uid === `${id}@linli`)

test('is a calendar with a name, also when it is empty', async () => {
  const { status, headers, text } = await askFeed(app, file)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(calendarFaults(text)).toEqual([])
  expect(text).toContain('X-WR-CALNAME:邻里场地预订')
  expect(readFeed(text)).toEqual([])
})

test('has all that somebody booked, as the file of each has it, and nobody’s name, number or words', async () => {
  const byHand = await makeRoom(app)
  const first = await book(app, party, { ...wish(roomId), note: '给老妈过生日' })
  const second = await book(app, party, wish(byHand, 9, 10))
  const other = await makePerson(app)
  await book(app, other, wish(roomId, 18, 19))
  const { text } = await askFeed(app, file)
  expect(calendarFaults(text)).toEqual([])
  const entries = readFeed(text)
  expect(entries.map(({ uid, status }) => [uid, status]).sort()).toEqual(
    [
      [`${first.id}@linli`, 'CONFIRMED'],
      [`${second.id}@linli`, 'TENTATIVE'],
    ].sort(),
  )
  const { calendar } = await ok(
    app.call<{ calendar: string }>('readBookingCalendar', { params: { id: first.id }, token: party.token }),
  )
  expect(entries.find(({ uid }) => uid === `${first.id}@linli`)).toEqual(readCalendar(calendar))
  for (const word of ['普秀英', '李师傅', '13900000001', '给老妈过生日']) expect(text).not.toContain(word)
})

test('what moves goes on in its entry with a higher sequence; what is cancelled stays as cancelled', async () => {
  const { id } = await book(app, party, wish(roomId))
  const before = await one(id)
  const body = { startsAt: localTime('2026-11-26', 9), endsAt: localTime('2026-11-26', 11) }
  await ok(act(app, 'rescheduleBooking', party, id, { body }))
  const moved = await one(id)
  expect(moved).toMatchObject({ starts: body.startsAt, ends: body.endsAt, status: 'CONFIRMED' })
  expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? 0)
  await ok(act(app, 'cancelBooking', party, id))
  const off = await one(id)
  expect(off).toMatchObject({ status: 'CANCELLED', method: 'PUBLISH', alarms: 0 })
  expect(off?.sequence).toBeGreaterThan(moved?.sequence ?? 0)
  // A month after its day every calendar has looked; then it goes.
  app.clock.set(new Date('2026-12-26T02:00:00Z'))
  expect(await one(id)).toMatchObject({ status: 'CANCELLED' })
  app.clock.set(new Date('2026-12-26T04:00:00Z'))
  expect(await one(id)).toBeUndefined()
})

test('a wish for another time stands beside what is kept; agreed to, the old one is cancelled', async () => {
  const staff = await makePerson(app, { grants: [['staff', here]] })
  const byHand = await makeRoom(app)
  const { id } = await book(app, party, wish(byHand))
  await ok(act(app, 'confirmBooking', staff, id))
  const body = { startsAt: localTime('2026-11-26', 9), endsAt: localTime('2026-11-26', 11) }
  const asked = await ok(act(app, 'rescheduleBooking', party, id, { body }))
  expect((await feed()).map(({ status }) => status).sort()).toEqual(['CONFIRMED', 'TENTATIVE'])
  const wished = (await feed()).find(({ status }) => status === 'TENTATIVE')?.uid.replace('@linli', '') ?? ''
  expect([asked.id, id]).toContain(asked.id)
  await ok(act(app, 'confirmBooking', staff, wished))
  expect([(await one(id))?.status, (await one(wished))?.status]).toEqual(['CANCELLED', 'CONFIRMED'])
})

test('whoever only stands in a line has nothing there', async () => {
  const holder = await makePerson(app)
  await book(app, holder, wish(roomId))
  await waitSlot(app, party, wish(roomId))
  expect(await feed()).toEqual([])
})

test('asked again it is sent only when something has changed, and is kept by nobody on its way', async () => {
  const { id } = await book(app, party, wish(roomId))
  const { headers } = await askFeed(app, file)
  const tag = headers.get('etag') ?? ''
  expect(headers.get('cache-control')).toBe('private, no-cache')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-robots-tag')).toBe('noindex')
  for (const known of [tag, `"x", ${tag}`, tag.replace('W/', ''), '*']) {
    const again = await askFeed(app, file, { 'if-none-match': known })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag])
  }
  app.clock.advance(5)
  expect((await askFeed(app, file, { 'if-none-match': tag })).status).toBe(304)
  await ok(act(app, 'cancelBooking', await signIn(app.deps, party.accountId), id))
  const changed = await askFeed(app, file, { 'if-none-match': tag })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('etag')).not.toBe(tag)
})

test('HEAD tells the same without the calendar', async () => {
  const head = await fetch(`${app.base}/v1/calendars/${file}`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('is of bounded size: what stands comes before what was called off', async () => {
  const { id } = await book(app, party, wish(roomId, 9, 10))
  await app.database.pool.query(
    `WITH fresh AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 400) n),
       c AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
           created_at, closed_at, title, starts_at, ends_at)
         SELECT f.id, 'CD-X-' || f.n, 'booking', s.community_code, s.subject_id, s.actor_id, s.actor_role, 'cancelled',
           'nobody', s.created_at, s.created_at, s.title, s.starts_at, s.ends_at FROM cases s, fresh f WHERE s.id = $1
         RETURNING id),
       e AS (INSERT INTO case_events (case_id, at, action, to_state, side) SELECT id, now(), 'request', 'confirmed', 'system' FROM c)
     INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
     SELECT c.id, 'cancelled', b.room_id, b.starts_at, b.ends_at, b.occupied, b.purpose, b.attendees, b.quota_week
     FROM bookings b, c WHERE b.case_id = $1`,
    [id],
  )
  const { text } = await askFeed(app, file)
  expect(readFeed(text)).toHaveLength(300)
  expect(readFeed(text)[0]).toMatchObject({ uid: `${id}@linli`, status: 'CONFIRMED' })
  expect(text.length).toBeLessThan(300_000)
})
