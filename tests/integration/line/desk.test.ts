import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseDetail } from '../../../bff/contracts/src/cases'
import { monday, testApp } from '../../support/app'
import { answerLine, settlePlaces, waitForPlaces } from '../../support/line'
import { act, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'
import { decideMove, type Family, historyOf, makeStage, proposeMove } from './move-stage'

const app = await testApp()
let staff: Person
let second: Person
let supervisor: Person
let stranger: Person
let programmeId: string
let lineId: string
/** One family a place, first to last. */
let families: Family[]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  ;({ staff, second, supervisor, stranger, programmeId, lineId, families } = await makeStage(app))
})

const family = (n: number): Family => families[n] ?? { who: staff, id: '' }
const propose = (who: Person, n: number, to: number, key?: string) =>
  proposeMove(app, who, family(n).id, to, key)
const decide = (who: Person, id: string, approve = true, key?: string) =>
  decideMove(app, who, id, approve, key)
const history = (who: Person, id: string) => historyOf(app, who, id)

test('why a place moved: who was placed, who left, who came ahead by points', async () => {
  await settlePlaces(app, lineId)
  await answerLine(app, family(1).who.accountId, family(1).id, 'leave')
  const who = await makePerson(app)
  await waitForPlaces(app, programmeId, { guardian: who.accountId, score: 3 })
  expect(await history(family(2).who, family(2).id)).toMatchObject({
    score: 0,
    ahead: { placed: 1, left: 1, priority: 1, moved: 0 },
    moves: [],
  })
})

test('staff see the line and who has an offer, by case numbers', async () => {
  await settlePlaces(app, lineId)
  await ok(propose(staff, 3, 1))
  const desk = (who: Person) =>
    app.call<{ entries: { caseId: string; position: number; moveProposed: boolean }[]; held: unknown[] }>(
      'deskLine',
      { params: { id: programmeId }, token: who.token },
    )
  const { entries, held } = await ok(desk(supervisor))
  expect(entries.map((e) => [e.caseId, e.position, e.moveProposed])).toEqual([
    [family(1).id, 1, false],
    [family(2).id, 2, false],
    [family(3).id, 3, true],
  ])
  expect(held).toEqual([
    { caseId: family(0).id, number: expect.any(String), heldUntil: '2026-11-23T04:12:00.000Z' },
  ])
  expect((await desk(stranger)).status).toBe(404)
  expect((await desk(family(0).who)).status).toBe(404)
  app.clock.set('2026-11-23T04:12:00Z')
})

describe('who may', () => {
  test.each([
    ['getLinePlace', { party: 200, staff: 200, supervisor: 200, stranger: 404, family: 404 }],
    ['getLineHistory', { party: 200, staff: 200, supervisor: 200, stranger: 404, family: 404 }],
    ['acceptOffer', { party: 200, staff: 403, supervisor: 403, stranger: 404, family: 404 }],
    ['declineOffer', { party: 200, staff: 403, supervisor: 403, stranger: 404, family: 404 }],
    ['leaveLine', { party: 409, staff: 403, supervisor: 403, stranger: 404, family: 404 }],
  ] as const)('%s', async (name, expected) => {
    await settlePlaces(app, lineId)
    const write = !name.startsWith('get')
    const status = async (who: Person): Promise<number> =>
      (
        await app.call<CaseDetail>(name, {
          params: { id: family(0).id },
          token: who.token,
          ...(write && { body: {} }),
        })
      ).status
    expect({
      staff: await status(staff),
      supervisor: await status(supervisor),
      stranger: await status(stranger),
      family: await status(family(1).who),
      party: await status(family(0).who),
    }).toEqual(expected)
  })

  test('propose and decide: staff there, nobody else', async () => {
    for (const [who, status] of [
      [supervisor, 403],
      [family(3).who, 403],
      [stranger, 404],
      [family(0).who, 404],
    ] as const)
      expect((await propose(who, 3, 1)).status).toBe(status)
    const { id } = await ok(propose(staff, 3, 1))
    for (const [who, status] of [
      [supervisor, 403],
      [family(3).who, 403],
      [stranger, 404],
      [family(0).who, 404],
      [second, 200],
    ] as const)
      expect((await decide(who, id)).status).toBe(status)
    const list = (who: Person) =>
      app.call('listProposedMoves', { query: { division: here }, token: who.token })
    for (const who of [supervisor, stranger, family(3).who]) expect((await list(who)).status).toBe(404)
  })

  test('answer to what is not in a line: not open for its party', async () => {
    await settlePlaces(app, lineId)
    const id = '00000000-0000-4000-8000-000000000000'
    expect((await act(app, 'acceptOffer', staff, id)).status).toBe(404)
    expect((await app.call('getLinePlace', { params: { id }, token: staff.token })).status).toBe(404)
    expect((await decide(second, id)).status).toBe(404)
  })
})
