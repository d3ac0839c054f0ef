/** The rated unit never learns who it was, by any answer, list, notice, cursor or clock time, unless the rater agrees. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseState } from '../../../bff/contracts/src/case-base'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { deliverOverdue } from '../../../bff/src/modules/notices/jobs'
import type { Sent } from '../../support/api'
import { testApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  followUp,
  fresh,
  makeFollowUpCast,
  rateBadly,
  type Rated,
  rater,
  said,
  step,
  verdict,
} from '../../support/follow-ups'
import { ok } from '../../support/story'
import { here, makeDivisions, type Person } from '../../support/world'

const app = await testApp()
let cast: FollowUpCast
let rated: Rated
/** To the millisecond, so that it is found wherever it is told. */
const at = '2026-11-23T02:12:34.567Z'

beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})
beforeEach(async () => {
  app.clock.set(at)
  rated = await rateBadly(app, cast.rater, { text: '地很脏' })
})

const marks = () => ({
  name: rater.name,
  phone: rater.phone,
  account: cast.rater.accountId,
  session: cast.rater.sessionId,
  ratedCase: rated.ratedId,
  ratedNumber: rated.ratedNumber,
  rating: rated.ratingId,
  room: rated.roomName,
  call: '我说了我是谁',
  clock: ':12:34',
})
const foundIn = (text: string): string[] =>
  Object.entries(marks()).flatMap(([mark, value]) => (text.includes(value) ? [mark] : []))

async function askedBy(who: Person, name: EndpointName, sent: Sent = {}): Promise<string> {
  const answer = await ok(app.call(name, { ...sent, token: (await fresh(app, who)).token }))
  const next = (answer as { next?: string | null }).next
  return JSON.stringify(answer) + (next ? Buffer.from(next, 'base64url').toString() : '')
}

async function everythingOf(who: Person): Promise<string> {
  const shows = ['mine', 'overdue', 'open', 'ended']
  const answers = [
    await askedBy(who, 'getFollowUp', { params: { id: rated.id } }),
    await askedBy(who, 'listNotices'),
    await askedBy(who, 'listMyCases'),
    await askedBy(who, 'deskList', { query: { division: here } }),
  ]
  for (const show of shows)
    answers.push(await askedBy(who, 'listFollowUps', { query: { division: here, show } }))
  return answers.join('\n')
}

const told = { note: '我说了我是谁' }
async function wholeWay(): Promise<void> {
  await ok(step(app, 'attemptContact', cast.township, rated.id, told))
  const wish = { note: `${rater.name}说要提前开门，电话${rater.phone}` }
  await ok(step(app, 'contactRater', cast.township, rated.id, wish))
  await ok(step(app, 'rectify', cast.unit, rated.id))
  await ok(step(app, 'tellRater', cast.township, rated.id, told))
}

test.each([
  'contacting',
  'rectifying',
  'informing',
  'verdict',
  'reviewing',
  'closed',
  'overturned',
] as CaseState[])('nothing of it in the state %s, nor in what a cursor holds', async (state) => {
  app.clock.set('2026-11-23T06:00:00.000Z')
  await bringTo(app, cast, rated.id, state)
  // The notices that everybody gets in time: those of the first day are delivered the next morning.
  app.clock.set('2026-11-24T00:00:00Z')
  await deliverOverdue(app.deps)
  for (const who of [cast.unit, cast.grid, cast.supervisor])
    expect([state, foundIn(await everythingOf(who))]).toEqual([state, []])
})

test('of a whole way neither, with words that were said in calls', async () => {
  app.clock.set('2026-11-23T06:00:00.000Z')
  await wholeWay()
  await verdict(app, cast.rater, rated.id, false)
  await ok(step(app, 'review', cast.county, rated.id, { stands: false, ...said }))
  app.clock.set('2026-12-30T00:00:00Z')
  await deliverOverdue(app.deps)
  for (const who of [cast.unit, cast.grid]) expect(foundIn(await everythingOf(who))).toEqual([])
  expect(await followUp(app, cast.unit, rated.id)).toMatchObject({
    openedAt: '2026-11-22T16:00:00.000Z',
    text: '地很脏',
    rated: null,
    named: false,
  })
  const log = app.logged()
  expect(log.length).toBeGreaterThan(1000)
  for (const word of [
    rater.name,
    rater.phone,
    cast.rater.accountId,
    rated.ratedId,
    rated.ratedNumber,
    '我说了我是谁',
  ])
    expect(log).not.toContain(word)
})

