/** The promise: who waits for a taken slot stands in the line of its room and day from the moment they are answered. */
import type { BookingDetail } from '@linli/contracts/booking-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { dayOf, minuteMs, mondayOf } from '../../platform/shanghai'
import { settingsInside } from '../divisions/service'
import { join, openLine, settle, settleNow } from '../line/service'
import { bookableOf, roomInside, roomRow, type RoomRow, violations } from '../rooms/service'
import { roomLine } from './line'
import { bookingCaseOf } from './read'
import { crowdOf, insertWaiting, isSlotFree, type Slot } from './line-store'
import { refuse, refuseOwn } from './refusals'
import { useOf, type Wish } from './service'

export interface WaitWish extends Wish {
  /** Mainly for older people, minors or people with disabilities: these come first, each as much as the others. */
  comesFirst: boolean
}

/** @throws Problem the codes of the contract `waitForSlot` */
export async function waitForSlot(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  wish: WaitWish,
): Promise<BookingDetail> {
  const { id: roomId, community_code: community } = await roomRow(deps, wish.roomId)
  const fresh = deps.ids.id()
  const done = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return { id: known, lineId: undefined }
    const key = { kind: 'room' as const, community, roomId, day: dayOf(wish.startsAt) }
    const lineId = await openLine(tx, key, at)
    // Who joins a room's line is counted, so they come one after the other. What is over in it is in nobody's way.
    await settle(deps, tx, roomLine, lineId, at)
    await joinLine(deps, tx, { id: fresh, who, wish, lineId, at })
    return { id: fresh, lineId }
  })
  // The slot may have been given up while this was written.
  if (done.lineId) await settleNow(deps, roomLine, done.lineId)
  return bookingCaseOf(deps, who, done.id)
}

async function joinLine(
  deps: Deps,
  tx: Tx,
  { id, who, wish, lineId, at }: { id: string; who: Who; wish: WaitWish; lineId: string; at: Date },
): Promise<void> {
  const room = await roomInside(tx, wish.roomId, at)
  if (!room) throw new Problem('not_found')
  const broken = violations(bookableOf(room), useOf(wish), at.getTime())
  if (broken.length > 0) refuse(broken)
  await refuseOwn(tx, who.accountId, wish)
  const slot = slotOf(wish, room)
  await mustWait(tx, { lineId, accountId: who.accountId, community: room.community_code }, slot, at)
  await insertWaiting(tx, {
    ...slot,
    id,
    community: room.community_code,
    subjectId: who.accountId,
    purpose: wish.purpose,
    attendees: wish.attendees,
    note: wish.note,
    week: mondayOf(wish.startsAt),
    nameEnc: wish.contactName
      ? deps.cipher.encrypt('accounts.name_enc', who.accountId, wish.contactName)
      : null,
    at,
  })
  const entry = { caseId: id, partyId: who.accountId, groupId: id, groupRule: 'one' as const }
  await join(tx, lineId, [{ ...entry, score: wish.comesFirst ? 1 : 0, until: wish.startsAt }], at)
}

const slotOf = (wish: Wish, room: RoomRow): Slot => ({
  roomId: room.id,
  startsAt: wish.startsAt,
  endsAt: wish.endsAt,
  freeAt: new Date(wish.endsAt.getTime() + room.buffer_minutes * minuteMs),
})

async function mustWait(
  tx: Tx,
  { lineId, accountId, community }: { lineId: string; accountId: string; community: string },
  slot: Slot,
  at: Date,
): Promise<void> {
  const { people, isIn } = await crowdOf(tx, lineId, accountId)
  if (isIn) throw new Problem('already_in_line')
  if (await isSlotFree(tx, slot, at)) throw new Problem('slot_is_free')
  if (people >= (await settingsInside(tx, community)).line_room_limit) throw new Problem('line_is_long')
}
