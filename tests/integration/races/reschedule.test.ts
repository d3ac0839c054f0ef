/**
 * Bookings of two rooms change places with each other and with others while everybody looks: of one booking there is always
 * exactly one slot, and no two overlap. The control moves in two steps, as if the old slot were given up first.
 */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { untilAnswered } from '../../support/retrying'
import { act, book, ok } from '../../support/story'
import { together, values } from '../../support/together'
import {
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  wish,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database
let people: Person[]
let ids: string[]
let roomId: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  roomId = await makeRoom(app, { approval: 'automatic', bufferMinutes: 0 })
  people = await Promise.all(Array.from({ length: 5 }, () => makePerson(app)))
  // Five hours of Wednesday are taken, seven are free.
  ids = await Promise.all(
    people.map(async (who, n) => (await book(app, who, wish(roomId, 9 + n, 10 + n))).id),
  )
})

const hour = (h: number) => ({ startsAt: localTime('2026-11-25', h), endsAt: localTime('2026-11-25', h + 1) })

/** What the database shows at one instant. */
async function slots(): Promise<{ live: number; overlapping: number }> {
  const { rows } = await pool.query<{ live: number; overlapping: number }>(
    `SELECT (SELECT count(*)::int FROM bookings WHERE case_id = ANY ($1::uuid[]) AND state = 'confirmed') AS live,
       (SELECT count(*)::int FROM bookings a JOIN bookings b ON a.room_id = b.room_id AND a.case_id < b.case_id
        AND a.occupied && b.occupied WHERE a.case_id = ANY ($1::uuid[]) AND a.state = 'confirmed' AND b.state = 'confirmed') AS overlapping`,
    [ids],
  )
  return rows[0] ?? { live: -1, overlapping: -1 }
}

async function watched<T>(work: Promise<T>): Promise<{ seen: Set<string>; result: T }> {
  const seen = new Set<string>()
  let done = false
  const watching = (async () => {
    while (!done) {
      const { live, overlapping } = await slots()
      seen.add(`${live} live, ${overlapping} overlapping`)
    }
  })()
  const result = await work
  done = true
  await watching
  return { seen, result }
}

describe('sixty moves at once', () => {
  test('each ends at one slot, whoever looks; as many moved as the timelines say', async () => {
    const { seen, result } = await watched(
      together(60, (n) =>
        untilAnswered(() =>
          act(app, 'rescheduleBooking', people[n % 5] as Person, ids[n % 5] as string, {
            body: hour(9 + ((n * 7) % 12)),
          }),
        ),
      ),
    )
    expect([...seen]).toEqual(['5 live, 0 overlapping'])
    const answers = values(result)
    expect(answers).toHaveLength(60)
    const codes = new Set(answers.filter(({ status }) => status !== 200).map(({ problem }) => problem.code))
    expect([...codes].filter((code) => !['booking_slot_taken', 'booking_same_time'].includes(code))).toEqual(
      [],
    )
    const { rows } = await pool.query<{ events: number; moves: number }>(
      `SELECT (SELECT count(*)::int FROM case_events WHERE action = 'reschedule' AND case_id = ANY ($1::uuid[])) AS events,
         (SELECT count(*)::int FROM booking_moves WHERE case_id = ANY ($1::uuid[])) AS moves`,
      [ids],
    )
    const moved = answers.filter(({ status }) => status === 200).length
    expect(rows).toEqual([{ events: moved, moves: moved }])
  })

  test('two bookings cannot be moved into one hour', async () => {
    const answers = values(
      await together(5, (n) =>
        act(app, 'rescheduleBooking', people[n] as Person, ids[n] as string, { body: hour(20) }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await slots()).toEqual({ live: 5, overlapping: 0 })
  })

  test('the control: where a move gives up first and asks then, somebody sees a person with neither', async () => {
    const inTwoSteps = together(60, async (n) => {
      const id = ids[n % 5] as string
      await pool.query(`UPDATE cases SET state = 'cancelled' WHERE id = $1`, [id])
      await pool
        .query(
          `UPDATE bookings SET occupied = tstzrange($2, $3), starts_at = $2, ends_at = $3 WHERE case_id = $1`,
          [id, hour(9 + ((n * 7) % 12)).startsAt, hour(9 + ((n * 7) % 12)).endsAt],
        )
        .catch(() => undefined)
      await pool.query(`UPDATE cases SET state = 'confirmed' WHERE id = $1`, [id]).catch(() => undefined)
    })
    const { seen } = await watched(inTwoSteps)
    expect([...seen].some((look) => !look.startsWith('5 live'))).toBe(true)
  })
})

describe('staff agree to another time', () => {
  test('at the same moment as the old one is cancelled, each booking has one end and the week one place', async () => {
    const staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
    const byStaff = await makeRoom(app, { bufferMinutes: 0 })
    const pairs = await Promise.all(
      people.map(async (who, n) => {
        const { id } = await book(app, who, wish(byStaff, 9 + n, 10 + n))
        await ok(act(app, 'confirmBooking', staff, id))
        const asked = await ok(act(app, 'rescheduleBooking', who, id, { body: hour(15 + n) }))
        const facts = asked.facts as { wished: { caseId: string } }
        return { who, id, wished: facts.wished.caseId }
      }),
    )
    await together(10, (n) => {
      const { who, id, wished } = pairs[n % 5] as (typeof pairs)[number]
      return untilAnswered(() =>
        n < 5 ? act(app, 'confirmBooking', staff, wished) : act(app, 'cancelBooking', who, id),
      )
    })
    for (const { who, id, wished } of pairs) {
      const { rows } = await pool.query<{ state: string; counts: boolean }>(
        'SELECT state, counts FROM bookings WHERE case_id = ANY ($1) ORDER BY case_id = $2 DESC',
        [[id, wished], id],
      )
      expect(['replaced', 'cancelled']).toContain(rows[0]?.state)
      expect(rows[1]).toEqual({ state: 'confirmed', counts: true })
      const used = await pool.query('SELECT used FROM booking_quotas WHERE subject_id = $1', [who.accountId])
      // The booking of the first room, and this one.
      expect(used.rows).toEqual([{ used: 2 }])
    }
  })
})
