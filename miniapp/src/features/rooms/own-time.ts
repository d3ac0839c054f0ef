import type { RoomDay } from '@linli/contracts/rooms'
import { minuteInDay } from '../../shared/time/shanghai'
import type { Rules, Slot } from './slots'

/** A booking that is to get another time. */
export interface Moving {
  id: string
  startsAt: string
  endsAt: string
  /** How long it lasts, in minutes: another time is proposed as long. */
  minutes: number
}

const at = Date.parse
const minuteMs = 60_000

/**
 * The day as it is for a booking that moves: its own time and the cleaning after it are free for it, and what can be booked
 * is counted anew, as the service counts it.
 */
export function dayWithout(day: RoomDay, { id }: Pick<Moving, 'id'>, rules: Rules): RoomDay {
  const own = day.busy.find(({ caseId }) => caseId === id)
  if (own === undefined) return day
  const busy = day.busy.filter(
    (part) => part !== own && (part.kind !== 'cleaning' || part.startsAt !== own.endsAt),
  )
  const bookable = bookableIn({ ...day, busy }, rules)
  const freeMinutes = bookable.reduce((sum, one) => sum + (at(one.endsAt) - at(one.startsAt)) / minuteMs, 0)
  return { ...day, busy, bookable, freeMinutes, left: freeMinutes > 0 ? 'free' : day.left }
}

/** On the steps of each opening, the time in which the shortest booking with its cleaning could be. */
function bookableIn({ open, busy, bookableFrom }: RoomDay, rules: Rules): RoomDay['bookable'] {
  if (bookableFrom === null) return []
  const [step, least, cleaning] = [rules.slotMinutes, rules.minMinutes, rules.bufferMinutes].map(
    (minutes) => minutes * minuteMs,
  ) as [number, number, number]
  const spans: { start: number; end: number }[] = []
  for (const one of open)
    for (let start = at(one.startsAt); start + least <= at(one.endsAt); start += step) {
      const end = start + least
      const blocked = busy.some(
        (part) =>
          start < at(part.endsAt) && at(part.startsAt) < (part.kind === 'booked' ? end + cleaning : end),
      )
      if (start < at(bookableFrom) || blocked) continue
      const last = spans[spans.length - 1]
      if (last !== undefined && start <= last.end) last.end = end
      else spans.push({ start, end })
    }
  return spans.map(({ start, end }) => ({
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(end).toISOString(),
  }))
}

/** Marks the steps that are its own until now. */
export function markOwn(slots: readonly Slot[], day: string, { startsAt, endsAt }: Moving): Slot[] {
  const [from, to] = [minuteInDay(day, startsAt), minuteInDay(day, endsAt)]
  return slots.map((slot) =>
    slot.state === 'free' && slot.from < to && from < slot.to ? { ...slot, isOwn: true } : slot,
  )
}

/** Is this when it is already? */
export const isOld = ({ startsAt, endsAt }: Moving, day: string, pick: Pick<Slot, 'from' | 'to'>): boolean =>
  minuteInDay(day, startsAt) === pick.from && minuteInDay(day, endsAt) === pick.to
