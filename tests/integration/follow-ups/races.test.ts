/** Two press in one moment: one step is taken, the other hears that it is not open any more. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { monday, testApp } from '../../support/app'
import {
  bringTo,
  type FollowUpCast,
  followUp,
  fresh,
  makeFollowUpCast,
  rateBadly,
  said,
  verdict,
} from '../../support/follow-ups'
import { together, values } from '../../support/together'
import { makeDivisions, type Person, makePerson, here } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let cast: FollowUpCast
/** Another of the same township. */
let colleague: Person
let id: string
beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
  colleague = await makePerson(app, { grants: [['staff', here.slice(0, 9)]] })
})
beforeEach(async () => {
  app.clock.set(monday)
  id = (await rateBadly(app, cast.rater)).id
})

/** All at once, each with a key of their own. @returns states and codes, sorted */
async function pressed(each: readonly [EndpointName, Person][]): Promise<string[]> {
  const people = await Promise.all(each.map(([, who]) => fresh(app, who)))
  const answers = values(
    await together(each.length, (n) =>
      app.call<{ state: string }>(each[n]?.[0] ?? 'contactRater', {
        params: { id },
        body: said,
        token: people[n]?.token ?? '',
      }),
    ),
  )
  return answers.map(({ status, body, problem }) => (status === 200 ? body.state : problem.code)).sort()
}
const times = (n: number, name: EndpointName): [EndpointName, Person][] =>
  Array.from({ length: n }, (_, i) => [name, i % 2 ? cast.township : colleague])
const eventsOf = async (action: string): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM case_events WHERE case_id = $1 AND action = $2',
    [id, action],
  )
  return rows[0]?.n ?? -1
}

describe('eight calls of two handlers', () => {
  test('are one first call', async () => {
    const answers = await pressed(times(8, 'contactRater'))
    expect(answers).toEqual([...Array.from({ length: 7 }, () => 'action_not_open'), 'rectifying'])
    expect(await eventsOf('contact')).toBe(1)
  })

  test('are several where the case forgets that it moved', async () => {
    await pool.query(`
      CREATE FUNCTION forget_state() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN NEW.state := OLD.state; RETURN NEW; END';
      CREATE TRIGGER forget_state BEFORE UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION forget_state();
      CREATE TRIGGER forget_state BEFORE UPDATE ON follow_ups FOR EACH ROW EXECUTE FUNCTION forget_state()`)
    await pressed(times(8, 'contactRater'))
    await pool.query('DROP TRIGGER forget_state ON cases; DROP TRIGGER forget_state ON follow_ups')
    expect(await eventsOf('contact')).toBeGreaterThan(1)
  })
})

test('the result is told once', async () => {
  await bringTo(app, cast, id, 'informing')
  expect((await pressed(times(6, 'tellRater'))).filter((a) => a === 'verdict')).toHaveLength(1)
  expect(await eventsOf('tell')).toBe(1)
})

test('more time and an appeal in one moment: each waits for the other, and both are on the timeline or one is refused', async () => {
  await bringTo(app, cast, id, 'rectifying')
  const answers = await pressed([
    ['extendFollowUp', cast.township],
    ['appeal', cast.unit],
  ])
  // More time first, then the appeal; or the appeal first, and more time is not open.
  expect([
    ['rectifying', 'reviewing'],
    ['action_not_open', 'reviewing'],
  ]).toContainEqual(answers)
  expect((await followUp(app, cast.county, id)).state).toBe('reviewing')
  expect(await eventsOf('appeal')).toBe(1)
})

test('two appeals are one', async () => {
  await bringTo(app, cast, id, 'rectifying')
  const answers = await pressed([
    ['appeal', cast.unit],
    ['appeal', cast.grid],
  ])
  expect(answers).toEqual(['action_not_open', 'reviewing'])
})

test('of two verdicts in one moment one counts', async () => {
  await bringTo(app, cast, id, 'verdict')
  const said = await together(6, (n) => verdict(app, cast.rater, id, n % 2 === 0))
  expect(values(said)).toHaveLength(1)
  expect((await eventsOf('approve')) + (await eventsOf('object'))).toBe(1)
})

test('one key pressed many times takes one step', async () => {
  const { token } = await fresh(app, cast.township)
  const key = '22222222-bbbb-4bbb-8bbb-222222222222'
  const answers = await together(8, () =>
    app.call('attemptContact', { params: { id }, body: said, token, key }),
  )
  expect(values(answers).map((a) => a.status)).toEqual(Array.from({ length: 8 }, () => 200))
  expect(await eventsOf('attempt')).toBe(1)
})
