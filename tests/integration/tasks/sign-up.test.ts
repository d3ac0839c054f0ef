import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { toldTo } from '../../support/consultations'
import { taskStage } from '../../support/tasks'
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
