/** Who is told what and when: whoever comes, the desk, and the next in line. */
import { describe, expect, test } from 'vitest'
import { endUnfit } from '../../../bff/src/modules/signups/jobs'
import { testApp } from '../../support/app'
import { toldTo } from '../../support/consultations'
import { taskStage } from '../../support/tasks'
import { localTime, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const { pool } = app.database

/** When reminders that nobody took back are delivered. */
const reminders = async ({ accountId }: Person) => {
  const { rows } = await pool.query<{ at: Date }>(
    `SELECT deliver_at AS at FROM notices WHERE account_id = $1 AND kind = 'task_soon' AND withdrawn_at IS NULL
     ORDER BY deliver_at`,
    [accountId],
  )
  return rows.map(({ at }) => at.toISOString())
}
const evening = new Date(localTime('2026-11-24', 19)).toISOString()
const soon = new Date(localTime('2026-11-25', 12)).toISOString()
const registrationOf = async ({ accountId }: Person) => {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT case_id AS id FROM volunteers WHERE account_id = $1',
    [accountId],
  )
  return rows[0]?.id ?? ''
}

describe('whoever comes is reminded', () => {
  test('the evening before and two hours before, unless they withdraw', async () => {
    const one = await stage.take(stage.volunteer, (await stage.task()).id)
    expect(await reminders(stage.volunteer)).toEqual([evening, soon])
    await stage.decide('withdrawSignup', stage.volunteer, one.id)
    expect(await reminders(stage.volunteer)).toEqual([])
  })

  test('also who took what the line offered; and only of what is still ahead', async () => {
    const task = await stage.task()
    const second = await stage.joining('周海涛', {}, '13900000010')
    const first = await stage.take(stage.volunteer, task.id)
    const waiting = await stage.take(second, task.id)
    expect(await reminders(second)).toEqual([])
    app.clock.set(new Date(localTime('2026-11-24', 20)))
    await stage.decide('withdrawSignup', stage.volunteer, first.id)
    await stage.decide('acceptOffer', second, waiting.id)
    expect(await reminders(second)).toEqual([soon])
  })
})

test.each([
  [25, 13, true],
  [24, 13, false],
])('the desk hears of a place given back on the %ith at %i: %s', async (day, hour, hears) => {
  const one = await stage.take(stage.volunteer, (await stage.task()).id)
  app.clock.set(new Date(localTime(`2026-11-${day}`, hour)))
  await stage.decide('withdrawSignup', stage.volunteer, one.id)
  expect((await toldTo(app, stage.staff)).includes('task_short')).toBe(hears)
})

test('called off: everybody who stands or waits hears so, and no reminder is left', async () => {
  const task = await stage.task()
  const second = await stage.joining('周海涛', {}, '13900000010')
  await stage.take(stage.volunteer, task.id)
  await stage.take(second, task.id)
  await stage.decide('callOffTask', stage.staff, task.id)
  for (const who of [stage.volunteer, second]) {
    expect(await toldTo(app, who)).toContain('task_off')
    expect(await reminders(who)).toEqual([])
  }
})

describe('who is not fit any more', () => {
  async function standing(wish = {}) {
    const task = await stage.task(wish)
    const second = await stage.joining('周海涛', {}, '13900000010')
    const paper = { kind: 'first_aid', validUntil: '2026-11-30' }
    for (const who of [stage.volunteer, second])
      await stage.decide('addPaper', stage.staff, await registrationOf(who), paper)
    const one = await stage.take(stage.volunteer, task.id)
    return { one, second, waiting: await stage.take(second, task.id) }
  }

  test('whose registration ends gives the place to the next', async () => {
    const { one, second, waiting } = await standing()
    await stage.decide('endVolunteer', stage.staff, await registrationOf(stage.volunteer), { note: '搬走了' })
    expect(await endUnfit(app.deps)).toBe(1)
    expect((await stage.seenBy(stage.volunteer, one.id)).state).toBe('cancelled')
    expect(await toldTo(app, stage.volunteer)).toContain('case_answered')
    expect((await stage.seenBy(second, waiting.id)).state).toBe('held')
  })

  test('whose paper is taken off, likewise; a second look finds nothing', async () => {
    const { one, second, waiting } = await standing({ paper: 'first_aid' })
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM volunteer_papers WHERE case_id = $1', [
      await registrationOf(stage.volunteer),
    ])
    const id = await registrationOf(stage.volunteer)
    await stage.decide('revokePaper', stage.staff, id, { paperId: rows[0]?.id })
    expect(await endUnfit(app.deps)).toBe(1)
    expect(await endUnfit(app.deps)).toBe(0)
    expect((await stage.seenBy(stage.volunteer, one.id)).state).toBe('cancelled')
    expect((await stage.seenBy(second, waiting.id)).state).toBe('held')
  })
})
