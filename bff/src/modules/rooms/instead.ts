/** The promise: where nobody works before a use begins, what is offered in its place needs nobody. */
import type { RoomSummary } from '@linli/contracts/rooms'
import type { Deps } from '../../deps'
import { dayOf } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { bookableOf, takenOf } from './present'
import { fits, violations } from './rules'
import { roomRow, summarise, takenAround, withCalendar } from './service'
import { roomsNear } from './store'

/** Rooms nearby that need nobody's answer and are free for this use: what is offered where nobody can answer in time. */
export async function roomsInstead(deps: Deps, id: string, from: Date, to: Date): Promise<RoomSummary[]> {
  const [room, divisions] = await Promise.all([roomRow(deps, id), directory(deps)])
  const near = { community: room.community_code, approval: 'automatic' as const }
  const filter = { ...near, purpose: undefined, capacity: undefined, stepFree: undefined }
  const now = deps.clock.now()
  const found = (await roomsNear(deps.db, filter, undefined, tried, now))
    .filter((row) => row.id !== id)
    .map((row) => withCalendar(row, divisions))
  const taken = await takenAround(deps, found, from, to)
  const use = { start: from.getTime(), end: to.getTime() }
  const free = found.filter((row) => {
    const asked = { ...use, attendees: 1, purpose: row.purposes[0] ?? '' }
    const allowed = violations(bookableOf(row), asked, now.getTime()).length === 0
    return allowed && fits(use, row.buffer_minutes, takenOf(row, taken))
  })
  return summarise(deps, free.slice(0, 3), dayOf(from))
}

const tried = 60
