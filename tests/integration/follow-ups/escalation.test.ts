/** What nobody answers in time goes up a level, once a due time, whoever runs the clock; and nothing ends by itself. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { CaseState } from '../../../bff/contracts/src/case-base'
import { escalateFollowUps } from '../../../bff/src/modules/follow-ups/jobs'
import { buildTestApp, monday, testApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  followUp,
  makeFollowUpCast,
  rateBadly,
  step,
  verdict,
} from '../../support/follow-ups'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { makeDivisions } from '../../support/world'

const app = await testApp()
/** Another worker on the same database. */
const second = await buildTestApp(app.database, inject('redisUrl'))
afterAll(() => second.close())
const { pool } = app.database
let cast: FollowUpCast
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})
beforeEach(async () => {
  moveTo(monday)
  await pool.query(`UPDATE cases SET waiting_for = 'nobody' WHERE type = 'follow_up'`)
  id = (await rateBadly(app, cast.rater)).id
})

const moveTo = (at: string): void => [app, second].forEach(({ clock }) => clock.set(at))
const run = (): Promise<number> => escalateFollowUps(app.deps)
const seen = (who = cast.rater) => followUp(app, who, id)
const after = (at: string | null): void => moveTo(new Date(Date.parse(at ?? '') + 1).toISOString())

