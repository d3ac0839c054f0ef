/** A partner unit reaches nothing but what is asked of its own hall, and that only while it is one. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { hallStage } from '../../support/halls'
import { act, book, caseOf, ok } from '../../support/story'
import { watching } from '../../support/viewer'
import { here, localTime, makePerson, nextDoor, type Person, wish } from '../../support/world'

const app = await testApp()
const { people, rooms, hallOf, revoke, asks } = hallStage(app)
const look = (name: 'readContact' | 'getCase', { token }: Person, id: string) =>
  app.call(name, { params: { id }, token })

describe('what is not theirs', () => {
  const decisions = [
    'confirmBooking',
    'refuseBooking',
    'askSubject',
    'cancelBooking',
    'checkInBooking',
    'releaseBooking',
    'completeBooking',
  ] as const

  test.each(['others', 'ours'] as const)('is not there for them: %s', async (where) => {
    const { id } = await book(app, people.party, wish(rooms[where]))
    expect((await look('getCase', people.unit, id)).status).toBe(404)
    for (const name of decisions) {
      const body = { note: '不行' }
      expect([name, (await act(app, name, people.unit, id, { body })).status]).toEqual([name, 404])
    }
    expect((await look('readContact', people.unit, id)).status).toBe(404)
    const many = await ok(
      app.call<{ results: { problem: { code: string } | null }[] }>('confirmBookings', {
        body: { ids: [id] },
        token: people.unit.token,
      }),
    )
    expect(many.results[0]?.problem?.code).toBe('not_found')
    expect(await caseOf(app, people.party, id)).toMatchObject({ state: 'pending' })
  })

  test('is gone with their office, and comes back with it for nobody else', async () => {
    const { id } = await book(app, people.party, wish(rooms.hall))
    await revoke(people.unit)
    expect((await look('readContact', people.unit, id)).status).toBe(404)
    for (const name of ['confirmBooking', 'checkInBooking'] as const)
      expect((await act(app, name, people.unit, id)).status).toBe(404)
    for (const call of ['deskList', 'readBoard', 'listDeskBookings'] as const) {
      const given = call === 'deskList' ? { query: { division: here } } : { params: { division: here } }
      expect((await app.call(call, { ...given, token: people.unit.token })).status).toBe(404)
    }
    expect((await asks.home(people.unit)).deskWaiting).toBeNull()
    await ok(act(app, 'confirmBooking', people.staff, id))
  })

  test('is nothing of a community where they are no unit, whoever a facility says', async () => {
    const away = await makePerson(app, { name: '别处', grants: [['partner_unit', nextDoor]] })
    const hall = await hallOf(away)
    const { id } = await book(app, people.party, wish(hall))
    expect((await act(app, 'confirmBooking', away, id)).status).toBe(404)
    const answer = await app.call('deskList', { query: { division: here }, token: away.token })
    expect(answer.status).toBe(404)
  })

  test('is not heard of: who watches their own board hears of their own rooms alone', async () => {
    const viewer = watching({
      base: () => app.base,
      token: people.unit.token,
      division: here,
      day: '2026-11-25',
    })
    await expect.poll(() => [...viewer.rooms.keys()]).toEqual([rooms.hall])
    await book(app, people.party, wish(rooms.ours, 9, 11))
    await book(app, people.party, wish(rooms.others, 9, 11))
    await book(app, people.party, wish(rooms.hall))
    await expect.poll(() => viewer.rooms.get(rooms.hall)?.blocks.length).toBe(1)
    expect([...viewer.rooms.keys()]).toEqual([rooms.hall])
    viewer.close()
  })

  test('gets nobody whom they send away: what they close moves into their own rooms alone', async () => {
    const { id } = await book(app, people.party, wish(rooms.hall))
    const span = spanOf(14)
    const met = await ok(
      app.call<{ bookings: { instead: { roomId: string }[] }[] }>('listMetBookings', {
        params: { id: rooms.hall },
        query: span,
        token: people.unit.token,
      }),
    )
    expect(met.bookings[0]?.instead).toEqual([])
    const close = (answers: object[], kind = 'closed') =>
      app.call<{ moved: number; cancelled: number }>('closeRooms', {
        body: { roomIds: [rooms.hall], ...span, reason: '检修', kind, weeks: 1, answers },
        token: people.unit.token,
      })
    expect((await close([{ caseId: id, answer: 'move', roomId: rooms.ours }])).problem.code).toBe(
      'closure_move_refused',
    )
    expect(await ok(close([], 'takeover'))).toMatchObject({ moved: 0, cancelled: 1 })
  })
})

test('what staff closed together they open in their own hall alone, and while it is theirs', async () => {
  const call = (name: 'closeRooms' | 'removeClosureSeries' | 'removeClosure', who: Person, given: object) =>
    app.call<{ closures: { id: string; roomId: string }[]; removed: number }>(name, {
      ...given,
      token: who.token,
    })
  const body = { ...spanOf(14), reason: '安置受灾群众', kind: 'takeover', weeks: 1, answers: [] }
  const roomIds = [rooms.hall, rooms.ours]
  const { closures } = await ok(call('closeRooms', people.staff, { body: { ...body, roomIds } }))
  const params = { id: closures.find(({ roomId }) => roomId === rooms.hall)?.id ?? '' }
  expect((await call('removeClosureSeries', people.other, { params })).status).toBe(404)
  expect(await ok(call('removeClosureSeries', people.unit, { params }))).toEqual({ removed: 1 })
  const { token } = people.party
  await ok(app.call('requestBooking', { body: wish(rooms.hall), token }))
  expect((await app.call('requestBooking', { body: wish(rooms.ours), token })).problem.code).toBe(
    'booking_closed',
  )
  await revoke(people.unit)
  expect((await call('removeClosure', people.unit, { params })).status).toBe(404)
})

const spanOf = (from: number, day = '2026-11-25') => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, from + 2),
})
