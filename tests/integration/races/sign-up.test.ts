import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SignedUp } from '../../../bff/contracts/src/enrolments'
import { monday, testApp } from '../../support/app'
import type { Answer } from '../../support/api'
import {
  counted,
  type Family,
  goTo,
  makeFamily,
  makeProgramme,
  opening,
  press,
  signUp,
} from '../../support/programmes'
import { untilAnswered } from '../../support/retrying'
import { act, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const guardians = 40
const places = 5
const app = await testApp()
let staff: Person
let families: Family[]

beforeAll(async () => {
  await makeDivisions(app)
  app.clock.set(opening)
  families = []
  for (let n = 0; n < guardians; n++) families.push(await makeFamily(app))
})
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
})

async function published(capacity: number): Promise<string> {
  await goTo(app, monday, staff)
  const { id } = await makeProgramme(app, staff, { capacity, classes: 2 })
  await goTo(app, opening, staff)
  return id
}

/** Everybody presses in the same instant, and once more with the same key, as an impatient thumb does. */
async function rush(
  id: string,
  beside: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Answer<SignedUp>[]> {
  const keys = families.map(() => randomUUID())
  const taps = together(2 * guardians, (n) => {
    const family = families[n % guardians] as Family
    return untilAnswered(() => press(app, family, id, { key: keys[n % guardians] ?? '' }))
  })
  await beside()
  return values(await taps)
}

/** Who waits, in order, with the number that each was told. */
async function lineOf(id: string): Promise<{ caseId: string; arrival: string }[]> {
  const { rows } = await app.database.pool.query<{ caseId: string; arrival: string }>(
    `SELECT w.case_id AS "caseId", w.arrival FROM line_entries w JOIN lines l ON l.id = w.line_id
     WHERE l.programme_id = $1 AND w.state = 'waiting' ORDER BY w.sort_score DESC, w.sort_arrival`,
    [id],
  )
  return rows
}

const twice = async (id: string): Promise<number> => {
  const { rowCount } = await app.database.pool.query(
    'SELECT child_id FROM enrolments WHERE programme_id = $1 GROUP BY child_id HAVING count(*) > 1',
    [id],
  )
  return rowCount ?? -1
}

async function isExact(id: string, answers: readonly Answer<SignedUp>[]): Promise<void> {
  expect(answers).toHaveLength(2 * guardians)
  expect(new Set(answers.map((a) => a.status))).toEqual(new Set([201]))
  expect(await counted(app, id)).toEqual({
    taken: places,
    states: { confirmed: places, waiting: guardians - places },
  })
  expect(await twice(id)).toBe(0)
  const line = await lineOf(id)
  const arrivals = line.map((entry) => Number(entry.arrival))
  expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b))
  const { rows } = await app.database.pool.query<{ class_no: number; n: number }>(
    `SELECT class_no, count(*)::int AS n FROM enrolments WHERE programme_id = $1 AND state = 'confirmed'
     GROUP BY class_no ORDER BY class_no`,
    [id],
  )
  expect(rows.map((row) => row.n)).toEqual([3, 2])
}

describe('40 guardians, each twice, for 5 places', () => {
  test('exactly 5 get one, the rest stand in line by arrival, nobody twice', async () => {
    const id = await published(places)
    await isExact(id, await rush(id))
  })

  test('also when Redis forgets everything meanwhile', async () => {
    const id = await published(places)
    const answers = await rush(id, async () => {
      for (let n = 0; n < 20; n++) await app.deps.redis.run((redis) => redis.flushdb())
    })
    await isExact(id, answers)
    const line = await lineOf(id)
    app.clock.advance(1)
    for (const [n, { caseId }] of line.entries()) {
      const family = families.find((f) =>
        answers.some(
          (a) => a.body.entries[0]?.caseId === caseId && a.body.entries[0].childId === f.children[0],
        ),
      )
      const place = await ok(app.call('getLinePlace', { params: { id: caseId }, token: family?.token ?? '' }))
      expect(place).toMatchObject({ position: n + 1, total: guardians - places })
    }
  })

  describe('with a counter that forgets', () => {
    beforeEach(async () => {
      await app.database.pool.query(`
        CREATE OR REPLACE FUNCTION forget_taken() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN UPDATE programmes SET taken = 0 WHERE id = NEW.id; RETURN NULL; END';
        CREATE TRIGGER forget_taken AFTER UPDATE ON programmes FOR EACH ROW WHEN (NEW.taken > 0)
          EXECUTE FUNCTION forget_taken()`)
      return () => app.database.pool.query('DROP TRIGGER forget_taken ON programmes')
    })

    test('more than 5 get a place', async () => {
      const id = await published(places)
      await rush(id)
      expect((await counted(app, id)).states.confirmed).toBeGreaterThan(places)
    })
  })
})

describe('a place that is given back while somebody signs up', () => {
  test('is not lost: whoever pressed has it, or has the offer', async () => {
    for (let n = 0; n < 12; n++) {
      const id = await published(1)
      const [first, next] = [families[n], families[n + 12]] as [Family, Family]
      const { entries } = await signUp(app, first, id)
      const [back, pressed] = values(
        await together<Answer<unknown>>(2, (which) =>
          which === 0 ? act(app, 'cancelEnrolment', first, entries[0]?.caseId ?? '') : press(app, next, id),
        ),
      )
      expect([back?.status, pressed?.status]).toEqual([200, 201])
      const { taken, states } = await counted(app, id)
      expect(taken).toBe(1)
      expect((states.confirmed ?? 0) + (states.held ?? 0)).toBe(1)
      expect(states.waiting).toBeUndefined()
    }
  })

  test('would be lost to a look that is not taken again after the commit', async () => {
    const id = await published(1)
    const [first, next] = [families[0], families[1]] as [Family, Family]
    await signUp(app, first, id)
    const client = await app.database.pool.connect()
    await client.query('BEGIN')
    await client.query('UPDATE programmes SET taken = taken - 1 WHERE id = $1', [id])
    const { entries } = await signUp(app, next, id)
    expect(entries[0]?.state).toBe('waiting')
    await client.query('COMMIT')
    client.release()
    expect(await counted(app, id)).toEqual({ taken: 0, states: { confirmed: 1, waiting: 1 } })
  })
})

test('calling it off in the moment of the rush leaves nobody behind', async () => {
  const id = await published(places)
  const key = randomUUID()
  const answers = await rush(id, async () => {
    const { status } = await untilAnswered(() =>
      act(app, 'cancelProgramme', staff, id, { body: { reason: '停电' }, key }),
    )
    expect(status).toBe(200)
  })
  expect(answers.every((a) => a.status === 201 || a.problem.code === 'sign_up_closed')).toBe(true)
  const { taken, states } = await counted(app, id)
  expect(taken).toBe(0)
  expect(Object.keys(states).filter((state) => state !== 'cancelled')).toEqual([])
})
