/** What becomes of each booking that a closure meets, while somebody chooses. */
import type { MetBooking } from '@linli/contracts/closures'
import { expect, test } from 'vitest'
import {
  allElsewhere,
  restTo,
  answersOf,
  metIn,
  openOf,
  roomsFor,
  toRoom,
} from '../../../miniapp/src/features/rooms/closing'
import { closingNeeds } from '../../../miniapp/src/features/rooms/closing-needs'

const room = (roomId: string) => ({ roomId, name: roomId, facilityName: '' })
const met = (caseId: string, from: string, to: string, part: Partial<MetBooking> = {}): MetBooking => ({
  ...{ caseId, number: caseId, roomId: 'hall', roomName: '大厅', state: 'confirmed', purpose: 'study' },
  ...{ startsAt: `2026-12-02T${from}:00.000Z`, endsAt: `2026-12-02T${to}:00.000Z`, attendees: 8 },
  ...{ answers: ['move', 'keep', 'cancel'], instead: [room('small'), room('large')] },
  ...part,
})

const first = met('first', '06:00', '08:00')
const beside = met('beside', '07:00', '09:00')
const later = met('later', '12:00', '14:00')
const offer = met('offer', '06:00', '08:00', { answers: ['keep', 'cancel'], state: 'held' })
const all = [first, beside, later, offer]
const ids = (rooms: { roomId: string }[]) => rooms.map(({ roomId }) => roomId)

test('a room that closes too, or that another goes to at that time, is not offered', () => {
  expect(ids(roomsFor(first, all, ['hall'], {}))).toEqual(['small', 'large'])
  expect(ids(roomsFor(first, all, ['hall', 'small'], {}))).toEqual(['large'])
  expect(ids(roomsFor(first, all, ['hall'], { beside: toRoom('small') }))).toEqual(['large'])
  expect(ids(roomsFor(first, all, ['hall'], { later: toRoom('small') }))).toEqual(['small', 'large'])
  // Its own choice stays offered; an offer that nobody took goes nowhere.
  expect(ids(roomsFor(first, all, ['hall'], { first: toRoom('small') }))).toEqual(['small', 'large'])
  expect(roomsFor(offer, all, ['hall'], {})).toEqual([])
})

test('all go where they fit, and what fits nowhere is left to be decided', () => {
  const chosen = allElsewhere(all, ['hall'], { later: 'cancel' })
  expect(chosen).toEqual({ first: toRoom('small'), beside: toRoom('large'), later: 'cancel' })
  expect(openOf(all, chosen)).toBe(1)
  expect(openOf(all, {})).toBe(4)
  expect(allElsewhere([first, beside], ['hall', 'large'], {})).toEqual({ first: toRoom('small') })
})

test('what is left is kept or called off at once, and nothing that was decided changes', () => {
  const chosen = restTo(all, { first: toRoom('small') }, 'cancel')
  expect(chosen).toEqual({ first: toRoom('small'), beside: 'cancel', later: 'cancel', offer: 'cancel' })
  expect(openOf(all, chosen)).toBe(0)
})

test('only what was decided is answered', () => {
  expect(answersOf(all, { first: toRoom('small'), beside: 'keep', later: 'cancel' })).toEqual([
    { caseId: 'first', answer: 'move', roomId: 'small' },
    { caseId: 'beside', answer: 'keep' },
    { caseId: 'later', answer: 'cancel' },
  ])
})

test('it is said what is still missing, and that the end comes after the start', () => {
  const form = {
    fromDay: '2026-12-02',
    from: '08:00',
    toDay: '',
    to: '',
    reason: '',
    weeks: 1,
    roomIds: ['hall'],
  }
  expect(closingNeeds(form, false)).toBe('还没填：结束时间、原因')
  expect(closingNeeds({ ...form, to: '07:00', reason: '检修' }, false)).toBe('结束要晚于开始')
  expect(closingNeeds({ ...form, to: '07:00', toDay: '2026-12-03', reason: '检修' }, false)).toBeNull()
  // What is taken at once may last for days: its last day is said.
  expect(closingNeeds({ ...form, to: '12:00', reason: '避险' }, true)).toBe('还没填：结束日期')
})

test('what was read room by room stands in order; where not all of it is here, or too much, that is known', () => {
  const read = (bookings: MetBooking[], more = false) => ({ bookings, more })
  expect(metIn([read([later]), read([first])])).toEqual({ bookings: [first, later], tooMany: false })
  expect(metIn([read([later], true), read([first])]).tooMany).toBe(true)
  const half = Array.from({ length: 100 }, (_, n) => met(`many ${n}`, '06:00', '08:00'))
  expect(metIn([read(half), read(half)]).tooMany).toBe(false)
  expect(metIn([read(half), read(half), read([first])]).tooMany).toBe(true)
})
