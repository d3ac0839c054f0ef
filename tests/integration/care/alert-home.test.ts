/** What somebody has to see to at once stands on their home page, whatever else is next for them. */
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { makeDoorPerson } from '../../support/care'
import { sayOne } from '../../support/care-day'
import { ok } from '../../support/story'
import { here, type Person } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const { stage: s } = at

const home = async ({ token }: Person) =>
  (await ok(app.call<{ alert: unknown }>('getHome', { params: { community: here }, token }))).alert

test('an alert stands there for those for whom it opens, until somebody else has it or it is closed', async () => {
  expect(await home(s.staff)).toBeNull()
  const personId = await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '不该来的人' })
  await sayOne(app, s.carer, { kind: 'barred_seen', ...at.about(), personId })
  const { rows } = await app.database.pool.query<{ id: string }>('SELECT id FROM care_alerts')
  const id = rows[0]?.id ?? ''
  for (const who of [s.staff, s.leader]) expect(await home(who)).toEqual({ id, waiting: 1 })
  for (const who of [s.carer, s.mother]) expect(await home(who)).toBeNull()
  await ok(app.call('takeCareAlert', { params: { id }, body: { from: null }, token: s.staff.token }))
  expect(await home(s.staff)).toEqual({ id, waiting: 1 })
  expect(await home(s.leader)).toBeNull()
  const body = { outcome: 'settled', words: '和妈妈通了电话，来人已离开' }
  await ok(app.call('closeCareAlert', { params: { id }, body, token: s.staff.token }))
  expect(await home(s.staff)).toBeNull()
})

test('nor for whoever is barred from the child, also when the bar came later', async () => {
  const personId = await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '另一个人' })
  await sayOne(app, s.carer, { kind: 'barred_seen', ...at.about(), personId })
  expect(await home(s.leader)).not.toBeNull()
  await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '组长李老师' })
  expect(await home(s.leader)).toBeNull()
})
