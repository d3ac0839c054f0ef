/** The day of a room as it is shown, and what two taps on it mean. */
import type { RoomDay } from '@linli/contracts/rooms'
import { expect, test } from 'vitest'
import { afterTap, fits, proposal, slotsOf } from '../../../miniapp/src/features/rooms/slots'
import { clockOf, instantAt, minutesOf } from '../../../miniapp/src/shared/time'

const on = '2026-11-25'
const at = (clock: string) => instantAt(on, clock)
const rules = { slotMinutes: 60, minMinutes: 60, maxMinutes: 240, bufferMinutes: 30 }

/** Open 09:00–18:00; booked 11:00–12:30 and cleaned until 13:00; may start from 09:30. */
const day: RoomDay = {
  day: on,
  open: [{ startsAt: at('09:00'), endsAt: at('18:00') }],
  busy: [
    { startsAt: at('11:00'), endsAt: at('12:30'), kind: 'booked' },
    { startsAt: at('12:30'), endsAt: at('13:00'), kind: 'cleaning' },
  ],
  bookableFrom: at('09:30'),
  left: 'free',
  freeMinutes: 360,
}
const slots = slotsOf(day, rules.slotMinutes)
const slotAt = (clock: string) => {
  const slot = slots.find(({ from }) => from === minutesOf(clock))
  if (!slot) throw new Error(`No slot at ${clock}`)
  return slot
}
const span = (pick: { from: number; to: number } | null) =>
  pick && `${clockOf(pick.from)}–${clockOf(pick.to)}`

test('free time is in steps, everything else in whole stretches', () => {
  expect(slots.map(({ from, to, state }) => `${clockOf(from)}–${clockOf(to)} ${state}`)).toEqual([
    '09:00–10:00 past',
    '10:00–11:00 free',
    '11:00–12:30 booked',
    '12:30–13:00 cleaning',
    '13:00–14:00 free',
    '14:00–15:00 free',
    '15:00–16:00 free',
    '16:00–17:00 free',
    '17:00–18:00 free',
  ])
})

test('a use leaves room for its own cleaning before the next one', () => {
  expect(fits(day, slots, rules, minutesOf('10:00'), minutesOf('11:00'))).toBe(false)
  expect(fits(day, slots, { ...rules, bufferMinutes: 0 }, minutesOf('10:00'), minutesOf('11:00'))).toBe(true)
  expect(fits(day, slots, rules, minutesOf('16:00'), minutesOf('18:00'))).toBe(true)
})

test('the day proposes its earliest two hours', () => {
  expect(span(proposal(day, slots, rules))).toBe('13:00–15:00')
  expect(span(proposal(day, slots, { ...rules, maxMinutes: 60 }))).toBe('13:00–14:00')
  expect(proposal({ ...day, bookableFrom: null }, slotsOf({ ...day, bookableFrom: null }, 60), rules)).toBe(
    null,
  )
})

test('the first tap is the start, the second the end', () => {
  const first = afterTap(day, slots, rules, null, slotAt('14:00'))
  expect(first).toEqual({ from: 840, to: 900, open: true })
  expect(span(afterTap(day, slots, rules, first, slotAt('16:00')))).toBe('14:00–17:00')
  // The same step twice is one step.
  expect(span(afterTap(day, slots, rules, first, slotAt('14:00')))).toBe('14:00–15:00')
  // Earlier than the start: a new start.
  expect(span(afterTap(day, slots, rules, first, slotAt('13:00')))).toBe('13:00–14:00')
})

test('too long and not bookable are said by null', () => {
  const first = afterTap(day, slots, rules, null, slotAt('13:00'))
  expect(afterTap(day, slots, rules, first, slotAt('17:00'))).toBe(null)
  expect(afterTap(day, slots, rules, null, slotAt('10:00'))).toBe(null)
})
