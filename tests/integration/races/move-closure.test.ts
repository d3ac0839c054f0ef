/**
 * A booking moves into hours that somebody closes in the same instant: the closure waits for the move and then names it. The
 * move is held up between its last look and its end; in the control a closure changes no key of the room.
 */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { at, moveStage } from '../../support/moves'
import { book } from '../../support/story'
import { untilWaiting } from '../../support/waiting'
import { liftQuota, makeRoom, wish } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const stage = moveStage(app)
let [roomId, id] = ['', '']

beforeAll(async () => {
  await liftQuota(app)
  await pool.query(`CREATE FUNCTION hold_up() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_advisory_xact_lock_shared(7); RETURN NEW; END';
    CREATE TRIGGER hold_up AFTER INSERT ON booking_moves FOR EACH ROW EXECUTE FUNCTION hold_up()`)
})
beforeEach(async () => {
  roomId = await makeRoom(app, { approval: 'automatic' })
  id = (await book(app, stage.party, wish(roomId, 9, 10))).id
})

const close = () =>
  app.call('addClosure', {
    params: { id: roomId },
    body: { ...at('2026-11-25', 12, 18), reason: '检修' },
    token: stage.staff.token,
  })

/** @param waits does the closure wait until the move has ended? */
async function closeWhileMoving(waits: boolean) {
  const holder = await pool.connect()
  try {
    await holder.query('SELECT pg_advisory_lock(7)')
    const moving = stage.move(stage.party, id, at('2026-11-25', 14, 16))
    await untilWaiting(pool, 1)
    const closing = close()
    if (waits) await untilWaiting(pool, 2)
    else await closing
    await holder.query('SELECT pg_advisory_unlock(7)')
    return [(await moving).status, (await closing).status]
  } finally {
    holder.release()
  }
}

test('the closure comes after the move, and is told of it', async () => {
  expect(await closeWhileMoving(true)).toEqual([200, 409])
})

test('the control: where a version is no key, the booking slips under the closure', async () => {
  await pool.query('ALTER TABLE rooms DROP CONSTRAINT rooms_id_version')
  expect(await closeWhileMoving(false)).toEqual([200, 201])
})
