/** Two who add the sixth photo of a room in the same instant: one is told that there are six. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import * as store from '../../../bff/src/modules/rooms/photos/store'
import { testApp } from '../../support/app'
import { photograph } from '../../support/files'
import { handPhoto } from '../../support/room-photos'
import { together, values } from '../../support/together'
import { here, liftFiles, makeDivisions, makePerson, makeRoom, type Person } from '../../support/world'

const app = await testApp()
let staff: Person[]

beforeAll(async () => {
  await makeDivisions(app)
  await liftFiles(app, 500)
  staff = await Promise.all([1, 2].map(() => makePerson(app, { grants: [['staff', here]] })))
})

const begun = async (roomId: string, n: number): Promise<string[]> => {
  const ids = Array.from({ length: n }, () => randomUUID())
  for (const id of ids)
    await app.deps.db.transaction((tx) =>
      store.insertPhoto(tx, { id, roomId, alt: '长桌', objectKey: 'x', createdAt: app.clock.now() }),
    )
  return ids
}

/** Five that are there already. */
async function roomWithFive(): Promise<string> {
  const room = await makeRoom(app)
  for (const [place, id] of (await begun(room, 5)).entries())
    await app.deps.db.transaction((tx) => store.showPhoto(tx, id, place))
  return room
}

const count = async (room: string): Promise<number> =>
  app.deps.db.transaction((tx) => store.countPhotos(tx, room))

test('two sixth photos at once: one is shown', async () => {
  const [room, photo] = [await roomWithFive(), await photograph()]
  const answers = values(await together(2, (n) => handPhoto(app, staff[n] as Person, room, photo)))
  expect(answers.map(({ status, problem }) => (status === 201 ? 'shown' : problem.code)).sort()).toEqual([
    'room_photos_many',
    'shown',
  ])
  expect(await count(room)).toBe(6)
})

test('control: where the room is not held, there are seven', async () => {
  const room = await roomWithFive()
  const ids = await begun(room, 2)
  let counted = 0
  let both = (): void => {}
  const bothCounted = new Promise<void>((resolve) => (both = resolve))
  await Promise.all(
    ids.map((id) =>
      app.deps.db.transaction(async (tx) => {
        const place = await store.countPhotos(tx, room)
        if (++counted === 2) both()
        await bothCounted
        if (place < 6) await store.showPhoto(tx, id, place)
      }),
    ),
  )
  expect(await count(room)).toBe(7)
})
