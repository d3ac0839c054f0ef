import type { RoomDay, RoomPolicy } from '@linli/contracts/rooms'
import { clockOf, minuteInDay } from '../../shared/time/shanghai'

/**
 * `free` can be booked; `mine` is the reader's own booking. A `gap` has nobody in it and cannot be booked all the same:
 * it is shorter than the shortest booking, or cleaning has to fit before the next one.
 */
export type SlotState = 'free' | 'mine' | 'booked' | 'cleaning' | 'closed' | 'past' | 'short' | 'tight'

/** A stretch of one day, in minutes of the Shanghai day. A free one is a single step, the others are whole. */
export interface Slot {
  from: number
  to: number
  state: SlotState
  /** Taken by somebody else, and can be waited for. */
  canWait?: true
  /** Of the reader's own booking: its case. */
  caseId?: string
  /** Free for the booking that moves, which has it until now. */
  isOwn?: true
}

export interface TimePick {
  from: number
  to: number
  /** Only the start was tapped: the next tap says the end. */
  open: boolean
}

export type Rules = Pick<RoomPolicy, 'slotMinutes' | 'minMinutes' | 'maxMinutes' | 'bufferMinutes'>

export interface Stretch {
  from: number
  to: number
  kind: 'mine' | 'booked' | 'cleaning' | 'closed'
  caseId: string | undefined
}

export const stretches = (day: RoomDay): Stretch[] =>
  day.busy.map(({ startsAt, endsAt, kind, caseId }) => ({
    from: minuteInDay(day.day, startsAt),
    to: minuteInDay(day.day, endsAt),
    kind: caseId === undefined ? kind : 'mine',
    caseId,
  }))

/** The day from its first opening to its last close: steps of free time, and whole stretches of what is not. */
export function slotsOf(day: RoomDay, rules: Rules): Slot[] {
  const busy = stretches(day)
  const slots: Slot[] = []
  for (const { startsAt, endsAt } of day.open) {
    const [first, end] = [minuteInDay(day.day, startsAt), minuteInDay(day.day, endsAt)]
    for (let from = first; from < end;) {
      const taken = busy.find((b) => b.from <= from && from < b.to)
      // Steps are counted from the opening, as the service counts them.
      const step = first + (Math.floor((from - first) / rules.slotMinutes) + 1) * rules.slotMinutes
      const next = Math.min(end, step, ...busy.filter((b) => b.from > from).map((b) => b.from))
      const slot: Slot = taken
        ? {
            from,
            to: Math.min(end, taken.to),
            state: taken.kind,
            ...(taken.caseId && { caseId: taken.caseId }),
          }
        : { from, to: next, state: stateOfFree(day, from, next) }
      join(slots, slot)
      from = slot.to
    }
  }
  return slots.map((slot) =>
    slot.state === 'short' && lasts(slot, rules) ? { ...slot, state: 'tight' } : slot,
  )
}

/** Free is what the service counts as free; the rest of what nobody has says why not. */
function stateOfFree(day: RoomDay, from: number, to: number): SlotState {
  const at = (instant: string) => minuteInDay(day.day, instant)
  if (day.bookable.some((span) => at(span.startsAt) <= from && to <= at(span.endsAt))) return 'free'
  return day.bookableFrom === null || from < at(day.bookableFrom) ? 'past' : 'short'
}

/** Long enough for a booking by itself: then only the cleaning does not fit. */
const lasts = ({ from, to }: Slot, rules: Rules) => to - from >= rules.minMinutes

const single: readonly SlotState[] = ['free', 'booked', 'mine']

/** Neighbours of one unavailable kind are one stretch; a booking stays one row, and two are two. */
function join(slots: Slot[], slot: Slot) {
  const last = slots[slots.length - 1]
  if (
    last !== undefined &&
    last.state === slot.state &&
    !single.includes(slot.state) &&
    last.to === slot.from
  )
    last.to = slot.to
  else slots.push({ ...slot })
}

/** May this span be asked for, as far as can be seen from here? Its own cleaning has to fit before the next use. */
export function fits(day: RoomDay, slots: readonly Slot[], rules: Rules, from: number, to: number): boolean {
  const length = to - from
  if (length < rules.minMinutes || length > rules.maxMinutes) return false
  const inside = slots.filter((slot) => slot.from < to && from < slot.to)
  const covered = inside.reduce((sum, slot) => sum + (slot.state === 'free' ? slot.to - slot.from : 0), 0)
  const beforeNext = stretches(day).every(
    (b) => (b.kind !== 'booked' && b.kind !== 'mine') || b.from < to || b.from >= to + rules.bufferMinutes,
  )
  return covered === length && beforeNext
}

/**
 * What the day proposes: the earliest span of about so many minutes, or the longest shorter one.
 * @param answered minutes of the day from which somebody works who can answer; nothing before them is proposed
 */
export function proposal(
  day: RoomDay,
  slots: readonly Slot[],
  rules: Rules,
  answered = 0,
  minutes = 120,
): TimePick | null {
  const wanted = Math.min(rules.maxMinutes, Math.max(rules.minMinutes, minutes))
  for (let length = wanted; length >= rules.minMinutes; length -= rules.slotMinutes) {
    const start = slots.find(
      (slot) =>
        slot.state === 'free' &&
        slot.from >= answered &&
        fits(day, slots, rules, slot.from, slot.from + length),
    )
    if (start !== undefined) return { from: start.from, to: start.from + length, open: false }
  }
  return null
}

/**
 * The pick after a tap on a free step: a first tap is the start, a second one the end. Null where it cannot be.
 * @param usual how long it lasts where only the start was said and so much is free; else the shortest use
 */
export function afterTap(
  day: RoomDay,
  slots: readonly Slot[],
  rules: Rules,
  pick: TimePick | null,
  tapped: Slot,
  usual = 0,
): TimePick | null {
  const may = (from: number, to: number) => fits(day, slots, rules, from, to)
  if (pick !== null && pick.open && tapped.from >= pick.from) {
    const to = Math.max(tapped.to, pick.from + rules.minMinutes)
    if (may(pick.from, to)) return { from: pick.from, to, open: false }
    if (to - pick.from > rules.maxMinutes) return null
  }
  const whole = { from: tapped.from, to: tapped.from + usual }
  if (may(whole.from, whole.to)) return { ...whole, open: true }
  return startAt(may, rules, tapped.from)
}

/** The shortest use from here; where it does not fit any more, the last one that ends with the free time. */
function startAt(
  may: (from: number, to: number) => boolean,
  { minMinutes, slotMinutes }: Rules,
  from: number,
): TimePick | null {
  const length = Math.max(minMinutes, slotMinutes)
  for (let start = from; start > from - length; start -= slotMinutes)
    if (may(start, start + length)) return { from: start, to: start + length, open: true }
  return null
}

export const slotSpan = ({ from, to }: { from: number; to: number }) => `${clockOf(from)}–${clockOf(to)}`
