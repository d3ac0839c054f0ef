/** What is told of a booking opens for whom it was sent to: the party's page, and the desk's for staff and those above. */
import { expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { walkNotices } from '../../support/opens'
import { act, book, deliverAll, ok } from '../../support/story'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, signIn, wish } from '../../support/world'
import { escalateOverdue } from '../../../bff/src/modules/cases/clock'

const app = await testApp()

test('every kind, for every recipient', async () => {
  await makeDivisions(app)
  await liftQuota(app)
  app.clock.set(monday)
  const party = await makePerson(app)
  const staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  await makePerson(app, { name: '镇督办', grants: [['supervisor', here.slice(0, 9)]] })
  const asked = async () => (await book(app, party, wish(await makeRoom(app)))).id
  const note = { body: { note: '那天要检修' } }
  const [confirmed, refused, supplemented] = [await asked(), await asked(), await asked()]
  await ok(act(app, 'confirmBooking', staff, confirmed))
  await ok(act(app, 'refuseBooking', staff, refused, note))
  await ok(act(app, 'askSubject', staff, supplemented, note))
  await deliverAll(app)
  await ok(act(app, 'supplementBooking', party, supplemented, { body: { note: '两点' } }))
  await ok(act(app, 'cancelBooking', staff, confirmed, note))
  await asked()
  app.clock.set('2026-11-24T09:00:00Z')
  Object.assign(staff, await signIn(app.deps, staff.accountId))
  await escalateOverdue(app.deps)
  expect(await walkNotices(app)).toEqual({
    kinds: [
      'booking_asked',
      'booking_cancelled_by_staff',
      'booking_confirmed',
      'booking_escalated',
      'booking_refused',
      'booking_supplemented',
    ],
    shut: [],
  })
})
