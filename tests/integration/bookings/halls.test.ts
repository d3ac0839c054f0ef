/** A partner unit answers what is asked of its own hall, as staff do, and is named nobody (docs/bookings.md › Whose hall it is). */
import { describe, expect, test } from 'vitest'
import type { BookingCase, BookingDetail } from '../../../bff/contracts/src/booking-case'
import { escalateOverdue } from '../../../bff/src/modules/cases/clock'
import { testApp } from '../../support/app'
import { hallStage } from '../../support/halls'
import { act, book, caseOf, deliverAll, ok } from '../../support/story'
import { here, localTime, type Person, signIn, wish } from '../../support/world'

const app = await testApp()
const { people, rooms, hallOf, asks } = hallStage(app)
const { desk, listed, board, home } = asks

const look = (name: 'readContact' | 'readBookingHistory', { token }: Person, id: string) =>
  app.call(name, { params: { id }, token })
/** The same people on another day, when their sessions are over. */
const later = async (day: string, hour: number) => {
  app.clock.set(localTime(day, hour))
  for (const key of ['unit', 'staff', 'above', 'party'] as const)
    people[key] = await signIn(app.deps, people[key].accountId)
}

describe('what is asked of its hall', () => {
  test('comes to its desk, its home page, its list and its board, and nothing else of the community does', async () => {
    const mine = await book(app, people.party, wish(rooms.hall))
    await book(app, people.party, wish(rooms.others))
    await book(app, people.party, wish(rooms.ours))
    const seen = await desk(people.unit)
    expect(seen.cases.map(({ id }) => id)).toEqual([mine.id])
    expect(seen.counts).toMatchObject({ waiting: 1, overdue: 0, asked: 0, today: 0 })
    expect((await home(people.unit)).deskWaiting).toBe(1)
    expect((await listed(people.unit)).cases.map(({ id }) => id)).toEqual([mine.id])
    expect((await listed(people.unit, { room: rooms.ours })).cases).toEqual([])
    const { rooms: onBoard, canManage } = await board(people.unit)
    expect([onBoard.map(({ id }) => id), canManage]).toEqual([[rooms.hall], true])
    expect(onBoard[0]?.blocks.map(({ caseId }) => caseId)).toEqual([mine.id])
    // The community's staff see all of it.
    expect((await desk(people.staff)).cases).toHaveLength(3)
  })

  test('is confirmed, taken back, refused with a reason and another room, and its person is told', async () => {
    const { id } = await book(app, people.party, wish(rooms.hall))
    expect((await caseOf(app, people.unit, id)).can).toEqual(
      expect.arrayContaining(['confirm', 'refuse', 'ask', 'reschedule']),
    )
    await ok(act(app, 'confirmBooking', people.unit, id))
    await ok(act(app, 'undoDecision', people.unit, id))
    expect((await act(app, 'refuseBooking', people.unit, id)).status).toBe(422)
    const refused = await ok(
      act(app, 'refuseBooking', people.unit, id, {
        body: { note: '那天我们自己开会', alternativeRoomId: rooms.ours },
      }),
    )
    expect(refused.timeline.map(({ action, by }) => [action, by])).toEqual([
      ['request', null],
      ['see', '烟草公司何玉兰'],
      ['confirm', '烟草公司何玉兰'],
      ['undo', '烟草公司何玉兰'],
      ['refuse', '烟草公司何玉兰'],
    ])
    const theirs = await caseOf(app, people.party, id)
    expect(theirs).toMatchObject({ state: 'refused', facts: { alternativeRoomId: rooms.ours } })
  })

  test('is asked about, and the answer is told to who asked, while it is still theirs to ask', async () => {
    const { id } = await book(app, people.party, wish(rooms.hall))
    const told = async (who: Person) =>
      (await ok(app.call<{ notices: { kind: string }[] }>('listNotices', { token: who.token }))).notices.map(
        ({ kind }) => kind,
      )
    const ask = () => ok(act(app, 'askSubject', people.unit, id, { body: { note: '要用音响吗？' } }))
    const answer = () => ok(act(app, 'supplementBooking', people.party, id, { body: { note: '不用' } }))
    await ask()
    await answer()
    await deliverAll(app)
    expect(await told(people.unit)).toContain('booking_supplemented')
    await ask()
    await app.database.pool.query('UPDATE facilities SET owner_id = NULL WHERE owner_id = $1', [
      people.unit.accountId,
    ])
    await answer()
    await deliverAll(app)
    expect((await told(people.unit)).filter((kind) => kind === 'booking_supplemented')).toHaveLength(1)
    expect(await told(people.staff)).toContain('booking_supplemented')
  })

  test('gets another time within its own rooms, and goes into none of somebody else', async () => {
    const second = await hallOf(people.unit)
    const { id } = await book(app, people.party, wish(rooms.hall))
    const move = (roomId: string, from = 9) =>
      act(app, 'rescheduleBooking', people.unit, id, {
        body: { ...spanOf(from), roomId, note: '那天下午我们要用' },
      })
    expect((await move(rooms.ours)).status).toBe(404)
    expect((await move(rooms.others)).status).toBe(404)
    await ok(move(rooms.hall))
    await ok(move(second, 11))
    expect(await caseOf(app, people.party, id)).toMatchObject({ facts: { roomId: second } })
  })

  test('is seen to come, given on and given back by who is at the door', async () => {
    const { id } = await book(app, people.party, wish(rooms.hall))
    await ok(act(app, 'confirmBooking', people.unit, id))
    await later('2026-11-25', 14)
    expect((await desk(people.unit, 'today')).cases.map((one) => one.id)).toEqual([id])
    const there = (await ok(act(app, 'checkInBooking', people.unit, id))) as BookingDetail
    expect(there.facts.checkedInAt).not.toBeNull()
    await ok(act(app, 'uncheckBooking', people.unit, id))
    await later('2026-11-25', 14.5)
    await ok(act(app, 'releaseBooking', people.unit, id))
    await ok(act(app, 'regainBooking', people.unit, id))
  })

  test('is booked by hand for who stands there, and confirmed at once', async () => {
    const file = (who: Person, roomId: string) =>
      app.call<BookingDetail>('fileBooking', {
        body: { ...wish(roomId), person: { name: '普秀英', phone: null } },
        token: who.token,
      })
    const filed = await ok(file(people.unit, rooms.hall))
    expect(filed).toMatchObject({ state: 'confirmed', readAs: 'staff', canReadContact: false })
    expect(filed.timeline[0]).toMatchObject({ action: 'request', side: 'staff', by: '烟草公司何玉兰' })
    for (const roomId of [rooms.ours, rooms.others])
      expect((await file(people.unit, roomId)).problem.code).toBe('not_found')
  })
})

