import { describe, expect, test } from 'vitest'
import type { Closure } from '../../../bff/contracts/src/closures'
import { lineResources } from '../../../bff/src/lines'
import { settleLine } from '../../../bff/src/modules/line/jobs'
import { testApp } from '../../support/app'
import { closingStage, span } from '../../support/closing'
import { book, ok } from '../../support/story'
import { everyDay, localTime, makePerson, makeRoom, nextDoor, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const stage = closingStage(app)

/** The lines that wait to be looked through by now. */
async function runJobs(): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT j.payload ->> 'lineId' AS id FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'settle_line' AND j.run_at <= $1`,
    [app.clock.now()],
  )
  for (const { id } of rows) await settleLine(app.deps, lineResources, id)
}

describe('what lies there', () => {
  test('is named with its number, what can become of it, and rooms that are free and fit', async () => {
    const id = await stage.confirmed()
    await book(app, await makePerson(app), { ...wish(stage.large, 9, 11) })
    expect(await stage.met()).toEqual([
      {
        caseId: id,
        number: (await stage.read(id)).number,
        roomId: stage.hall,
        roomName: '多功能厅',
        state: 'confirmed',
        ...span(14, 16),
        purpose: 'residents_meeting',
        attendees: 20,
        answers: ['move', 'keep', 'cancel'],
        instead: [{ roomId: stage.large, name: '大会议室', facilityName: '党群服务中心' }],
      },
    ])
    await book(app, await makePerson(app), wish(stage.large, 15, 17))
    expect((await stage.met())[0]?.instead).toEqual([])
  })

  test('is looked for in every week', async () => {
    const id = await stage.confirmed(14, 16, '2026-12-02')
    expect(await stage.met()).toEqual([])
    expect((await stage.met({ ...span(), weeks: '2' })).map(({ caseId }) => caseId)).toEqual([id])
  })

  test('without an answer to each, nothing is closed', async () => {
    const [one, two] = [await stage.confirmed(12, 14), await stage.confirmed(15, 17)]
    const { status, problem } = await stage.close({ answers: [{ caseId: one, answer: 'keep' }] })
    expect([status, problem.code]).toEqual([409, 'closure_has_bookings'])
    expect(problem.facts?.bookings).toEqual([
      { caseId: one, ...span(12, 14) },
      { caseId: two, ...span(15, 17) },
    ])
    expect((await pool.query('SELECT id FROM room_closures WHERE room_id = $1', [stage.hall])).rows).toEqual(
      [],
    )
  })
})

describe('a takeover', () => {
  test('is one step: what fits elsewhere goes there, the rest is called off', async () => {
    const other = await makeRoom(app, { name: '排练厅' })
    const ids = [await stage.confirmed(), (await book(app, stage.party, wish(other))).id]
    const made = await ok(
      stage.close({ roomIds: [stage.hall, other], kind: 'takeover', reason: '安置受灾群众' }),
    )
    expect(made).toMatchObject({ moved: 1, cancelled: 1 })
    const after = await Promise.all(ids.map((id) => stage.read(id)))
    // Both are at the same time, and one room is free: which of the two has it is the order of their numbers.
    const gone = after.filter(({ state }) => state === 'cancelled' || state === 'refused')
    expect(gone).toHaveLength(1)
    expect(gone[0]?.timeline.at(-1)?.note).toBe('很抱歉，这个时间场地用不了：安置受灾群众')
    expect(after.filter((one) => !gone.includes(one)).map(({ title }) => title)).toEqual(['大会议室'])
    const { rows } = await pool.query<{ answer: string }>(
      'SELECT answer FROM closure_answers WHERE case_id = ANY ($1) ORDER BY answer',
      [ids],
    )
    expect(rows.map(({ answer }) => answer)).toEqual(['cancel', 'move'])
  })

  test('what is not needed is given back: from then on it can be booked, never longer than before', async () => {
    const [closure] = (await ok(stage.close({ kind: 'takeover' }))).closures
    const back = (endsAt: string) =>
      app.call<Closure>('giveBack', {
        params: { id: closure?.id ?? '' },
        body: { endsAt },
        token: stage.staff.token,
      })
    expect((await back(localTime('2026-11-25', 19))).problem.code).toBe('closure_not_shorter')
    expect((await ok(back(localTime('2026-11-25', 15)))).endsAt).toBe(localTime('2026-11-25', 15))
    await book(app, stage.party, wish(stage.hall, 15, 17))
  })
})

describe('who waited behind a closed door', () => {
  const waitThere = async () => {
    const id = await stage.confirmed()
    const { id: waiting } = await ok(
      app.call<{ id: string }>('waitForSlot', {
        body: wish(stage.hall),
        token: (await makePerson(app)).token,
      }),
    )
    const { closures } = await ok(stage.close({ answers: [{ caseId: id, answer: 'cancel' }] }))
    await runJobs()
    expect(await stateOf(waiting)).toBe('waiting')
    return { waiting, params: { id: closures[0]?.id ?? '' } }
  }
  const stateOf = async (id: string) =>
    (await pool.query<{ state: string }>('SELECT state FROM cases WHERE id = $1', [id])).rows[0]?.state

  test.each([
    ['given back', 'giveBack', { endsAt: localTime('2026-11-25', 13) }],
    ['opened again', 'removeClosure', undefined],
    ['opened again with its series', 'removeClosureSeries', undefined],
  ] as const)('is offered the slot once it is %s', async (_, name, body) => {
    const { waiting, params } = await waitThere()
    await ok(app.call(name, { params, ...(body && { body }), token: stage.staff.token }))
    expect(await stateOf(waiting)).toBe('held')
    // Nobody passes by in the moment in which the door opens.
    const { token } = await makePerson(app)
    const quick = await app.call('requestBooking', { body: wish(stage.hall), token })
    expect(quick.problem.code).toBe('booking_slot_taken')
  })
})

describe('every week', () => {
  test('is closed at the same hours by the clock, and opened again together', async () => {
    const { closures } = await ok(stage.close({ weeks: 3 }))
    expect(closures.map(({ startsAt }) => startsAt)).toEqual(
      ['2026-11-25', '2026-12-02', '2026-12-09'].map((day) => localTime(day, 12)),
    )
    expect(new Set(closures.map(({ seriesId }) => seriesId)).size).toBe(1)
    const removed = await ok(
      app.call<{ removed: number }>('removeClosureSeries', {
        params: { id: closures[1]?.id ?? '' },
        token: stage.staff.token,
      }),
    )
    expect(removed).toEqual({ removed: 3 })
    await book(app, stage.party, wish(stage.hall, 12, 13))
  })
})

test('pressed twice, it is closed once, and told the same', async () => {
  const body = { weeks: 2, answers: [{ caseId: await stage.confirmed(), answer: 'cancel' }] }
  const key = crypto.randomUUID()
  const [one, two] = [
    await ok(stage.close(body, stage.staff, key)),
    await ok(stage.close(body, stage.staff, key)),
  ]
  expect(one.cancelled).toBe(1)
  expect(two).toEqual(one)
  expect(
    (await pool.query('SELECT id FROM room_closures WHERE room_id = $1', [stage.hall])).rows,
  ).toHaveLength(2)
})

test('rooms of two communities are not closed together; nobody closes the neighbour’s', async () => {
  const there = await makeRoom(app, { community: nextDoor, openings: everyDay('09:00', '21:00') })
  expect((await stage.close({ roomIds: [stage.hall, there] })).problem.code).toBe('not_found')
  const neighbour = await makePerson(app, { name: '李师傅', grants: [['staff', nextDoor]] })
  expect((await stage.close({}, neighbour)).problem.code).toBe('not_found')
})
