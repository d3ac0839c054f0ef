import type { RoomDay, RoomPolicy } from '@linli/contracts/rooms'
import { clockOf, minuteInDay } from '../../shared/time'

export type SlotState = 'free' | 'booked' | 'cleaning' | 'closed' | 'past'

/** A stretch of one day, in minutes of the Shanghai day. A free one is a single step, the others are whole. */
export interface Slot {
  from: number
  to: number
  state: SlotState
  /** Taken, and can be waited for. */
  canWait?: true
}

export interface TimePick {
  from: number
  to: number
  /** Only the start was tapped: the next tap says the end. */
  open: boolean
}

export type Rules = Pick<RoomPolicy, 'slotMinutes' | 'minMinutes' | 'maxMinutes' | 'bufferMinutes'>

interface Stretch {
  from: number
  to: number
  kind: 'booked' | 'cleaning' | 'closed'
}

export const stretches = (day: RoomDay): Stretch[] =>
  day.busy.map(({ startsAt, endsAt, kind }) => ({
    from: minuteInDay(day.day, startsAt),
    to: minuteInDay(day.day, endsAt),
    kind,
  }))

/** The day from its first opening to its last close: steps of free time, and whole stretches of what is not. */
export function slotsOf(day: RoomDay, step: number): Slot[] {
  const busy = stretches(day)
  const earliest = day.bookableFrom === null ? Infinity : minuteInDay(day.day, day.bookableFrom)
  const slots: Slot[] = []
  for (const { startsAt, endsAt } of day.open) {
    const end = minuteInDay(day.day, endsAt)
    for (let from = minuteInDay(day.day, startsAt); from < end;) {
      const taken = busy.find((b) => b.from <= from && from < b.to)
      const next = Math.min(end, from + step, ...busy.filter((b) => b.from > from).map((b) => b.from))
      const slot: Slot = taken
        ? { from, to: Math.min(end, taken.to), state: taken.kind }
        : { from, to: next, state: from < earliest || next - from < step ? 'past' : 'free' }
      join(slots, slot)
      from = slot.to
    }
  }
  return slots
}

/** Neighbours of one unavailable kind are one stretch. */
function join(slots: Slot[], slot: Slot) {
  const last = slots[slots.length - 1]
  if (last !== undefined && last.state === slot.state && slot.state !== 'free' && last.to === slot.from) {
    last.to = slot.to
  } else {
    slots.push({ ...slot })
  }
}

/** May this span be asked for, as far as can be seen from here? Its own cleaning has to fit before the next use. */
export function fits(day: RoomDay, slots: readonly Slot[], rules: Rules, from: number, to: number): boolean {
  const length = to - from
  if (length < rules.minMinutes || length > rules.maxMinutes) return false
  const inside = slots.filter((slot) => slot.from < to && from < slot.to)
  const covered = inside.reduce((sum, slot) => sum + (slot.state === 'free' ? slot.to - slot.from : 0), 0)
  const beforeNext = stretches(day).every(
    (b) => b.kind !== 'booked' || b.from < to || b.from >= to + rules.bufferMinutes,
  )
  return covered === length && beforeNext
}

/** What the day proposes by itself: the earliest span of about two hours, or the longest shorter one. */
export function proposal(day: RoomDay, slots: readonly Slot[], rules: Rules): TimePick | null {
  const wanted = Math.min(rules.maxMinutes, Math.max(rules.minMinutes, 120))
  for (let length = wanted; length >= rules.minMinutes; length -= rules.slotMinutes) {
    const start = slots.find(
      (slot) => slot.state === 'free' && fits(day, slots, rules, slot.from, slot.from + length),
    )
    if (start !== undefined) return { from: start.from, to: start.from + length, open: false }
  }
  return null
}

/** The pick after a tap on a step: a first tap is the start, a second one the end. Null where it cannot be. */
export function nextPick(
  may: (from: number, to: number) => boolean,
  rules: Rules,
  pick: TimePick | null,
  tapped: Slot,
): TimePick | null {
  if (pick !== null && pick.open && tapped.from >= pick.from) {
    const to = Math.max(tapped.to, pick.from + rules.minMinutes)
    if (may(pick.from, to)) return { from: pick.from, to, open: false }
    if (to - pick.from > rules.maxMinutes) return null
  }
  const to = tapped.from + Math.max(rules.minMinutes, rules.slotMinutes)
  return may(tapped.from, to) ? { from: tapped.from, to, open: true } : null
}

/** The pick after a tap on a free step. */
export const afterTap = (
  day: RoomDay,
  slots: readonly Slot[],
  rules: Rules,
  pick: TimePick | null,
  tapped: Slot,
) => nextPick((from, to) => fits(day, slots, rules, from, to), rules, pick, tapped)

export const slotSpan = ({ from, to }: { from: number; to: number }) => `${clockOf(from)}–${clockOf(to)}`
