/** Who is told of what: each person once, in the step's own transaction, and nothing that says whose rating it is. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Notice, NoticeKind } from '../../../bff/contracts/src/notices'
import { deliverOverdue } from '../../../bff/src/modules/notices/jobs'
import { monday, testApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  fresh,
  makeFollowUpCast,
  rateBadly,
  said,
  step,
  verdict,
} from '../../support/follow-ups'
import { ok } from '../../support/story'
import { makeDivisions } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let cast: FollowUpCast
let id: string
beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  id = (await rateBadly(app, cast.rater)).id
})

type Told = Partial<Record<keyof FollowUpCast, NoticeKind>>

/** Who is told by `act` alone. */
async function toldBy(act: () => Promise<unknown>): Promise<Told> {
  app.clock.advance(60)
  await act()
  const { rows } = await pool.query<{ account_id: string; kind: NoticeKind }>(
    'SELECT account_id, kind FROM notices WHERE case_id = $1 AND created_at = $2',
    [id, app.clock.now()],
  )
  const names = Object.keys(cast) as (keyof FollowUpCast)[]
  const of = (account: string) => names.find((name) => cast[name].accountId === account)
  expect(new Set(rows.map((r) => r.account_id)).size).toBe(rows.length)
  return Object.fromEntries(rows.map((r) => [of(r.account_id), r.kind]))
}

const unit = (kind: NoticeKind): Told => ({ unit: kind, grid: kind })
const take =
  (...[name, who, body]: [Parameters<typeof step>[1], keyof FollowUpCast, object?]) =>
  () =>
    ok(step(app, name, cast[who], id, body))
const to = (...state: [Parameters<typeof bringTo>[3], 'appeal'?]) => bringTo(app, cast, id, ...state)

test('of the opening: the township and the unit', async () => {
  expect(await toldBy(async () => void (id = (await rateBadly(app, cast.rater)).id))).toEqual({
    township: 'follow_up_opened',
    ...unit('follow_up_opened'),
  })
})

test('of the first call: the unit, whose turn it is, and the rater; of one that failed nobody', async () => {
  expect(await toldBy(take('attemptContact', 'township'))).toEqual({})
  expect(await toldBy(take('contactRater', 'township'))).toEqual({
    rater: 'follow_up_contacted',
    ...unit('follow_up_rectify'),
  })
})

test('of more time, of rectification, of its return and of the call-back', async () => {
  await to('rectifying')
  expect(await toldBy(take('extendFollowUp', 'township'))).toEqual({ rater: 'follow_up_extended' })
  expect(await toldBy(take('rectify', 'unit'))).toEqual({ township: 'follow_up_rectified' })
  expect(await toldBy(take('returnToUnit', 'township'))).toEqual(unit('follow_up_rectify'))
  expect(await toldBy(take('rectify', 'unit'))).toEqual({ township: 'follow_up_rectified' })
  expect(await toldBy(take('returnToUnit', 'township'))).toEqual(unit('follow_up_rectify'))
  await take('rectify', 'unit')()
  expect(await toldBy(take('tellRater', 'township'))).toEqual({ rater: 'follow_up_told' })
})

test('of a good verdict: who handled it and the unit', async () => {
  await to('verdict')
  expect(await toldBy(() => verdict(app, cast.rater, id, true))).toEqual({
    township: 'follow_up_verdict',
    ...unit('follow_up_verdict'),
  })
})

test.each(['again', 'conclude'] as const)(
  'of a bad one: those who review; of %s both sides',
  async (found) => {
    await to('verdict')
    expect(await toldBy(() => verdict(app, cast.rater, id, false))).toEqual({ county: 'follow_up_review' })
    expect(await toldBy(take('review', 'county', { stands: found === 'conclude', ...said }))).toEqual({
      rater: 'follow_up_reviewed',
      ...unit('follow_up_reviewed'),
    })
  },
)

test.each([
  [true, 'follow_up_reviewed'],
  [false, 'follow_up_overturned'],
] as const)('of an appeal: those who review; of what they find (%s) both sides', async (stands, kind) => {
  await to('rectifying')
  expect(await toldBy(take('appeal', 'unit'))).toEqual({
    county: 'follow_up_review',
    rater: 'follow_up_review',
  })
  expect(await toldBy(take('review', 'county', { stands, ...said }))).toEqual({ rater: kind, ...unit(kind) })
})

test('of agreeing to be named: nobody, the page says it', async () => {
  expect(await toldBy(take('disclose', 'rater'))).toEqual({})
})

test('an inbox reads them like any other, with a number, and what was rated for the rater alone', async () => {
  await to('closed')
  app.clock.set('2026-11-25T00:00:00Z')
  await deliverOverdue(app.deps)
  for (const who of [cast.rater, cast.unit, cast.township]) {
    const { token } = await fresh(app, who)
    const { notices } = await ok(app.call<{ notices: Notice[] }>('listNotices', { token }))
    const mine = notices.filter((n) => n.caseId === id)
    expect(mine.length).toBeGreaterThan(1)
    for (const { facts, at } of mine)
      expect(facts).toEqual({
        number: expect.stringMatching(/^PJ-261123-\d{6}$/),
        title: who === cast.rater ? expect.stringMatching(/^三楼/) : '',
        startsAt: at,
        endsAt: at,
        heldUntil: null,
        nickname: null,
        childId: null,
        alertId: null,
      })
  }
})
