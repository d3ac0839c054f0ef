/** Every notice of a care day opens for everybody it was sent to: nobody reads that they are not on duty. */
import { expect, test } from 'vitest'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { type Notice, noticeOpens, type Opens } from '../../../bff/contracts/src/notices'
import { watchChildren } from '../../../bff/src/modules/care/jobs'
import { deliverOverdue } from '../../../bff/src/modules/notices/jobs'
import { testApp } from '../../support/app'
import { clock, makeCarer, makeDoorPerson, makeDuty, makePlaced, moveTo } from '../../support/care'
import { record, sayOne, send } from '../../support/care-day'
import { ok } from '../../support/story'
import { makePerson, type Person, signIn } from '../../support/world'
import { theDoor } from './door'

const app = await testApp()
const at = theDoor(app)
const { stage: s } = at

const endpoints: Record<Opens['what'], EndpointName> = {
  rating: 'getRatingPage',
  follow_up: 'getFollowUp',
  desk_case: 'getCase',
  case: 'getCase',
  alert: 'getCareAlert',
  child_days: 'getChildDays',
  child: 'getChild',
  care_day: 'getCareDay',
  line_moves: 'listProposedMoves',
}
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

const rolesOf = async (accountId: string): Promise<string[]> => {
  const { rows } = await app.database.pool.query<{ role: string }>(
    'SELECT role FROM grants WHERE account_id = $1 AND revoked_at IS NULL',
    [accountId],
  )
  return rows.map((row) => row.role)
}
const opened = ({ what, id }: Opens, token: string) =>
  app.call(endpoints[what], { ...(id !== '' && { params: { id } }), token })

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
    const what = one && noticeOpens(one, await rolesOf(accountId))
    return what && { what: what.what, status: (await opened(what, token)).status }
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
  app.clock.advance(1)
  await deliverOverdue(app.deps)
  const { rows } = await app.database.pool.query<{ account_id: string }>(
    `SELECT DISTINCT account_id FROM notices WHERE delivered_at IS NOT NULL`,
  )
  const seen = new Set<string>()
  for (const { account_id } of rows) {
    const { token } = await signIn(app.deps, account_id)
    const { notices } = await ok(app.call<{ notices: Notice[] }>('listNotices', { token }))
    for (const notice of notices) {
      seen.add(notice.kind)
      const opens = noticeOpens(notice, await rolesOf(account_id))
      const answer = opens && (await opened(opens, token))
      expect({ kind: notice.kind, status: answer?.status }).toEqual({ kind: notice.kind, status: 200 })
    }
  }
  expect([...seen].sort()).toEqual(kinds)
})
