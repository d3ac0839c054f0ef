/**
 * What a room's line gives out: slots. Nobody is offered a slot that somebody has, that the room's rules of today do
 * not allow, or that has begun (docs/product.md › Rooms).
 */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { dayOf, startOfDay } from '../../platform/shanghai'
import { settingsInside } from '../divisions/service'
import type { Entry, LineResource } from '../line/service'
import { settleNow } from '../line/service'
import { bookableOf, forgetDay, roomInside, violations } from '../rooms/service'
import { isSlotFree, lineOfBooking, lineWithOverdue, wantedSlot } from './line-store'
import { answerDue } from './rules'

export const roomLine: LineResource = {
  kind: 'room',
  free: () => Promise.resolve(Infinity),
  async take(_deps, tx, _line, entries, at) {
    for (const entry of entries) if (!(await isOffered(tx, entry, at))) return false
    return true
  },
  // The state of the case is what keeps a slot.
  release: () => Promise.resolve(),
  startOf: (_tx, _line, entry) => Promise.resolve(entry.until),
  accepting: async (tx, { row, transition }, at) =>
    transition.to === 'pending' ? { dueAt: answerDue(await settingsInside(tx, row.community), at) } : {},
  changed: (deps, { community, day }) => {
    if (day) forgetDay(deps, community, startOfDay(day))
  },
}

async function isOffered(tx: Tx, entry: Entry, at: Date): Promise<boolean> {
  const slot = await wantedSlot(tx, entry.caseId)
  if (!slot || !(await isSlotFree(tx, slot, at))) return false
  const room = await roomInside(tx, slot.roomId, at)
  const use = { ...slot, start: slot.startsAt.getTime(), end: slot.endsAt.getTime() }
  return room !== undefined && violations(bookableOf(room), use, at.getTime()).length === 0
}

/** Whoever began to wait in the moment in which a slot was given up: both look again after they have written. */
export async function settleLater(deps: Deps, caseId: string): Promise<void> {
  const lineId = await lineOfBooking(deps.db, caseId)
  if (lineId) await settleNow(deps, roomLine, lineId)
}

/**
 * An offer that nobody took and nobody wrote down stands in nobody's way: the line is settled by whoever comes.
 * @returns whether there was one
 */
export async function settleOverdue(deps: Deps, roomId: string, startsAt: Date): Promise<boolean> {
  const lineId = await lineWithOverdue(deps.db, roomId, dayOf(startsAt), deps.clock.now())
  if (!lineId) return false
  await settleNow(deps, roomLine, lineId)
  return true
}
