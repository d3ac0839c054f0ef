import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { act, book, caseOf, deliverAll, ok } from '../../support/story'
import { here, localTime, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
let party: Person
let staff: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
})

const kindsOf = async (person: Person): Promise<string[]> => {
  const { notices } = await ok(
    app.call<{ notices: { kind: string }[] }>('listNotices', { token: person.token }),
  )
  return notices.map((n) => n.kind)
}

describe('where approval is automatic', () => {
  test('a request is confirmed at once, with the door’s keeper, and the inbox says so', async () => {
    const detail = await book(app, party, wish(await makeRoom(app, { approval: 'automatic' })))
    expect(detail).toMatchObject({
      state: 'confirmed',
      waitingFor: 'nobody',
      dueAt: null,
      facts: { keeper: { name: '李师傅', phone: '13900000001' } },
      can: ['cancel', 'reschedule'],
      undoUntil: null,
    })
    expect(detail.timeline).toMatchObject([
      { action: 'request', from: null, to: 'confirmed', side: 'party', by: null },
    ])
    await deliverAll(app)
    expect(await kindsOf(party)).toEqual(['booking_confirmed'])
  })

  test('nobody took that decision, so nobody takes it back', async () => {
    const { id } = await book(app, party, wish(await makeRoom(app, { approval: 'automatic' })))
    expect((await caseOf(app, staff, id)).can).not.toContain('undo')
    expect((await act(app, 'undoDecision', staff, id)).problem.code).toBe('undo_too_late')
  })
})

describe('where staff approve', () => {
  test('a request waits for them, holds its slot, and is confirmed with the keeper', async () => {
    const body = { ...wish(await makeRoom(app)), note: '需要投影' }
    const detail = await book(app, party, body)
    expect(detail).toMatchObject({
      type: 'booking',
      state: 'pending',
      waitingFor: 'staff',
      overdue: false,
      escalated: false,
      community: here,
      communityName: '东兴社区',
      readAs: 'party',
      communityPhone: '0878-3120000',
      can: ['supplement', 'cancel', 'reschedule'],
      startsAt: localTime('2026-11-25', 14),
      endsAt: localTime('2026-11-25', 16),
      facts: { attendees: 20, keeper: null, note: '需要投影', bufferMinutes: 30 },
    })
    await ok(act(app, 'confirmBooking', staff, detail.id))
    expect(await kindsOf(party)).toEqual([])
    await deliverAll(app)
    expect(await kindsOf(party)).toEqual(['booking_confirmed'])
    const after = await caseOf(app, party, detail.id)
    expect(after).toMatchObject({
      state: 'confirmed',
      waitingFor: 'nobody',
      facts: { keeper: { name: '李师傅' } },
    })
    expect(after.timeline.map((e) => [e.action, e.side, e.by])).toEqual([
      ['request', 'party', null],
      ['confirm', 'staff', '杨会琼'],
    ])
  })

  test('a refusal says why and may name another room', async () => {
    const [roomId, otherRoom] = [await makeRoom(app), await makeRoom(app)]
    const { id } = await book(app, party, wish(roomId))
    const body = { note: '当天停电', alternativeRoomId: otherRoom }
    const refused = await ok(act(app, 'refuseBooking', staff, id, { body }))
    expect(refused).toMatchObject({ state: 'refused', waitingFor: 'nobody', canReadContact: false })
    expect(await caseOf(app, party, id)).toMatchObject({ facts: { alternativeRoomId: otherRoom } })
    expect((await caseOf(app, party, id)).timeline.at(-1)).toMatchObject({
      action: 'refuse',
      note: '当天停电',
      by: '杨会琼',
    })
    expect(await kindsOf(party)).toEqual([])
    await deliverAll(app)
    expect(await kindsOf(party)).toEqual(['booking_refused'])
  })

  test('a room that does not exist cannot be named, and nothing is decided', async () => {
    const { id } = await book(app, party, wish(await makeRoom(app)))
    const body = { note: '当天停电', alternativeRoomId: '00000000-0000-4000-8000-000000000000' }
    expect((await act(app, 'refuseBooking', staff, id, { body })).problem.code).toBe('not_found')
    expect((await caseOf(app, party, id)).state).toBe('pending')
  })

  test('a question makes it the resident’s turn, and the answer tells who asked', async () => {
    const { id } = await book(app, party, wish(await makeRoom(app)))
    const colleague = await makePerson(app, { name: '普文', grants: [['grid_worker', here]] })
    const asked = await ok(act(app, 'askSubject', staff, id, { body: { note: '用什么音响？' } }))
    expect(asked).toMatchObject({ state: 'pending', waitingFor: 'party' })
    await deliverAll(app)
    expect(await kindsOf(party)).toEqual(['booking_asked'])
    const answered = await ok(act(app, 'supplementBooking', party, id, { body: { note: '自带小音箱' } }))
    expect(answered).toMatchObject({ state: 'pending', waitingFor: 'staff' })
    await deliverAll(app)
    expect([await kindsOf(staff), await kindsOf(colleague)]).toEqual([['booking_supplemented'], []])
    expect(answered.timeline.map((e) => e.note)).toEqual([null, '用什么音响？', '自带小音箱'])
  })

  test('an answer to who has left the office is told to whoever works there now', async () => {
    const { id } = await book(app, party, wish(await makeRoom(app)))
    await ok(act(app, 'askSubject', staff, id, { body: { note: '用什么音响？' } }))
    await app.database.pool.query('UPDATE grants SET revoked_at = $2 WHERE account_id = $1', [
      staff.accountId,
      app.clock.now(),
    ])
    const [one, two] = [
      await makePerson(app, { name: '普文', grants: [['staff', here]] }),
      await makePerson(app, { name: '段丽', grants: [['staff', here]] }),
    ]
    await ok(act(app, 'supplementBooking', party, id, { body: { note: '自带小音箱' } }))
    await deliverAll(app)
    expect([await kindsOf(staff), await kindsOf(one), await kindsOf(two)]).toEqual([
      [],
      ['booking_supplemented'],
      ['booking_supplemented'],
    ])
  })

  test('with half a character, as a broken client sends it, a reason is kept readable', async () => {
    const { id } = await book(app, party, wish(await makeRoom(app)))
    const refused = await ok(act(app, 'refuseBooking', staff, id, { body: { note: '停电\ud800' } }))
    expect(refused.timeline.at(-1)?.note).toBe('停电\ufffd')
  })

  test('a confirmed booking is cancelled by staff only with a reason, which the resident is told', async () => {
    const { id } = await book(app, party, wish(await makeRoom(app)))
    await ok(act(app, 'confirmBooking', staff, id))
    await deliverAll(app)
    const { status, problem } = await act(app, 'cancelBooking', staff, id)
    expect({ status, paths: problem.errors?.map((e) => e.path) }).toEqual({
      status: 422,
      paths: ['body.note'],
    })
    await ok(act(app, 'cancelBooking', staff, id, { body: { note: '临时征用' } }))
    await deliverAll(app)
    expect(await kindsOf(party)).toEqual(['booking_cancelled_by_staff', 'booking_confirmed'])
  })
})

test('case numbers are readable, in order, and carry the day in Shanghai', async () => {
  app.clock.set('2026-11-23T16:30:00Z')
  const people = [await makePerson(app), await makePerson(app)]
  const numbers = []
  for (const person of people) numbers.push((await book(app, person, wish(await makeRoom(app)))).number)
  const [first, second] = numbers.map((number) => /^CD-261124-(\d{6})$/.exec(number)?.[1])
  expect(Number(second)).toBe(Number(first) + 1)
})
