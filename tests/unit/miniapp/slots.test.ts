/** The day of a room as it is shown, and what two taps on it mean. */
import type { RoomDay } from '@linli/contracts/rooms'
import { expect, test } from 'vitest'
import { afterTap, fits, proposal, slotsOf } from '../../../miniapp/src/features/rooms/slots'
import { clockOf, instantAt, minutesOf } from '../../../miniapp/src/shared/time/shanghai'

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
  bookable: [{ startsAt: at('13:00'), endsAt: at('18:00') }],
  left: 'free',
  freeMinutes: 300,
}
const slots = slotsOf(day, rules)
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
    '10:00–11:00 tight',
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
  const booked = { startsAt: at('16:00'), endsAt: at('17:00'), kind: 'booked' as const }
  const before = { ...day, busy: [...day.busy, booked] }
  const free = slotsOf({ ...before, bookable: [{ startsAt: at('13:00'), endsAt: at('16:00') }] }, rules)
  expect(fits(before, free, rules, minutesOf('15:00'), minutesOf('16:00'))).toBe(false)
  expect(fits(before, free, { ...rules, bufferMinutes: 0 }, minutesOf('15:00'), minutesOf('16:00'))).toBe(
    true,
  )
  expect(fits(day, slots, rules, minutesOf('16:00'), minutesOf('18:00'))).toBe(true)
})

test('what nobody has and cannot be booked says why: too short, or kept for cleaning', () => {
  const short = { ...day, bookable: [{ startsAt: at('14:00'), endsAt: at('18:00') }] }
  const of = (one: RoomDay, min: number) =>
    slotsOf(one, { ...rules, minMinutes: min }).map(({ from, state }) => `${clockOf(from)} ${state}`)
  expect(of(short, 120)).toContain('13:00 short')
  expect(of(short, 60)).toContain('13:00 tight')
})

test('steps are counted from the opening, also after cleaning that ends between two of them', () => {
  const odd = { ...day, busy: [{ startsAt: at('09:00'), endsAt: at('12:30'), kind: 'booked' as const }] }
  expect(slotsOf(odd, rules).map(({ from, state }) => `${clockOf(from)} ${state}`)).toEqual([
    '09:00 booked',
    '12:30 short',
    ...['13:00', '14:00', '15:00', '16:00', '17:00'].map((clock) => `${clock} free`),
  ])
})

test('one’s own booking is one’s own, and two bookings in a row are two', () => {
  const busy = [
    { startsAt: at('11:00'), endsAt: at('12:00'), kind: 'booked' as const, caseId: 'mine' },
    { startsAt: at('12:00'), endsAt: at('13:00'), kind: 'booked' as const },
    { startsAt: at('13:00'), endsAt: at('14:00'), kind: 'booked' as const },
  ]
  const shown = slotsOf({ ...day, busy }, rules).filter(({ state }) => state === 'mine' || state === 'booked')
  expect(shown.map(({ from, state, caseId }) => [clockOf(from), state, caseId])).toEqual([
    ['11:00', 'mine', 'mine'],
    ['12:00', 'booked', undefined],
    ['13:00', 'booked', undefined],
  ])
})

test('the day proposes its earliest two hours', () => {
  expect(span(proposal(day, slots, rules))).toBe('13:00–15:00')
  expect(span(proposal(day, slots, { ...rules, maxMinutes: 60 }))).toBe('13:00–14:00')
  // Nobody answers before; what is proposed begins after somebody works again.
  expect(span(proposal(day, slots, rules, 14 * 60))).toBe('14:00–16:00')
  expect(proposal(day, slots, rules, 24 * 60)).toBe(null)
  const over = { ...day, bookableFrom: null, bookable: [] }
  expect(proposal(over, slotsOf(over, rules), rules)).toBe(null)
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
})

test('a tap near the end of the free time takes the last booking that fits', () => {
  const long = { ...rules, minMinutes: 120 }
  expect(span(afterTap(day, slots, long, null, slotAt('17:00')))).toBe('16:00–18:00')
})
