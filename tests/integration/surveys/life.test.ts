import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Survey } from '../../../bff/contracts/src/surveys'
import { closeSurveys } from '../../../bff/src/modules/surveys/jobs'
import { monday, testApp } from '../../support/app'
import { goTo } from '../../support/programmes'
import { ok } from '../../support/story'
import { answeredBy, draft, give, makePlanner, makeSurvey, plan, printForms } from '../../support/surveys'
import { readSurvey, resultsIn, stepTo } from '../../support/surveys'
import { elsewhere, here, makeDivisions, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const township = here.slice(0, 9)
let planner: Person
let worker: Person
let resident: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  planner = await makePlanner(app)
  worker = await makePerson(app, { grants: [['grid_worker', here]] })
  resident = await makePerson(app)
})

const list = async (division: string, who?: Person) => {
  const answer = app.call<{ surveys: Survey[] }>('listSurveys', {
    query: { division },
    ...(who && { token: who.token }),
  })
  return (await ok(answer)).surveys.map((survey) => survey.id)
}

/** What is said of up to four of five. */
const few = { low: 0, high: 0.8 }

test('a survey from its draft to its results', async () => {
  const made = await draft(app, planner, { about: '请您说说' })
  expect(made).toMatchObject({
    ...plan({ about: '请您说说' }),
    divisionName: '楚雄州',
    state: 'draft',
    open: false,
    answered: false,
    can: ['change', 'delete', 'publish'],
  })
  const changed = await ok(stepTo(app, 'changeSurvey', planner, made.id, { body: plan({ title: '满意度' }) }))
  expect(changed).toMatchObject({ title: '满意度', about: null })
  const published = await ok(stepTo(app, 'publishSurvey', planner, made.id))
  expect(published).toMatchObject({
    state: 'published',
    open: true,
    can: ['print_forms', 'enter_paper', 'see_coverage'],
    endsAbove: true,
  })

  const answered = await ok(give(app, resident, made.id, [0, 2]))
  expect(answered).toMatchObject({ answered: true, can: [] })
  expect((await ok(readSurvey(app, made.id))).answered).toBe(false)
  await answeredBy(app, made.id, here, 4, () => [1, 0])
  expect((await ok(resultsIn(app, made.id, here))).questions).toEqual(
    Array(2).fill({ of: null, shares: null }),
  )

  const other = await makePlanner(app)
  const ended = await ok(stepTo(app, 'closeSurvey', other, made.id))
  expect(ended).toMatchObject({ state: 'published', open: true, endsOn: '2026-11-23', endedEarly: true })
  expect((await ok(resultsIn(app, made.id, here))).published).toBe(false)
  await goTo(app, '2026-11-24T00:05:00+08:00', planner)
  expect(await closeSurveys(app.deps)).toBe(1)
  expect(await ok(readSurvey(app, made.id, planner))).toMatchObject({
    state: 'closed',
    open: false,
    can: ['see_coverage'],
    endsOn: '2026-11-23',
  })
  expect(await ok(resultsIn(app, made.id, here))).toMatchObject({
    published: true,
    publishedAt: app.clock.now().toISOString(),
    questions: [
      { of: 5, shares: Array(5).fill(few) as object[] },
      { of: 5, shares: Array(3).fill(few) as object[] },
    ],
    byPhone: 5,
    onPaper: null,
  })
  expect((await ok(resultsIn(app, made.id, nextDoor))).questions[0]).toEqual({ of: null, shares: null })
})

