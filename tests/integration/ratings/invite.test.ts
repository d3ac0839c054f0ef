import { beforeAll, beforeEach, expect, test } from 'vitest'
import { completeEnded } from '../../../bff/src/modules/bookings/jobs'
import { inviteToRate } from '../../../bff/src/modules/ratings/jobs'
import { testApp } from '../../support/app'
import { again, finishedBooking, makeRater, rate } from '../../support/ratings'
import { act, book, deliverAll, ok, set } from '../../support/story'
import { together } from '../../support/together'
import { here, liftQuota, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let staff: Person
let party: Person
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
})
beforeEach(async () => {
  app.clock.set('2026-11-23T02:12:00Z')
  party = await makeRater(app)
  id = (await finishedBooking(app, party, await again(app, staff))).id
})

const invitations = async (): Promise<number> => {
  const { rows } = await app.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM notices WHERE case_id = $1 AND kind = 'rating_invited'`,
    [id],
  )
  return rows[0]?.n ?? -1
}

test('one invitation after three days, also when two workers come at once', async () => {
  app.clock.set('2026-11-28T08:59:59Z')
  await inviteToRate(app.deps)
  expect(await invitations()).toBe(0)
  app.clock.set('2026-11-28T09:00:00Z')
  await together(4, () => inviteToRate(app.deps))
  expect(await invitations()).toBe(1)
  app.clock.advance(10 * 1440)
  await inviteToRate(app.deps)
  expect(await invitations()).toBe(1)
  await deliverAll(app)
  party = await again(app, party)
  const { notices } = await ok(
    app.call<{ notices: { kind: string; facts: { title: string } }[] }>('listNotices', {
      token: party.token,
    }),
  )
  expect(notices).toContainEqual(
    expect.objectContaining({
      kind: 'rating_invited',
      facts: expect.objectContaining({ title: '三楼多功能厅' }),
    }),
  )
  await ok(rate(app, party, id))
  // Followed, whichever way its person came: it goes, and with it its 未读.
  const after = await ok(
    app.call<{ notices: { kind: string }[]; unread: number }>('listNotices', { token: party.token }),
  )
  expect(after.notices.map(({ kind }) => kind)).not.toContain('rating_invited')
  expect(after.unread).toBe(after.notices.length)
  const { rows } = await app.database.pool.query('SELECT unprompted FROM ratings WHERE case_id = $1', [id])
  expect(rows).toEqual([{ unprompted: false }])
})

test('whoever has rated is not invited, nor anybody after the time for it', async () => {
  party = await again(app, party)
  await ok(rate(app, party, id))
  app.clock.set('2026-11-29T02:00:00Z')
  await inviteToRate(app.deps)
  expect(await invitations()).toBe(0)
})

test('a worker that slept for two months invites nobody to what is over', async () => {
  app.clock.set('2027-01-25T02:00:00Z')
  await inviteToRate(app.deps)
  expect(await invitations()).toBe(0)
})

test('nobody is invited at night: what ended late is asked about the next morning', async () => {
  app.clock.set('2026-11-23T02:12:00Z')
  staff = await again(app, staff)
  const booked = await book(app, await makeRater(app), wish(await makeRoom(app)))
  await ok(act(app, 'confirmBooking', staff, booked.id))
  app.clock.set('2026-11-25T15:30:00Z')
  while ((await completeEnded(app.deps)) > 0);
  const { rows } = await app.database.pool.query('SELECT invite_at FROM rating_rights WHERE case_id = $1', [
    booked.id,
  ])
  expect(rows).toEqual([{ invite_at: new Date('2026-11-29T01:00:00Z') }])
})

test('the days are a setting of the division', async () => {
  await set(app, here, 'rating_invite_days', 1)
  app.clock.set('2026-11-23T02:12:00Z')
  party = await makeRater(app)
  id = (await finishedBooking(app, party, await again(app, staff))).id
  app.clock.set('2026-11-26T09:00:00Z')
  await inviteToRate(app.deps)
  expect(await invitations()).toBe(1)
})
