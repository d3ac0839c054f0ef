/** What several ways to a slot do where somebody has it: an offer that is over stands in nobody's way, else free times are named. */
import type { Deps } from '../../deps'
import { sqlState } from '../../platform/db-errors'
import { Problem } from '../../platform/problem'
import { roomRow } from '../rooms/service'
import { settleOverdue } from './line'
import { takenProblem } from './refusals'

/** How often it is looked again when an offer that is over stood in the way. */
const looks = 3

interface Slot {
  roomId: string
  startsAt: Date
  endsAt: Date
}

const isTaken = (error: unknown): boolean =>
  sqlState(error) === '23P01' || (error instanceof Problem && error.code === 'booking_slot_taken')

/**
 * @param but a booking that would move, so that its own time is free for it
 * @throws Problem booking_slot_taken, with the nearest free times
 */
export async function orFreeTimes<T>(
  deps: Deps,
  slot: Slot,
  work: () => Promise<T>,
  but?: string,
): Promise<T> {
  for (let look = 1; ; look++)
    try {
      return await work()
    } catch (error) {
      if (!isTaken(error)) throw error
      const room = await roomRow(deps, slot.roomId)
      if (look < looks && (await settleOverdue(deps, room.id, slot.startsAt))) continue
      throw await takenProblem(deps, room, slot, but)
    }
}
