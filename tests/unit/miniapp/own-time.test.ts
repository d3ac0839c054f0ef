/** The day of a room as it is for a booking that moves. */
import type { RoomDay } from '@linli/contracts/rooms'
import { expect, test } from 'vitest'
import { dayWithout, isOld, markOwn } from '../../../miniapp/src/features/rooms/own-time'
import { afterTap, proposal, slotsOf } from '../../../miniapp/src/features/rooms/slots'
import { clockOf, instantAt, minutesOf } from '../../../miniapp/src/shared/time/shanghai'

const on = '2026-11-25'
const at = (clock: string) => instantAt(on, clock)
const rules = { slotMinutes: 30, minMinutes: 60, maxMinutes: 240, bufferMinutes: 30 }
const moving = { id: 'mine', startsAt: at('13:00'), endsAt: at('15:00'), minutes: 120 }

/** Open 09:00–18:00; somebody else 10:00–12:00, mine 13:00–15:00, each with half an hour of cleaning. */
const day: RoomDay = {
  day: on,
  open: [{ startsAt: at('09:00'), endsAt: at('18:00') }],
  busy: [
    { startsAt: at('10:00'), endsAt: at('12:00'), kind: 'booked' },
    { startsAt: at('12:00'), endsAt: at('12:30'), kind: 'cleaning' },
    { startsAt: at('13:00'), endsAt: at('15:00'), kind: 'booked', caseId: 'mine' },
    { startsAt: at('15:00'), endsAt: at('15:30'), kind: 'cleaning' },
  ],
  bookableFrom: at('08:00'),
  bookable: [{ startsAt: at('15:30'), endsAt: at('18:00') }],
  left: 'free',
  freeMinutes: 150,
}

test('its own time and its cleaning are free for it, others’ stay taken', () => {
  const free = dayWithout(day, moving, rules)
  expect(free.bookable).toEqual([{ startsAt: at('12:30'), endsAt: at('18:00') }])
  expect(free.freeMinutes).toBe(330)
  expect(free.busy.map(({ kind }) => kind)).toEqual(['booked', 'cleaning'])
})

test('a day that only it had filled is free for it, a day without it is as it was', () => {
  const full = { ...day, bookable: [], left: 'full' as const, freeMinutes: 0 }
  expect(dayWithout(full, moving, rules).left).toBe('free')
  expect(dayWithout(day, { id: 'another' }, rules)).toBe(day)
  const late = { ...full, bookableFrom: null }
  expect(dayWithout(late, moving, rules)).toMatchObject({ left: 'full', bookable: [], freeMinutes: 0 })
})

test('it may begin where it overlaps itself, and lasts as long unless another end is tapped', () => {
  const free = dayWithout(day, moving, rules)
  const slots = markOwn(slotsOf(free, rules), on, moving)
  expect(slots.filter(({ isOwn }) => isOwn).map(({ from }) => clockOf(from))).toEqual([
    '13:00',
    '13:30',
    '14:00',
    '14:30',
  ])
  const tapped = slots.find(({ from }) => from === minutesOf('14:00'))
  if (tapped === undefined) throw new Error('Not a step.')
  const pick = afterTap(free, slots, rules, null, tapped, moving.minutes)
  expect(pick).toEqual({ from: minutesOf('14:00'), to: minutesOf('16:00'), open: true })
  // Near the end of the day so long a use does not fit: the shortest.
  const last = slots[slots.length - 1]
  if (last === undefined) throw new Error('No steps.')
  expect(afterTap(free, slots, rules, null, last, moving.minutes)).toMatchObject({ to: minutesOf('18:00') })
})

test('what is proposed is as long as it is; where it stays as it was is known', () => {
  const free = dayWithout(day, moving, rules)
  const next = proposal(free, slotsOf(free, rules), rules, 0, moving.minutes)
  expect(next).toMatchObject({ from: minutesOf('12:30'), to: minutesOf('14:30') })
  expect(isOld(moving, on, { from: minutesOf('13:00'), to: minutesOf('15:00') })).toBe(true)
  expect(isOld(moving, '2026-11-26', { from: minutesOf('13:00'), to: minutesOf('15:00') })).toBe(false)
})
