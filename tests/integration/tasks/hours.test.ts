import { describe, expect, test } from 'vitest'
import type { Notice } from '../../../bff/contracts/src/notices'
import { withPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { escalateOverdue } from '../../../bff/src/modules/cases/clock'
import { finishSignups } from '../../../bff/src/modules/signups/jobs'
import { linkSecond, makeChild, verify } from '../../support/children'
import { fresh, toldTo } from '../../support/consultations'
import { finishAllLeaving, isErased, leave, lookAtLeaving, threeDays } from '../../support/leaving'
import { askForHelp } from '../../support/needs'
import { act, deliverAll, ok } from '../../support/story'
import { taskStage } from '../../support/tasks'
import { makeVolunteer, register } from '../../support/volunteers'
import { here, localTime, makePerson } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const at = (hour: number, minute = 0) =>
  new Date(Date.parse(localTime('2026-11-25', hour)) + minute * 60_000).toISOString()

async function over() {
  const task = await stage.task()
  const one = await stage.take(stage.volunteer, task.id)
  app.clock.set(new Date(task.endsAt))
  return { task, one }
}
const mark = async (taskId: string, marks: object[]) =>
  app.call<{ known: number; added: number }>('markAttendance', {
    params: { id: taskId },
    body: { marks },
    token: (await fresh(app, stage.staff)).token,
  })

const listOf = async (): Promise<{ id: string; startsAt: string | null; facts: object }[]> => {
  const { token } = await fresh(app, stage.staff)
  const query = { division: here, show: 'waiting' }
  return (await ok(app.call<{ cases: Awaited<ReturnType<typeof listOf>> }>('deskList', { query, token })))
    .cases
}

describe('hours', () => {
  test('stand on the desk by when they are due, and keep their day in lists and notices', async () => {
    const { task, one } = await over()
    await finishSignups(app.deps)
    const need = await askForHelp(app, await fresh(app, stage.township))
    const { startsAt, endsAt } = task
    expect(await listOf()).toMatchObject([
      { id: need.id },
      { id: one.id, startsAt: null, endsAt, facts: { startsAt } },
    ])
    await stage.decide('creditHours', stage.staff, one.id, { halves: 4 })
    await deliverAll(app)
    const { token } = await fresh(app, stage.volunteer)
    const { notices } = await ok(app.call<{ notices: Notice[] }>('listNotices', { token }))
    expect(notices.find(({ kind }) => kind === 'case_answered')?.facts).toMatchObject({
      endsAt,
      startsAt: endsAt,
    })
    const calendar = await ok(
      app.call<{ calendar: string }>('readSignupCalendar', { params: { id: one.id }, token }),
    )
    expect(calendar.calendar).toContain('DTSTART;TZID=Asia/Shanghai:20261125T140000')
  })

  test('are from coming to going, down to half an hour, and confirmed by the organiser', async () => {
    const { task, one } = await over()
    const kept = await mark(task.id, [
      { caseId: one.id, way: 'in', at: at(13, 50) },
      { caseId: one.id, way: 'out', at: at(15, 59) },
    ])
    expect(kept.body.known).toBe(2)
    expect(await finishSignups(app.deps)).toBe(1)
    const review = await stage.seenBy(stage.volunteer, one.id)
    expect(review).toMatchObject({
      state: 'review',
      waitingFor: 'staff',
      facts: { proposed: 3, halves: null },
    })
    const done = await stage.decide('creditHours', stage.staff, one.id, { halves: 3 })
    expect(done).toMatchObject({ state: 'completed', facts: { halves: 3 } })
    expect(await toldTo(app, stage.volunteer)).toContain('case_answered')
  })

  test('are not from a going before the coming, and what was said before is not said again', async () => {
    const { task, one } = await over()
    const come = (hour: number) => ({ caseId: one.id, way: 'in', at: at(hour) })
    const go = (hour: number) => ({ caseId: one.id, way: 'out', at: at(hour) })
    const wrong = await mark(task.id, [come(15), go(14)])
    expect(wrong.problem.errors?.map(({ code }) => code)).toEqual(['end_before_start', 'end_before_start'])
    expect((await mark(task.id, [come(15)])).body).toEqual({ known: 1, added: 1 })
    expect((await mark(task.id, [go(14)])).problem.errors?.map(({ path }) => path)).toEqual([
      'body.marks.0.at',
    ])
    expect((await mark(task.id, [come(14), go(16)])).body).toEqual({ known: 2, added: 1 })
  })

  test('that nobody confirmed go up a level after ten working days, and are not lost', async () => {
    const { one } = await over()
    await finishSignups(app.deps)
    app.clock.set(new Date('2026-12-09T01:00:00Z'))
    await escalateOverdue(app.deps)
    expect(await toldTo(app, stage.township)).not.toContain('case_escalated')
    app.clock.set(new Date('2026-12-10T01:00:00Z'))
    await escalateOverdue(app.deps)
    expect(await toldTo(app, stage.township)).toContain('case_escalated')
    expect((await stage.decide('creditHours', stage.staff, one.id, { halves: 4 })).state).toBe('completed')
  })

  test('that nobody confirms keep nobody from leaving, and are confirmed all the same', async () => {
    const leaver = await withPhone(app, { name: '周海涛' })
    const registration = await makeVolunteer(app, leaver, stage.staff)
    const task = await stage.task()
    const one = await stage.take(leaver, task.id)
    app.clock.set(new Date(task.endsAt))
    await finishSignups(app.deps)
    const me = await fresh(app, leaver)
    await stage.decide('leaveVolunteers', me, registration)
    expect((await lookAtLeaving(app, me)).standing).toEqual([])
    await ok(leave(app, me))
    app.clock.advance(threeDays + 1)
    await finishAllLeaving(app)
    expect(await isErased(app, me.accountId)).toBe(true)
    expect((await stage.decide('creditHours', stage.staff, one.id, { halves: 4 })).state).toBe('completed')
  })

  test('can be objected to for thirty days, and what was said before stays', async () => {
    const { one } = await over()
    await finishSignups(app.deps)
    await stage.decide('missSignup', stage.staff, one.id)
    await stage.decide('disputeHours', stage.volunteer, one.id, { note: '我到了，忘了签到' })
    await stage.decide('creditHours', stage.staff, one.id, { halves: 4 })
    const { rows } = await app.database.pool.query(
      'SELECT halves FROM signup_hours WHERE case_id = $1 ORDER BY id',
      [one.id],
    )
    expect(rows).toEqual([{ halves: 0 }, { halves: 4 }])
    app.clock.advance(31 * 24 * 60)
    expect(await stage.not('disputeHours', stage.volunteer, one.id, { note: '还是不对' })).toBe(
      'action_not_open',
    )
  })

  test('are never more than the task', async () => {
    const { one } = await over()
    await finishSignups(app.deps)
    expect(await stage.not('creditHours', stage.staff, one.id, { halves: 5 })).toBe('invalid_request')
  })

  test('a time at which nobody can have come is named', async () => {
    const { task, one } = await over()
    const { problem } = await mark(task.id, [
      { caseId: one.id, way: 'in', at: at(11) },
      { caseId: one.id, way: 'out', at: at(18, 1) },
    ])
    expect(problem.errors?.map(({ path }) => path)).toEqual(['body.marks.0.at', 'body.marks.1.at'])
  })

  test('of two lists the first stands, once', async () => {
    const { task, one } = await over()
    const first = { caseId: one.id, way: 'in', at: at(14) }
    const answers = await Promise.all([mark(task.id, [first]), mark(task.id, [{ ...first, at: at(14, 5) }])])
    expect(answers.map(({ body }) => body.known)).toEqual([1, 1])
    const { rows } = await app.database.pool.query('SELECT 1 FROM attendances WHERE case_id = $1', [one.id])
    expect(rows).toHaveLength(1)
  })

  test('of a child the roll has the number of whoever decides for it now', async () => {
    const father = stage.volunteer
    const { id: childId } = await makeChild(app, father, {
      birthDate: '2012-05-21',
      grade: 8,
      name: '赵小鱼',
    })
    await verify(app, stage.staff, father, childId)
    const { id } = await register(app, await fresh(app, father), { childId })
    await ok(act(app, 'verifyVolunteer', await fresh(app, stage.staff), id))
    const task = await stage.task()
    const body = { childId }
    const { token } = await fresh(app, father)
    await ok(app.call('signUpForTask', { params: { id: task.id }, body, token }))
    const mother = await makePerson(app, { name: '普桂兰', phone: '13955556666' })
    await linkSecond(app, await fresh(app, father), mother, childId)
    await verify(app, stage.staff, mother, childId)
    await app.database.pool.query(
      'UPDATE guardians SET ended_at = now() WHERE child_id = $1 AND account_id = $2',
      [childId, father.accountId],
    )
    const roll = await ok(
      app.call<{ people: object[] }>('readRoll', {
        params: { id: task.id },
        token: (await fresh(app, stage.staff)).token,
      }),
    )
    expect(roll.people).toMatchObject([{ name: '赵小鱼', phone: '13955556666' }])
  })

  test('the roll is for the organiser alone, and each on it sees that it was read', async () => {
    const { task } = await over()
    const roll = async (who: typeof stage.staff) =>
      app.call<{ people: { name: string }[] }>('readRoll', {
        params: { id: task.id },
        token: (await fresh(app, who)).token,
      })
    expect((await roll(stage.staff)).body.people).toMatchObject([{ name: '赵海涛', phone: '13900000009' }])
    expect((await roll(stage.township)).problem.code).toBe('not_allowed')
    expect((await roll(stage.volunteer)).problem.code).toBe('not_found')
    const { rows } = await app.database.pool.query('SELECT tag FROM access_records WHERE subject_id = $1', [
      stage.volunteer.accountId,
    ])
    expect(rows).toEqual([{ tag: 'contact' }])
  })
})
