/** Many are confirmed as if one by one: each once, each by its own rules, and what was not says why. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, ok } from '../../support/story'
import {
  here,
  liftQuota,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  type Person,
  wish,
} from '../../support/world'

const app = await testApp()
let [staff, party] = [{} as Person, {} as Person]

interface Results {
  results: { id: string; problem: { code: string; title: string } | null; undoUntil: string | null }[]
}
const confirm = (who: Person, ids: readonly string[], key = randomUUID()) =>
  app.call<Results>('confirmBookings', { body: { ids }, token: who.token, key })
const eventsOf = async (id: string) =>
  (await caseOf(app, staff, id)).timeline.filter(({ action }) => action === 'confirm').length

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  party = await makePerson(app)
})

test('what can be is confirmed and can be taken back; what cannot says why', async () => {
  const room = await makeRoom(app)
  const good = await book(app, party, wish(room, 9, 10))
  const cancelled = await book(app, party, wish(room, 11, 12))
  await ok(act(app, 'cancelBooking', party, cancelled.id))
  const elsewhere = await book(app, party, wish(await makeRoom(app, { community: nextDoor })))
  const { results } = await ok(confirm(staff, [cancelled.id, good.id, elsewhere.id]))
  expect(results.map(({ id, problem }) => [id, problem?.code ?? null])).toEqual([
    [cancelled.id, 'action_not_open'],
    [good.id, null],
    [elsewhere.id, 'not_found'],
  ])
  expect(results[0]?.problem?.title).not.toBe('')
  expect(results[1]?.undoUntil).not.toBeNull()
  await ok(act(app, 'undoDecision', staff, good.id))
  expect((await caseOf(app, staff, good.id)).state).toBe('pending')
  expect((await caseOf(app, party, elsewhere.id)).state).toBe('pending')
})

test('a tap that is repeated, at once or later, decides each once', async () => {
  const room = await makeRoom(app)
  const ids = (
    await Promise.all([9, 11, 13].map((from) => book(app, party, wish(room, from, from + 1))))
  ).map(({ id }) => id)
  const key = randomUUID()
  const answers = await Promise.all([
    confirm(staff, ids, key),
    confirm(staff, ids, key),
    confirm(staff, ids, key),
  ])
  for (const { body } of answers)
    expect(body.results.map(({ problem }) => problem)).toEqual([null, null, null])
  for (const id of ids) expect(await eventsOf(id)).toBe(1)
})

test('two of the staff with the same list: each case is decided by one of them', async () => {
  const colleague = await makePerson(app, { name: '李四', grants: [['staff', here]] })
  const room = await makeRoom(app)
  const ids = (
    await Promise.all([9, 11, 13].map((from) => book(app, party, wish(room, from, from + 1))))
  ).map(({ id }) => id)
  const answers = await Promise.all([confirm(staff, ids), confirm(colleague, [...ids].reverse())])
  const done = answers.flatMap(({ body }) => body.results).filter(({ problem }) => problem === null)
  expect(done.map(({ id }) => id).sort()).toEqual([...ids].sort())
})

test('none and twice the same are refused whole', async () => {
  const { id } = await book(app, party, wish(await makeRoom(app)))
  for (const ids of [[], [id, id]]) expect((await confirm(staff, ids)).problem.code).toBe('invalid_request')
  expect((await ok(confirm(party, [id]))).results[0]?.problem?.code).toBe('not_allowed')
})
