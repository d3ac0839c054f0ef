/**
 * Somebody comes while staff give the room to others, from several devices at once: of the two exactly one holds. The control
 * takes the guards away (the lock of the case, the constraint): then a room that somebody came to is given on.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { decide } from '../../../bff/src/modules/bookings/decisions'
import { monday, testApp } from '../../support/app'
import { untilAnswered } from '../../support/retrying'
import { act, book, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { unlocked } from '../../support/unlocked'
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
const { pool } = app.database
const rounds = 8
let uses: { who: Person; id: string; code: string }[]
let staff: Person

const door = async (roomId: string) =>
  (await ok(app.call<{ code: string }>('readDoor', { params: { id: roomId }, token: staff.token }))).code

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  uses = await Promise.all(
    Array.from({ length: rounds }, async () => {
      const who = await makePerson(app)
      const roomId = await makeRoom(app, { approval: 'automatic', noticeMinutes: 0 })
      const { id } = await book(app, who, wish(roomId))
      return { who, id, code: await door(roomId) }
    }),
  )
  app.clock.set(localTime('2026-11-25', 14.5))
  staff = await signIn(app.deps, staff.accountId)
  uses = await Promise.all(
    uses.map(async (use) => ({ ...use, who: await signIn(app.deps, use.who.accountId) })),
  )
})

const scan = ({ who, code }: (typeof uses)[number]) =>
  app.call('checkInAtDoor', { body: { code }, token: who.token })
const rows = async () =>
  (
    await pool.query<{ state: string; there: boolean; arrived: number; released: number }>(
      `SELECT b.state, b.checked_in_at IS NOT NULL AS there,
         (SELECT count(*)::int FROM case_events e WHERE e.case_id = b.case_id AND e.action = 'arrive') AS arrived,
         (SELECT count(*)::int FROM case_events e WHERE e.case_id = b.case_id AND e.action = 'release') AS released
       FROM bookings b WHERE b.case_id = ANY ($1::uuid[])`,
      [uses.map(({ id }) => id)],
    )
  ).rows

test('a check-in from two devices against a release: one of the two holds, once', async () => {
  const answers = values(
    await together(rounds * 3, (n) => {
      const use = uses[n % rounds] as (typeof uses)[number]
      return untilAnswered(() => (n >= rounds * 2 ? act(app, 'releaseBooking', staff, use.id) : scan(use)))
    }),
  )
  expect(answers.map(({ problem }) => problem.code).filter((code) => code === 'internal_error')).toEqual([])
  for (const row of await rows())
    expect([
      { state: 'confirmed', there: true, arrived: 1, released: 0 },
      { state: 'missed', there: false, arrived: 0, released: 1 },
    ]).toContainEqual(row)
})

test('two devices at once are one check-in, and both read that it was said', async () => {
  const use = uses[0] as (typeof uses)[number]
  const answers = values(await together(6, () => untilAnswered(() => scan(use))))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  expect((await rows()).filter(({ there }) => there)).toEqual([
    { state: 'confirmed', there: true, arrived: 1, released: 0 },
  ])
})

test('a slot that is given on goes to one: to whoever waits, to whoever asks, or back to its person', async () => {
  const use = uses[0] as (typeof uses)[number]
  await ok(act(app, 'releaseBooking', staff, use.id))
  const { rows: of } = await pool.query<{ room: string }>(
    'SELECT room_id AS room FROM bookings WHERE case_id = $1',
    [use.id],
  )
  const others = await Promise.all([1, 2, 3].map(() => makePerson(app)))
  await together(6, (n) =>
    untilAnswered(() =>
      n < 3
        ? app.call('requestBooking', {
            body: wish(of[0]?.room ?? '', 15, 16),
            token: (others[n] as Person).token,
          })
        : act(app, 'regainBooking', staff, use.id),
    ),
  )
  const { rows: live } = await pool.query<{ live: number }>(
    `SELECT count(*)::int AS live FROM bookings WHERE room_id = $1 AND state IN ('held', 'pending', 'confirmed')`,
    [of[0]?.room],
  )
  expect(live).toEqual([{ live: 1 }])
})

test('the constraint alone keeps a room that somebody came to', async () => {
  const id = uses[1]?.id
  await pool.query(`UPDATE bookings SET checked_in_at = now(), checked_in_by = 'party' WHERE case_id = $1`, [
    id,
  ])
  await expect(pool.query(`UPDATE cases SET state = 'missed' WHERE id = $1`, [id])).rejects.toMatchObject({
    constraint: 'bookings_missed_by_nobody_there',
  })
})

/** Staff give a room on by the service itself, which reads the case without its lock; somebody comes in between. */
const releaseUnlocked = (use: (typeof uses)[number]) =>
  decide(
    unlocked(app.deps, () => ok(scan(use))),
    { accountId: staff.accountId, sessionId: staff.sessionId },
    { accountId: staff.accountId, key: randomUUID(), endpoint: 'releaseBooking', bodyHash: randomBytes(32) },
    { id: use.id, action: 'release', note: null, alternativeRoomId: null },
  )
const given = async () => (await rows()).filter(({ there, state }) => there && state === 'missed').length

test('without the lock the constraint still keeps a room that somebody came to in between', async () => {
  await expect(releaseUnlocked(uses[2] as (typeof uses)[number])).rejects.toThrow(
    'bookings_missed_by_nobody_there',
  )
  expect(await given()).toBe(0)
})

test('the control: without the lock and the constraint a room that somebody came to is given on', async () => {
  await pool.query('ALTER TABLE bookings DROP CONSTRAINT bookings_missed_by_nobody_there')
  await releaseUnlocked(uses[0] as (typeof uses)[number])
  expect(await given()).toBe(1)
})
