/** An alert waits from its first cause on, and is taken by exactly one; the control shows that all of them were there in the same moment. */
import { expect, test } from 'vitest'
import { watchChildren } from '../../../bff/src/modules/care/jobs'
import { testApp } from '../../support/app'
import { clock, makeDoorPerson, moveTo } from '../../support/care'
import { ids, sayOne } from '../../support/care-day'
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

test('goes up in its time, however often the same happens again', async () => {
  const above = await makePerson(app, { name: '镇值班', grants: [['supervisor', '532301101']] })
  const told = async () => ids(...(await people()).map((accountId) => ({ accountId })))
  const people = async () => {
    const { rows } = await pool.query<{ id: string; raised_at: Date }>(
      `SELECT w.account_id AS id, a.raised_at FROM care_alert_people w JOIN care_alerts a ON a.id = w.alert_id
       WHERE a.child_id = $1`,
      [s.child.childId],
    )
    for (const row of rows) expect(row.raised_at.toISOString()).toBe(clock('17:40'))
    return rows.map((row) => row.id)
  }
  const personId = await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '不该来的人' })
  for (const time of ['17:40', '17:42', '17:44']) {
    await moveTo(app, clock(time), s.carer)
    await sayOne(app, s.carer, { kind: 'barred_seen', ...at.about(), personId })
  }
  await watchChildren(app.deps)
  expect(await told()).toEqual(ids(s.leader, s.staff))
  await moveTo(app, clock('17:45'))
  await watchChildren(app.deps)
  expect(await told()).toEqual(ids(s.leader, s.staff, above))
})

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
