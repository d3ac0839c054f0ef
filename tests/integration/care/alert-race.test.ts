/** An alert is taken by exactly one; the control shows that all of them were there in the same moment. */
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { makeDoorPerson } from '../../support/care'
import { sayOne } from '../../support/care-day'
import { together, values } from '../../support/together'
import { here, makePerson, type Person } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const { pool } = app.database
const at = theDoor(app)
const { stage: s } = at
const many = 6

async function raised(): Promise<string> {
  const personId = await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '不该来的人' })
  await sayOne(app, s.carer, { kind: 'barred_seen', ...at.about(), personId })
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM care_alerts WHERE child_id = $1', [
    s.child.childId,
  ])
  return rows[0]?.id ?? ''
}

const workers = () =>
  Promise.all(
    Array.from({ length: many }, (_, n) =>
      makePerson(app, { name: `值班员${n}`, grants: [['grid_worker', here]] }),
    ),
  )

const taken = async (id: string, people: readonly Person[]): Promise<number> => {
  const answers = values(
    await together(many, (n) =>
      app.call('takeCareAlert', { params: { id }, body: { from: null }, token: people[n]?.token ?? '' }),
    ),
  )
  return answers.filter((a) => a.status === 200).length
}

const steps = async (id: string): Promise<number> =>
  (await pool.query(`SELECT FROM care_alert_steps WHERE alert_id = $1 AND kind = 'taken'`, [id])).rows.length

test('six who take it at once: one has it', async () => {
  const people = await workers()
  const id = await raised()
  expect(await taken(id, people)).toBe(1)
  expect(await steps(id)).toBe(1)
})

/** The control: whoever holds it is not written down, so that the guard of the update finds it free each time. */
test('without the holder in the row several have it', async () => {
  const people = await workers()
  const id = await raised()
  await pool.query(`CREATE FUNCTION forget_holder() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN NEW.taken_by := NULL; NEW.taken_at := NULL; RETURN NEW; END$$`)
  await pool.query(
    `CREATE TRIGGER forget_holder BEFORE UPDATE ON care_alerts FOR EACH ROW EXECUTE FUNCTION forget_holder()`,
  )
  expect(await taken(id, people)).toBeGreaterThan(1)
  expect(await steps(id)).toBeGreaterThan(1)
})