test('who handles it reads every word of staff and still not the rated case; who observes reads none', async () => {
  app.clock.set('2026-11-23T06:00:00.000Z')
  await wholeWay()
  const handler = await followUp(app, cast.township, rated.id)
  const wish = '某某说要提前开门，电话＊＊＊'
  expect(handler.timeline.map((e) => e.note)).toEqual([null, told.note, wish, said.note, told.note])
  expect(handler.rated).toBeNull()
  const observer = await followUp(app, cast.supervisor, rated.id)
  expect(observer).toMatchObject({ readAs: 'observer', text: null, can: [], canReadContact: false })
  expect(observer.timeline.every((e) => e.note === null && e.by === null)).toBe(true)
  const unit = await followUp(app, cast.unit, rated.id)
  expect(unit.timeline.map((e) => e.note)).toEqual([null, null, wish, said.note, null])
})

test('the unit is told the next morning; who handles it at once', async () => {
  app.clock.advance(1)
  await deliverOverdue(app.deps)
  const kinds = async (who: Person) => await askedBy(who, 'listNotices')
  expect(await kinds(cast.township)).toContain(rated.id)
  expect(await kinds(cast.unit)).not.toContain(rated.id)
  app.clock.set('2026-11-24T00:00:00Z')
  await deliverOverdue(app.deps)
  expect(await kinds(cast.unit)).toContain(rated.id)
})

describe('once the rater agrees', () => {
  test('the unit reads which case it was, and what was said', async () => {
    await bringTo(app, cast, rated.id, 'rectifying')
    expect(await ok(step(app, 'disclose', cast.rater, rated.id))).toMatchObject({ named: true })
    const unit = await followUp(app, cast.unit, rated.id)
    expect(unit).toMatchObject({
      named: true,
      text: '地很脏',
      openedAt: at,
      rated: { id: rated.ratedId, number: rated.ratedNumber, title: rated.roomName },
    })
    expect(unit.timeline.at(1)?.note).toBe(said.note)
    expect((await step(app, 'disclose', cast.rater, rated.id)).problem.code).toBe('action_not_open')
    expect((await followUp(app, cast.township, rated.id)).rated).toBeNull()
  })

  test('from the beginning, it does so at once', async () => {
    rated = await rateBadly(app, cast.rater, { named: true })
    expect((await followUp(app, cast.unit, rated.id)).rated?.id).toBe(rated.ratedId)
    app.clock.advance(1)
    await deliverOverdue(app.deps)
    expect(await askedBy(cast.unit, 'listNotices')).toContain(rated.id)
  })
})

test('the unit reads what was written once it is checked, and that and a new follow-up only the next morning', async () => {
  const listed = async (): Promise<string[]> => {
    const { followUps } = await ok(
      app.call<{ followUps: { id: string }[] }>('listFollowUps', {
        query: { division: here, show: 'open' },
        token: (await fresh(app, cast.unit)).token,
      }),
    )
    return followUps.map(({ id }) => id)
  }
  app.clock.set('2026-11-23T06:00:00.000Z')
  const quiet = await rateBadly(app, cast.rater, { text: '地很脏' })
  const named = await rateBadly(app, cast.rater, { named: true })
  expect(await listed()).toContain(named.id)
  expect(await listed()).not.toContain(quiet.id)
  const texts = async () =>
    Promise.all(
      [cast.unit, cast.grid, cast.township].map(async (w) => (await followUp(app, w, quiet.id)).text),
    )
  for (const moment of ['2026-11-23T06:00:00.000Z', '2026-11-23T15:59:59.999Z']) {
    app.clock.set(moment)
    expect(await texts()).toEqual([null, null, '地很脏'])
  }
  app.clock.set('2026-11-23T16:00:00Z')
  expect(await texts()).toEqual(['地很脏', '地很脏', '地很脏'])
  expect(await listed()).toContain(quiet.id)
  for (const [state, text] of [
    ['unchecked', null],
    ['doubtful', null],
    ['refused', null],
    ['passed', '地很脏'],
  ]) {
    await app.database.pool.query('UPDATE ratings SET text_state = $2 WHERE id = $1', [quiet.ratingId, state])
    expect((await followUp(app, await fresh(app, cast.unit), quiet.id)).text).toBe(text)
    expect((await followUp(app, await fresh(app, cast.township), quiet.id)).text).toBe('地很脏')
  }
})
