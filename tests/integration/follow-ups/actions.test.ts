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
