/** 申诉 and 复核: another unit looks at it, once each, and never somebody who has acted in it. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FollowUpDetail } from '../../../bff/contracts/src/follow-ups'
import { monday, testApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  followUp,
  makeFollowUpCast,
  rateBadly,
  said,
  step,
  verdict,
} from '../../support/follow-ups'
import { ok } from '../../support/story'
import { makeDivisions } from '../../support/world'

const app = await testApp()
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

const at = (time: string): void => app.clock.set(time)
const seen = (): Promise<FollowUpDetail> => followUp(app, cast.township, id)

describe('a bad second verdict', () => {
  beforeEach(() => bringTo(app, cast, id, 'reviewing'))

  test('is reviewed by a unit above, which may have it put right again, and again', async () => {
    expect(await followUp(app, cast.county, id)).toMatchObject({
      readAs: 'reviewer',
      can: ['again', 'conclude'],
      verdict: { satisfied: false },
      canReadContact: true,
    })
    at('2026-11-24T02:00:00Z')
    await ok(step(app, 'review', cast.county, id, { stands: false, ...said }))
    expect(await followUp(app, cast.rater, id)).toMatchObject({
      state: 'rectifying',
      dueAt: '2026-12-01T02:00:00.000Z',
      stopAt: '2026-12-14T02:12:00.000Z',
    })
    const { rows } = await app.database.pool.query(
      'SELECT contacted_at, told_at FROM follow_ups WHERE case_id = $1',
      [id],
    )
    await ok(step(app, 'rectify', cast.unit, id))
    await ok(step(app, 'tellRater', cast.township, id))
    const again = await app.database.pool.query(
      'SELECT contacted_at, told_at FROM follow_ups WHERE case_id = $1',
      [id],
    )
    expect(again.rows).toEqual(rows)
    await verdict(app, cast.rater, id, true)
    expect(await seen()).toMatchObject({ state: 'closed', verdict: { satisfied: true } })
  })

  test('may end as it is; the verdict stays what it was', async () => {
    expect(await ok(step(app, 'review', cast.county, id))).toMatchObject({
      state: 'closed',
      verdict: { satisfied: false },
      dueAt: null,
      can: [],
    })
  })

  test('is never reviewed by who handled it, nor by the unit, nor twice by one person', async () => {
    for (const who of [cast.unit, cast.grid])
      expect((await step(app, 'review', who, id)).problem.code).toBe('not_allowed')
    expect((await step(app, 'review', cast.township, id)).problem.code).toBe('second_unit_needed')
    await ok(step(app, 'review', cast.county, id, { stands: false, ...said }))
    await ok(step(app, 'rectify', cast.unit, id))
    await ok(step(app, 'tellRater', cast.township, id))
    await verdict(app, cast.rater, id, false)
    expect(await followUp(app, cast.county, id)).toMatchObject({ readAs: 'observer', can: [] })
    expect((await step(app, 'review', cast.county, id)).problem.code).toBe('not_allowed')
    await ok(step(app, 'review', cast.prefecture, id))
  })
})

describe('an appeal', () => {
  test('is made once; upheld, the follow-up goes on where it was with new days', async () => {
    expect((await step(app, 'appeal', cast.unit, id)).problem.code).toBe('action_not_open')
    await bringTo(app, cast, id, 'rectifying')
    at('2026-11-24T01:00:00Z')
    expect(await ok(step(app, 'appeal', cast.unit, id))).toMatchObject({ state: 'reviewing', appealed: true })
    expect((await seen()).dueAt).toBe('2026-12-01T01:00:00.000Z')
    at('2026-11-26T01:00:00Z')
    const back = await ok(step(app, 'review', cast.county, id, { stands: true, ...said }))
    expect(back).toMatchObject({ state: 'rectifying' })
    expect((await seen()).dueAt).toBe('2026-12-03T01:00:00.000Z')
    expect((await step(app, 'appeal', cast.grid, id)).problem.code).toBe('action_not_open')
  })

  test('that is right overturns the rating, and says so on it', async () => {
    const ratings = () =>
      app.database.pool.query(
        'SELECT overturned_at FROM ratings r JOIN follow_ups u ON u.rating_id = r.id WHERE u.case_id = $1',
        [id],
      )
    await bringTo(app, cast, id, 'reviewing', 'appeal')
    expect((await ratings()).rows).toEqual([{ overturned_at: null }])
    expect(await ok(step(app, 'review', cast.county, id, { stands: false, ...said }))).toMatchObject({
      state: 'overturned',
      verdict: null,
    })
    expect((await ratings()).rows).toEqual([{ overturned_at: new Date(monday) }])
  })
})
