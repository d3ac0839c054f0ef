import type { RoomDay } from '@linli/contracts/rooms'
import { minuteInDay } from '../../shared/time/shanghai'
import { type Rules, type Slot, type Stretch, type TimePick, stretches } from './slots'

export interface Wait {
  from: number
  to: number
}

/** What a day's waits must keep: the opening they lie in, the notice, what is closed, and what is one's own. */
interface Ground {
  open: readonly Wait[]
  earliest: number
  busy: readonly Stretch[]
}

export function groundOf(day: RoomDay): Ground {
  const at = (instant: string) => minuteInDay(day.day, instant)
  return {
    open: day.open.map(({ startsAt, endsAt }) => ({ from: at(startsAt), to: at(endsAt) })),
    earliest: day.bookableFrom === null ? Infinity : at(day.bookableFrom),
    busy: stretches(day),
  }
}

const touches = (a: Wait, b: Wait) => a.from < b.to && b.from < a.to

/**
 * May this span be waited for: on the steps of one opening, within the rules, with somebody else's booking in it, and
 * nothing that is closed or the reader's own?
 */
export function canWait({ open, earliest, busy }: Ground, rules: Rules, span: Wait): boolean {
  const length = span.to - span.from
  if (length < rules.minMinutes || length > rules.maxMinutes || span.from < earliest) return false
  const inside = open.find((one) => one.from <= span.from && span.to <= one.to)
  if (inside === undefined) return false
  const onStep = (span.from - inside.from) % rules.slotMinutes === 0 && length % rules.slotMinutes === 0
  const there = busy.filter((one) => touches(one, span))
  const barred = there.some(({ kind }) => kind === 'closed' || kind === 'mine')
  return onStep && !barred && there.some(({ kind }) => kind === 'booked')
}

/**
 * What a tap on somebody's booking proposes to wait for: all of it, as far as the rules allow, on the room's steps.
 * Where its first part is too soon, what is left of it.
 */
export function waitFor(ground: Ground, rules: Rules, slot: Wait): TimePick | null {
  const opening = ground.open.find((one) => touches(one, slot))
  if (opening === undefined) return null
  const { slotMinutes: step, minMinutes, maxMinutes } = rules
  const down = (minutes: number) => opening.from + Math.floor((minutes - opening.from) / step) * step
  const up = (minutes: number) => opening.from + Math.ceil((minutes - opening.from) / step) * step
  const first = Math.max(down(slot.from), up(Math.max(ground.earliest, opening.from)))
  if (first >= slot.to) return null
  const most = Math.min(up(slot.to), first + maxMinutes)
  for (let from = first; from > first - minMinutes - step; from -= step)
    for (let to = Math.max(most, from + minMinutes); to >= from + minMinutes; to -= step)
      if (canWait(ground, rules, { from, to })) return { from, to, open: false }
  return null
}

/** Marks the bookings of a day that can be waited for. Cleaning belongs to the booking before it and invites nobody. */
export const markWaitable = (slots: readonly Slot[], ground: Ground, rules: Rules): Slot[] =>
  slots.map((slot) =>
    slot.state === 'booked' && waitFor(ground, rules, slot) !== null ? { ...slot, canWait: true } : slot,
  )

export type Edge = 'from' | 'to'

/** One edge of what is waited for, a step earlier or later; null where that cannot be. */
export function moved(ground: Ground, rules: Rules, pick: Wait, edge: Edge, by: -1 | 1): TimePick | null {
  const next = { from: pick.from, to: pick.to, [edge]: pick[edge] + by * rules.slotMinutes }
  return canWait(ground, rules, next) ? { ...next, open: false } : null
}
