/** A room has so many closures ahead, and one closure answers for so many bookings. */
import { describe, expect, test } from 'vitest'
import type { Closure } from '../../../bff/contracts/src/closures'
import { monday, testApp } from '../../support/app'
import { closingStage, span } from '../../support/closing'
import { ok } from '../../support/story'
import { here, localTime, makePerson } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const stage = closingStage(app)

test('over more than 200 bookings nothing is closed in one go, a takeover neither: the list says that there are more', async () => {
  await pool.query(
    `WITH ids AS (SELECT gen_random_uuid() AS id, n, $2::timestamptz + n * interval '1 hour' AS at FROM generate_series(1, 201) n),
     made AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
       title, starts_at, ends_at, created_at) SELECT id, 'CD-261123-9' || lpad(n::text, 5, '0'), 'booking', $4, $3, $3,
       'self', 'confirmed', 'nobody', '多功能厅', at, at + interval '1 hour', $5 FROM ids RETURNING id)
     INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, quota_week)
     SELECT ids.id, 'confirmed', $1, at, at + interval '1 hour', tstzrange(at, at + interval '1 hour'), 'training', 5,
       '2026-11-23' FROM ids JOIN made USING (id)`,
    [stage.hall, localTime('2026-11-25', 0), stage.party.accountId, here, monday],
  )
  const all = { startsAt: localTime('2026-11-25', 0), endsAt: localTime('2026-12-05', 0) }
  const read = (span: Record<string, string>) =>
    ok(
      app.call<{ bookings: { caseId: string }[]; more: boolean }>('listMetBookings', {
        ...{ params: { id: stage.hall }, query: span, token: stage.staff.token },
      }),
    )
  const listed = await read(all)
  expect([listed.bookings.length, listed.more]).toEqual([200, true])
  const answers = listed.bookings.map(({ caseId }) => ({ caseId, answer: 'keep' }))
  for (const body of [{ answers }, { kind: 'takeover' }])
    expect((await stage.close({ ...all, ...body })).problem).toMatchObject({
      code: 'closure_many_bookings',
      status: 409,
    })
  const part = { ...all, endsAt: localTime('2026-12-02', 0) }
  const some = await read(part)
  expect(some.more).toBe(false)
  const kept = some.bookings.map(({ caseId }) => ({ caseId, answer: 'keep' }))
  expect((await ok(stage.close({ ...part, answers: kept }))).kept).toBe(some.bookings.length)
})

describe('a room', () => {
  /** So many weeks, all in the same hours: they may overlap. */
  const fill = async (...weeks: number[]) => {
    for (const n of weeks) await ok(stage.close({ weeks: n }))
  }
  const standing = async () => {
    const { rows } = await pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM room_closures WHERE room_id = $1 AND removed_at IS NULL',
      [stage.hall],
    )
    return rows[0]?.n
  }

  test('has 200 closures ahead and no more, however many close it at once', async () => {
    await fill(53, 53, 53, 40)
    const answers = await Promise.all([1, 2].map(() => stage.close()))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.flatMap(({ problem }) => problem?.code ?? [])).toEqual(['closures_full'])
    expect(await standing()).toBe(200)
    // A room that is needed at once is had all the same, thirty times.
    for (let n = 0; n < 30; n++) await ok(stage.close({ kind: 'takeover' }))
    expect((await stage.close({ kind: 'takeover' })).problem.code).toBe('closures_full')
    expect(await standing()).toBe(230)
  })

  test('that is full can be closed again once some of it is opened, or over', async () => {
    await fill(53, 53, 53, 41)
    const { closures } = await ok(
      app.call<{ closures: Closure[] }>('listClosures', {
        params: { id: stage.hall },
        token: stage.staff.token,
      }),
    )
    const last = closures.at(-1)?.id ?? ''
    expect((await stage.close({ roomIds: [stage.large, stage.hall] })).problem.code).toBe('closures_full')
    await ok(app.call('removeClosure', { params: { id: last }, token: stage.staff.token }))
    await fill(1)
    expect((await stage.close()).problem.code).toBe('closures_full')
    app.clock.set(localTime('2026-11-25', 18))
    stage.staff = await makePerson(app, { grants: [['staff', here]] })
    await ok(stage.close(span(12, 18, '2026-11-26')))
  })
})
