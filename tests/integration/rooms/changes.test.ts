/** Who changed a room, and which fields from what to what. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { RoomChange } from '../../../bff/contracts/src/room-changes'
import type { RoomPlanned } from '../../../bff/contracts/src/room-desk'
import { monday, testApp } from '../../support/app'
import { facilityOf, roomPlan } from '../../support/room-plans'
import { ok } from '../../support/story'
import { elsewhere, here, makeDivisions, makePerson, makeRoom, type Person } from '../../support/world'

const app = await testApp()
let [staff, room] = [undefined, undefined] as unknown as [Person, RoomPlanned]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '值班员甲', grants: [['staff', here]] })
  const params = { id: await facilityOf(app, await makeRoom(app)) }
  room = await ok(
    app.call<RoomPlanned>('addRoom', { params, body: { room: roomPlan() }, token: staff.token }),
  )
})

interface Page {
  changes: RoomChange[]
  next: string | null
}
const changes = async (who = staff): Promise<Page> =>
  ok(app.call<Page>('listRoomChanges', { params: { id: room.id }, token: who.token }))
async function edit(change: Parameters<typeof roomPlan>[0], who = staff, key: string = randomUUID()) {
  app.clock.advance(1)
  const body = { room: roomPlan(change), version: room.version }
  const answer = await app.call<RoomPlanned>('editRoom', {
    params: { id: room.id },
    body,
    token: who.token,
    key,
  })
  if (answer.status === 200) room = answer.body
  return answer
}

test('a change names the badge, the time and each field as the table says it', async () => {
  const next = await makePerson(app, { name: '值班员乙', grants: [['staff', here]] })
  await edit(
    { capacity: 40, price: '每小时 20 元', approval: 'automatic', equipment: ['projector', 'sound'] },
    next,
  )
  const [changed, added] = (await changes()).changes
  expect(added).toMatchObject({ what: 'added', by: '值班员甲', fields: [] })
  expect(changed).toMatchObject({ what: 'changed', by: '值班员乙', at: '2026-11-23T02:13:00.000Z' })
  expect(changed?.fields).toEqual([
    { name: '费用', from: '', to: '每小时 20 元' },
    { name: '最多几个人', from: '60', to: '40' },
    { name: '设备', from: '投影', to: '投影、音响' },
    { name: '谁来确认', from: '工作人员确认', to: '不用确认' },
  ])
})

test('opening hours are said in words', async () => {
  await edit({ openings: room.openings.filter(({ weekday }) => weekday !== 7) })
  const [changed] = (await changes()).changes
  expect(changed?.fields).toEqual([
    { name: '开放时间', from: expect.any(String) as string, to: expect.any(String) as string },
  ])
  expect(changed?.fields[0]?.from).not.toBe(changed?.fields[0]?.to)
})

test('a save that changes nothing, one that is refused and one that is repeated write nothing more', async () => {
  await edit({})
  expect((await changes()).changes).toHaveLength(1)
  const key = randomUUID()
  const stale = room.version
  await edit({ capacity: 30 }, staff, key)
  const body = { room: roomPlan({ capacity: 30 }), version: stale }
  await ok(app.call('editRoom', { params: { id: room.id }, body, token: staff.token, key }))
  expect(
    (await app.call('editRoom', { params: { id: room.id }, body, token: staff.token })).problem.code,
  ).toBe('edited_meanwhile')
  expect((await changes()).changes).toHaveLength(2)
})

test('retired and there again are told; each once', async () => {
  const params = { id: room.id }
  app.clock.advance(1)
  room = await ok(app.call('retireRoom', { params, body: { version: room.version }, token: staff.token }))
  app.clock.advance(1)
  await ok(app.call('restoreRoom', { params, body: {}, token: staff.token }))
  await ok(app.call('restoreRoom', { params, body: {}, token: staff.token }))
  expect((await changes()).changes.map(({ what }) => what)).toEqual(['restored', 'retired', 'added'])
})

test('only those who run the room read it, and nobody changes what was written', async () => {
  for (const grants of [[], [['staff', elsewhere]], [['supervisor', here]]] as [string, string][][]) {
    const { token } = await makePerson(app, { grants: grants as never })
    const { problem } = await app.call('listRoomChanges', { params: { id: room.id }, token })
    expect(problem.code).toBe('not_found')
  }
  await expect(app.database.pool.query("UPDATE room_changes SET by_name = 'x'")).rejects.toThrow(
    /append-only/,
  )
})
