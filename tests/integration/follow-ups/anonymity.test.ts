/** What the rater does, its unit finds the next morning and by the day: the minute would say who has just been there. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FollowUpShow, FollowUpSummary } from '../../../bff/contracts/src/follow-ups'
import { deliverOverdue } from '../../../bff/src/modules/notices/jobs'
import { escalateFollowUps } from '../../../bff/src/modules/follow-ups/jobs'
import { testApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  followUp,
  fresh,
  makeFollowUpCast,
  rateBadly,
  said,
  step,
} from '../../support/follow-ups'
import { ok } from '../../support/story'
import { here, makeDivisions, type Person } from '../../support/world'

const app = await testApp()
let cast: FollowUpCast
let id: string
const [wordAt, day] = ['2026-11-24T02:06:07.891Z', '2026-11-23T16:00:00.000Z']
const [midnight, morning] = ['2026-11-24T16:00:00Z', '2026-11-25T00:00:00Z']

beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})
beforeEach(async () => {
  app.clock.set('2026-11-23T02:12:34.567Z')
  id = (await rateBadly(app, cast.rater)).id
})

/** Their word, given by the page. */
async function saysSo(satisfied: boolean, text?: string): Promise<void> {
  app.clock.set(wordAt)
  await ok(step(app, 'giveVerdict', cast.rater, id, { satisfied, ...(text && { text }) }))
  await app.database.pool.query(`UPDATE ratings SET supplement_state = 'passed' WHERE supplement_at = $1`, [
    wordAt,
  ])
}
const listed = async (who: Person, show: FollowUpShow): Promise<FollowUpSummary | undefined> => {
  const { token } = await fresh(app, who)
  const asked = { query: { division: here, show }, token }
  const list = app.call<{ followUps: FollowUpSummary[] }>('listFollowUps', asked)
  return (await ok(list)).followUps.find((f) => f.id === id)
}
const countOpen = async (): Promise<number> => {
  const asked = { query: { division: here }, token: (await fresh(app, cast.unit)).token }
  return (await ok(app.call<{ counts: { open: number } }>('listFollowUps', asked))).counts.open
}
const kindsOf = async (who: Person): Promise<string[]> => {
  await deliverOverdue(app.deps)
  const { token } = await fresh(app, who)
  const { notices } = await ok(
    app.call<{ notices: { kind: string; caseId: string }[] }>('listNotices', { token }),
  )
  return notices.filter(({ caseId }) => caseId === id).map(({ kind }) => kind)
}

test.each([
  [true, 'closed', 'approve', 'ended'],
  [false, 'reviewing', 'object', 'open'],
] as const)('a verdict (satisfied: %s)', async (satisfied, state, action, show) => {
  await bringTo(app, cast, id, 'verdict')
  app.clock.set('2026-11-24T02:00:00Z')
  const [before, row, open] = [
    await followUp(app, cast.unit, id),
    await listed(cast.unit, 'open'),
    await countOpen(),
  ]
  await saysSo(satisfied, '改好了')
  expect(await followUp(app, cast.township, id)).toMatchObject({ state, verdict: { satisfied, at: wordAt } })
  for (const moment of [wordAt, '2026-11-24T15:59:59.999Z']) {
    app.clock.set(moment)
    for (const who of [cast.unit, cast.grid]) expect(await followUp(app, who, id)).toEqual(before)
    expect([await listed(cast.unit, 'open'), await countOpen()]).toEqual([row, open])
    expect(await listed(cast.unit, 'ended')).toBeUndefined()
  }
  app.clock.set(midnight)
  const after = await followUp(app, cast.unit, id)
  expect(after).toMatchObject({ state, supplement: '改好了', verdict: { satisfied, at: day } })
  expect(after.timeline.slice(-2)).toMatchObject([
    { action, at: day },
    { action: 'supplement', at: day },
  ])
  expect(await listed(cast.unit, show)).toMatchObject({ state })
  expect(await followUp(app, cast.supervisor, id)).toMatchObject({ verdict: { at: day } })
  expect(await followUp(app, cast.rater, id)).toMatchObject({ verdict: { at: wordAt } })
})

