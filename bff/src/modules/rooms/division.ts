/** Rooms of a division, for those who run or watch all of them. */
import type { Deps } from '../../deps'
import { directory } from '../divisions/service'
import { type RoomOrder, storedOfDivision } from './division-store'
import { bookableOf, type RoomRow } from './present'
import { openSpans, period } from './rules'

export type { RoomOrder } from './division-store'

export async function roomsOfDivision(
  deps: Deps,
  asked: { division: string; after: RoomOrder | undefined; limit: number },
): Promise<RoomRow[]> {
  const [rows, divisions] = await Promise.all([
    storedOfDivision(deps.db, asked, deps.clock.now()),
    directory(deps),
  ])
  // The days that a community has set beside the calendar decide what its public holidays are.
  return rows.map((row) => ({ ...row, announced: divisions.settings(row.community_code).calendar_days }))
}

/** When a room is open on a day, holidays minded; closures are not. */
export const openOn = (row: RoomRow, day: string): { startsAt: string; endsAt: string }[] =>
  openSpans(bookableOf(row), day).map(period)
