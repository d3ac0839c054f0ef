/** The list of who came is closed when nobody needs it any more. */
import { expect, test } from 'vitest'
import type { RollCounts, RollEntry } from '../../../bff/contracts/src/signups'
import { finishSignups } from '../../../bff/src/modules/signups/jobs'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { ok } from '../../support/story'
import { taskStage } from '../../support/tasks'

const app = await testApp()
const stage = taskStage(app)

interface RollRead {
  people: RollEntry[]
  counts: RollCounts | null
}
const roll = async (id: string): Promise<RollRead> =>
  ok(app.call<RollRead>('readRoll', { params: { id }, token: (await fresh(app, stage.staff)).token }))
const mark = async (id: string, caseId: string, at: string, way: 'in' | 'out' = 'in') =>
  app.call<{ known: number; added: number }>('markAttendance', {
    params: { id },
    body: { marks: [{ caseId, way, at }] },
    token: (await fresh(app, stage.staff)).token,
  })
async function over() {
  const task = await stage.task()
  const one = await stage.take(stage.volunteer, task.id)
  app.clock.set(new Date(task.endsAt))
  await finishSignups(app.deps)
  return { task, one }
}

test('once all hours are confirmed there are counts, and nobody by name', async () => {
  const { task, one } = await over()
  expect(await roll(task.id)).toMatchObject({ people: [{ name: '赵海涛' }], counts: null })
  await stage.decide('creditHours', stage.staff, one.id, { halves: 4 })
  expect(await roll(task.id)).toMatchObject({ people: [], counts: { came: 1, absent: 0, halves: 4 } })
  expect((await mark(task.id, one.id, task.startsAt)).problem.code).toBe('roll_closed')
  // Whoever objects is called.
  await stage.decide('disputeHours', stage.volunteer, one.id, { note: '少算了' })
  expect(await roll(task.id)).toMatchObject({ people: [{ name: '赵海涛' }], counts: null })
})

test('thirty days after the end, also where nobody confirmed; the case itself stays open', async () => {
  const { task, one } = await over()
  const days = (n: number) => new Date(Date.parse(task.endsAt) + n * 86_400_000)
  app.clock.set(days(30))
  expect((await roll(task.id)).people).toHaveLength(1)
  app.clock.set(new Date(days(30).getTime() + 1))
  expect(await roll(task.id)).toMatchObject({ people: [], counts: { came: 1, absent: 0, halves: 0 } })
  expect((await mark(task.id, one.id, task.startsAt)).problem.code).toBe('roll_closed')
  expect((await stage.decide('creditHours', stage.staff, one.id, { halves: 4 })).state).toBe('completed')
})

test('whoever organises one task learns nothing of who came to another', async () => {
  const [task, other] = [await stage.task(), await stage.task({ title: '清扫街道' })]
  const one = await stage.take(stage.volunteer, task.id)
  app.clock.set(new Date(task.startsAt))
  const [now, before] = [task.startsAt, new Date(Date.parse(task.startsAt) - 60_000).toISOString()]
  expect(await ok(mark(task.id, one.id, now))).toEqual({ known: 1, added: 1 })
  expect(await ok(mark(other.id, one.id, before, 'out'))).toEqual({ known: 0, added: 0 })
  expect(await ok(mark(other.id, one.id, now))).toEqual({ known: 0, added: 0 })
})
