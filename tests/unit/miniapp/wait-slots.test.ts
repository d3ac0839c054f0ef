/** What a tap on taken time means: all of that booking is waited for, on the room's own steps, and can be made shorter. */
import type { RoomDay } from '@linli/contracts/rooms'
import { expect, test } from 'vitest'
import { slotsOf } from '../../../miniapp/src/features/rooms/slots'
import {
  canWait,
  groundOf,
  markWaitable,
  moved,
  waitFor,
} from '../../../miniapp/src/features/rooms/wait-slots'
import { clockOf, instantAt, minutesOf } from '../../../miniapp/src/shared/time/shanghai'

const on = '2026-11-25'
const at = (clock: string) => instantAt(on, clock)
const rules = { slotMinutes: 30, minMinutes: 60, maxMinutes: 180, bufferMinutes: 30 }
const busy = (from: string, to: string, kind: 'booked' | 'cleaning' | 'closed', caseId?: string) => ({
  startsAt: at(from),
  endsAt: at(to),
  kind,
  ...(caseId !== undefined && { caseId }),
})

/** Booked 09:00–10:00 (too soon), 11:00–13:00 and 13:00–14:00, cleaned until 14:30; mine 15:00–16:00; closed from 17:00. */
const day: RoomDay = {
  day: on,
  open: [{ startsAt: at('09:00'), endsAt: at('18:00') }],
  busy: [
    busy('09:00', '10:00', 'booked'),
    busy('11:00', '13:00', 'booked'),
    busy('13:00', '14:00', 'booked'),
    busy('14:00', '14:30', 'cleaning'),
    busy('15:00', '16:00', 'booked', 'my-case'),
    busy('17:00', '18:00', 'closed'),
  ],
  bookableFrom: at('10:00'),
  bookable: [],
  left: 'full',
  freeMinutes: 0,
}
const ground = groundOf(day)
const slots = markWaitable(slotsOf(day, rules), ground, rules)
const slotAt = (clock: string) => {
  const found = slots.find(({ from }) => from === minutesOf(clock))
  if (!found) throw new Error(`Nothing at ${clock}`)
  return found
}
const may = (from: string, to: string) => canWait(ground, rules, { from: minutesOf(from), to: minutesOf(to) })
const span = (pick: { from: number; to: number } | null) =>
  pick && `${clockOf(pick.from)}–${clockOf(pick.to)}`
const tap = (clock: string) => waitFor(ground, rules, slotAt(clock))

test('bookings of others can be waited for; cleaning, closed time and one’s own booking invite nobody', () => {
  expect(slots.filter((one) => one.canWait).map(({ from }) => clockOf(from))).toEqual(['11:00', '13:00'])
})

test('a booking of two hours is waited for as two hours', () => {
  expect(span(tap('11:00'))).toBe('11:00–13:00')
  expect(span(tap('13:00'))).toBe('13:00–14:00')
})

test('a booking that is longer than the room allows is waited for as long as it allows', () => {
  expect(span(waitFor(ground, { ...rules, maxMinutes: 60 }, slotAt('11:00')))).toBe('11:00–12:00')
})

test('a booking that has begun is waited for from the notice on', () => {
  const late = { ...day, bookableFrom: at('11:10') }
  expect(span(waitFor(groundOf(late), rules, slotAt('11:00')))).toBe('11:30–13:00')
})

test('other bookings can be tapped after the first: each stands for itself', () => {
  expect([span(tap('11:00')), span(tap('13:00')), span(tap('11:00'))]).toEqual([
    '11:00–13:00',
    '13:00–14:00',
    '11:00–13:00',
  ])
})

test('what is waited for has somebody else’s booking in it, and nothing closed, past or one’s own', () => {
  expect(may('10:00', '12:00')).toBe(true)
  expect(may('10:00', '11:00')).toBe(false)
  expect(may('14:30', '16:00')).toBe(false)
  expect(may('13:30', '15:30')).toBe(false)
  expect(may('16:30', '17:30')).toBe(false)
  expect(may('09:30', '11:30')).toBe(false)
  expect(may('11:15', '12:15')).toBe(false)
  expect(may('11:00', '14:30')).toBe(false)
})

test('its edges move by a step, as far as that may be', () => {
  const pick = { from: minutesOf('11:00'), to: minutesOf('13:00') }
  expect(span(moved(ground, rules, pick, 'to', -1))).toBe('11:00–12:30')
  expect(span(moved(ground, rules, pick, 'from', 1))).toBe('11:30–13:00')
  expect(span(moved(ground, rules, pick, 'to', 1))).toBe('11:00–13:30')
  expect(moved(ground, rules, { ...pick, to: minutesOf('12:00') }, 'to', -1)).toBe(null)
  expect(moved(ground, rules, { ...pick, to: minutesOf('14:00') }, 'to', 1)).toBe(null)
})
