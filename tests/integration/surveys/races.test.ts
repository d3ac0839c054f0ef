import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeAndCount } from '../../../bff/src/modules/surveys/closing'
import { closeSurveys } from '../../../bff/src/modules/surveys/jobs'
import { monday, testApp } from '../../support/app'
import { goTo } from '../../support/programmes'
import { ok } from '../../support/story'
import { answeredBy, give, held, makePlanner, makeSurvey, printForms } from '../../support/surveys'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const taps = 100
const app = await testApp()
let planner: Person
let id: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  planner = await makePlanner(app)
  id = (await makeSurvey(app, planner)).id
})

const answers = [0, 0]

test('what fails between the two rows leaves neither, and the same tap then succeeds', async () => {
  const resident = await makePerson(app)
  const key = randomUUID()
  await app.database.pool.query(`
    CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END';
    CREATE TRIGGER die BEFORE INSERT ON survey_answers FOR EACH ROW EXECUTE FUNCTION die()`)
  expect((await give(app, resident, id, answers, key)).status).toBeGreaterThanOrEqual(500)
  expect(await held(app, id)).toEqual({ participants: 0, answers: 0, results: 0 })
  await app.database.pool.query('DROP TRIGGER die ON survey_answers')
  expect(await ok(give(app, resident, id, answers, key))).toMatchObject({ answered: true })
  expect(await held(app, id)).toEqual({ participants: 1, answers: 1, results: 0 })
})

test('one sheet of paper, entered by many at once, counts once', async () => {
  const worker = await makePerson(app, { grants: [['grid_worker', here]] })
  await ok(printForms(app, worker, id, here))
  const tried = values(
    await together(20, () =>
      app.call('enterPaperAnswer', {
        params: { id },
        body: { community: here, answers, sheet: 7 },
        token: worker.token,
      }),
    ),
  )
  expect(tried.filter((a) => a.status === 201)).toHaveLength(1)
  expect(new Set(tried.filter((a) => a.status !== 201).map((a) => a.problem.code))).toEqual(
    new Set(['paper_entered']),
  )
  expect(await held(app, id)).toMatchObject({ answers: 1 })
})

test('answers while it is closed: every one that was taken is counted', async () => {
  const people = await Promise.all(Array.from({ length: 40 }, () => makePerson(app)))
  const closing = 8
  const close = () => app.deps.db.transaction((tx) => closeAndCount(tx, id, app.clock.now()))
  const done = values(
    await together<boolean | number>(people.length, async (n) =>
      n === closing ? close() : (await give(app, people[n] ?? planner, id, answers)).status,
    ),
  )
  expect(done[closing]).toBe(true)
  const taken = done.filter((status) => status === 201).length
  expect(await held(app, id)).toMatchObject({ participants: taken, answers: taken })
  const { rows } = await app.database.pool.query<{ answered: number }>(
    `SELECT answered FROM survey_results WHERE survey_id = $1 AND division_code = '5323'`,
    [id],
  )
  expect(rows[0]?.answered).toBe(taken < 5 ? undefined : taken)
})

describe('two workers close at once', () => {
  const close = async () => {
    await answeredBy(app, id, here, 6)
    await goTo(app, '2026-12-05T00:00:00+08:00', planner)
    return together(2, () => closeSurveys(app.deps))
  }
  const perDivision = async (): Promise<number> => {
    const { rows } = await app.database.pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM survey_results WHERE survey_id = $1 AND division_code = $2',
      [id, here],
    )
    return rows[0]?.n ?? -1
  }

  test('and it is counted once', async () => {
    const closed = values(await close())
    expect(closed).toHaveLength(2)
    expect(await perDivision()).toBe(1)
    const { rows } = await app.database.pool.query<{ answered: number }>(
      'SELECT answered FROM survey_results WHERE survey_id = $1 AND division_code = $2',
      [id, here],
    )
    expect(rows).toEqual([{ answered: 6 }])
  })

  describe('with a closing that is never written down, and results that need not be the only ones', () => {
    beforeEach(async () => {
      await app.database.pool.query(`
        ALTER TABLE survey_results DROP CONSTRAINT survey_results_pkey;
        CREATE FUNCTION forget_closing() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN NEW.state := OLD.state; NEW.closed_at := NULL; NEW.counted_at := NULL; RETURN NEW; END';
        CREATE TRIGGER forget_closing BEFORE UPDATE ON surveys FOR EACH ROW
          WHEN (NEW.state = 'closed') EXECUTE FUNCTION forget_closing()`)
    })
    afterEach(() => app.database.pool.query('DROP TRIGGER forget_closing ON surveys'))

    test('it is counted twice', async () => {
      await close()
      expect(await perDivision()).toBeGreaterThan(1)
    })
  })
})

describe('one account answers a hundred times at once', () => {
  const race = async () => {
    const resident = await makePerson(app)
    return values(await together(taps, () => give(app, resident, id, answers)))
  }

  test('and one answer is taken', async () => {
    const answers = await race()
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
    const others = answers.filter((a) => a.status !== 201).map((a) => a.problem.code)
    expect(others).toEqual(Array(taps - 1).fill('survey_answered'))
    expect(await held(app, id)).toEqual({ participants: 1, answers: 1, results: 0 })
  })

  test('with one key, and all are told the same', async () => {
    const resident = await makePerson(app)
    const key = randomUUID()
    const tried = values(await together(taps, () => give(app, resident, id, answers, key)))
    expect(new Set(tried.map((a) => `${a.status} ${JSON.stringify(a.body)}`)).size).toBe(1)
    expect(await held(app, id)).toEqual({ participants: 1, answers: 1, results: 0 })
  })

  describe('with participants that may come twice', () => {
    beforeEach(async () => {
      await app.database.pool.query(
        'ALTER TABLE survey_participants DROP CONSTRAINT survey_participants_once',
      )
    })

    test('many are taken', async () => {
      await race()
      expect((await held(app, id)).answers).toBeGreaterThan(1)
    })
  })
})
