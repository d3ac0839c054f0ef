/** Every notice of a care day opens for everybody it was sent to: nobody reads that they are not on duty. */
import { expect, test } from 'vitest'
import { type Notice, noticeOpens } from '../../../bff/contracts/src/notices'
import { watchChildren } from '../../../bff/src/modules/care/jobs'
import { deliverOverdue } from '../../../bff/src/modules/notices/jobs'
import { testApp } from '../../support/app'
import { clock, makeCarer, makeDoorPerson, makeDuty, makePlaced, moveTo } from '../../support/care'
import { record, sayOne, send } from '../../support/care-day'
import { opened, rolesOf, walkNotices } from '../../support/opens'
import { ok } from '../../support/story'
import { makePerson, type Person } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const { stage: s } = at

/** What a care day can tell; a new kind has to be walked through here. */
const kinds = [
  'barred_person_seen',
  'care_alert_handed',
  'child_absent',
  'child_came',
  'child_health',
  'child_incident',
  'child_late_15',
  'child_late_30',
  'child_late_60',
  'child_marks_differ',
  'child_missing',
  'child_released',
  'release_overridden',
  'release_refused',
]

async function aDay(): Promise<void> {
  const about = at.about()
  const other = await makePlaced(app, s.programme, { guardians: [s.mother] })
  const second = await makeCarer(app, '二班来的老师')
  await makeDuty(app, s.programme, second)
  await watchChildren(app.deps)
  const unseen = { sessionId: s.session, childId: other.childId }
  await sayOne(app, s.carer, { kind: 'present', ...unseen })
  await sayOne(app, second, { kind: 'absent', ...unseen, over: null })
  await sayOne(app, s.carer, { kind: 'absent', ...unseen })
  await at.byCode('000000')
  const personId = await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '某人' })
  await send(
    app,
    s.carer,
    record(app, { kind: 'barred_seen', ...about, personId }),
    record(app, { kind: 'health', ...about, text: '有点咳嗽' }),
    record(app, { kind: 'incident', ...about, text: '摔了一跤' }),
  )
  const { rows } = await app.database.pool.query<{ id: string }>(
    `SELECT id FROM care_alerts WHERE child_id = $1 AND kind = 'barred'`,
    [s.child.childId],
  )
  const params = { id: rows[0]?.id ?? '' }
  await ok(app.call('takeCareAlert', { params, body: { from: null }, token: s.staff.token }))
  await ok(app.call('handOnCareAlert', { params, body: { to: s.leader.accountId }, token: s.staff.token }))
}

test('one from before there were alerts opens the case for staff, and the list of today for a carer', async () => {
  await sayOne(app, s.carer, {
    kind: 'barred_seen',
    ...at.about(),
    personId: await makeDoorPerson(app, s.child.childId, { kind: 'barred', name: '某人' }),
  })
  await app.database.pool.query('UPDATE notices SET alert_id = NULL')
  app.clock.advance(1)
  await deliverOverdue(app.deps)
  const opens = async ({ accountId, token }: Pick<Person, 'accountId' | 'token'>) => {
    const { notices } = await ok(app.call<{ notices: Notice[] }>('listNotices', { token }))
    const one = notices.find(({ kind }) => kind === 'barred_person_seen')
    const what = one && noticeOpens(one, await rolesOf(app, accountId))
    return what && { what: what.what, status: (await opened(app, what, token)).status }
  }
  expect(await opens(s.staff)).toEqual({ what: 'desk_case', status: 200 })
  expect(await opens(s.leader)).toEqual({ what: 'care_day', status: 200 })
})

test('every kind, for every recipient', async () => {
  await makePerson(app, { name: '镇值班', grants: [['supervisor', '532301101']] })
  await aDay()
  for (const time of ['18:45', '19:00', '19:30']) {
    await moveTo(app, clock(time), s.leader, s.staff, s.carer)
    await watchChildren(app.deps)
  }
  await at.overridden(s.leader)
  expect(await walkNotices(app)).toEqual({ kinds, shut: [] })
})
