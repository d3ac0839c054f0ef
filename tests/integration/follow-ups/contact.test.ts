/** Who reads the rater's telephone, and who stands outside because they had a hand in what was rated. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AccessRecord } from '../../../bff/contracts/src/identity'
import { monday, testApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  followUp,
  fresh,
  makeFollowUpCast,
  rateBadly,
  type Rated,
  rater,
  step,
} from '../../support/follow-ups'
import { caseOf, ok } from '../../support/story'
import { makeDivisions, type Person, makePerson, here } from '../../support/world'

const app = await testApp()
let cast: FollowUpCast
let rated: Rated
const at = new Date(monday).toISOString()

beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  rated = await rateBadly(app, cast.rater)
})

describe('the rater’s telephone', () => {
  const read = async (who: Person) =>
    app.call('readRaterContact', { params: { id: rated.id }, token: (await fresh(app, who)).token })
  const records = async () =>
    (
      await ok(
        app.call<{ records: AccessRecord[] }>('listAccessRecords', {
          token: (await fresh(app, cast.rater)).token,
        }),
      )
    ).records.filter((r) => r.caseId === rated.id)

  test('is read by who handles it, and the rater sees by whom', async () => {
    expect((await read(cast.township)).body).toEqual(rater)
    await read(cast.township)
    expect(await records()).toEqual([
      expect.objectContaining({ at, reader: '李镇办', tag: 'contact', about: rated.roomName, rated: true }),
    ])
  })

  test('by nobody else, and not once it is over', async () => {
    for (const who of [cast.unit, cast.grid, cast.supervisor, cast.rater])
      expect((await read(who)).problem.code).toBe('contact_not_justified')
    for (const who of [cast.away, cast.stranger]) expect((await read(who)).problem.code).toBe('not_found')
    await bringTo(app, cast, rated.id, 'closed')
    expect((await read(cast.township)).problem.code).toBe('contact_not_justified')
    expect(await records()).toEqual([])
  })
})

describe('who had a hand in the rated case', () => {
  test('neither handles nor reviews it, wherever they work now', async () => {
    const colleague = await makePerson(app, { grants: [['staff', here.slice(0, 9)]] })
    rated = await rateBadly(app, cast.rater, { decidedBy: cast.township })
    expect(await followUp(app, cast.township, rated.id)).toMatchObject({
      readAs: 'observer',
      can: [],
      text: null,
    })
    expect((await step(app, 'contactRater', cast.township, rated.id)).problem.code).toBe('not_allowed')
    // Another of the township may; the county not before it has come there.
    expect((await step(app, 'contactRater', cast.county, rated.id)).problem.code).toBe('not_allowed')
    await ok(step(app, 'contactRater', colleague, rated.id))
    rated = await rateBadly(app, cast.rater, { decidedBy: cast.county })
    await bringTo(app, cast, rated.id, 'reviewing')
    expect((await step(app, 'review', cast.county, rated.id)).problem.code).toBe('not_allowed')
    await ok(step(app, 'review', cast.prefecture, rated.id))
  })

  test('who rated is the rater, also among the staff of the unit', async () => {
    rated = await rateBadly(app, cast.unit)
    expect(await followUp(app, cast.unit, rated.id)).toMatchObject({ readAs: 'rater', can: ['disclose'] })
    const { rows } = await app.database.pool.query<{ account_id: string }>(
      'SELECT account_id FROM notices WHERE case_id = $1',
      [rated.id],
    )
    expect(rows.map((r) => r.account_id)).not.toContain(cast.unit.accountId)
  })
})

test('as a case of their own only the rater reads it', async () => {
  const own = await caseOf(app, await fresh(app, cast.rater), rated.id)
  expect(own).toMatchObject({ type: 'follow_up', facts: { ratedId: rated.ratedId } })
  for (const who of [cast.unit, cast.township, cast.supervisor]) {
    const { token } = await fresh(app, who)
    expect((await app.call('getCase', { params: { id: rated.id }, token })).problem.code).toBe('not_found')
  }
})
