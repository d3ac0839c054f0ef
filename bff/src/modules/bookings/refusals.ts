/** What a way to a slot says where it leads nowhere: every rule that is broken, one's own booking, or free times near it. */
import { type ProblemCode, problems } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import { Problem } from '../../platform/problem'
import type { Sender } from '../../platform/rows'
import { addDays, dayOf, minuteMs, startOfDay } from '../../platform/shanghai'
import { bookableOf, nearestFree, type RoomRow, takenAround, takenOf } from '../rooms/service'
import { ownBookingAt } from './own-store'

interface Slot {
  roomId: string
  startsAt: Date
  endsAt: Date
}

const faultPaths: Partial<Record<ProblemCode, string>> = {
  booking_over_capacity: 'body.attendees',
  booking_purpose_not_allowed: 'body.purpose',
  booking_too_short: 'body.endsAt',
  booking_too_long: 'body.endsAt',
}

export function refuse(broken: readonly ProblemCode[]): never {
  const [first = 'invalid_request'] = broken
  const faults = broken.map((code) => ({
    path: faultPaths[code] ?? 'body.startsAt',
    code,
    message: problems[code].title as string,
  }))
  throw new Problem(first, undefined, faults)
}

/** One's own booking is not somebody else's: neither taken from under one, nor to be queued for. */
export async function refuseOwn(db: Sender, accountId: string, wish: Slot): Promise<void> {
  const caseId = await ownBookingAt(db, accountId, wish)
  if (caseId) throw new Problem('booking_already_yours', { caseId })
}

/**
 * Names the nearest free times of the same length: never the one asked for, which is promised to a line.
 * @param but a booking that would move, so that its own time is free for it
 */
export async function takenProblem(
  deps: Deps,
  row: RoomRow,
  wish: Pick<Slot, 'startsAt' | 'endsAt'>,
  but?: string,
): Promise<Problem> {
  const day = dayOf(wish.startsAt)
  const [from, to] = [startOfDay(addDays(day, -1)), startOfDay(addDays(day, 2))]
  const bookings = await takenAround(deps, [row], from, to)
  const taken = takenOf(
    row,
    bookings.filter((b) => b.case_id !== but),
  )
  const [start, end] = [wish.startsAt.getTime(), wish.endsAt.getTime()]
  const now = deps.clock.now().getTime()
  const freeAt = end + row.buffer_minutes * minuteMs
  const isPromised = taken.every((t) => t.freeAt <= start || t.start >= freeAt)
  if (isPromised) taken.push({ kind: 'booked', start, end, freeAt })
  const free = nearestFree(bookableOf(row), { start, end }, taken, now)
  return new Problem('booking_slot_taken', {
    alternatives: free.map((span) => ({
      startsAt: new Date(span.start).toISOString(),
      endsAt: new Date(span.end).toISOString(),
    })),
  })
}
