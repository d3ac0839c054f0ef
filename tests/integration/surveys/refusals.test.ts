import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { goTo } from '../../support/programmes'
import { ok } from '../../support/story'
import { draft, give, makePlanner, makeSurvey, plan, readSurvey, stepTo } from '../../support/surveys'
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

const create = (who: Person, over: object = {}, key?: string) =>
  app.call('createSurvey', { body: plan(over), token: who.token, ...(key && { key }) })

describe('planning', () => {
  test.each([
    ['staff', '5323', '5323', true],
    ['staff', '5323', here, true],
    ['supervisor', '532301', township, true],
    ['supervisor', township, township, true],
    ['staff', here, here, true],
    ['staff', here, township, false],
    ['staff', here, nextDoor, false],
    ['supervisor', township, '532301', false],
    ['supervisor', here, here, false],
    ['grid_worker', here, here, false],
    ['care_worker', '5323', here, false],
    ['staff', elsewhere, here, false],
  ] as const)('as %s of %s for %s: %s', async (role, at, division, may) => {
    const who = await makePerson(app, { grants: [[role, at]] })
    const answer = await create(who, { division })
    expect(may ? answer.status : answer.problem.code).toBe(may ? 201 : 'not_found')
  })

  test('for a division that is not there', async () => {
    expect((await create(planner, { division: '532301101999' })).problem.code).toBe('not_found')
  })

  const wrong = {
    questions: [
      { kind: 'grade', title: '满意吗', options: ['好'] },
      { kind: 'choice', title: '哪项', options: ['一样'] },
      { kind: 'choice', title: '哪项', options: ['甲', '乙', '甲'] },
    ],
    endsOn: '2026-11-22',
  }
  const all = [
    'body.questions.0.options options_of_grade',
    'body.questions.1.options too_few_options',
    'body.questions.2.options.2 twice',
    'body.endsOn ends_before_start',
  ]

  test('with faults is told all of them, also when a draft is changed', async () => {
    const { id } = await draft(app, planner)
    for (const answer of [
      await create(planner, wrong),
      await stepTo(app, 'changeSurvey', planner, id, { body: plan(wrong) }),
    ]) {
      expect(answer.status).toBe(422)
      expect(answer.problem.code).toBe('survey_plan_wrong')
      expect(answer.problem.errors?.map((e) => `${e.path} ${e.code}`)).toEqual(all)
    }
  })

  test('a last day that has passed is named when it is published', async () => {
    const { id } = await draft(app, planner)
    await goTo(app, '2026-11-28T00:00:00+08:00', planner)
    const { problem } = await stepTo(app, 'publishSurvey', planner, id)
    expect(problem).toMatchObject({
      code: 'survey_plan_wrong',
      errors: [{ path: 'body.endsOn', code: 'ends_in_past' }],
    })
  })

  test('with half of a character, as a broken client sends it, is kept readable', async () => {
    const questions = [{ kind: 'choice', title: '您说\ud83d', options: ['好\ud800', '坏'] }]
    expect((await ok(create(planner, { questions }))).questions).toEqual([
      { kind: 'choice', title: '您说\ufffd', options: ['好\ufffd', '坏'] },
    ])
  })

  test('is done once for one key, and a key is not for something else', async () => {
    const key = randomUUID()
    const [first, second] = [await ok(create(planner, {}, key)), await ok(create(planner, {}, key))]
    expect(second).toEqual(first)
    expect((await create(planner, { title: '别的' }, key)).problem.code).toBe('idempotency_key_reused')
  })

  test('nothing changes after publication, and no step is taken twice', async () => {
    const { id } = await makeSurvey(app, planner)
    const codeOf = async (name: 'changeSurvey' | 'publishSurvey' | 'closeSurvey', who = planner) =>
      (await stepTo(app, name, who, id, name === 'changeSurvey' ? { body: plan() } : {})).problem.code
    expect([await codeOf('changeSurvey'), await codeOf('publishSurvey')]).toEqual(
      Array(2).fill('action_not_open'),
    )
    for (const name of ['changeSurvey', 'publishSurvey', 'closeSurvey'] as const)
      expect(await codeOf(name, resident)).toBe('not_allowed')
    expect(await codeOf('closeSurvey')).toBe('survey_ends_above')
    const [key, other] = [randomUUID(), await makePlanner(app)]
    const ended = await ok(stepTo(app, 'closeSurvey', other, id, { key }))
    expect(await ok(stepTo(app, 'closeSurvey', other, id, { key }))).toEqual(ended)
    expect(await codeOf('closeSurvey', other)).toBe('action_not_open')
  })

  test('a draft can be deleted by who could have planned it, and nothing else can', async () => {
    const drop = (who: Person, survey: string) =>
      app.call('deleteSurvey', { params: { id: survey }, token: who.token })
    const { id } = await draft(app, planner)
    expect((await drop(resident, id)).problem.code).toBe('not_found')
    expect((await drop(planner, id)).status).toBe(200)
    expect((await readSurvey(app, id, planner)).problem.code).toBe('not_found')
    const published = await makeSurvey(app, planner)
    expect((await drop(planner, published.id)).problem.code).toBe('action_not_open')
    expect((await drop(resident, published.id)).problem.code).toBe('not_allowed')
  })

  test.each([
    [here, here, 'survey_ends_above'],
    [here, township, 200],
    [township, township, 'survey_ends_above'],
    [township, '532301', 200],
    ['5323', '5323', 200],
  ] as const)('a survey of %s is ended early by staff of %s: %s', async (division, at, answer) => {
    const { id } = await makeSurvey(app, planner, { division })
    const who = await makePlanner(app, at)
    const said = await stepTo(app, 'closeSurvey', who, id)
    expect(said.status === 200 ? 200 : said.problem.code).toBe(answer)
  })

  test('a draft exists for who could have planned it, and is moved only to where they may plan', async () => {
    const { id } = await draft(app, planner, { division: township })
    const above = await makePerson(app, { grants: [['supervisor', '532301']] })
    const own = await makePlanner(app, township)
    const worker = await makePerson(app, { grants: [['staff', here]] })
    for (const who of [planner, above, own])
      expect((await ok(readSurvey(app, id, who))).can).toEqual(['change', 'delete', 'publish'])
    for (const who of [undefined, resident, worker])
      expect((await readSurvey(app, id, who)).problem.code).toBe('not_found')
    for (const name of ['changeSurvey', 'publishSurvey', 'closeSurvey'] as const) {
      const body = name === 'changeSurvey' ? plan() : {}
      expect((await stepTo(app, name, worker, id, { body })).problem.code).toBe('not_found')
    }
    const moved = await stepTo(app, 'changeSurvey', own, id, { body: plan({ division: '532301' }) })
    expect(moved.problem.code).toBe('not_found')
    expect((await stepTo(app, 'closeSurvey', own, id)).problem.code).toBe('survey_ends_above')
    expect((await stepTo(app, 'closeSurvey', above, id)).problem.code).toBe('action_not_open')
  })
})

test('what is not there is not found', async () => {
  const id = randomUUID()
  expect((await readSurvey(app, id, planner)).problem.code).toBe('not_found')
  expect((await stepTo(app, 'publishSurvey', planner, id)).problem.code).toBe('not_found')
  expect((await give(app, resident, id, [0])).problem.code).toBe('not_found')
})