describe('by the clock', () => {
  test('it is open from the first to the last day, then takes paper, then is counted', async () => {
    const { id } = await makeSurvey(app, planner, { startsOn: '2026-11-24' })
    const answer = () => give(app, resident, id, [0, 0])
    await ok(printForms(app, worker, id, here))
    let sheets = 0
    const enter = () =>
      app.call('enterPaperAnswer', {
        params: { id },
        body: { community: here, sheet: ++sheets, answers: [4, 1] },
        token: worker.token,
      })
    expect((await answer()).problem.code).toBe('survey_not_open')
    expect((await enter()).problem.code).toBe('survey_not_open')
    await goTo(app, '2026-11-24T00:00:00+08:00', resident, worker)
    expect((await ok(readSurvey(app, id))).open).toBe(true)
    expect((await enter()).body).toEqual({ entered: 1 })
    await goTo(app, '2026-11-27T23:59:59.999+08:00', resident, worker)
    expect((await answer()).status).toBe(201)
    await goTo(app, '2026-11-28T00:00:00+08:00', resident, worker)
    expect(await ok(readSurvey(app, id))).toMatchObject({ state: 'published', open: false })
    expect((await give(app, worker, id, [0, 0])).problem.code).toBe('survey_not_open')
    expect((await enter()).body).toEqual({ entered: 2 })
    await goTo(app, '2026-12-04T23:59:59.999+08:00', resident, worker)
    expect((await enter()).body).toEqual({ entered: 3 })
    expect((await ok(resultsIn(app, id, here))).published).toBe(false)
    expect(await closeSurveys(app.deps)).toBe(0)
    await goTo(app, '2026-12-05T00:00:00+08:00', resident, worker)
    expect((await enter()).problem.code).toBe('survey_not_open')
    expect(await closeSurveys(app.deps)).toBe(1)
    expect(await closeSurveys(app.deps)).toBe(0)
    expect(await ok(resultsIn(app, id, '5323'))).toMatchObject({ published: true, onPaper: null })
    expect((await readSurvey(app, id)).body.state).toBe('closed')
  })
})

describe('the list of a division', () => {
  test('has for residents what reaches them and is open, and what was closed within a year', async () => {
    const open = await makeSurvey(app, planner)
    const near = await makeSurvey(app, planner, { division: township })
    const far = await makeSurvey(app, planner, { division: elsewhere })
    const below = await makeSurvey(app, planner, { division: nextDoor })
    const coming = await makeSurvey(app, planner, { startsOn: '2026-11-26' })
    const drafted = await draft(app, planner)
    const closed = await makeSurvey(app, planner)
    await ok(stepTo(app, 'closeSurvey', await makePlanner(app), closed.id))
    await goTo(app, '2026-11-24T02:00:00+08:00', resident, worker, planner)
    await closeSurveys(app.deps)
    const hidden = [far, below, coming, drafted].map((survey) => survey.id)
    for (const who of [undefined, resident]) {
      const shown = await list(here, who)
      expect(shown).toEqual(expect.arrayContaining([open.id, near.id, closed.id]))
      expect(shown.filter((id) => hidden.includes(id))).toEqual([])
    }
    const ofWorker = await list(here, worker)
    expect(ofWorker).toContain(coming.id)
    expect(ofWorker).not.toContain(drafted.id)
    const ofPlanner = await list(township, planner)
    expect(ofPlanner).toEqual(expect.arrayContaining([below.id, coming.id, drafted.id]))
    expect(ofPlanner).not.toContain(far.id)
    await goTo(app, '2027-11-23T12:00:00+08:00', resident, worker)
    expect(await list(here, resident)).toContain(closed.id)
    await goTo(app, '2027-11-24T12:00:00+08:00', resident, worker)
    expect(await list(here, resident)).not.toContain(closed.id)
    expect(await list(here, worker)).toContain(closed.id)
  })

  test('comes in pages, the newest first, and says what the reader has answered', async () => {
    const only = (n: number) => ({ division: elsewhere, startsOn: `2026-11-${String(n).padStart(2, '0')}` })
    const made: string[] = []
    for (let n = 1; n <= 23; n++) made.unshift((await makeSurvey(app, planner, only(n))).id)
    await app.database.pool.query('UPDATE accounts SET community_code = $2 WHERE id = $1', [
      resident.accountId,
      elsewhere,
    ])
    await ok(give(app, resident, made[0] ?? '', [0, 0]))
    const seen: Survey[] = []
    let cursor: string | undefined
    do {
      const page: { surveys: Survey[]; next: string | null } = await ok(
        app.call('listSurveys', {
          query: { division: elsewhere, ...(cursor && { cursor }) },
          token: resident.token,
        }),
      )
      seen.push(...page.surveys.filter((survey) => survey.division === elsewhere && made.includes(survey.id)))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen.map((survey) => survey.id)).toEqual(made)
    expect(seen.filter((survey) => survey.answered).map((survey) => survey.id)).toEqual([made[0]])
  })

  test('of a division that is not there is none', async () => {
    const answer = await app.call('listSurveys', { query: { division: '999999' } })
    expect(answer.problem.code).toBe('not_found')
  })
})