describe('who books its hall', () => {
  test('is named to the unit nowhere: not on the case, not in a list, not on request', async () => {
    const { id } = await book(app, people.party, { ...wish(rooms.hall), note: '开家长会' })
    const seen = await caseOf(app, people.unit, id)
    expect(seen).toMatchObject({ canReadContact: false, facts: { note: '开家长会' } })
    expect((await look('readContact', people.unit, id)).problem.code).toBe('contact_not_justified')
    expect((await look('readBookingHistory', people.unit, id)).problem.code).toBe('contact_not_justified')
    expect(
      (
        await app.call('listDeskBookings', {
          params: { division: here },
          query: { personOf: id },
          token: people.unit.token,
        })
      ).problem.code,
    ).toBe('contact_not_justified')
    const all = JSON.stringify([
      seen,
      await desk(people.unit),
      await listed(people.unit),
      await board(people.unit),
    ])
    for (const secret of ['板上不写的名字', people.party.accountId]) expect(all).not.toContain(secret)
  })

  test('does not lose their own case: nobody answers what they asked for themselves', async () => {
    const { id } = await book(app, people.unit, wish(rooms.hall))
    expect((await act(app, 'confirmBooking', people.unit, id)).problem.code).toBe('not_allowed')
    await ok(act(app, 'confirmBooking', people.staff, id))
  })

  test('of a full week the unit reads that it is full, and nothing of what fills it', async () => {
    await app.database.pool.query(
      `INSERT INTO division_settings (division_code, key, value) VALUES ($1, 'booking_quota_per_week', '1')
       ON CONFLICT (division_code, key) DO UPDATE SET value = '1'`,
      [here],
    )
    const ours = await book(app, people.party, wish(rooms.ours, 9, 10, '2026-12-02'))
    const { id } = await book(app, people.party, wish(rooms.hall))
    const body = { ...spanOf(11, '2026-12-02'), note: '那天下午我们要用' }
    const refused = async (who: Person) => (await act(app, 'rescheduleBooking', who, id, { body })).problem
    expect(await refused(people.unit)).toMatchObject({
      code: 'booking_quota_reached',
      facts: { perWeek: 1, bookings: [] },
    })
    expect(JSON.stringify((await refused(people.staff)).facts)).toContain(ours.id)
    await app.database.pool.query('DELETE FROM division_settings WHERE division_code = $1', [here])
  })
})

describe('nobody is forgotten', () => {
  test('what the unit does not answer in time is the township’s to see, and the staff’s to answer', async () => {
    const { id } = await book(app, people.party, wish(rooms.hall))
    await later('2026-11-24', 18)
    await escalateOverdue(app.deps)
    await deliverAll(app)
    const notices = await ok(
      app.call<{ notices: { kind: string; caseId: string | null }[] }>('listNotices', {
        token: people.above.token,
      }),
    )
    expect(notices.notices).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'booking_escalated', caseId: id })]),
    )
    const late = await app.call<{ cases: BookingCase[] }>('deskList', {
      query: { division: here.slice(0, 9), show: 'overdue' },
      token: people.above.token,
    })
    expect(late.body.cases.map((one) => one.id)).toContain(id)
    expect((await desk(people.unit, 'overdue')).cases[0]).toMatchObject({
      id,
      overdue: true,
      escalated: true,
    })
    await ok(act(app, 'confirmBooking', people.staff, id))
  })
})

const spanOf = (from: number, day = '2026-11-25') => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, from + 2),
})
