/** What a community shows of its rooms: small, without its place, with words, in order, and gone when it is taken away. */
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Room, RoomSummary } from '../../../bff/contracts/src/rooms'
import { removeObjects, removeOrphans } from '../../../bff/src/modules/files/jobs'
import { forgetPhotos } from '../../../bff/src/modules/rooms/photos/jobs'
import { testApp } from '../../support/app'
import { photograph } from '../../support/files'
import { foreign, pdfOf, pngOf } from '../../support/hostile-files'
import { handPhoto, phonePhoto } from '../../support/room-photos'
import { here, liftFiles, makeDivisions, makePerson, makeRoom, type Person } from '../../support/world'

const app = await testApp()
let staff: Person
let room: string
let photo: Buffer

beforeAll(async () => {
  await makeDivisions(app)
  await liftFiles(app, 500)
  photo = await photograph()
})
beforeEach(async () => {
  staff = await makePerson(app, { name: '王晓', grants: [['staff', here]] })
  room = await makeRoom(app)
  await runJobs()
})

const add = (content: Buffer = photo, sending: { alt?: string; key?: string } = {}) =>
  handPhoto(app, staff, room, content, sending)
const shown = async () => (await app.call<Room>('getRoom', { params: { id: room } })).body
const look = (path: string) => fetch(`${app.base}${path}`)
const objects = (): string[] => {
  const { files } = app.deps.config
  return readdirSync(files && 'folder' in files ? files.folder : '', {
    recursive: true,
    encoding: 'utf8',
  }).filter((name) => /[\da-f-]{36}$/.test(name))
}
async function runJobs(): Promise<void> {
  const { rows } = await app.database.pool.query<{ payload: { objectIds: string[] } }>(
    `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
     WHERE t.id = j.task_id AND t.identifier = 'remove_objects' RETURNING j.payload`,
  )
  for (const { payload } of rows) await removeObjects(app.deps, payload.objectIds)
}

describe('what is shown', () => {
  test('a photo of 8 MB becomes two small ones, upright, without place or author', async () => {
    const big = await phonePhoto()
    expect(big.length).toBeGreaterThan(8_000_000)
    expect(big.includes(Buffer.from('marked author'))).toBe(true)
    const { status, photos } = await add(big)
    expect([status, photos.length]).toEqual([201, 1])
    const [one] = photos
    expect(one).toMatchObject({ alt: '靠窗的长桌', width: 960, height: 1280 })
    for (const [path, longest] of [
      [one?.url, 1280],
      [one?.small, 640],
    ] as const) {
      const answer = await look(path ?? '')
      const bytes = Buffer.from(await answer.arrayBuffer())
      const { width, height, exif, format } = await sharp(bytes).metadata()
      expect([answer.status, format, Math.max(width, height), exif]).toEqual([
        200,
        'jpeg',
        longest,
        undefined,
      ])
      expect(height).toBeGreaterThan(width)
      expect(bytes.includes(Buffer.from('Exif')) || bytes.includes(Buffer.from('marked author'))).toBe(false)
    }
  })

  test('everybody may look, and keep it: under its address there is never another', async () => {
    const { photos } = await add()
    const answer = await look(photos[0]?.small ?? '')
    await answer.arrayBuffer()
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d{6,}, immutable$/)
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
  })

  test('all of them on its page, the first one in lists', async () => {
    await add(photo, { alt: '一' })
    const { photos } = await add(photo, { alt: '二' })
    const page = await shown()
    expect([page.photos, page.photo]).toEqual([photos, photos[0]])
    const { body } = await app.call<{ rooms: RoomSummary[] }>('listRooms', { query: { community: here } })
    expect(body.rooms.find(({ id }) => id === room)?.photo).toEqual(photos[0])
    const bare = await makeRoom(app)
    expect((await app.call<Room>('getRoom', { params: { id: bare } })).body).toMatchObject({
      photo: null,
      photos: [],
    })
    const found = await app.call<{ rooms: RoomSummary[] }>('searchRooms', { query: { community: here } })
    expect(found.body.rooms.find(({ id }) => id === room)?.photo).toEqual(photos[0])
  })

  test('the same tap is the same photo', async () => {
    const key = randomUUID()
    await add(photo, { key })
    expect((await add(photo, { key })).photos).toHaveLength(1)
  })
})

