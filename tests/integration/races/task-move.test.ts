/**
 * A task is moved while people sign up, withdraw and take what they were offered, and while others move it too: whoever
 * stands or waits is at the task's own time, and at one place at a time. The control has no such key: there they are not.
 */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { SignupDetail } from '../../../bff/contracts/src/signup-case'
import type { TaskSummary } from '../../../bff/contracts/src/tasks'
import { monday, testApp } from '../../support/app'
import { untilAnswered } from '../../support/retrying'
import { changeOf, makeTask, makeVolunteers, takeTask } from '../../support/tasks'
import { together } from '../../support/together'
import { here, localTime, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let staff: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})

const span = (day: string, hour: number) => ({
  startsAt: localTime(day, hour),
  endsAt: localTime(day, hour + 2),
})
const move = (task: TaskSummary, day: string, hour: number) =>
  untilAnswered(() =>
    app.call('changeTask', {
      params: { id: task.id },
      body: changeOf(task, span(day, hour)),
      token: staff.token,
    }),
  )
const take = (who: Person, { id }: TaskSummary) => untilAnswered(() => takeTask(app, who, id))
const give = (who: Person, id: string) =>
  untilAnswered(() => app.call('withdrawSignup', { params: { id }, body: {}, token: who.token }))

/** Two tasks at two times; each is moved onto the other while forty people come, and those who stand go. */
async function race(): Promise<TaskSummary[]> {
  const people = await makeVolunteers(app, 40)
  const tasks = [
    await makeTask(app, staff, { places: 6, ...span('2026-11-25', 14) }),
    await makeTask(app, staff, { places: 6, ...span('2026-11-26', 14) }),
  ] as const
  const early: { who: Person; id: string }[] = []
  for (const who of people.slice(0, 6))
    for (const task of tasks) early.push({ who, id: ((await take(who, task)).body as SignupDetail).id })
  await together(80, (n) => {
    const task = tasks[n % 2] as TaskSummary
    if (n < 8) return move(task, '2026-11-27', 9 + n)
    const leaver = early[n - 8]
    if (leaver && n % 3 === 0) return give(leaver.who, leaver.id)
    return take(people[n % 40] as Person, task)
  })
  return [...tasks]
}

const scalar = async (sql: string, tasks: readonly TaskSummary[]) => {
  const { rows } = await pool.query<{ n: number }>(sql, [tasks.map(({ id }) => id)])
  return rows[0]?.n
}
const open = `s.state IN ('waiting', 'held', 'confirmed') AND s.task_id = ANY ($1::uuid[])`
const elsewhen = (tasks: readonly TaskSummary[]) =>
  scalar(
    `SELECT count(*)::int AS n FROM signups s JOIN tasks t ON t.id = s.task_id JOIN cases c ON c.id = s.case_id
       LEFT JOIN line_entries e ON e.case_id = s.case_id
     WHERE ${open} AND NOT (t.starts_at = s.starts_at AND t.ends_at = s.ends_at AND c.starts_at = t.starts_at
       AND c.ends_at = t.ends_at AND coalesce(e.until, t.starts_at) = t.starts_at)`,
    tasks,
  )

test('everybody is at the time of the task, nobody at two places, and places are counted', async () => {
  const tasks = await race()
  expect(await elsewhen(tasks)).toBe(0)
  const overlapping = `SELECT count(*)::int AS n FROM signups s JOIN signups o ON o.party_id = s.party_id
    AND o.case_id > s.case_id AND o.state IN ('held', 'confirmed') AND o.starts_at < s.ends_at AND s.starts_at < o.ends_at
    WHERE ${open} AND s.state <> 'waiting'`
  expect(await scalar(overlapping, tasks)).toBe(0)
  const miscounted = `SELECT count(*)::int AS n FROM tasks t WHERE t.id = ANY ($1::uuid[]) AND t.taken <>
    (SELECT count(*) FROM signups s WHERE s.task_id = t.id AND s.state IN ('held', 'confirmed'))`
  expect(await scalar(miscounted, tasks)).toBe(0)
  // Of two who move it at once one has seen the time that was.
  const moved = `SELECT count(DISTINCT e.at)::int AS n FROM case_events e JOIN signups s ON s.case_id = e.case_id
    WHERE s.task_id = ANY ($1::uuid[]) AND e.action IN ('reschedule', 'moved_off')`
  expect(await scalar(moved, tasks)).toBe(1)
  const twice = `SELECT count(*)::int AS n FROM (SELECT FROM notices n JOIN signups s ON s.case_id = n.case_id
    WHERE s.task_id = ANY ($1::uuid[]) AND n.kind = 'task_moved' GROUP BY n.case_id HAVING count(*) > 1) x`
  expect(await scalar(twice, tasks)).toBe(0)
})

test.each(['tasks', 'cases', 'line_entries', 'notices'])(
  'cut off while it writes %s, nothing of a move is left',
  async (table) => {
    const people = await makeVolunteers(app, 3)
    const task = await makeTask(app, staff, { places: 1, ...span('2026-11-25', 14) })
    for (const who of people) await take(who, task)
    const state = async () =>
      (
        await pool.query(
          `SELECT t.starts_at, t.taken, (SELECT jsonb_agg(to_jsonb(s) || to_jsonb(c) || coalesce(to_jsonb(e), '{}') ORDER BY s.case_id)
             FROM signups s JOIN cases c ON c.id = s.case_id LEFT JOIN line_entries e ON e.case_id = s.case_id
             WHERE s.task_id = t.id) AS all, (SELECT count(*)::int FROM notices) AS told
           FROM tasks t WHERE t.id = $1`,
          [task.id],
        )
      ).rows
    const before = await state()
    await pool.query(`CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'cut off'; END $$;
      CREATE TRIGGER cut_off AFTER INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION cut_off()`)
    const body = changeOf(task, span('2026-11-27', 9))
    const { status } = await app.call('changeTask', { params: { id: task.id }, body, token: staff.token })
    await pool.query(`DROP TRIGGER cut_off ON ${table}; DROP FUNCTION cut_off()`)
    expect([status, await state()]).toEqual([500, before])
  },
)

test('the control: where the database does not carry a time over they are at two', async () => {
  await pool.query('ALTER TABLE signups DROP CONSTRAINT signups_task_time')
  expect(await elsewhen(await race())).toBeGreaterThan(0)
})
