import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ProposedMove } from '../../../bff/contracts/src/line'
import { monday, testApp } from '../../support/app'
import { answerLine, settlePlaces, standingsOf, waitForPlaces } from '../../support/line'
import { caseOf, deliverAll, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'
import { decideMove, type Family, historyOf, makeStage, proposeMove } from './move-stage'

const app = await testApp()
let staff: Person
let second: Person
let supervisor: Person
let programmeId: string
let lineId: string
/** One family a place, first to last. */
let families: Family[]

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  ;({ staff, second, supervisor, programmeId, lineId, families } = await makeStage(app))
})

const family = (n: number): Family => families[n] ?? { who: staff, id: '' }
const propose = (who: Person, n: number, to: number, key?: string) =>
  proposeMove(app, who, family(n).id, to, key)
const decide = (who: Person, id: string, approve = true, key?: string) =>
  decideMove(app, who, id, approve, key)
const history = (who: Person, id: string) => historyOf(app, who, id)
const order = async (): Promise<number[]> =>
  (await standingsOf(app, lineId)).map((e) => families.findIndex((f) => f.id === e.caseId))
const open = async (who: Person): Promise<ProposedMove[]> =>
  (
    await ok(
      app.call<{ moves: ProposedMove[] }>('listProposedMoves', {
        query: { division: here },
        token: who.token,
      }),
    )
  ).moves.filter((move) => families.some((f) => f.id === move.caseId))

const kindsOf = async ({ token }: Person): Promise<string[]> =>
  (await ok(app.call<{ notices: { kind: string }[] }>('listNotices', { token }))).notices.map((n) => n.kind)

describe('a manual move', () => {
  test('is proposed by one, carried out by another, and read by everybody whom it touches', async () => {
    const proposed = await ok(propose(staff, 3, 2))
    expect(proposed).toMatchObject({
      from: 4,
      to: 2,
      title: '春季课后托管',
      proposedBy: '杨会琼',
      canApprove: false,
    })
    expect(await order()).toEqual([0, 1, 2, 3])
    expect((await decide(staff, proposed.id)).problem.code).toBe('second_person_needed')
    expect(await open(second)).toMatchObject([{ id: proposed.id, canApprove: true }])
    // The second is told while it waits, and no longer; who proposed it is not.
    await deliverAll(app)
    expect([await kindsOf(second), await kindsOf(staff)]).toEqual([['line_move_proposed'], []])
    expect(await ok(decide(second, proposed.id))).toEqual({ moved: true })
    expect(await order()).toEqual([0, 3, 1, 2])
    expect(await open(second)).toEqual([])
    const mine = await caseOf(app, family(3).who, family(3).id)
    expect(mine.timeline.at(-1)).toMatchObject({
      action: 'move',
      side: 'staff',
      by: '李建国',
      note: '登记时录错了时间',
    })
    const told = await history(family(1).who, family(1).id)
    expect(told.ahead).toEqual({ placed: 0, left: 0, priority: 0, moved: 1 })
    expect(told.moves).toMatchObject([
      { from: 4, to: 2, reason: '登记时录错了时间', proposedBy: '杨会琼', approvedBy: '李建国', mine: false },
    ])
    expect((await history(family(3).who, family(3).id)).moves).toMatchObject([{ mine: true }])
    expect((await history(supervisor, family(1).id)).moves).toMatchObject([{ reason: '' }])
    await deliverAll(app)
    expect([await kindsOf(family(3).who), await kindsOf(second)]).toEqual([['line_moved'], []])
  })

  test('decides who is offered next, and later joiners come after it', async () => {
    await ok(decide(second, (await ok(propose(staff, 2, 1))).id))
    await ok(decide(second, (await ok(propose(staff, 3, 1))).id))
    await ok(decide(second, (await ok(propose(staff, 0, 4))).id))
    const last = await makePerson(app)
    const made = await waitForPlaces(app, programmeId, { guardian: last.accountId })
    families.push({ who: last, id: made.caseIds[0] ?? '' })
    expect(await order()).toEqual([3, 2, 1, 0, 4])
    await settlePlaces(app, lineId)
    expect((await standingsOf(app, lineId)).map((e) => e.state)).toEqual([
      'held',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
    ])
  })

  test('takes siblings who wait together along, and parts no others', async () => {
    const who = await makePerson(app)
    const pair = await waitForPlaces(app, programmeId, {
      guardian: who.accountId,
      rule: 'all',
      children: 2,
    })
    families.push(...pair.caseIds.map((id) => ({ who, id })))
    await ok(decide(second, (await ok(propose(staff, 5, 2))).id))
    expect(await order()).toEqual([0, 4, 5, 1, 2, 3])
    await ok(decide(second, (await ok(propose(staff, 3, 3))).id))
    expect(await order()).toEqual([0, 3, 4, 5, 1, 2])
    for (const id of pair.caseIds)
      expect((await caseOf(app, who, id)).timeline.at(-1)).toMatchObject({ action: 'move' })
  })

  test('over a border of points takes the points of where it lands', async () => {
    const who = await makePerson(app)
    const first = await waitForPlaces(app, programmeId, { guardian: who.accountId, score: 5 })
    families.push({ who, id: first.caseIds[0] ?? '' })
    expect(await order()).toEqual([4, 0, 1, 2, 3])
    await ok(decide(second, (await ok(propose(staff, 2, 1))).id))
    expect(await order()).toEqual([2, 4, 0, 1, 3])
    expect(await history(family(2).who, family(2).id)).toMatchObject({ score: 0 })
    expect((await history(family(0).who, family(0).id)).ahead).toMatchObject({ priority: 1, moved: 1 })
  })

  test('can be turned down, also by who proposed it, and then be proposed again', async () => {
    const { id } = await ok(propose(staff, 3, 1))
    expect((await propose(second, 3, 2)).problem.code).toBe('action_not_open')
    expect(await ok(decide(staff, id, false))).toEqual({ moved: false })
    expect((await decide(second, id)).problem.code).toBe('action_not_open')
    expect(await order()).toEqual([0, 1, 2, 3])
    expect((await propose(second, 3, 2)).status).toBe(201)
  })

  test('that changes nothing is not proposed', async () => {
    expect((await propose(staff, 1, 2)).problem.code).toBe('move_changes_nothing')
    expect((await propose(staff, 3, 900)).problem.code).toBe('move_changes_nothing')
  })

  test('is over when the family no longer waits', async () => {
    const { id } = await ok(propose(staff, 3, 1))
    await answerLine(app, family(3).who.accountId, family(3).id, 'leave')
    expect(await open(second)).toEqual([])
    expect((await decide(second, id)).problem.code).toBe('action_not_open')
    expect((await propose(staff, 3, 1)).problem.code).toBe('action_not_open')
  })

  test('tapped twice is one move', async () => {
    const key = 'a-move-tapped-twice'
    const [one, two] = [await ok(propose(staff, 3, 1, key)), await ok(propose(staff, 3, 1, key))]
    expect(two).toEqual(one)
    const approve = () => ok(decide(second, one.id, true, 'an-approval-tapped-twice'))
    expect([await approve(), await approve()]).toEqual([{ moved: true }, { moved: true }])
    expect((await history(family(3).who, family(3).id)).moves).toHaveLength(1)
  })

  test('of which one person is both is refused by the database too', async () => {
    const { id } = await ok(propose(staff, 3, 1))
    await expect(
      app.database.pool.query(
        `UPDATE line_moves SET decided_by = proposed_by, decider = 'x', decided_at = now(), approved = true WHERE id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'line_moves_second_person' })
  })
})
