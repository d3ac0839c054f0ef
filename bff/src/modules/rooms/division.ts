/** Rooms of a division, for those who run or watch all of them. */
import type { Deps } from '../../deps'
import { directory } from '../divisions/service'
import type { Announced } from '../../platform/calendar'
import { type DivisionRoom, type DivisionRooms, namedInDivision, storedOfDivision } from './division-store'
import { openSpans, period } from './rules'

export type { RoomOrder } from './division-store'

/** A room with the days that its community has set beside the calendar. */
export type OpenRoom = DivisionRoom & { announced: Announced }

export async function roomsOfDivision(deps: Deps, asked: DivisionRooms): Promise<OpenRoom[]> {
  const [rows, divisions] = await Promise.all([storedOfDivision(deps.db, asked), directory(deps)])
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

interface OpenDay {
  day: string
  spans: { startsAt: string; endsAt: string }[]
}

/** When rooms are open on some days, holidays minded; closures are not. Rooms that open alike are looked at once. */
export function openThrough(days: readonly string[]): (room: OpenRoom) => OpenDay[] {
  const known = new Map<string, OpenDay[]>()
  return ({ community_code, openings, seasons, holidays, announced }) => {
    const alike = JSON.stringify([community_code, openings, seasons, holidays])
    const found = known.get(alike)
    if (found) return found
    const hours = { policy: { openings, seasons, holidays }, announced }
    const open = days.map((day) => ({ day, spans: openSpans(hours, day).map(period) }))
    known.set(alike, open)
    return open
  }
}
