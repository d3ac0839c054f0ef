import type { RoomHits } from '@linli/contracts/room-desk'
import { ProblemError } from '../../shared/http/problem'

/** The bookings that a refused change names. */
export function hitsIn(problem: unknown): RoomHits | null {
  if (!(problem instanceof ProblemError) || problem.code !== 'room_change_hits') return null
  const { hits, total, mark } = problem.facts
  return Array.isArray(hits) && typeof total === 'number' && typeof mark === 'string'
    ? { hits: hits as RoomHits['hits'], total, mark }
    : null
}

interface Write {
  error: ProblemError | null
  reset: () => void
}

/** Where a colleague has changed it since: takes what the service has now, and what was typed is gone. */
export const readAgain = <T>(write: Write, latest: T | null, take: (latest: T) => void) =>
  write.error?.code === 'edited_meanwhile' && latest !== null
    ? () => {
        write.reset()
        take(latest)
      }
    : null
