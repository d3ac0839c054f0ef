/** A child that neither came nor was excused stands first on the home page of whoever may read it. */
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDuty,
  makePlaced,
  moveTo,
} from '../../support/care'
import { sayOne } from '../../support/care-day'
import { ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const home = async ({ token }: Person) =>
  (await ok(app.call<{ missing: unknown[] }>('getHome', { params: { community: here }, token }))).missing

test('from the minutes of its division on until it is seen, and to nobody else', async () => {
  await makeDivisions(app)
  await moveTo(app, clock('15:00'))
  const programme = await makeCareProgramme(app)
  const session = await makeCareSession(app, programme)
  const [carer, mother, stranger] = [
    await makeCarer(app, '王老师'),
    await makePerson(app),
    await makePerson(app),
  ]
  await makeDuty(app, programme, carer)
  const { childId } = await makePlaced(app, programme, { guardians: [mother] })
  await moveTo(app, clock('16:39'), carer, mother, stranger)
  expect(await home(mother)).toEqual([])
  await moveTo(app, clock('16:40'), carer, mother, stranger)
  expect(await home(mother)).toMatchObject([{ childId, nickname: expect.any(String) as string }])
  expect(await home(stranger)).toEqual([])
  await sayOne(app, carer, { kind: 'present', sessionId: session, childId })
  expect(await home(mother)).toEqual([])
})

test('not once it was excused, nor of a session that is over, nor while the child is frozen', async () => {
  await moveTo(app, clock('15:00'))
  const programme = await makeCareProgramme(app)
  const session = await makeCareSession(app, programme)
  const [mother, father, aunt] = [await makePerson(app), await makePerson(app), await makePerson(app)]
  const { childId } = await makePlaced(app, programme, { guardians: [mother] })
  await makePlaced(app, programme, { guardians: [father] })
  const frozen = await makePlaced(app, programme, { guardians: [aunt] })
  const body = { sessionId: session, absent: true }
  await ok(app.call('reportAbsence', { params: { id: childId }, body, token: mother.token }))
  await moveTo(app, clock('17:00'), mother, father, aunt)
  expect(await home(mother)).toEqual([])
  for (const guardian of [father, aunt]) expect(await home(guardian)).toHaveLength(1)
  await app.database.pool.query(
    `INSERT INTO child_freezes (id, child_id, what, version, asked_by, asked_at, final_at)
     VALUES (gen_random_uuid(), $1, 'erase', 1, $2, $3, $3::timestamptz + interval '3 days')`,
    [frozen.childId, aunt.accountId, app.clock.now()],
  )
  expect(await home(aunt)).toEqual([])
  await moveTo(app, clock('18:31'), mother, father)
  expect(await home(father)).toEqual([])
})