describe('opened, put right and answered on one day', () => {
  const everything = async () => ({
    one: await followUp(app, cast.unit, id),
    lists: await Promise.all(
      (['mine', 'overdue', 'open', 'ended'] as const).map((s) => listed(cast.unit, s)),
    ),
    open: await countOpen(),
  })

  test.each([true, false])('the unit reads the same before and after the verdict (%s)', async (satisfied) => {
    app.clock.set('2026-11-24T01:00:00Z')
    id = (await rateBadly(app, cast.rater, { text: '地很脏' })).id
    await bringTo(app, cast, id, 'verdict')
    const before = await everything()
    expect(before.one.timeline[0]).toMatchObject({ action: 'request', at: day })
    await saysSo(satisfied, '改好了')
    expect(await everything()).toEqual(before)
  })

  test('in a second round, too, and past the hard stop', async () => {
    await bringTo(app, cast, id, 'reviewing')
    app.clock.set('2026-12-30T01:00:00Z')
    await ok(step(app, 'review', cast.county, id, { stands: false, ...said }))
    await ok(step(app, 'rectify', cast.unit, id))
    await ok(step(app, 'tellRater', cast.township, id))
    await app.database.pool.query('UPDATE follow_ups SET escalated_due = NULL WHERE case_id = $1', [id])
    const before = await everything()
    expect(before.one.verdict).toEqual({ satisfied: false, at: '2026-11-22T16:00:00.000Z' })
    app.clock.set('2026-12-30T02:06:07.891Z')
    await ok(step(app, 'giveVerdict', cast.rater, id, { satisfied: false }))
    while ((await escalateFollowUps(app.deps)) > 0);
    expect(await everything()).toEqual(before)
    app.clock.set('2026-12-30T16:00:00Z')
    while ((await escalateFollowUps(app.deps)) > 0);
    expect(await followUp(app, cast.unit, id)).toMatchObject({ state: 'reviewing', escalations: 1 })
  })
})

test('of a good verdict the unit is told next morning, who handles it at once', async () => {
  await bringTo(app, cast, id, 'verdict')
  await saysSo(true)
  app.clock.advance(1)
  expect(await kindsOf(cast.township)).toContain('follow_up_verdict')
  expect(await kindsOf(cast.unit)).not.toContain('follow_up_verdict')
  app.clock.set('2026-11-24T23:59:59Z')
  expect(await kindsOf(cast.unit)).not.toContain('follow_up_verdict')
  app.clock.set(morning)
  expect(await kindsOf(cast.unit)).toContain('follow_up_verdict')
})

test('what staff found the same day is the unit’s to do, with the word by its day', async () => {
  await bringTo(app, cast, id, 'verdict')
  await saysSo(false)
  await ok(step(app, 'review', cast.county, id, { stands: false, ...said }))
  const unit = await followUp(app, cast.unit, id)
  expect(unit).toMatchObject({ state: 'rectifying', can: ['rectify', 'appeal'], verdict: { at: day } })
  expect(unit.timeline.slice(-2)).toMatchObject([
    { action: 'object', at: day },
    { action: 'again', at: wordAt },
  ])
})

describe('the clock, which counts from the minute of the rating', () => {
  test('makes nothing late for the unit within a day, and says by the day when it went up', async () => {
    app.clock.set('2026-11-24T02:13:00Z')
    expect(await listed(cast.township, 'overdue')).toMatchObject({ overdue: true })
    expect(await listed(cast.unit, 'overdue')).toBeUndefined()
    expect(await followUp(app, cast.unit, id)).toMatchObject({ overdue: false })
    while ((await escalateFollowUps(app.deps)) > 0);
    expect((await followUp(app, cast.unit, id)).timeline.at(-1)).toMatchObject({
      action: 'escalate',
      at: day,
    })
    app.clock.set(midnight)
    expect(await listed(cast.unit, 'overdue')).toMatchObject({ overdue: true })
    expect(await followUp(app, cast.unit, id)).toMatchObject({ overdue: true })
  })
})

test('once the rater is named, all of it at once and to the minute', async () => {
  await ok(step(app, 'disclose', cast.rater, id))
  await bringTo(app, cast, id, 'verdict')
  await saysSo(true, '改好了')
  expect(await followUp(app, cast.unit, id)).toMatchObject({
    state: 'closed',
    supplement: '改好了',
    verdict: { at: wordAt },
  })
  expect(await listed(cast.unit, 'ended')).toMatchObject({ state: 'closed' })
  app.clock.advance(1)
  expect(await kindsOf(cast.unit)).toContain('follow_up_verdict')
})
