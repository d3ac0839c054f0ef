/** What is made together: shifts of one event; and what happens to who comes and goes without end. */
import { describe, expect, test } from 'vitest'
import type { NeedDetail } from '../../../bff/contracts/src/need-case'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { caseOf, ok } from '../../support/story'
import { runNeedJobs, taskStage, wantedTask } from '../../support/tasks'
import type { TaskSummary } from '../../../bff/contracts/src/tasks'
import { localTime, makePerson } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)

const shift = (day: string, from: number, places: number) => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, from + 2),
  places,
})
const create = async (wish: object) =>
  app.call<{ tasks: TaskSummary[] }>('createTask', {
    body: wantedTask(wish),
    token: (await fresh(app, stage.staff)).token,
  })

describe('shifts of one event', () => {
  test('each has its own time and its own people, and one person may take two', async () => {
    const shifts = [shift('2026-11-25', 16, 3), shift('2026-11-26', 14, 5)]
    const { tasks } = await ok(create({ places: 2, shifts }))
    expect(tasks.map(({ places }) => places)).toEqual([2, 3, 5])
    expect(tasks[1]?.startsAt).toBe(new Date(localTime('2026-11-25', 16)).toISOString())
    for (const { id } of tasks) expect((await stage.take(stage.volunteer, id)).state).toBe('confirmed')
  })

  test('are within two weeks, ahead, and do not repeat every week', async () => {
    const { problem } = await create({
      times: 2,
      shifts: [shift('2026-11-20', 9, 2), shift('2026-12-20', 9, 2)],
    })
    expect((problem.errors ?? []).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'body.shifts.0.startsAt time_past',
      'body.shifts.0.startsAt shift_repeats',
      'body.shifts.1.startsAt shift_far',
      'body.shifts.1.startsAt shift_repeats',
    ])
  })
})

test('who has withdrawn three times speaks with the desk; of another task nothing is held against them', async () => {
  const task = await stage.task()
  for (let n = 0; n < 3; n++) {
    const { id } = await stage.take(stage.volunteer, task.id)
    await stage.decide('withdrawSignup', stage.volunteer, id)
  }
  expect(await stage.refused(stage.volunteer, task.id)).toBe('task_left_often')
  expect((await stage.take(stage.volunteer, (await stage.task()).id)).state).toBe('confirmed')
})

test('a need that volunteers take and give back is due by what was promised first, and stays with the level above', async () => {
  const party = await makePerson(app, { name: '李秀英', phone: '13900000001' })
  const need = await askForHelp(app, party)
  const seen = async () => (await caseOf(app, await fresh(app, party), need.id)) as NeedDetail
  const { dueAt } = await seen()
  const { database } = app
  await database.pool.query('UPDATE cases SET escalated_at = $2 WHERE id = $1', [need.id, app.clock.now()])
  const task = await stage.task({ needId: need.id, place: null, places: 1, adultsOnly: true })
  for (let n = 0; n < 2; n++) {
    const { id } = await stage.take(stage.volunteer, task.id)
    await runNeedJobs(app)
    expect(await seen()).toMatchObject({ state: 'arranged', dueAt: null, escalated: false })
    app.clock.set(new Date(app.clock.now().getTime() + 3_600_000))
    await stage.decide('withdrawSignup', stage.volunteer, id)
    await runNeedJobs(app)
    expect(await seen()).toMatchObject({ state: 'open', dueAt, escalated: true })
  }
})
