import { describe, expect, test } from 'vitest'
import type { BookingDetail } from '../../../bff/contracts/src/booking-case'
import { testApp } from '../../support/app'
import { closingStage, span } from '../../support/closing'
import { act, book, deliverAll, ok } from '../../support/story'
import { makePerson, makeRoom, nextDoor, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const stage = closingStage(app)

const waitingForLock = async () =>
  (
    await pool.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  ).rowCount === 1

describe('each answer', () => {
  test('moved: it is in the other room at the same time, and its person is told why', async () => {
    const id = await stage.confirmed()
    const made = await ok(stage.close({ answers: [{ caseId: id, answer: 'move', roomId: stage.large }] }))
    expect(made).toMatchObject({
      moved: 1,
      kept: 0,
      cancelled: 0,
      closures: [{ roomId: stage.hall, kind: 'closed' }],
    })
    const one = await stage.read(id)
    expect(one).toMatchObject({
      state: 'confirmed',
      title: '大会议室',
      ...span(14, 16),
      facts: { roomId: stage.large },
    })
    expect(one.facts.before?.roomName).toBe('多功能厅')
    expect(one.timeline.at(-1)).toMatchObject({ action: 'reschedule', by: '杨会琼' })
    expect(one.timeline.at(-1)?.note).toContain('检修')
    await deliverAll(app)
    const { rows } = await pool.query(
      `SELECT kind FROM notices WHERE case_id = $1 AND kind = 'booking_rescheduled'`,
      [id],
    )
    expect(rows).toHaveLength(1)
  })

  test('kept: it stays, and nothing else can be booked there', async () => {
    const id = await stage.confirmed()
    expect((await ok(stage.close({ answers: [{ caseId: id, answer: 'keep' }] }))).kept).toBe(1)
    expect((await stage.read(id)).state).toBe('confirmed')
    const other = await app.call('requestBooking', {
      body: wish(stage.hall, 12, 13),
      token: stage.party.token,
    })
    expect(other.problem.code).toBe('booking_closed')
  })

  test('called off: an apology, another room, and the place in the week is free again', async () => {
    const id = await stage.confirmed()
    const asked = (await book(app, stage.party, wish(stage.hall, 17, 18))).id
    await ok(
      stage.close({
        answers: [
          { caseId: id, answer: 'cancel', roomId: stage.large },
          { caseId: asked, answer: 'cancel' },
        ],
      }),
    )
    const one = await stage.read(id)
    expect(one).toMatchObject({ state: 'cancelled', facts: { alternativeRoomId: stage.large } })
    expect(one.timeline.at(-1)?.note).toBe('很抱歉，这个时间场地用不了：检修')
    expect((await stage.read(asked)).state).toBe('refused')
    const { rows } = await pool.query('SELECT used FROM booking_quotas WHERE subject_id = $1', [
      stage.party.accountId,
    ])
    expect(rows).toEqual([{ used: 0 }])
  })

  test('an offer that nobody took is called off, and nobody waits at a closed door', async () => {
    const id = await stage.confirmed()
    const waiting = await ok(
      app.call<BookingDetail>('waitForSlot', {
        body: wish(stage.hall),
        token: (await makePerson(app)).token,
      }),
    )
    await ok(act(app, 'cancelBooking', stage.party, id))
    const [offer] = await stage.met()
    expect(offer).toMatchObject({
      caseId: waiting.id,
      state: 'held',
      answers: ['keep', 'cancel'],
      instead: expect.any(Array),
    })
    await ok(stage.close({ answers: [{ caseId: waiting.id, answer: 'cancel' }] }))
    const { rows } = await pool.query(
      'SELECT c.state, e.ended_at IS NOT NULL AS ended FROM cases c JOIN line_entries e ON e.case_id = c.id WHERE c.id = $1',
      [waiting.id],
    )
    expect(rows).toEqual([{ state: 'cancelled', ended: true }])
  })

  test.each([
    ['a room that is too small', () => stage.small],
    ['the room that closes', () => stage.hall],
    ['no room', () => undefined],
  ])('moved to %s: nothing is closed and nothing has moved', async (_, roomId) => {
    const id = await stage.confirmed()
    const { problem } = await stage.close({ answers: [{ caseId: id, answer: 'move', roomId: roomId() }] })
    expect([problem.code, problem.facts?.caseId]).toEqual(['closure_move_refused', id])
    expect(await stage.read(id)).toMatchObject({ state: 'confirmed', title: '多功能厅' })
  })

  test.each([
    ['that nobody has', () => Promise.resolve(crypto.randomUUID())],
    ['of the neighbours', () => makeRoom(app, { community: nextDoor })],
  ])('called off for a room %s: nothing is closed', async (_, other) => {
    const id = await stage.confirmed()
    const answers = [{ caseId: id, answer: 'cancel', roomId: await other() }]
    expect((await stage.close({ answers })).problem.code).toBe('not_found')
    expect((await stage.read(id)).state).toBe('confirmed')
  })

  test('what another moved out of it in this moment is not called off where it is now', async () => {
    const id = await stage.confirmed()
    const mover = await pool.connect()
    try {
      await mover.query('BEGIN')
      await mover.query('SELECT FROM cases WHERE id = $1 FOR UPDATE', [id])
      await mover.query('UPDATE bookings SET room_id = $2 WHERE case_id = $1', [id, stage.large])
      const closing = stage.close({ answers: [{ caseId: id, answer: 'cancel' }] })
      await expect.poll(waitingForLock).toBe(true)
      await mover.query('COMMIT')
      expect(await ok(closing)).toMatchObject({ cancelled: 0 })
    } finally {
      mover.release()
    }
    expect((await stage.read(id)).state).toBe('confirmed')
  })

  test('what is promised to whoever waits for it is not given to whoever is sent away', async () => {
    const id = await stage.confirmed()
    const refused = (await book(app, await makePerson(app), wish(stage.large))).id
    const { token } = await makePerson(app)
    await ok(app.call('waitForSlot', { body: wish(stage.large), token }))
    await ok(act(app, 'refuseBooking', stage.staff, refused, { body: { note: '那天停电' } }))
    const { problem } = await stage.close({ answers: [{ caseId: id, answer: 'move', roomId: stage.large }] })
    expect(problem.code).toBe('closure_move_refused')
  })

  test('two are moved into one free hour: all of it is taken back', async () => {
    const other = await makeRoom(app, { name: '排练厅' })
    const [one, two] = [await stage.confirmed(), (await book(app, stage.party, wish(other))).id]
    const answers = [one, two].map((caseId) => ({ caseId, answer: 'move', roomId: stage.large }))
    expect((await stage.close({ roomIds: [stage.hall, other], answers })).problem.code).toBe(
      'closure_move_refused',
    )
    expect((await stage.read(one)).title).toBe('多功能厅')
  })
})
