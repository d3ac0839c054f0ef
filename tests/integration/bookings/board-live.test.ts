/** Who looks at a board hears that rooms changed, never what; who may look no more hears nothing more. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import { watching, type Viewer } from '../../support/viewer'
import { elsewhere, here, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'
import { monday } from '../../support/app'

const app = await testApp()
let [staff, party, roomId] = [{} as Person, {} as Person, '']
const watch = (who: Person, division = here): Viewer =>
  watching({ base: () => app.base, token: who.token, division, day: '2026-11-25' })
const states = (viewer: Viewer, id = roomId): string[] =>
  viewer.rooms.get(id)?.blocks.map(({ state, dueAt }) => `${state} ${dueAt === null ? '' : 'due'}`.trim()) ??
  []

/** The bare words of a stream that is told of twice: at its beginning, and then of what happens. */
async function told(who: Person, happens: () => Promise<unknown>): Promise<string> {
  const answer = await fetch(`${app.base}/v1/divisions/${here}/board/events`, {
    headers: { authorization: `Bearer ${who.token}` },
  })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(answer.headers.get('content-encoding')).toBeNull()
  let [words, begun] = ['', undefined as Promise<unknown> | undefined]
  if (answer.body === null) throw new Error('nothing is told')
  const pieces = answer.body as unknown as AsyncIterable<Uint8Array>
  for await (const piece of pieces) {
    words += Buffer.from(piece).toString()
    const times = words.split('event:').length - 1
    if (times === 1) begun ??= happens()
    if (times > 1) break
  }
  await begun
  return words
}

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  party = await makePerson(app, { name: '板上不写的名字' })
  roomId = await makeRoom(app)
})

test('each step of a booking, a closure and a change of the room are heard of and shown', async () => {
  const viewer = watch(staff)
  await expect.poll(() => viewer.rooms.has(roomId)).toBe(true)
  const { id } = await book(app, party, wish(roomId, 9, 11))
  await expect.poll(() => states(viewer)).toEqual(['pending due'])
  await ok(act(app, 'askSubject', staff, id, { body: { note: '需要音响吗？' } }))
  await expect.poll(() => states(viewer)).toEqual(['pending'])
  await ok(act(app, 'supplementBooking', party, id, { body: { note: '不需要' } }))
  await expect.poll(() => states(viewer)).toEqual(['pending due'])
  await ok(act(app, 'confirmBooking', staff, id))
  await expect.poll(() => states(viewer)).toEqual(['confirmed'])
  const other = await makeRoom(app)
  const { startsAt, endsAt } = wish(other, 9, 11)
  const body = { roomId: other, startsAt, endsAt, note: '设备检修' }
  await ok(act(app, 'rescheduleBooking', staff, id, { body }))
  await expect.poll(() => [states(viewer), states(viewer, other)]).toEqual([[], ['confirmed']])
  await ok(act(app, 'addClosure', staff, roomId, { body: { startsAt, endsAt, reason: '空调检修' } }))
  await expect.poll(() => viewer.rooms.get(roomId)?.closures.length).toBe(1)
  await app.database.pool.query(`UPDATE rooms SET name = '新名字' WHERE id = $1`, [roomId])
  await expect.poll(() => viewer.rooms.get(roomId)?.name).toBe('新名字')
  viewer.close()
})

test('an event says which rooms and nothing else, and nothing of rooms elsewhere', async () => {
  const foreign = await makeRoom(app, { community: elsewhere })
  const words = await told(staff, async () => {
    await book(app, party, wish(foreign, 9, 11))
    await book(app, party, { ...wish(roomId, 14, 16), note: '板上不写的话' })
  })
  const events = words.split('\n\n').filter((one) => one.startsWith('event'))
  expect(events).toEqual(['event: all\ndata: {}', `event: rooms\ndata: {"rooms":["${roomId}"]}`])
})

test('who loses their office, or ends their session, hears nothing more', async () => {
  const leaving = await makePerson(app, { grants: [['staff', here]] })
  const out = await makePerson(app, { grants: [['staff', here]] })
  const [one, two] = [watch(leaving), watch(out)]
  await expect.poll(() => one.rooms.has(roomId) && two.rooms.has(roomId)).toBe(true)
  await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [
    leaving.accountId,
  ])
  await app.call('endAllSessions', { token: out.token })
  await book(app, party, wish(roomId, 9, 11))
  await expect.poll(() => [one.status, two.status]).toEqual([404, 401])
  expect([states(one), states(two)]).toEqual([[], []])
})

test('an account has a few streams at a time, and another one as soon as one ends', async () => {
  const who = await makePerson(app, { grants: [['staff', here]] })
  const viewers = Array.from({ length: 8 }, () => watch(who))
  await expect.poll(() => viewers.every(({ status }) => status === 200)).toBe(true)
  expect((await app.call('watchBoard', { params: { division: here }, token: who.token })).status).toBe(429)
  viewers.pop()?.close()
  await expect
    .poll(async () => (await app.call('watchBoard', { params: { division: here }, token: who.token })).status)
    .toBe(200)
  for (const viewer of viewers) viewer.close()
})
