import type { Deps } from '../../deps'
import { minuteMs } from '../../platform/shanghai'
import type { StoredRoom } from './store'
import { bookingsOf, type TakenRow } from './taken-store'

/** What is taken in [from, to), and what begins so soon after it that the cleaning of a last use would not fit. */
export function takenAround(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  rows: readonly StoredRoom[],
  from: Date,
  to: Date,
): Promise<TakenRow[]> {
  const buffer = Math.max(0, ...rows.map((row) => row.buffer_minutes)) * minuteMs
  return bookingsOf(
    db,
    rows.map((row) => row.id),
    [from, new Date(to.getTime() + buffer)],
    clock.now(),
  )
}