describe('what is refused', () => {
  test.each([
    ...Object.entries(foreign).map(([name, content]) => [name, content, 'file_kind_refused'] as const),
    ['a PDF', pdfOf(1), 'file_kind_refused'],
    ['900 million points', pngOf(30_000, 30_000, 10), 'file_too_complex'],
    [
      'a photo of the newest telephones',
      Buffer.from(`\0\0\0\x18ftypheic${'\0'.repeat(2_000)}`, 'latin1'),
      'file_heic',
    ],
  ] as const)('%s', async (_, content, code) => {
    const before = objects().length
    expect((await add(content)).problem.code).toBe(code)
    await runJobs()
    expect([(await shown()).photos, objects().length - before]).toEqual([[], 0])
  })

  test('a photo that breaks off leaves nothing, not even a row', async () => {
    const whole = await photograph(600, 400)
    expect((await add(whole.subarray(0, whole.length / 2))).problem.code).toBe('file_unreadable')
    const { rowCount } = await app.database.pool.query('SELECT FROM room_photos WHERE room_id = $1', [room])
    expect(rowCount).toBe(0)
  })

  test('without words, and with the name of somebody who works here', async () => {
    expect((await add(photo, { alt: ' ' })).problem.code).toBe('invalid_request')
    const { problem } = await add(photo, { alt: '王晓在讲课' })
    expect(problem.errors).toMatchObject([{ path: 'query.alt', code: 'may_name' }])
  })

  test('the seventh', async () => {
    for (let n = 0; n < 6; n++) expect((await add()).status).toBe(201)
    expect((await add()).problem.code).toBe('room_photos_many')
    expect((await shown()).photos).toHaveLength(6)
  })

  test('a room that is somebody else’s to run is not there', async () => {
    const { photos } = await add()
    const resident = await makePerson(app)
    expect((await handPhoto(app, resident, room, photo)).status).toBe(404)
    const params = { id: room }
    const order = { photos: [{ id: photos[0]?.id, alt: '别的' }] }
    const { token } = resident
    expect((await app.call('arrangeRoomPhotos', { params, body: order, token })).status).toBe(404)
    const gone = { params: { ...params, photo: photos[0]?.id ?? '' }, token }
    expect((await app.call('removeRoomPhoto', gone)).status).toBe(404)
    expect((await shown()).photos).toEqual(photos)
  })
})

describe('what is changed', () => {
  test('their order and their words; not of others than are there', async () => {
    await add(photo, { alt: '一' })
    const { photos } = await add(photo, { alt: '二' })
    const [one, two] = photos.map(({ id }) => id)
    const arrange = (list: object[]) =>
      app.call<Room>('arrangeRoomPhotos', {
        params: { id: room },
        body: { photos: list },
        token: staff.token,
      })
    await arrange([
      { id: two, alt: '二' },
      { id: one, alt: '改了' },
    ])
    expect((await shown()).photos.map(({ id, alt }) => [id, alt])).toEqual([
      [two, '二'],
      [one, '改了'],
    ])
    expect((await arrange([{ id: two, alt: '二' }])).problem.code).toBe('edited_meanwhile')
    const twice = await arrange([
      { id: two, alt: '二' },
      { id: two, alt: '二' },
    ])
    expect(twice.problem.code).toBe('edited_meanwhile')
  })

  test('one that is taken away is gone with both of its objects, and makes room', async () => {
    const before = objects().length
    for (let n = 0; n < 6; n++) await add()
    const [first] = (await shown()).photos
    expect(objects().length - before).toBe(12)
    const away = { params: { id: room, photo: first?.id ?? '' }, token: staff.token }
    expect((await app.call<Room>('removeRoomPhoto', away)).body.photos).toHaveLength(5)
    expect((await app.call('removeRoomPhoto', away)).status).toBe(200)
    await runJobs()
    expect(objects().length - before).toBe(10)
    expect((await look(first?.url ?? '')).status).toBe(404)
    expect((await add()).status).toBe(201)
  })
})

test('what was never whole goes by the clock; what is shown is nobody’s orphan', async () => {
  const { photos } = await add()
  const { rows } = await app.database.pool.query<{ id: string }>(
    `INSERT INTO room_photos (id, room_id, alt, object_key, created_at)
     VALUES (gen_random_uuid(), $1, '半张', 'x', $2) RETURNING id`,
    [room, app.clock.now()],
  )
  app.clock.advance(3 * 86_400_000)
  await forgetPhotos(app.deps)
  const left = await app.database.pool.query('SELECT FROM room_photos WHERE id = $1', [rows[0]?.id])
  expect(left.rowCount).toBe(0)
  await removeOrphans(app.deps)
  expect((await look(photos[0]?.url ?? '')).status).toBe(200)
})
