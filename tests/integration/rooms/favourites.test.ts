/** The rooms that somebody puts first, and what they booked last. */
import { beforeAll, expect, test } from 'vitest'
import type { LastUse } from '../../../bff/contracts/src/favourite-rooms'
import type { RoomSummary } from '../../../bff/contracts/src/rooms'
import { testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import { liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let who: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  who = await makePerson(app)
})

interface Mine {
  rooms: RoomSummary[]
  last: LastUse | null
}
const mine = (person = who): Promise<Mine> => ok(app.call<Mine>('listFavourites', { token: person.token }))
const keep = (id: string, kept: boolean) => ok(act(app, 'keepFavourite', who, id, { body: { kept } }))

test('the newest stands first, twice is once, and what is no more wanted goes', async () => {
  const [first, second] = [await makeRoom(app, { name: '先' }), await makeRoom(app, { name: '后' })]
  await keep(first, true)
  app.clock.advance(1)
  await keep(second, true)
  await keep(second, true)
  expect((await mine()).rooms.map((room) => room.name)).toEqual(['后', '先'])
  expect((await mine()).rooms[0]).toMatchObject({ left: 'free' })
  await keep(second, false)
  await keep(second, false)
  expect((await mine()).rooms.map((room) => room.name)).toEqual(['先'])
  // Nobody else reads them.
  expect((await mine(await makePerson(app))).rooms).toEqual([])
})

test('a room that is not there cannot be kept', async () => {
  const gone = '00000000-0000-4000-8000-00000000dead'
  const { problem } = await act(app, 'keepFavourite', who, gone, { body: { kept: true } })
  expect(problem.code).toBe('not_found')
})

test('what was booked last is told with its purpose, people and length', async () => {
  const person = await makePerson(app)
  expect((await mine(person)).last).toBeNull()
  const roomId = await makeRoom(app, { name: '上次' })
  await book(app, person, wish(roomId, 9, 10))
  app.clock.advance(1)
  await book(app, person, wish(roomId, 14, 17))
  expect((await mine(person)).last).toEqual({
    ...{ roomId, roomName: '上次', purpose: 'residents_meeting', attendees: 20, minutes: 180 },
  })
})
