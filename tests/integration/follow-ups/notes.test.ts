/** What staff write of a follow-up stays for ever and is read by the unit: it holds no name, no number and no day. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  followUp,
  makeFollowUpCast,
  rateBadly,
  rater,
  step,
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

const note = `${rater.name}（${rater.phone}）说11月21日杨会琼没开门`
const masked = '某某（＊＊＊）说某月某日某某没开门'
const kept = async (): Promise<string | null> => {
  const { rows } = await app.database.pool.query<{ note: string | null }>(
    'SELECT note FROM case_events WHERE case_id = $1 ORDER BY id DESC LIMIT 1',
    [id],
  )
  return rows[0]?.note ?? null
}

test.each([
  ['attempt', 'attemptContact', 'township', 'contacting', undefined, {}],
  ['contact', 'contactRater', 'township', 'contacting', undefined, {}],
  ['extend', 'extendFollowUp', 'township', 'rectifying', undefined, {}],
  ['return', 'returnToUnit', 'township', 'informing', undefined, {}],
  ['tell', 'tellRater', 'township', 'informing', undefined, {}],
  ['uphold', 'review', 'county', 'reviewing', 'appeal', { stands: true }],
  ['overturn', 'review', 'county', 'reviewing', 'appeal', { stands: false }],
  ['conclude', 'review', 'county', 'reviewing', 'verdict', { stands: true }],
  ['again', 'review', 'county', 'reviewing', 'verdict', { stands: false }],
] as const)('the note of %s is masked before it is kept', async (action, name, who, state, kind, body) => {
  await bringTo(app, cast, id, state, kind)
  await ok(step(app, name, cast[who], id, { ...body, note }))
  expect(await kept()).toBe(masked)
  const { timeline } = await followUp(app, cast.unit, id)
  const ofCall = action === 'attempt' || action === 'tell'
  expect(timeline.at(-1)).toMatchObject({ action, note: ofCall ? null : masked })
})

test.each([
  ['rectify', 'rectify'],
  ['appeal', 'appeal'],
] as const)('what the unit says itself in %s keeps its days, and no name', async (action, name) => {
  await bringTo(app, cast, id, 'rectifying')
  await ok(step(app, name, cast.unit, id, { note: '11月28日起杨会琼提前开门' }))
  const { timeline } = await followUp(app, cast.unit, id)
  expect(timeline.at(-1)).toMatchObject({ action, note: '11月28日起某某提前开门' })
})
