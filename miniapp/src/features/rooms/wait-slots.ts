import type { RoomDay } from '@linli/contracts/rooms'
import { minuteInDay } from '../../shared/time'
import { type Rules, type Slot, type SlotState, type TimePick, stretches } from './slots'

const waitable: readonly SlotState[] = ['free', 'booked', 'cleaning']

/** The open day in steps, also where it is taken: what is waited for begins and ends on a step as a booking does. */
export function stepsOf(day: RoomDay, step: number): Slot[] {
  const busy = stretches(day)
  const earliest = day.bookableFrom === null ? Infinity : minuteInDay(day.day, day.bookableFrom)
  const kinds = ['closed', 'booked', 'cleaning'] as const
  const steps: Slot[] = []
  for (const { startsAt, endsAt } of day.open) {
    const end = minuteInDay(day.day, endsAt)
    for (let from = minuteInDay(day.day, startsAt); from + step <= end; from += step) {
      const to = from + step
      const there = busy.filter((b) => b.from < to && from < b.to)
      const taken = kinds.find((kind) => there.some((b) => b.kind === kind))
      steps.push({ from, to, state: from < earliest ? 'past' : (taken ?? 'free') })
    }
  }
  return steps.map((one) => (isTaken(one) ? { ...one, canWait: true } : one))
}

const isTaken = ({ state }: Slot) => state === 'booked' || state === 'cleaning'

/** May this span be waited for: within the opening and the rules, and somebody else has some of it? */
export function canWait(steps: readonly Slot[], rules: Rules, from: number, to: number): boolean {
  const length = to - from
  if (length < rules.minMinutes || length > rules.maxMinutes) return false
  const inside = steps.filter((one) => one.from < to && from < one.to)
  const covered = inside.reduce((sum, one) => sum + (waitable.includes(one.state) ? one.to - one.from : 0), 0)
  return covered === length && inside.some(isTaken)
}

/** Marks the stretches of a day that can be waited for. */
export const markWaitable = (slots: readonly Slot[], steps: readonly Slot[]): Slot[] =>
  slots.map((slot) => (firstStep(slot, steps) === undefined ? slot : { ...slot, canWait: true }))

/** The step at which a tap on a booked stretch begins. */
const firstStep = (slot: Slot, steps: readonly Slot[]) =>
  slot.state === 'booked'
    ? steps.find((one) => isTaken(one) && one.from < slot.to && slot.from < one.to)
    : undefined

/** A tap on a booked stretch: the start of what is waited for, in steps from now on. */
export function waitFrom(slot: Slot, steps: readonly Slot[], rules: Rules): TimePick | null {
  const first = firstStep(slot, steps)
  if (first === undefined) return null
  const to = first.from + Math.max(rules.minMinutes, rules.slotMinutes)
  return canWait(steps, rules, first.from, to) ? { from: first.from, to, open: true } : null
}