async function told(caseId = id): Promise<string[]> {
  const { rows } = await pool.query<{ account_id: string }>(
    `SELECT account_id FROM notices WHERE case_id = $1 AND kind = 'follow_up_escalated' ORDER BY created_at, account_id`,
    [caseId],
  )
  return rows.map((r) => r.account_id)
}
const events = async (caseId = id): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM case_events WHERE case_id = $1 AND action = 'escalate'`,
    [caseId],
  )
  return rows[0]?.n ?? -1
}

test('through all three levels, each due time once', async () => {
  moveTo('2026-11-24T02:12:00.000Z')
  expect(await run()).toBe(0)
  expect(await seen()).toMatchObject({ overdue: false, escalations: 0, handledBy: '532301101' })
  after('2026-11-24T02:12:00.000Z')
  expect(await seen()).toMatchObject({ overdue: true, escalations: 0 })
  expect([await run(), await run()]).toEqual([1, 0])
  expect(await seen()).toMatchObject({
    overdue: true,
    escalations: 1,
    handledBy: '532301',
    state: 'contacting',
  })
  expect(await told()).toEqual([cast.county.accountId])
  // Who let it lie reads on and does nothing more.
  expect(await followUp(app, cast.township, id)).toMatchObject({ readAs: 'observer', can: [], text: null })
  expect((await step(app, 'contactRater', cast.township, id)).problem.code).toBe('not_allowed')

  await ok(step(app, 'contactRater', cast.county, id))
  after((await seen()).dueAt)
  expect([await run(), await run()]).toEqual([1, 0])
  expect(await seen()).toMatchObject({ escalations: 2, handledBy: '5323', state: 'rectifying' })

  await ok(step(app, 'rectify', cast.unit, id))
  after((await seen()).dueAt)
  expect([await run(), await run()]).toEqual([1, 0])
  expect(await seen()).toMatchObject({ escalations: 3, handledBy: '5323', state: 'informing' })
  const top = [cast.prefecture.accountId, cast.second.accountId].sort()
  expect(await told()).toEqual([cast.county.accountId, ...top, ...top])
  expect((await seen()).timeline.at(-1)).toMatchObject({ action: 'escalate', side: 'system', by: null })
})

describe('at the hard stop', () => {
  const stop = '2026-12-14T02:12:00.000Z'

  test('what was escalated long ago is told again, once', async () => {
    after('2026-11-24T02:12:00.000Z')
    await run()
    moveTo(stop)
    expect(await run()).toBe(0)
    after(stop)
    expect([await run(), await run()]).toEqual([1, 0])
    expect(await seen()).toMatchObject({ escalations: 2, handledBy: '5323', overdue: true })
  })

  test('what is due later is told too, and again when it is due', async () => {
    await bringTo(app, cast, id, 'rectifying')
    moveTo('2026-12-11T02:00:00.000Z')
    await run()
    await ok(step(app, 'appeal', cast.unit, id))
    expect((await seen()).dueAt).toBe('2026-12-18T02:00:00.000Z')
    after(stop)
    expect([await run(), await run()]).toEqual([1, 0])
    expect(await seen()).toMatchObject({ dueAt: '2026-12-18T02:00:00.000Z', overdue: false, escalations: 2 })
    after('2026-12-18T02:00:00.000Z')
    expect([await run(), await run()]).toEqual([1, 0])
  })

  test('what waits for the rater’s word is nobody’s delay', async () => {
    await bringTo(app, cast, id, 'verdict')
    after(stop)
    expect(await run()).toBe(0)
    expect((await seen()).overdue).toBe(false)
  })

  test('what is put right after it is late from that moment, and counted so for ever', async () => {
    await bringTo(app, cast, id, 'rectifying')
    moveTo('2026-12-15T02:00:00.000Z')
    await ok(step(app, 'rectify', cast.unit, id))
    expect(await seen()).toMatchObject({ dueAt: '2026-12-15T02:00:00.000Z', stopAt: stop })
    after('2026-12-15T02:00:00.000Z')
    expect((await seen()).overdue).toBe(true)
    while ((await run()) > 0);
    // Once since the stop: the later due time says it all.
    expect((await seen()).escalations).toBe(1)
  })
})

test.each(['contacting', 'rectifying', 'informing', 'verdict', 'reviewing'] as CaseState[])(
  'a year alone in the state %s ends nothing, and asks for nothing without end',
  async (state) => {
    await bringTo(app, cast, id, state)
    const before = await seen()
    for (let week = 1; week <= 52; week++) {
      moveTo(new Date(Date.parse(monday) + week * 7 * 86_400_000).toISOString())
      while ((await run()) > 0);
    }
    const now = await seen()
    expect(now).toMatchObject({ state, verdict: before.verdict })
    expect(now.timeline.slice(before.timeline.length).every((e) => e.action === 'escalate')).toBe(true)
    expect(await events()).toBeLessThanOrEqual(2)
    const { rows } = await pool.query('SELECT closed_at FROM cases WHERE id = $1', [id])
    expect(rows).toEqual([{ closed_at: null }])
  },
)

test('what is decided in the same moment as it is late goes on all the same', async () => {
  await bringTo(app, cast, id, 'informing')
  after((await seen()).dueAt)
  await together<unknown>(8, (n) =>
    n === 3 ? step(app, 'tellRater', cast.township, id) : escalateFollowUps(app.deps),
  )
  // Told in time, or a moment after it went up: then it is the county's to tell.
  const { state, handledBy } = await seen()
  if (state === 'informing') expect(handledBy).toBe('532301')
  if (state === 'informing') await ok(step(app, 'tellRater', cast.county, id))
  expect((await seen()).state).toBe('verdict')
  expect(await events()).toBeLessThanOrEqual(1)
  await together<unknown>(8, (n) =>
    n === 3 ? verdict(app, cast.rater, id, true) : escalateFollowUps(second.deps),
  )
  expect((await seen()).state).toBe('closed')
})

describe('by several workers at once', () => {
  const byTwo = async (): Promise<{ ids: string[]; counts: number[] }> => {
    const others = [await rateBadly(app, cast.rater), await rateBadly(app, cast.rater)]
    const ids = [id, ...others.map((o) => o.id)]
    moveTo('2026-11-24T03:00:00Z')
    const runs = values(await together(12, (n) => escalateFollowUps((n % 2 ? app : second).deps)))
    expect(runs).toHaveLength(12)
    return { ids, counts: await Promise.all(ids.map((one) => events(one))) }
  }

  test('each is told once', async () => {
    const { ids, counts } = await byTwo()
    expect(counts).toEqual([1, 1, 1])
    for (const one of ids) expect(await told(one)).toEqual([cast.county.accountId])
  })

  test('with a mark that is forgotten, again and again', async () => {
    await pool.query(`
      CREATE FUNCTION forget_mark() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN NEW.escalated_due := NULL; RETURN NEW; END';
      CREATE TRIGGER forget_mark BEFORE UPDATE ON follow_ups FOR EACH ROW EXECUTE FUNCTION forget_mark()`)
    const { ids, counts } = await byTwo()
    await pool.query('DROP TRIGGER forget_mark ON follow_ups')
    expect(counts.reduce((a, b) => a + b)).toBeGreaterThan(ids.length)
  })
})
