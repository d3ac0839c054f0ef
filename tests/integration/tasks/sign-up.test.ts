import { describe, expect, test } from 'vitest'
import { endUnfit } from '../../../bff/src/modules/signups/jobs'
import { testApp } from '../../support/app'
import { fresh, toldTo } from '../../support/consultations'
import { takeTask, taskStage } from '../../support/tasks'
import { untilWaiting } from '../../support/waiting'
import { localTime } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)

describe('signing up', () => {
  test('one tap takes a place, which the task counts', async () => {
    const task = await stage.task()
    const one = await stage.take(stage.volunteer, task.id)
    expect(one).toMatchObject({
      type: 'signup',
      state: 'confirmed',
      title: '陪老人聊天',
      facts: { taskId: task.id, place: '社区门口' },
    })
    expect(one.can).toContain('withdraw')
    expect(await stage.refused(stage.volunteer, task.id)).toBe('task_time_taken')
  })

  test('who comes too late waits, and is asked when a place is given back', async () => {
    const task = await stage.task()
    const second = await stage.joining('周海涛', {}, '13900000010')
    const first = await stage.take(stage.volunteer, task.id)
    const waiting = await stage.take(second, task.id)
    expect(waiting.state).toBe('waiting')
    await stage.decide('withdrawSignup', stage.volunteer, first.id)
    expect((await stage.seenBy(second, waiting.id)).state).toBe('held')
    expect(await toldTo(app, second)).toContain('offer_made')
    const taken = await stage.decide('acceptOffer', second, waiting.id)
    expect(taken.state).toBe('confirmed')
  })

  test('who signs up in the instant in which it is called off is told so, at once or a minute later', async () => {
    const task = await stage.task()
    const second = await stage.joining('周海涛', {}, '13900000010')
    await stage.take(stage.volunteer, task.id)
    const holder = await app.database.pool.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM accounts WHERE id = $1 FOR NO KEY UPDATE', [second.accountId])
    const tap = takeTask(app, await fresh(app, second), task.id)
    await untilWaiting(app.database.pool, 1)
    await stage.decide('callOffTask', stage.staff, task.id)
    await holder.query('COMMIT')
    holder.release()
    expect((await tap).problem.code).toBe('task_over')

    const other = await stage.task()
    await stage.take(stage.volunteer, other.id)
    const { id } = await stage.take(second, other.id)
    await app.database.pool.query(`UPDATE tasks SET state = 'cancelled' WHERE id = $1`, [other.id])
    await endUnfit(app.deps)
    expect((await stage.seenBy(second, id)).state).toBe('cancelled')
    expect(await toldTo(app, second)).toContain('task_off')
  })

  test('a task is no longer than what one person may do in a day', async () => {
    const wish = { startsAt: localTime('2026-11-25', 8), endsAt: localTime('2026-11-25', 16) }
    await expect(stage.task({ ...wish, endsAt: localTime('2026-11-25', 17) })).rejects.toThrow('too_long')
    const whole = await stage.task(wish)
    expect((await stage.take(stage.volunteer, whole.id)).state).toBe('confirmed')
  })

  test('another task at that time is refused, one after it is not', async () => {
    await stage.take(stage.volunteer, (await stage.task()).id)
    const overlapping = await stage.task({ startsAt: localTime('2026-11-25', 15) })
    expect(await stage.refused(stage.volunteer, overlapping.id)).toBe('task_time_taken')
    const after = await stage.task({
      startsAt: localTime('2026-11-25', 16),
      endsAt: localTime('2026-11-25', 18),
    })
    expect((await stage.take(stage.volunteer, after.id)).state).toBe('confirmed')
  })
})
