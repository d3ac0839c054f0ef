/** Where a booking could go instead: rooms of its community that are free at its time, that it fits and that allow it. */
import type { Deps } from '../../deps'
import { bookableOf, roomsOf, type RoomRow, takenAround, takenOf, fits, violations } from '../rooms/service'
import type { MetRow } from './store'

const most = 3

/** A use that stands already asks for nothing new: that it comes late is nobody's fault. */
const late: readonly string[] = ['booking_in_past', 'booking_too_soon']

/**
 * @param may rooms in which whoever closes has a say
 * @param closing rooms that are closed with it
 * @returns by case, up to three each, the smallest that is large enough first
 */
export async function roomsInsteadOf(
  deps: Deps,
  community: string,
  met: readonly MetRow[],
  closing: readonly string[],
  may: (room: RoomRow) => boolean,
): Promise<Map<string, RoomRow[]>> {
  if (met.length === 0) return new Map()
  const rooms = (await roomsOf(deps, community)).filter((room) => !closing.includes(room.id) && may(room))
  const [first, last] = [
    new Date(Math.min(...met.map(({ startsAt }) => startsAt.getTime()))),
    new Date(Math.max(...met.map(({ endsAt }) => endsAt.getTime()))),
  ]
  const taken = await takenAround(deps, rooms, first, last)
  const now = deps.clock.now().getTime()
  const free = ({ startsAt, endsAt, attendees, purpose }: MetRow) =>
    rooms
      .filter((room) => {
        const use = { start: startsAt.getTime(), end: endsAt.getTime() }
        const broken = violations(bookableOf(room), { ...use, attendees, purpose }, now)
        return (
          broken.every((code) => late.includes(code)) && fits(use, room.buffer_minutes, takenOf(room, taken))
        )
      })
      .sort((a, b) => a.capacity - b.capacity || a.position - b.position)
      .slice(0, most)
  return new Map(met.map((one) => [one.caseId, free(one)]))
}
