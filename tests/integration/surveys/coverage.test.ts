import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { takeMorning } from '../../../bff/src/modules/surveys/jobs'
import { monday, testApp } from '../../support/app'
import { goTo } from '../../support/programmes'
import { ok } from '../../support/story'
import { answeredBy, type Coverage, draft, makePlanner, makeSurvey } from '../../support/surveys'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const [township, county, farCounty] = [here.slice(0, 9), here.slice(0, 6), elsewhere.slice(0, 6)]
let planner: Person
let worker: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  planner = await makePlanner(app)
  worker = await makePerson(app, { grants: [['staff', here]] })
})

const coverage = (id: string, division: string, who: Person, cursor?: string) =>
  app.call<Coverage>('getSurveyCoverage', {
    params: { id },
    query: { division, ...(cursor && { cursor }) },
    token: who.token,
  })

describe('the coverage', () => {
  test('is how many communities have answered; few answers are no number', async () => {
    const { id } = await makeSurvey(app, planner)
    const supervisor = await makePerson(app, { grants: [['supervisor', '5323']] })
    const morning = async () => {
      await goTo(app, new Date(app.clock.now().getTime() + 86_400_000), supervisor, worker)
      expect(await takeMorning(app.deps)).toBeGreaterThan(0)
      expect(await takeMorning(app.deps)).toBe(0)
    }
    await answeredBy(app, id, here, 6)
    await answeredBy(app, id, nextDoor, 2)
    expect(await ok(coverage(id, '5323', supervisor))).toMatchObject({ asOf: null, reached: 0 })
    await morning()
    expect(await ok(coverage(id, '5323', supervisor))).toMatchObject({
      asOf: '2026-11-24',
      communities: 3,
      reached: 2,
      below: [
        { division: { code: county }, communities: 2, reached: 2, answers: 5 },
        { division: { code: farCounty }, communities: 1, reached: 0, answers: null },
      ],
      next: null,
    })
    expect((await ok(coverage(id, township, supervisor))).below).toMatchObject([
      { division: { code: here, within: ['楚雄市', '鹿城镇'] }, communities: 1, reached: 1, answers: null },
      { division: { code: nextDoor }, communities: 1, reached: 1, answers: null },
    ])
    await answeredBy(app, id, nextDoor, 3)
    expect((await ok(coverage(id, township, supervisor))).below.map((b) => b.answers)).toEqual([null, null])
    await morning()
    expect((await ok(coverage(id, township, supervisor))).below.map((b) => b.answers)).toEqual([5, 5])
    await answeredBy(app, id, elsewhere, 1)
    await morning()
    const all = await ok(coverage(id, '5323', supervisor))
    expect(all).toMatchObject({ communities: 3, reached: 3 })
    // The one far away is taken in by the smallest block of the prefecture, which no county has to itself any more.
    expect(all.below.map((b) => b.answers)).toEqual([5, null])
    expect(await ok(coverage(id, here, worker))).toEqual({
      asOf: '2026-11-26',
      communities: 1,
      reached: 1,
      below: [],
      next: null,
    })
  })

  test('is for who works there, within the survey', async () => {
    const { id } = await makeSurvey(app, planner, { division: township })
    const drafted = await draft(app, planner, { division: township })
    const away = await makePerson(app, { grants: [['supervisor', farCounty]] })
    const codes = async (who: Person, division: string, survey = id) =>
      (await coverage(survey, division, who)).problem.code
    expect(await codes(await makePerson(app), here)).toBe('not_found')
    expect(await codes(away, here)).toBe('not_found')
    expect(await codes(worker, nextDoor)).toBe('not_found')
    expect(await codes(worker, township)).toBe('not_found')
    expect(await codes(planner, elsewhere)).toBe('not_found')
    expect(await codes(planner, county)).toBe('not_found')
    expect(await codes(planner, township, drafted.id)).toBe('not_found')
    expect((await coverage(id, here, worker)).status).toBe(200)
  })

  test('comes in pages of fifty', async () => {
    const town = '532329204'
    await app.database.pool.query(
      `INSERT INTO divisions (code, level, name, full_name, parent_code) VALUES ($1, 'township', 'x', 'x', $2)`,
      [town, farCounty],
    )
    await app.database.pool.query(
      `INSERT INTO divisions (code, level, name, full_name, parent_code)
       SELECT $1 || n, 'community', 'x', 'x', $1 FROM generate_series(201, 260) n`,
      [town],
    )
    app.deps.cache.drop('divisions')
    const { id } = await makeSurvey(app, planner)
    const first = await ok(coverage(id, town, planner))
    expect([first.communities, first.below.length]).toEqual([60, 50])
    const second = await ok(coverage(id, town, planner, first.next ?? ''))
    expect([second.below.length, second.next]).toEqual([10, null])
    expect(new Set([...first.below, ...second.below].map((b) => b.division.code)).size).toBe(60)
  })
})
