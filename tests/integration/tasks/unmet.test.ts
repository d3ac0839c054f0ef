/** Whoever confirms hours of what was done for a need reads whether its person said that it was not met. */
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { act, ok } from '../../support/story'
import { runNeedJobs, taskStage } from '../../support/tasks'
import { localTime, makePerson } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)

const isUnmet = async (id: string) => {
  const { token } = await fresh(app, stage.staff)
  return (await ok(app.call<{ unmet: boolean }>('readRoll', { params: { id }, token }))).unmet
}

test('a need that was not met is said so beside the hours of that time, and not of the next', async () => {
  const party = await makePerson(app, { name: '李秀英', phone: '13900000001' })
  const { id } = await askForHelp(app, party)
  const taken = async (day: string) => {
    const span = { startsAt: localTime(day, 14), endsAt: localTime(day, 16) }
    const task = await stage.task({ needId: id, place: null, adultsOnly: true, ...span })
    await stage.take(stage.volunteer, task.id)
    await runNeedJobs(app)
    return task
  }
  const first = await taken('2026-11-25')
  expect(await isUnmet(first.id)).toBe(false)
  app.clock.set(new Date(first.endsAt))
  await ok(act(app, 'needUnmet', await fresh(app, party), id, { body: { why: 'nobody_came' } }))
  expect(await isUnmet(first.id)).toBe(true)
  const second = await taken('2026-11-27')
  app.clock.set(new Date(second.endsAt))
  expect([await isUnmet(first.id), await isUnmet(second.id)]).toEqual([true, false])
})
