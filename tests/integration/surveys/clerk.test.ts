/** The verified attack, over HTTP: a community's own staff publish, key in paper, watch, and read the one telephone answer. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { closeSurveys, takeMorning } from '../../../bff/src/modules/surveys/jobs'
import { monday, testApp } from '../../support/app'
import { goTo } from '../../support/programmes'
import { ok } from '../../support/story'
import {
  type Coverage,
  give,
  makePlanner,
  makeSurvey,
  printForms,
  resultsIn,
  stepTo,
} from '../../support/surveys'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const township = here.slice(0, 9)
let clerk: Person
let above: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  clerk = await makePlanner(app, here)
  above = await makePerson(app, { grants: [['supervisor', township]] })
})

const coverage = async (id: string) => {
  const query = { division: here }
  return ok(app.call<Coverage>('getSurveyCoverage', { params: { id }, query, token: clerk.token }))
}

/** Four sheets of every option, then the resident's answer; @returns all that the clerk saw, without ids. */
async function attack(answer: number): Promise<unknown[]> {
  app.clock.set(monday)
  await goTo(app, monday, clerk, above)
  const { id } = await makeSurvey(app, clerk, {
    division: here,
    questions: [{ kind: 'choice', title: '换不换主任', options: ['换', '不换', '都行'] }],
  })
  const seen: unknown[] = [await coverage(id)]
  await ok(printForms(app, clerk, id, here))
  let sheet = 0
  for (const option of [0, 1, 2])
    for (let n = 0; n < 4; n += 1) {
      sheet += 1
      const body = { community: here, sheet, answers: [option] }
      await ok(app.call('enterPaperAnswer', { params: { id }, body, token: clerk.token }))
      seen.push(await coverage(id))
    }
  await ok(give(app, await makePerson(app), id, [answer]))
  seen.push(await coverage(id))
  const closing = await stepTo(app, 'closeSurvey', clerk, id)
  seen.push(closing.problem.code)
  await ok(stepTo(app, 'closeSurvey', above, id))
  seen.push((await ok(resultsIn(app, id, here))).published)
  await goTo(app, '2026-11-24T00:05:00+08:00', clerk, above)
  await takeMorning(app.deps)
  await closeSurveys(app.deps)
  const { published, questions, byPhone, onPaper } = await ok(resultsIn(app, id, here))
  seen.push({ published, questions, byPhone, onPaper }, await coverage(id))
  return seen
}

test('what the clerk sees is the same whatever the resident said', async () => {
  const [first, second, third] = [await attack(0), await attack(1), await attack(2)]
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  // Nothing moved while the clerk watched, and the clerk could not end it.
  expect(first[0]).toMatchObject({ reached: 0 })
  expect(first.slice(0, 14)).toEqual(Array(14).fill(first[0]))
  expect(first[14]).toBe('survey_ends_above')
  expect(first.at(-2)).toMatchObject({ published: true, byPhone: null, onPaper: 10 })
})
