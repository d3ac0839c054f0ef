/** Two devices send the same visits at once: each is kept once. The control has no key: there they are kept twice. */
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { type Recorded, visitOf, wantedElder } from '../../support/visits'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let [staff, worker] = [{} as Person, {} as Person]

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  worker = await makePerson(app, { name: '李网格', grants: [['grid_worker', here]] })
})

async function race(): Promise<{ kept: number; told: number; answers: number }> {
  const elders = await Promise.all(
    Array.from({ length: 3 }, async () =>
      ok(app.call<{ id: string }>('addElder', { body: wantedElder(), token: staff.token })),
    ),
  )
  const ids = elders.map(({ id }) => id)
  const visits = ids.flatMap((id) => [
    visitOf(id, { outcome: 'not_home', at: '2026-11-22T02:00:00Z' }),
    visitOf(id, { outcome: 'not_home' }),
  ])
  const answers = values(
    await together(20, (n) => {
      const body = { visits: n % 2 === 0 ? visits : [...visits].reverse() }
      return app.call<Recorded>('recordVisits', { body, token: n % 3 === 0 ? staff.token : worker.token })
    }),
  )
  const { rows } = await pool.query<{ kept: number; told: number }>(
    `SELECT (SELECT count(*)::int FROM visits WHERE elder_id = ANY ($1::uuid[])) AS kept,
       (SELECT count(*)::int FROM notices n, unnest($1::uuid[]) e
         WHERE n.kind = 'visit_urgent' AND n.event_key LIKE '%' || e || '%') AS told`,
    [ids],
  )
  const fine = answers.filter(({ body }) => body.results.every(({ refused }) => refused === null))
  return { kept: rows[0]?.kept ?? 0, told: rows[0]?.told ?? 0, answers: fine.length }
}

test('each is kept once, and what follows from it is told once to each of the office', async () => {
  expect(await race()).toEqual({ kept: 6, told: 3 * 2, answers: 20 })
})

test('the control: without the key of a visit the same race keeps them more than once', async () => {
  await pool.query(`ALTER TABLE visit_notes DROP CONSTRAINT visit_notes_visit_id_fkey;
    ALTER TABLE visits DROP CONSTRAINT visits_corrects_id_fkey, DROP CONSTRAINT visits_pkey`)
  await pool.query(`CREATE FUNCTION blind() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.id := gen_random_uuid(); RETURN NEW; END $$;
    CREATE TRIGGER visits_blind BEFORE INSERT ON visits FOR EACH ROW EXECUTE FUNCTION blind()`)
  expect((await race()).kept).toBeGreaterThan(6)
})
