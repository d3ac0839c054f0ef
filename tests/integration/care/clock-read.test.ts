/** What the clock says of a child is right where it is read, for guardians and carers, though no worker has run. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import {
  clock,
  makeCareProgramme,
  makeCarer,
  makeCareSession,
  makeDoorPerson,
  makeDuty,
  makePlaced,
  moveTo,
  type Placed,
  tomorrow,
} from '../../support/care'
import { childrenSeen, daysOf, sayOne } from '../../support/care-day'
import { ok, set } from '../../support/story'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let session = ''
let carer: Person
let mother: Person
let child: Placed

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await app.database.pool.query('DELETE FROM division_settings')
  app.deps.cache.drop('divisions')
  await moveTo(app, clock('15:00'))
  const programme = await makeCareProgramme(app)
  session = await makeCareSession(app, programme)
  await makeCareSession(app, programme, { day: tomorrow })
  carer = await makeCarer(app, '王老师')
  await makeDuty(app, programme, carer)
  mother = await makePerson(app)
  child = await makePlaced(app, programme, { guardians: [mother] })
})

const of = () => ({ sessionId: session, childId: child.childId })
/** To the guardian and to the carer alike. */
const now = async () => {
  const [day] = await daysOf(app, mother, child.childId)
  const [seen] = await childrenSeen(app, carer)
  expect([seen?.missing, seen?.lateMinutes]).toEqual([day?.missing, day?.lateMinutes])
  return [day?.missing, day?.lateMinutes]
}
const go = (time: string) => moveTo(app, clock(time), carer, mother)

test('says that a child is missing until it is seen or excused, with the minutes of its division', async () => {
  await go('16:39:59')
  expect(await now()).toEqual([false, null])
  await go('16:40')
  expect(await now()).toEqual([true, null])
  await set(app, '5323', 'care_missing_minutes', 25)
  expect(await now()).toEqual([false, null])
  await go('16:55')
  expect(await now()).toEqual([true, null])
  await sayOne(app, carer, { kind: 'absent', ...of() })
  expect(await now()).toEqual([false, null])
  expect((await daysOf(app, mother, child.childId))[1]?.missing).toBe(false)
})

test('says nothing of a child that a guardian excused', async () => {
  await ok(
    app.call('reportAbsence', {
      params: { id: child.childId },
      body: { sessionId: session, absent: true },
      token: mother.token,
    }),
  )
  await go('17:00')
  expect(await now()).toEqual([false, null])
})

test('says how late a child is that is still there, from the first step of its division', async () => {
  await go('16:40')
  await sayOne(app, carer, { kind: 'present', ...of() })
  await go('18:44:59')
  expect(await now()).toEqual([false, null])
  await go('18:50')
  expect(await now()).toEqual([false, 20])
  await set(app, '5323', 'care_late_minutes', [30, 60, 90])
  expect(await now()).toEqual([false, null])
  await go('21:30')
  expect(await now()).toEqual([false, 180])
  const personId = await makeDoorPerson(app, child.childId)
  await sayOne(app, carer, { kind: 'release', ...of(), by: { method: 'listed', personId } })
  expect((await daysOf(app, mother, child.childId))[0]).toMatchObject({
    mark: 'released',
    missing: false,
    lateMinutes: null,
  })
})

test('a child that is there is late also when its place was given back; a day long gone says nothing', async () => {
  await go('16:40')
  await sayOne(app, carer, { kind: 'present', ...of() })
  await app.database.pool.query(`UPDATE cases SET state = 'cancelled' WHERE id = $1`, [child.caseId])
  await go('19:00')
  expect((await daysOf(app, mother, child.childId))[0]?.lateMinutes).toBe(30)
  await sayOne(app, carer, { kind: 'absent', ...of() })
  expect((await daysOf(app, mother, child.childId))[0]?.lateMinutes).toBeNull()
  await moveTo(app, clock('18:30', tomorrow), mother)
  expect((await daysOf(app, mother, child.childId))[0]).toMatchObject({ missing: false, lateMinutes: null })
})
