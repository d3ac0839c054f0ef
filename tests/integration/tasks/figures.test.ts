/** What is seen from above: where people are missing and what is late, in numbers that tell of nobody. */
import { expect, test } from 'vitest'
import { fives, type TaskCounts } from '../../../bff/contracts/src/task-figures'
import { finishSignups } from '../../../bff/src/modules/signups/jobs'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { ok } from '../../support/story'
import { taskStage } from '../../support/tasks'
import { elsewhere, here, localTime, makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)

interface Figures {
  counts: TaskCounts
  below: { code: string; counts: TaskCounts }[]
}
const reading = async (who: Person, division: string) =>
  app.call<Figures>('getTaskFigures', { query: { division }, token: (await fresh(app, who)).token })
const figures = async (division: string) => ok(reading(stage.township, division))

test('tasks to come, how many have everybody, and whom the others lack, by division', async () => {
  await stage.task({ places: 3 })
  await stage.take(
    stage.volunteer,
    (await stage.task({ startsAt: localTime('2026-11-26', 9), endsAt: localTime('2026-11-26', 10) })).id,
  )
  const { counts, below } = await figures(here.slice(0, 9))
  expect(counts).toEqual({ coming: 2, filled: 1, short: 3, needsLate: 0, hoursLate: 0 })
  expect(below.find(({ code }) => code === here)?.counts).toEqual(counts)
  expect(below.filter(({ code }) => code !== here).every((one) => one.counts.coming === 0)).toBe(true)
  expect(below.map(({ code }) => code)).toEqual([...below.map(({ code }) => code)].sort())
  expect(await figures(here)).toMatchObject({ counts, below: [] })
})

test('what is late of single people is told in fives', async () => {
  for (let n = 0; n < 6; n++) {
    const person = await makePerson(app, { name: '李秀英' })
    await askForHelp(app, person)
    if (n === 2) {
      app.clock.set(new Date(localTime('2026-11-26', 9)))
      expect((await figures(here)).counts.needsLate).toBe(1)
      app.clock.set(new Date(localTime('2026-11-23', 10)))
    }
  }
  const task = await stage.task()
  await stage.take(stage.volunteer, task.id)
  app.clock.set(new Date(task.endsAt))
  await finishSignups(app.deps)
  expect((await figures(here)).counts).toMatchObject({ needsLate: 5, hoursLate: 0 })
  app.clock.set(new Date(localTime('2026-12-20', 9)))
  expect((await figures(here)).counts).toMatchObject({ needsLate: 5, hoursLate: 1 })
  expect([0, 1, 4, 5, 9, 10].map(fives)).toEqual([0, 1, 1, 5, 5, 10])
})

test('only what lies below somebody is theirs to read', async () => {
  expect((await reading(stage.township, here.slice(0, 6))).problem.code).toBe('not_found')
  expect((await reading(stage.township, elsewhere)).problem.code).toBe('not_found')
  expect((await reading(stage.volunteer, here)).problem.code).toBe('not_found')
})
