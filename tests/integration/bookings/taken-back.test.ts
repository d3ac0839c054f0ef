/** What is taken back takes its place in the week again, and never one more than the week holds. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, deliverAll, ok } from '../../support/story'
import { together, values } from '../../support/together'
import {
  here,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [party, staff] = [] as unknown as [Person, Person]
let ids: string[] = []

const usedOf = async (): Promise<number> =>
  (
    await pool.query<{ used: number }>('SELECT used FROM booking_quotas WHERE subject_id = $1', [
      party.accountId,
    ])
  ).rows[0]?.used ?? 0
const bookOne = async (approval: 'staff' | 'automatic' = 'staff') =>
  (await book(app, party, wish(await makeRoom(app, { approval })))).id
const refuse = (id: string) => ok(act(app, 'refuseBooking', staff, id, { body: { note: '停电' } }))
const undo = (id: string) => act(app, 'undoDecision', staff, id)

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  ids = []
  for (let n = 0; n < 4; n++) ids.push(await bookOne())
})

test('a refusal is not taken back where its person has filled the week meanwhile', async () => {
  const [first = ''] = ids
  await refuse(first)
  const next = await bookOne()
  const { status, problem } = await undo(first)
  expect([status, problem.code, problem.facts]).toEqual([409, 'booking_week_full', undefined])
  expect([(await caseOf(app, party, first)).state, await usedOf()]).toEqual(['refused', 4])
  // There is room again: it is as with any other.
  await ok(act(app, 'cancelBooking', party, next))
  expect([(await ok(undo(first))).state, await usedOf()]).toEqual(['pending', 4])
})

test('of what its person asks for and what staff take back in one moment the week holds four', async () => {
  const [first = ''] = ids
  for (let n = 0; n < 6; n++) {
    await refuse(first)
    const body = wish(await makeRoom(app))
    const [back, asked] = values(
      await together<{ status: number; body: Record<string, unknown> }>(2, (which) =>
        which === 0 ? undo(first) : app.call('requestBooking', { body, token: party.token }),
      ),
    )
    expect(`${back?.status} ${asked?.status}`).toMatch(/^(200 409|409 201)$/)
    expect(await usedOf()).toBe(4)
    if (asked?.status === 201) await ok(act(app, 'cancelBooking', party, String(asked.body.id)))
    if (back?.status === 409) await ok(undo(first))
  }
})

test('nobody came, and they come after all: their place was never free, so a full week is none of it', async () => {
  await ok(act(app, 'cancelBooking', party, ids[0] ?? ''))
  const id = await bookOne('automatic')
  app.clock.set(localTime('2026-11-25', 14.25))
  ;[party, staff] = [await signIn(app.deps, party.accountId), await signIn(app.deps, staff.accountId)]
  await ok(act(app, 'releaseBooking', staff, id))
  expect(await usedOf()).toBe(4)
  expect([(await ok(act(app, 'regainBooking', staff, id))).state, await usedOf()]).toEqual(['confirmed', 4])
  await deliverAll(app)
})
