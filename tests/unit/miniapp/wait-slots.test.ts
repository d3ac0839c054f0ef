/** What taps on taken time mean: a time to wait for, in the room's own steps. */
import type { RoomDay } from '@linli/contracts/rooms'
import { expect, test } from 'vitest'
import { nextPick, slotsOf } from '../../../miniapp/src/features/rooms/slots'
import { canWait, markWaitable, stepsOf, waitFrom } from '../../../miniapp/src/features/rooms/wait-slots'
import { clockOf, instantAt, minutesOf } from '../../../miniapp/src/shared/time'

const on = '2026-11-25'
const at = (clock: string) => instantAt(on, clock)
const rules = { slotMinutes: 60, minMinutes: 60, maxMinutes: 180, bufferMinutes: 30 }

/** Open 09:00–18:00; booked 09:00–10:00 and 11:00–12:30, cleaned until 13:00; closed from 16:00; may start from 10:00. */
const day: RoomDay = {
  day: on,
  open: [{ startsAt: at('09:00'), endsAt: at('18:00') }],
  busy: [
    { startsAt: at('09:00'), endsAt: at('10:00'), kind: 'booked' },
    { startsAt: at('11:00'), endsAt: at('12:30'), kind: 'booked' },
    { startsAt: at('12:30'), endsAt: at('13:00'), kind: 'cleaning' },
    { startsAt: at('16:00'), endsAt: at('18:00'), kind: 'closed' },
  ],
  bookableFrom: at('10:00'),
  left: 'free',
  freeMinutes: 240,
}
const steps = stepsOf(day, rules.slotMinutes)
const slots = markWaitable(slotsOf(day, rules.slotMinutes), steps)
const may = (from: string, to: string) => canWait(steps, rules, minutesOf(from), minutesOf(to))
const of = (list: typeof steps, clock: string) => {
  const found = list.find(({ from }) => from === minutesOf(clock))
  if (!found) throw new Error(`Nothing at ${clock}`)
  return found
}
const span = (pick: { from: number; to: number } | null) =>
  pick && `${clockOf(pick.from)}–${clockOf(pick.to)}`

test('the whole open day is in steps, each with what stands in it', () => {
  expect(steps.map(({ from, state, canWait: can }) => `${clockOf(from)} ${state}${can ? ' +' : ''}`)).toEqual(
    [
      '09:00 past',
      '10:00 free',
      '11:00 booked +',
      '12:00 booked +',
      '13:00 free',
      '14:00 free',
      '15:00 free',
      '16:00 closed',
      '17:00 closed',
    ],
  )
})

test('a booked stretch can be tapped where somebody may still wait for it', () => {
  expect(slots.filter((one) => one.canWait).map(({ from }) => clockOf(from))).toEqual(['11:00'])
  const over = { ...day, bookableFrom: null }
  expect(markWaitable(slotsOf(over, 60), stepsOf(over, 60)).some((one) => one.canWait)).toBe(false)
})

test('what is waited for has taken time in it and nothing that is closed or past', () => {
  expect(may('11:00', '12:00')).toBe(true)
  expect(may('10:00', '12:00')).toBe(true)
  expect(may('12:00', '15:00')).toBe(true)
  expect(may('13:00', '15:00')).toBe(false)
  expect(may('09:00', '11:00')).toBe(false)
  expect(may('11:00', '15:00')).toBe(false)
  expect(may('11:00', '11:30')).toBe(false)
})

test('the first tap on taken time is the start, the second the end', () => {
  const first = waitFrom(of(slots, '11:00'), steps, rules)
  expect(first).toEqual({ from: minutesOf('11:00'), to: minutesOf('12:00'), open: true })
  const second = (clock: string) =>
    nextPick((from, to) => canWait(steps, rules, from, to), rules, first, of(steps, clock))
  expect(span(second('12:00'))).toBe('11:00–13:00')
  expect(span(second('13:00'))).toBe('11:00–14:00')
  expect(second('14:00')).toBe(null)
})
