/**
 * kill -9 of the web process at random moments while bookings are moved and staff agree to wishes for another time: whoever
 * looks finds each person with their slot, never with neither, and every move that was answered is there once.
 */
import { expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import { eventually } from '../../../bff/local/processes'
import { testApp } from '../../support/app'
import { realProcess } from '../../support/process'
import { testRedis } from '../../support/redis'
import { callUntilAnswered } from '../../support/retrying'
import { here, liftQuota, localTime, makeDivisions, makePerson, makeRoom } from '../../support/world'

const people = 6
const rounds = 12

const app = await testApp()
const { pool } = app.database
const redis = await testRedis()
app.clock.set(new Date())

const ahead = (days: number): string =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

test('each person has one slot, whatever dies between which two steps', async () => {
  await makeDivisions(app)
  await liftQuota(app)
  const rules = { bufferMinutes: 0, horizonDays: 30, holidays: 'open' } as const
  const rooms = [
    await makeRoom(app, { ...rules, approval: 'automatic' }),
    await makeRoom(app, { ...rules, approval: 'staff' }),
  ]
  const staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  const web = await realProcess('main', { databaseUrl: app.database.url, redisUrl: redis.url })
  await web.ready()
  const call = <T = BookingDetail>(name: Parameters<typeof callUntilAnswered>[1], sent: object) =>
    callUntilAnswered<T>(web.base, name, sent)
  // Each person has a column of hours of their own, so that every move can be had.
  const hours = (n: number, round: number) => {
    const [day, from] = [ahead(2 + (round % 2)), 9 + n]
    return { startsAt: localTime(day, from), endsAt: localTime(day, from + 1) }
  }
  let [moves, kills, done] = [0, 0, false]
  const holders: string[] = []
  const person = async (n: number): Promise<void> => {
    const { token, accountId } = await makePerson(app)
    const roomId = rooms[n % 2]
    const wish = { roomId, ...hours(n, 0), purpose: 'training', attendees: 2 }
    let one = (await call('requestBooking', { body: wish, token })).body
    const confirm = async (id: string) =>
      (await call('confirmBooking', { params: { id }, body: {}, token: staff.token })).body
    if (one.state === 'pending') one = await confirm(one.id)
    holders.push(accountId)
    for (let round = 1; round <= rounds; round++) {
      const answer = await call('rescheduleBooking', { params: { id: one.id }, body: hours(n, round), token })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      const { wished } = answer.body.facts
      one = wished ? await confirm(wished.caseId) : answer.body
      moves++
    }
  }
  /** Of those who have had a slot: how many have none at this instant, and how many have two that stand. */
  const look = async () => {
    const { rows } = await pool.query<{ none: number; two: number }>(
      `SELECT count(*) FILTER (WHERE n = 0)::int AS none, count(*) FILTER (WHERE n > 1)::int AS two
       FROM (SELECT h, count(b.case_id) AS n FROM unnest($1::uuid[]) AS h
         LEFT JOIN (cases c JOIN bookings b ON b.case_id = c.id AND b.state = 'confirmed') ON c.subject_id = h GROUP BY h) each`,
      [holders],
    )
    expect(rows).toEqual([{ none: 0, two: 0 }])
  }
  const watching = (async () => {
    while (!done) await look()
  })()
  const killing = (async () => {
    while (!done) {
      const until = moves + 1 + Math.random() * 8
      await eventually(() => Promise.resolve(done || moves > until), 60_000)
      web.killAndRestart()
      kills++
      await web.ready()
    }
  })()
  await Promise.all(Array.from({ length: people }, (_, n) => person(n)))
  done = true
  await Promise.all([watching, killing])
  expect(kills).toBeGreaterThanOrEqual(3)
  const { rows } = await pool.query<{ events: number; slots: number }>(
    `SELECT (SELECT count(*)::int FROM case_events WHERE action IN ('reschedule', 'replace')) AS events,
       (SELECT count(*)::int FROM bookings WHERE state = 'confirmed') AS slots`,
  )
  expect(rows).toEqual([{ events: people * rounds, slots: people }])
  await web.stop()
}, 300_000)
