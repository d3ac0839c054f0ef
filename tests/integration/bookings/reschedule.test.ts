import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import { testApp } from '../../support/app'
import { at, moveStage, thursday } from '../../support/moves'
import { book, deliverAll, ok, set } from '../../support/story'
import { here, localTime, makePerson, makeRoom, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const stage = moveStage(app)

const notices = async (id: string) =>
  (
    await pool.query<{ kind: string }>(
      'SELECT kind FROM notices WHERE case_id = $1 AND delivered_at IS NOT NULL ORDER BY created_at, id',
      [id],
    )
  ).rows.map(({ kind }) => kind)

describe('of a room that confirms by itself', () => {
  let roomId: string
  let id: string
  beforeEach(async () => {
    roomId = await makeRoom(app, { approval: 'automatic' })
    id = (await book(app, stage.party, wish(roomId))).id
  })

  test('its row moves: same number, the old slot is free at once, the old time is said', async () => {
    const before = await stage.read(stage.party, id)
    const moved = (await ok(stage.move(stage.party, id, thursday))) as BookingDetail
    expect(moved).toMatchObject({ id, number: before.number, state: 'confirmed', ...thursday })
    expect(moved.facts.before).toEqual({
      roomName: before.title,
      startsAt: before.startsAt,
      endsAt: before.endsAt,
    })
    expect(moved.timeline.at(-1)).toMatchObject({ action: 'reschedule', side: 'party' })
    await book(app, await makePerson(app), wish(roomId))
    expect(await stage.used()).toEqual([{ week: '2026-11-23', used: 1 }])
  })

  test('it may overlap with what it was, cleaning included', async () => {
    expect((await stage.move(stage.party, id, at('2026-11-25', 15, 17))).status).toBe(200)
  })

  test('into a taken slot it does not move, and free times near it are named', async () => {
    await book(app, await makePerson(app), { ...wish(roomId), ...thursday })
    const { status, problem } = await stage.move(stage.party, id, thursday)
    expect([status, problem.code]).toEqual([409, 'booking_slot_taken'])
    expect(problem.facts?.alternatives).toHaveLength(3)
    expect(await stage.read(stage.party, id)).toMatchObject({
      startsAt: localTime('2026-11-25', 14),
      facts: { before: null },
    })
  })

  test.each([
    ['the same time', at('2026-11-25', 14, 16), 'booking_same_time'],
    ['outside the hours', at('2026-11-26', 7, 9), 'booking_outside_hours'],
    ['too long', at('2026-11-26', 9, 15), 'booking_too_long'],
    ['in the past', at('2026-11-20', 9, 11), 'booking_in_past'],
    ['the end before the start', { startsAt: thursday.endsAt, endsAt: thursday.startsAt }, 'invalid_request'],
  ])('refused: %s', async (_, body, code) => {
    expect((await stage.move(stage.party, id, body)).problem.code).toBe(code)
  })

  test('another room is for stage.staff to give, with a reason, and its person is told once', async () => {
    const other = await makeRoom(app, { name: '二楼会议室' })
    expect((await stage.move(stage.party, id, { ...thursday, roomId: other })).problem.code).toBe(
      'not_allowed',
    )
    expect((await stage.move(stage.staff, id, { ...thursday, roomId: other })).problem.errors).toEqual([
      expect.objectContaining({ path: 'body.note' }),
    ])
    await ok(stage.move(stage.staff, id, { ...thursday, note: '空调坏了' }))
    app.clock.advance(0.05)
    const moved = (await ok(
      stage.move(stage.staff, id, { ...thursday, roomId: other, note: '换到二楼' }),
    )) as BookingDetail
    expect(moved).toMatchObject({ title: '二楼会议室', state: 'confirmed', facts: { roomId: other } })
    await deliverAll(app)
    expect(await notices(id)).toEqual(['booking_confirmed', 'booking_rescheduled'])
  })

  test('a room of another community is nobody’s to give', async () => {
    const far = await makeRoom(app, { community: '532301101002' })
    expect(
      (await stage.move(stage.staff, id, { ...thursday, roomId: far, note: '换一间' })).problem.code,
    ).toBe('not_found')
  })

  test('into another week its place in the week goes along; a full week refuses', async () => {
    await set(app, here, 'booking_quota_per_week', 1)
    await ok(stage.move(stage.party, id, at('2026-12-01', 9, 11)))
    expect(await stage.used()).toEqual([{ week: '2026-11-30', used: 1 }])
    await book(app, stage.party, wish(roomId))
    expect((await stage.move(stage.party, id, thursday)).problem.code).toBe('booking_quota_reached')
    expect(await stage.used()).toEqual([
      { week: '2026-11-23', used: 1 },
      { week: '2026-11-30', used: 1 },
    ])
    await set(app, here, 'booking_quota_per_week', 2)
  })

  test('whoever waits for the old slot is offered it', async () => {
    const waiting = await ok(
      app.call<BookingDetail>('waitForSlot', { body: wish(roomId), token: (await makePerson(app)).token }),
    )
    await ok(stage.move(stage.party, id, thursday))
    const { rows } = await pool.query('SELECT state FROM cases WHERE id = $1', [waiting.id])
    expect(rows).toEqual([{ state: 'held' }])
  })

  test('pressed twice it moves once', async () => {
    const key = randomUUID()
    const [one, two] = [
      await stage.move(stage.party, id, thursday, key),
      await stage.move(stage.party, id, thursday, key),
    ]
    expect([one.status, two.status]).toEqual([200, 200])
    expect(two.body.timeline.filter(({ action }) => action === 'reschedule')).toHaveLength(1)
  })

  test('stage.staff lengthen a use that has begun; its person does not', async () => {
    app.clock.set(localTime('2026-11-25', 15))
    stage.party = await makePerson(app)
    await stage.freshStaff()
    const longer = at('2026-11-25', 14, 17)
    expect((await stage.move(stage.staff, id, { ...longer, note: '再用一小时' })).body).toMatchObject(longer)
  })
})
