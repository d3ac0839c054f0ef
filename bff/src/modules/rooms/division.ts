/** Rooms of a division, for those who run or watch all of them. */
import type { Deps } from '../../deps'
import { directory } from '../divisions/service'
import { type DivisionRooms, namedInDivision, storedOfDivision } from './division-store'
import { bookableOf, type RoomRow } from './present'
import { openSpans, period } from './rules'

export type { RoomOrder } from './division-store'

export async function roomsOfDivision(deps: Deps, asked: DivisionRooms): Promise<RoomRow[]> {
  const [rows, divisions] = await Promise.all([
    storedOfDivision(deps.db, asked, deps.clock.now()),
    directory(deps),
  ])
  // The days that a community has set beside the calendar decide what its public holidays are.
  return rows.map((row) => ({ ...row, announced: divisions.settings(row.community_code).calendar_days }))
}

/** Rooms of a division whose name or building's name holds these words, as they stand there; a few, for a choice. */
export async function roomsNamed(
  deps: Deps,
  asked: { division: string; words: string },
): Promise<{ id: string; name: string; facilityName: string; communityName: string }[]> {
  const [rows, divisions] = await Promise.all([namedInDivision(deps.db, asked), directory(deps)])
  return rows.map(({ community, ...room }) => ({
    ...room,
    communityName: divisions.find(community)?.name ?? '',
  }))
}

/** When a room is open on a day, holidays minded; closures are not. */
export const openOn = (row: RoomRow, day: string): { startsAt: string; endsAt: string }[] =>
  openSpans(bookableOf(row), day).map(period)
