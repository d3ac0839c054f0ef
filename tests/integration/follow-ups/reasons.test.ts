/** A reason that few could have given says who gave it; a number that counts on says when. The unit reads neither. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import {
  type FollowUpCast,
  followUp,
  fresh,
  makeFollowUpCast,
  rateBadly,
  type Rated,
} from '../../support/follow-ups'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let cast: FollowUpCast

beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})
beforeEach(async () => {
  app.clock.set('2026-11-23T02:12:00Z')
  await pool.query(
    'SET session_replication_role = replica; DELETE FROM rating_rights; SET session_replication_role = DEFAULT',
  )
})

/** So many people whose case ended so two days ago, and who may rate it; the same one again and again with `of`. */
async function ratable(many: number, state: 'completed' | 'refused', of?: string): Promise<void> {
  for (let n = 0; n < many; n += 1) {
    const [id, who] = [randomUUID(), of ?? (await makePerson(app)).accountId]
    await pool.query(
      `INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
         created_at, closed_at) VALUES ($1, $2, 'booking', $3, $4, $4, 'self', $5, 'nobody', $6, $6)`,
      [id, `X-${id}`, here, who, state, '2026-11-21T02:00:00Z'],
    )
    await pool.query(
      `INSERT INTO rating_rights (case_id, service, community_code, finished_at, invite_at, rate_until, refused)
       VALUES ($1, 'booking', $2, $3, $3, $4, $5)`,
      [id, here, '2026-11-21T02:00:00Z', '2026-12-21T02:00:00Z', state === 'refused'],
    )
  }
}

/** A bad grade of somebody who was turned away, or of somebody who was there. */
async function rate(state: 'completed' | 'refused', reasons: string[]): Promise<Rated> {
  const rated = await rateBadly(app, await makePerson(app))
  await pool.query('UPDATE cases SET state = $2 WHERE id = $1', [rated.ratedId, state])
  await pool.query('UPDATE rating_rights SET refused = $2 WHERE case_id = $1', [
    rated.ratedId,
    state === 'refused',
  ])
  await pool.query('ALTER TABLE ratings DISABLE TRIGGER ratings_stand')
  await pool.query('UPDATE ratings SET reasons = $2 WHERE id = $1', [rated.ratingId, reasons])
  await pool.query('ALTER TABLE ratings ENABLE TRIGGER ratings_stand')
  return rated
}
const readBy = async (who: keyof FollowUpCast, { id }: Rated): Promise<string[]> =>
  [...(await followUp(app, await fresh(app, cast[who]), id)).reasons].sort()

test('the one who was refused among many who were served is not named by the reason', async () => {
  await ratable(9, 'completed')
  const rated = await rate('refused', ['refused_unfairly', 'slow'])
  expect(await readBy('unit', rated)).toEqual(['other', 'slow'])
  expect(await readBy('supervisor', rated)).toEqual(['other', 'slow'])
  expect(await readBy('township', rated)).toEqual(['refused_unfairly', 'slow'])
})

test.each([
  [3, ['other']],
  [4, ['refused_unfairly']],
])('with %d others who were refused the unit reads %j', async (others, read) => {
  await ratable(others, 'refused')
  expect(await readBy('unit', await rate('refused', ['refused_unfairly']))).toEqual(read)
})

test('four refusals of one person are one person', async () => {
  await ratable(8, 'refused', (await makePerson(app)).accountId)
  expect(await readBy('unit', await rate('refused', ['refused_unfairly']))).toEqual(['other'])
})

test('who was there alone among the refused is not named by what only they could see; nor by anything where few could rate', async () => {
  await ratable(9, 'refused')
  expect(await readBy('unit', await rate('completed', ['dirty', 'slow']))).toEqual(['other', 'slow'])
  await pool.query(
    'SET session_replication_role = replica; DELETE FROM rating_rights; SET session_replication_role = DEFAULT',
  )
  expect(await readBy('unit', await rate('completed', ['slow', 'unfriendly']))).toEqual(['other'])
})

test('which room it was is told to the unit once five had been there alike; to who handles it at once', async () => {
  const aboutFor = async (who: keyof FollowUpCast, { id }: Rated) =>
    (await followUp(app, await fresh(app, cast[who]), id)).about
  const roomOf = `SELECT room_id FROM bookings WHERE case_id = $1`
  for (const [others, state, told] of [
    [3, 'completed', false],
    [4, 'completed', true],
    [9, 'refused', false],
  ] as const) {
    const rated = await rate('completed', ['dirty'])
    await ratable(others, state)
    await pool.query(
      `INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
       SELECT c.id, c.state, (${roomOf}), c.closed_at, c.closed_at + interval '1 hour',
         tstzrange(c.closed_at, c.closed_at + interval '1 hour'), 'training', 5, '2026-11-16'
       FROM cases c WHERE c.number = 'X-' || c.id AND NOT EXISTS (SELECT FROM bookings b WHERE b.case_id = c.id)`,
      [rated.ratedId],
    )
    expect(await aboutFor('township', rated)).toBe(rated.roomName)
    expect([others, await aboutFor('unit', rated)]).toEqual([others, told ? rated.roomName : null])
    expect([others, await aboutFor('supervisor', rated)]).toEqual([others, told ? rated.roomName : null])
  }
})

test('numbers tell no order, and none comes twice, however many are opened at once', async () => {
  const raters = await Promise.all(Array.from({ length: 24 }, () => makePerson(app)))
  values(await together(raters.length, (n) => rateBadly(app, raters[n] ?? cast.rater)))
  const { rows } = await pool.query<{ n: number }>(
    `SELECT right(c.number, 6)::int AS n FROM cases c JOIN follow_ups u ON u.case_id = c.id ORDER BY c.created_at, c.id`,
  )
  const numbers = rows.map(({ n }) => n)
  expect(new Set(numbers).size).toBe(numbers.length)
  const steps = numbers.slice(1).map((n, at) => (n - (numbers[at] ?? 0) + 1_000_000) % 1_000_000)
  // Of a counted number, stirred or not, one step comes again and again.
  expect(new Set(steps).size).toBe(steps.length)
})
