import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SignupDetail } from '../../../bff/contracts/src/signup-case'
import { monday, testApp } from '../../support/app'
import { untilAnswered } from '../../support/retrying'
import { makeTask, makeVolunteers, takeTask } from '../../support/tasks'
import { together, values } from '../../support/together'
import { here, localTime, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})

const tap = (who: Person, taskId: string) => untilAnswered(() => takeTask(app, who, taskId))

describe('two hundred volunteers and three places', () => {
  async function rush(): Promise<{ states: string[]; taskId: string }> {
    const people = await makeVolunteers(app, 200)
    const { id } = await makeTask(app, staff, { places: 3 })
    const answers = values(await together(people.length, (n) => tap(people[n] as Person, id)))
    return { taskId: id, states: answers.map(({ body }) => (body as SignupDetail).state) }
  }
  const count = (states: string[], state: string) => states.filter((one) => one === state).length

  test('three stand, and a hundred and ninety-seven wait in order', async () => {
    const { states, taskId } = await rush()
    expect([count(states, 'confirmed'), count(states, 'waiting')]).toEqual([3, 197])
    const { rows } = await app.database.pool.query<{ taken: number; places: string[]; arrivals: string[] }>(
      `SELECT t.taken, (SELECT array_agg(s.case_id::text ORDER BY e.arrival) FROM line_entries e
           JOIN signups s ON s.case_id = e.case_id AND s.state = 'waiting' WHERE s.task_id = t.id) AS places,
         (SELECT array_agg(e.case_id::text ORDER BY e.sort_score DESC, e.sort_arrival) FROM line_entries e
           JOIN lines l ON l.id = e.line_id WHERE l.task_id = t.id AND e.state = 'waiting') AS arrivals
       FROM tasks t WHERE t.id = $1`,
      [taskId],
    )
    expect(rows[0]?.taken).toBe(3)
    expect(rows[0]?.places).toHaveLength(197)
    expect(rows[0]?.arrivals).toEqual(rows[0]?.places)
  })

  test('control: where places are not counted more than three stand', async () => {
    await app.database.pool.query(`CREATE FUNCTION uncounted() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.taken := 0; RETURN NEW; END $$;
      CREATE TRIGGER tasks_uncounted BEFORE UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION uncounted()`)
    const { states } = await rush()
    await app.database.pool.query('DROP TRIGGER tasks_uncounted ON tasks')
    expect(count(states, 'confirmed')).toBeGreaterThan(3)
  })
})

describe('one volunteer and twenty tasks at one time', () => {
  /** From eight in the morning on, an hour and a half each, half an hour apart. */
  async function overlapping(): Promise<{ person: Person; taken: { starts: Date; ends: Date }[] }> {
    const [person] = (await makeVolunteers(app, 1)) as [Person]
    const start = Date.parse(localTime('2026-11-25', 8))
    const ids: string[] = []
    for (let n = 0; n < 20; n++)
      ids.push(
        (
          await makeTask(app, staff, {
            startsAt: new Date(start + n * 1_800_000).toISOString(),
            endsAt: new Date(start + n * 1_800_000 + 5_400_000).toISOString(),
          })
        ).id,
      )
    await together(ids.length, (n) => tap(person, ids[n] ?? ''))
    const { rows } = await app.database.pool.query<{ starts: Date; ends: Date }>(
      `SELECT starts_at AS starts, ends_at AS ends FROM signups WHERE party_id = $1 AND state = 'confirmed' ORDER BY starts_at`,
      [person.accountId],
    )
    return { person, taken: rows }
  }
  const clashes = (taken: { starts: Date; ends: Date }[]) =>
    taken.filter((one, n) => n > 0 && one.starts < (taken[n - 1]?.ends ?? one.starts)).length

  test('what is taken does not overlap', async () => {
    const { taken } = await overlapping()
    expect(taken.length).toBeGreaterThan(0)
    expect(clashes(taken)).toBe(0)
  })

  test('control: without the lock and the constraint they do', async () => {
    const { pool } = app.database
    await pool.query('ALTER TABLE signups DROP CONSTRAINT signups_no_overlap')
    const [person] = (await makeVolunteers(app, 1)) as [Person]
    const [one, two] = [await makeTask(app, staff), await makeTask(app, staff)]
    const at = (task: { startsAt: string; endsAt: string; id: string }) =>
      pool.query(
        `WITH made AS (SELECT open_case(gen_random_uuid(), case_number('RW', now()), 'signup', $1, $2, $2, 'self', NULL,
           'confirmed', 'nobody', NULL, 't', $3, $4, NULL, now()) AS id)
         INSERT INTO signups (case_id, state, task_id, party_id, starts_at, ends_at)
         SELECT id, 'confirmed', $5, $2, $3, $4 FROM made`,
        [here, person.accountId, task.startsAt, task.endsAt, task.id],
      )
    await together(2, (n) => at((n === 0 ? one : two) as typeof one))
    const { rows } = await pool.query('SELECT 1 FROM signups WHERE party_id = $1', [person.accountId])
    expect(rows).toHaveLength(2)
  })
})
