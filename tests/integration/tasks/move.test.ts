/** A task that people stand by at another time: who is taken along, who is not, and who hears what. */
import { describe, expect, test } from 'vitest'
import type { NeedDetail } from '../../../bff/contracts/src/need-case'
import type { HitByMove } from '../../../bff/contracts/src/task-changes'
import type { Task, TaskSummary } from '../../../bff/contracts/src/tasks'
import { testApp } from '../../support/app'
import { fresh, toldTo } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { caseOf, ok } from '../../support/story'
import { changeOf, runNeedJobs, taskStage } from '../../support/tasks'
import { untilWaiting } from '../../support/waiting'
import { localTime, makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const { pool } = app.database

const thursday = { startsAt: localTime('2026-11-26', 9), endsAt: localTime('2026-11-26', 11) }
const change = async (task: TaskSummary, wish: object, who = stage.staff) =>
  app.call<Task>('changeTask', {
    params: { id: task.id },
    body: changeOf(task, wish),
    token: (await fresh(app, who)).token,
  })
const changed = async (task: TaskSummary, wish: object) => ok(change(task, wish))
const look = async (task: TaskSummary, to: object) =>
  ok(
    app.call<{ stand: number; wait: number; hit: HitByMove[] }>('lookAtMove', {
      params: { id: task.id },
      query: { ...to },
      token: (await fresh(app, stage.staff)).token,
    }),
  )
const reminders = async ({ accountId }: Person) => {
  const { rows } = await pool.query<{ at: Date }>(
    `SELECT deliver_at AS at FROM notices WHERE account_id = $1 AND kind = 'task_soon' AND withdrawn_at IS NULL
     ORDER BY deliver_at`,
    [accountId],
  )
  return rows.map(({ at }) => at.toISOString())
}
const timeOf = (day: string, hour: number) => new Date(localTime(day, hour)).toISOString()
const count = (all: readonly string[], kind: string) => all.filter((one) => one === kind).length
const times = (one: { startsAt: string | null; endsAt: string | null }) => [one.startsAt, one.endsAt]

describe('moved to another day', () => {
  test('who stands and who waits are taken along, and hear it once', async () => {
    const task = await stage.task()
    const second = await stage.joining('周海涛', {}, '13900000010')
    const one = await stage.take(stage.volunteer, task.id)
    const waiting = await stage.take(second, task.id)
    expect(await look(task, thursday)).toEqual({ stand: 1, wait: 1, hit: [] })
    const moved = await changed(task, thursday)
    expect(moved.startsAt).toBe(new Date(thursday.startsAt).toISOString())
    const mine = await stage.seenBy(stage.volunteer, one.id)
    const theirs = await stage.seenBy(second, waiting.id)
    expect([mine.state, ...times(mine)]).toEqual(['confirmed', moved.startsAt, moved.endsAt])
    expect([theirs.state, ...times(theirs)]).toEqual(['waiting', moved.startsAt, moved.endsAt])
    expect(mine.timeline.at(-1)?.action).toBe('reschedule')
    expect(mine.can).toContain('withdraw')
    for (const who of [stage.volunteer, second]) expect(count(await toldTo(app, who), 'task_moved')).toBe(1)
    const { rows } = await pool.query<{ until: Date; lapses: Date }>(
      `SELECT e.until, c.lapses_at AS lapses FROM line_entries e JOIN cases c ON c.id = e.case_id WHERE e.case_id = $1`,
      [waiting.id],
    )
    expect(rows).toEqual([{ until: new Date(thursday.startsAt), lapses: new Date(thursday.startsAt) }])
  })

  test('reminders are those of the new time, also where one stands at the same hour', async () => {
    const task = await stage.task()
    await stage.take(stage.volunteer, task.id)
    const later = { startsAt: localTime('2026-11-25', 16), endsAt: localTime('2026-11-25', 18) }
    const moved = await changed(task, later)
    expect(await reminders(stage.volunteer)).toEqual([timeOf('2026-11-24', 19), timeOf('2026-11-25', 14)])
    await changed({ ...task, ...moved }, thursday)
    expect(await reminders(stage.volunteer)).toEqual([timeOf('2026-11-25', 19), timeOf('2026-11-26', 7)])
  })

  test('an offer is kept no longer than until it begins', async () => {
    const task = await stage.task()
    const second = await stage.joining('周海涛', {}, '13900000010')
    const one = await stage.take(stage.volunteer, task.id)
    const waiting = await stage.take(second, task.id)
    await stage.decide('withdrawSignup', stage.volunteer, one.id)
    const soon = { startsAt: localTime('2026-11-23', 10.5), endsAt: localTime('2026-11-23', 12) }
    const { startsAt } = await changed(task, soon)
    const held = await stage.seenBy(second, waiting.id)
    expect(held.state).toBe('held')
    expect(Date.parse(held.lapsesAt ?? '')).toBeLessThanOrEqual(Date.parse(startsAt))
  })
})

describe('who cannot come then', () => {
  async function clashing(): Promise<{ task: TaskSummary; one: string; second: Person; waiting: string }> {
    const task = await stage.task()
    const other = await stage.task({ ...thursday, title: '清扫街道' })
    const second = await stage.joining('周海涛', {}, '13900000010')
    const { id: one } = await stage.take(stage.volunteer, task.id)
    await stage.take(stage.volunteer, other.id)
    const { id: waiting } = await stage.take(second, task.id)
    return { task, one, second, waiting }
  }

  test('is named to staff beforehand, on record, and taken off by the move; the next in line is asked', async () => {
    const { task, one, second, waiting } = await clashing()
    const { hit } = await look(task, thursday)
    expect(hit).toMatchObject([
      { caseId: one, name: '赵海涛', phone: '13900000009', why: ['other_task_then'] },
    ])
    const { rows } = await pool.query('SELECT 1 FROM access_records WHERE case_id = $1', [one])
    expect(rows).toHaveLength(1)
    await changed(task, thursday)
    const off = await stage.seenBy(stage.volunteer, one)
    expect([off.state, off.timeline.at(-1)?.action]).toEqual(['cancelled', 'moved_off'])
    expect(count(await toldTo(app, stage.volunteer), 'task_moved')).toBe(1)
    expect((await stage.seenBy(second, waiting)).state).toBe('held')
  })

  test('whose paper ends before', async () => {
    const task = await stage.task({ paper: 'first_aid' })
    const { rows } = await pool.query<{ id: string }>(
      'SELECT case_id AS id FROM volunteers WHERE account_id = $1',
      [stage.volunteer.accountId],
    )
    const paper = { kind: 'first_aid', validUntil: '2026-11-25' }
    await stage.decide('addPaper', stage.staff, rows[0]?.id ?? '', paper)
    await stage.take(stage.volunteer, task.id)
    expect((await look(task, thursday)).hit).toMatchObject([{ why: ['paper_missing'] }])
  })

  test('who would have no rest', async () => {
    const task = await stage.task()
    await stage.take(stage.volunteer, task.id)
    const long = { startsAt: localTime('2026-11-26', 12), endsAt: localTime('2026-11-26', 19) }
    await stage.take(stage.volunteer, (await stage.task({ ...long, title: '清扫街道' })).id)
    expect((await look(task, thursday)).hit).toMatchObject([{ why: ['rest_needed'] }])
  })
})

describe('what is refused', () => {
  test('a time that is past or far, a place that names somebody, fewer people than stand', async () => {
    const task = await stage.task({ places: 2 })
    await stage.take(stage.volunteer, task.id)
    await stage.take(await stage.joining('周海涛', {}, '13900000010'), task.id)
    const { problem } = await change(task, {
      startsAt: localTime('2026-11-20', 9),
      endsAt: localTime('2026-11-20', 11),
      place: '李秀英家，13812345678',
      places: 1,
    })
    expect((problem.errors ?? []).map(({ path }) => path)).toEqual([
      'body.startsAt',
      'body.place',
      'body.places',
    ])
  })

  test('after the start, and of what was moved in the meantime', async () => {
    const task = await stage.task()
    await changed(task, thursday)
    expect((await change(task, { places: 3 })).problem.code).toBe('task_moved')
    app.clock.set(new Date(thursday.startsAt))
    expect(
      (await change({ ...task, ...thursday }, { endsAt: localTime('2026-11-26', 12) })).problem.code,
    ).toBe('task_over')
  })

  test('signing up for a time that is no more, although the page showed it', async () => {
    const task = await stage.task()
    const holder = await pool.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM tasks WHERE id = $1 FOR UPDATE', [task.id])
    const tap = stage.refused(stage.volunteer, task.id)
    await untilWaiting(pool, 1)
    await holder.query(
      `UPDATE tasks SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' WHERE id = $1`,
      [task.id],
    )
    await holder.query('COMMIT')
    holder.release()
    expect(await tap).toBe('task_moved')
  })
})

test('more people asked for: the next in line is asked, and nobody is told of a move', async () => {
  const task = await stage.task()
  const second = await stage.joining('周海涛', {}, '13900000010')
  await stage.take(stage.volunteer, task.id)
  const waiting = await stage.take(second, task.id)
  await changed(task, { places: 2, about: '带一瓶水' })
  expect((await stage.seenBy(second, waiting.id)).state).toBe('held')
  expect(await toldTo(app, stage.volunteer)).not.toContain('task_moved')
})

test('another place is told to everybody, who stay', async () => {
  const task = await stage.task()
  const one = await stage.take(stage.volunteer, task.id)
  await changed(task, { place: '社区后门' })
  expect(await toldTo(app, stage.volunteer)).toContain('task_moved')
  expect((await stage.seenBy(stage.volunteer, one.id)).facts.place).toBe('社区后门')
})

test('the need that it serves has the new time, and its person hears it', async () => {
  const party = await makePerson(app, { name: '李秀英', phone: '13900000001' })
  const need = await askForHelp(app, party)
  const task = await stage.task({ needId: need.id, place: null, places: 1, adultsOnly: true })
  await stage.take(stage.volunteer, task.id)
  await runNeedJobs(app)
  const before = count(await toldTo(app, party), 'case_answered')
  app.clock.set(new Date(app.clock.now().getTime() + 60_000))
  const moved = await changed({ ...task, place: null }, thursday)
  await runNeedJobs(app)
  const seen = (await caseOf(app, await fresh(app, party), need.id)) as NeedDetail
  expect([seen.state, ...times(seen)]).toEqual(['arranged', moved.startsAt, moved.endsAt])
  expect(count(await toldTo(app, party), 'case_answered')).toBe(before + 1)
})
