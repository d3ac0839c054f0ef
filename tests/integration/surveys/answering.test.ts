import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { goTo } from '../../support/programmes'
import { ok } from '../../support/story'
import { draft, finish, give, held, makePlanner, makeSurvey, stepTo } from '../../support/surveys'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const township = here.slice(0, 9)
let planner: Person
let resident: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  planner = await makePlanner(app)
  resident = await makePerson(app)
})

describe('answering', () => {
  test('twice, outside the survey’s division, or a draft', async () => {
    const { id } = await makeSurvey(app, planner, { division: township })
    const good = [4, 2]
    const away = await makePerson(app, { community: elsewhere })
    expect((await give(app, away, id, good)).problem.code).toBe('not_found')
    await ok(give(app, resident, id, good))
    expect((await give(app, resident, id, good)).problem.code).toBe('survey_answered')
    expect(await held(app, id)).toEqual({ participants: 1, answers: 1, results: 0 })
    const drafted = await draft(app, planner)
    expect((await give(app, resident, drafted.id, good)).problem.code).toBe('not_found')
    expect((await give(app, planner, drafted.id, good)).problem.code).toBe('survey_not_open')
    await finish(app, id)
    await goTo(app, app.clock.now(), planner)
    expect((await give(app, planner, id, good)).problem.code).toBe('survey_not_open')
  })

  test('is for the community of one’s own account, whatever else is sent', async () => {
    const { id } = await makeSurvey(app, planner)
    const body = { answers: [1, 1], community: nextDoor }
    await ok(stepTo(app, 'answerSurvey', resident, id, { body }))
    const { rows } = await app.database.pool.query<{ at: string }>(
      'SELECT community_code AS at FROM survey_answers WHERE survey_id = $1',
      [id],
    )
    expect(rows).toEqual([{ at: here }])
    const homeless = await makePerson(app)
    await app.database.pool.query('UPDATE accounts SET community_code = NULL WHERE id = $1', [
      homeless.accountId,
    ])
    expect((await give(app, homeless, id, [1, 1])).problem.code).toBe('survey_community_needed')
  })

  test('with answers that do not fit names every question', async () => {
    const { id } = await makeSurvey(app, planner)
    const faults = async (answers: number[]) => {
      const { problem } = await give(app, resident, id, answers)
      expect(problem.code).toBe('invalid_request')
      return problem.errors?.map((e) => `${e.path} ${e.code}`)
    }
    expect(await faults([5, 3])).toEqual(['body.answers.0 no_such_option', 'body.answers.1 no_such_option'])
    expect(await faults([0])).toEqual(['body.answers.1 unanswered'])
    expect(await faults([0, 0, 0])).toEqual(['body.answers.2 no_such_question'])
    expect(await held(app, id)).toEqual({ participants: 0, answers: 0, results: 0 })
  })

  test('the same tap again is the same answer; its key does not know what was answered', async () => {
    const { id } = await makeSurvey(app, planner)
    const other = await makeSurvey(app, planner)
    const key = randomUUID()
    const body = [0, 0]
    const first = await give(app, resident, id, body, key)
    expect(await give(app, resident, id, body, key)).toMatchObject({ status: 201, body: first.body })
    expect((await give(app, resident, id, [1, 1], key)).status).toBe(201)
    expect((await give(app, resident, other.id, body, key)).problem.code).toBe('idempotency_key_reused')
    expect(await held(app, id)).toMatchObject({ participants: 1, answers: 1 })
    const { rows } = await app.database.pool.query<{ hash: string; result: string }>(
      `SELECT encode(body_hash, 'hex') AS hash, result_id AS result FROM idempotency_keys
       WHERE endpoint = 'answerSurvey' AND result_id = $1`,
      [id],
    )
    const another = await makePerson(app, { community: nextDoor })
    await ok(give(app, another, id, [2, 1]))
    const { rows: two } = await app.database.pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM idempotency_keys WHERE body_hash = decode($1, $2)',
      [rows[0]?.hash, 'hex'],
    )
    expect([rows.length, two[0]?.n]).toEqual([1, 2])
  })
})
