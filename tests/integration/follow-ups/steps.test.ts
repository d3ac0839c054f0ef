/** The whole way of a bad grade, as each of its people sees it. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FollowUpDetail } from '../../../bff/contracts/src/follow-ups'
import { monday, testApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  followUp,
  fresh,
  makeFollowUpCast,
  rateBadly,
  said,
  step,
  verdict,
} from '../../support/follow-ups'
import { caseOf, ok } from '../../support/story'
import { makeDivisions, makePerson } from '../../support/world'

const app = await testApp()
let cast: FollowUpCast
let id: string
beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  id = (await rateBadly(app, cast.rater, { text: '地很脏' })).id
})

const at = (time: string): void => app.clock.set(time)
const seen = (): Promise<FollowUpDetail> => followUp(app, cast.township, id)
const events = (detail: FollowUpDetail) => detail.timeline.map((e) => [e.action, e.side, e.by, e.to])

test('from the first call to the rater’s own word', async () => {
  expect(await seen()).toMatchObject({
    readAs: 'handler',
    state: 'contacting',
    handledBy: '532301101',
    grade: 'dissatisfied',
    reasons: ['dirty', 'slow'],
    text: '地很脏',
    openedAt: '2026-11-23T02:12:00.000Z',
    dueAt: '2026-11-24T02:12:00.000Z',
    stopAt: '2026-12-14T02:12:00.000Z',
    can: ['attempt', 'contact'],
    canReadContact: true,
    rated: null,
  })
  expect((await seen()).number).toMatch(/^PJ-261123-\d{6}$/)
  at('2026-11-23T06:30:00Z')
  await ok(step(app, 'attemptContact', cast.township, id, { note: '无人接听' }))
  at('2026-11-23T08:00:00Z')
  expect(await ok(step(app, 'contactRater', cast.township, id))).toMatchObject({
    state: 'rectifying',
    dueAt: '2026-11-30T02:12:00.000Z',
  })
  at('2026-11-25T02:00:00Z')
  expect(await ok(step(app, 'rectify', cast.unit, id))).toMatchObject({ readAs: 'unit', state: 'informing' })
  expect((await seen()).dueAt).toBe('2026-11-26T02:00:00.000Z')
  expect(await ok(step(app, 'tellRater', cast.township, id))).toMatchObject({ state: 'verdict', dueAt: null })
  expect(await caseOf(app, await fresh(app, cast.rater), id)).toMatchObject({
    type: 'follow_up',
    waitingFor: 'party',
    can: ['approve', 'object', 'disclose', 'supplement'],
  })
  await verdict(app, cast.rater, id, true)
  const ended = await followUp(app, cast.rater, id)
  expect(ended).toMatchObject({
    readAs: 'rater',
    state: 'closed',
    verdict: { satisfied: true },
    can: ['supplement'],
  })
  expect(events(ended)).toEqual([
    ['request', 'party', null, 'contacting'],
    ['attempt', 'staff', '李镇办', 'contacting'],
    ['contact', 'staff', '李镇办', 'rectifying'],
    ['rectify', 'staff', '杨会琼', 'informing'],
    ['tell', 'staff', '李镇办', 'verdict'],
    ['approve', 'party', null, 'closed'],
  ])
  const { rows } = await app.database.pool.query('SELECT closed_at, waiting_for FROM cases WHERE id = $1', [
    id,
  ])
  expect(rows[0]).toMatchObject({ waiting_for: 'nobody', closed_at: new Date('2026-11-25T02:00:00Z') })
})

describe('a bad second verdict', () => {
  beforeEach(() => bringTo(app, cast, id, 'reviewing'))

  test('is reviewed by a unit above, which may have it put right again, and again', async () => {
    expect(await followUp(app, cast.county, id)).toMatchObject({
      readAs: 'reviewer',
      can: ['again', 'conclude'],
      verdict: { satisfied: false },
      canReadContact: false,
    })
    at('2026-11-24T02:00:00Z')
    expect(await ok(step(app, 'review', cast.county, id, { stands: false, ...said }))).toMatchObject({
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
    expect(await followUp(app, cast.county, id)).toMatchObject({ readAs: 'handler', can: [] })
    expect((await step(app, 'review', cast.county, id)).problem.code).toBe('second_unit_needed')
    await ok(step(app, 'review', cast.prefecture, id))
  })
})

describe('an appeal', () => {
  test('is made once; upheld, the follow-up goes on where it was with new days', async () => {
    at('2026-11-24T01:00:00Z')
    expect(await ok(step(app, 'appeal', cast.unit, id))).toMatchObject({ state: 'reviewing', appealed: true })
    expect((await seen()).dueAt).toBe('2026-12-01T01:00:00.000Z')
    at('2026-11-26T01:00:00Z')
    const back = await ok(step(app, 'review', cast.county, id, { stands: true, ...said }))
    expect(back).toMatchObject({ state: 'contacting', dueAt: '2026-11-27T01:00:00.000Z' })
    expect((await step(app, 'appeal', cast.grid, id)).problem.code).toBe('action_not_open')
    at('2026-11-26T02:00:00Z')
    const contacted = await ok(step(app, 'contactRater', cast.township, id))
    expect(contacted.dueAt).toBe('2026-12-03T02:00:00.000Z')
    expect((await step(app, 'appeal', cast.unit, id)).problem.code).toBe('action_not_open')
  })

  test('after the call goes back to the unit’s turn', async () => {
    await bringTo(app, cast, id, 'rectifying')
    await ok(step(app, 'appeal', cast.unit, id))
    expect(await ok(step(app, 'review', cast.county, id))).toMatchObject({ state: 'rectifying' })
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

test('more time is given once, up to the stop, and the rater reads why', async () => {
  await bringTo(app, cast, id, 'rectifying')
  expect(await ok(step(app, 'extendFollowUp', cast.township, id, { note: '等材料' }))).toMatchObject({
    dueAt: '2026-12-14T02:12:00.000Z',
  })
  expect((await step(app, 'extendFollowUp', cast.township, id)).problem.code).toBe('action_not_open')
  expect((await followUp(app, cast.rater, id)).timeline.at(-1)).toMatchObject({
    action: 'extend',
    note: '等材料',
  })
})

test('what did not convince goes back to the unit', async () => {
  await bringTo(app, cast, id, 'informing')
  expect(await ok(step(app, 'returnToUnit', cast.township, id))).toMatchObject({ state: 'rectifying' })
  expect((await followUp(app, cast.unit, id)).can).toEqual(['rectify', 'appeal'])
})

test('the second verdict is the rater’s alone, and only when it is asked for', async () => {
  await expect(verdict(app, cast.rater, id, true)).rejects.toMatchObject({ code: 'action_not_open' })
  await bringTo(app, cast, id, 'verdict')
  for (const who of [cast.stranger, cast.unit, cast.township, await makePerson(app)])
    await expect(verdict(app, who, id, true)).rejects.toMatchObject({ code: 'not_found' })
  await verdict(app, cast.rater, id, true)
  await expect(verdict(app, cast.rater, id, false)).rejects.toMatchObject({ code: 'action_not_open' })
})

describe('the same key', () => {
  const key = '11111111-aaaa-4aaa-8aaa-111111111111'
  test('takes a step once and gives its answer again; for something else it is refused', async () => {
    await ok(step(app, 'attemptContact', cast.township, id, { note: '无人接听' }, key))
    const again = await ok(step(app, 'attemptContact', cast.township, id, { note: '无人接听' }, key))
    expect(again.timeline.filter((e) => e.action === 'attempt')).toHaveLength(1)
    const other = await step(app, 'attemptContact', cast.township, id, { note: '别的' }, key)
    expect(other.problem.code).toBe('idempotency_key_reused')
  })
})

test('a step whose event cannot be written has not been taken', async () => {
  const { pool } = app.database
  await pool.query(`
    CREATE FUNCTION lose_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'lost'; END $$;
    CREATE TRIGGER lose_event BEFORE INSERT ON case_events FOR EACH ROW EXECUTE FUNCTION lose_event()`)
  const answer = await step(app, 'contactRater', cast.township, id)
  const { rows } = await pool.query('SELECT count(*)::int AS n FROM follow_ups')
  await expect(rateBadly(app, cast.rater)).rejects.toThrow()
  const after = await pool.query('SELECT count(*)::int AS n FROM follow_ups')
  await pool.query('DROP TRIGGER lose_event ON case_events')
  expect(answer.status).toBe(500)
  expect(after.rows).toEqual(rows)
  expect(await seen()).toMatchObject({ state: 'contacting', can: ['attempt', 'contact'] })
  const told = await pool.query(`SELECT FROM notices WHERE case_id = $1 AND kind <> 'follow_up_opened'`, [id])
  expect(told.rowCount).toBe(0)
})
