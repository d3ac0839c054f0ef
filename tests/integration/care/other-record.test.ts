/** Two records of one name and birthday are one child at the door, until staff have looked at papers. */
import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { makeCareProgramme, makeDoorPerson, makeDuty, makePlaced, type Placed } from '../../support/care'
import { childrenSeen } from '../../support/care-day'
import { here, makePerson, type Person, signIn } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const { stage } = at
const { pool } = app.database
let other: Placed
let setter: Person

beforeEach(async () => {
  setter = await makePerson(app, { name: '周敏' })
  other = await makePlaced(app, await makeCareProgramme(app), { guardians: [setter] })
  await pool.query('UPDATE children SET identity_hash = $2 WHERE id = ANY ($1)', [
    [stage.child.childId, other.childId],
    randomBytes(32),
  ])
  const barred = await makeDoorPerson(app, other.childId, { kind: 'barred', name: '张三' })
  await pool.query('UPDATE pickup_people SET created_by = $2 WHERE id = $1', [barred, setter.accountId])
})

const listed = (name: string) => makeDoorPerson(app, stage.child.childId, { name })

test('whom a known guardian barred on the one is barred on the other', async () => {
  expect(await at.listed(await listed('张 三'))).toBe('person_barred')
  expect(await at.listed(await listed('李四'))).toBe('kept')
})

test('and whoever is almost called so waits for a look', async () => {
  expect(await at.listed(await listed('张叁'))).toBe('person_alike')
})

test.each<[string, string]>([
  ['a guardian whom staff do not know', 'UPDATE guardians SET known_at = NULL WHERE child_id = $1'],
  ['a guardian whose link has ended', 'UPDATE guardians SET ended_at = now() WHERE child_id = $1'],
  ['a record that staff have set apart', 'UPDATE children SET identity_no = 1 WHERE id = $1'],
])('%s bars nobody elsewhere', async (_, sql) => {
  await pool.query(sql, [other.childId])
  expect(await at.listed(await listed('张三'))).toBe('kept')
})

test('a carer who is barred, or a guardian of the child, reads nowhere who is barred', async () => {
  await makeDoorPerson(app, stage.child.childId, { kind: 'barred', name: '爸爸' })
  const seen = async (who: Person) => {
    const children = await childrenSeen(app, await signIn(app.deps, who.accountId))
    const child = children.find((one) => one.childId === stage.child.childId)
    return [child?.barredPeople.length, child?.guardians.filter((g) => g.barredAs !== null).length]
  }
  expect(await seen(stage.carer)).toEqual([1, 1])
  for (const [who, name] of [
    [stage.father, '爸爸'],
    [stage.mother, '妈妈'],
  ] as const) {
    await pool.query(
      `INSERT INTO grants (id, account_id, role, division_code, display_name, created_at)
       VALUES (gen_random_uuid(), $1, 'care_worker', $2, $3, now())`,
      [who.accountId, here, name],
    )
    await makeDuty(app, stage.programme, who)
    expect(await seen(who)).toEqual([0, 0])
  }
})
