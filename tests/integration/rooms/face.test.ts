/** A room as a place: which it is, where exactly, what it costs and asks; what is not said is null, never made up. */
import { beforeAll, expect, test } from 'vitest'
import type { Room, RoomSummary } from '../../../bff/contracts/src/rooms'
import { testApp } from '../../support/app'
import { ok } from '../../support/story'
import { here, makeDivisions, makeRoom } from '../../support/world'

const app = await testApp()
const { pool } = app.database
beforeAll(() => makeDivisions(app))

const room = (id: string): Promise<Room> => ok(app.call<Room>('getRoom', { params: { id } }))

test('says nothing that nobody has said', async () => {
  expect(await room(await makeRoom(app, { community: here }))).toMatchObject({
    kind: 'meeting',
    floor: null,
    door: null,
    price: null,
    rules: null,
    bring: null,
    position: null,
    photos: [],
    photo: null,
    retired: false,
  })
})

test('says what the community has written, in the list as on its page', async () => {
  const id = await makeRoom(app, { community: here })
  await pool.query(
    `UPDATE rooms SET kind = 'hall', floor = '二楼', door = '201 室', price = '空调每小时 10 元', rules = '不抽烟',
       bring = '席卡' WHERE id = $1`,
    [id],
  )
  await pool.query(
    `UPDATE facilities SET longitude = 101.5, latitude = 25.03 WHERE id = (SELECT facility_id FROM rooms WHERE id = $1)`,
    [id],
  )
  const place = {
    kind: 'hall',
    floor: '二楼',
    price: '空调每小时 10 元',
    position: { longitude: 101.5, latitude: 25.03 },
  }
  app.deps.cache.drop(`room ${id}`)
  expect(await room(id)).toMatchObject({ ...place, door: '201 室', rules: '不抽烟', bring: '席卡' })
  const { rooms } = await ok(app.call<{ rooms: RoomSummary[] }>('listRooms', { query: { community: here } }))
  expect(rooms.find((one) => one.id === id)).toMatchObject(place)
})
