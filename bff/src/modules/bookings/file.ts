/**
 * The promise: whoever comes to the counter or telephones gets a room by the same rules, slot and quota as whoever taps; one
 * booking, theirs, confirmed at once by whoever stands there (docs/product.md › Rooms).
 */
import type { BookingDetail } from '@linli/contracts/booking-case'
import type { PersonServed } from '@linli/contracts/people'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { namingNobody } from '../../platform/own-words'
import { Problem } from '../../platform/problem'
import { badgeOf, isStaffOf } from '../identity/policy'
import { grantsInside, personServed } from '../identity/service'
import { forgetDay, roomInside, roomRow, runOf, runs } from '../rooms/service'
import { placeBooking } from './place'
import { withoutOthers } from './quota'
import { bookingCaseOf } from './read'
import type { Wish } from './service'
import { orFreeTimes } from './taken'

export interface Filing extends Omit<Wish, 'contactName'> {
  person: PersonServed
}

/** @throws Problem the codes of the contract `fileBooking` */
export async function fileBooking(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  filing: Filing,
): Promise<BookingDetail> {
  const { community_code: community } = await roomRow(deps, filing.roomId)
  const id = await orFreeTimes(deps, filing, () =>
    deps.db.transaction((tx) => attempt(deps, tx, who, idempotency, filing)),
  )
  forgetDay(deps, community, filing.startsAt)
  return bookingCaseOf(deps, who, id)
}

/** @returns the case, made now or by the same tap before */
async function attempt(
  deps: Deps,
  tx: Tx,
  who: Who,
  idempotency: Idempotency,
  { person, ...wish }: Filing,
): Promise<string> {
  const [at, id] = [deps.clock.now(), deps.ids.id()]
  const known = await claim(tx, idempotency, id, at)
  if (known) return known
  const room = await roomInside(tx, wish.roomId, at)
  const grants = await grantsInside(tx, who.accountId)
  if (!room || !runs(grants, who.accountId, runOf(room))) throw new Problem('not_found')
  if (wish.note) namingNobody(wish.note, 'body.note', [person.name])
  const subjectId = await personServed(deps, tx, { ...person, inOffice: true, known: [] }, at)
  const actor = { id: who.accountId, role: 'staff', name: badgeOf(grants, room.community_code) } as const
  await placeBooking(deps, tx, { ...wish, id, subjectId, actor, room }, at).catch((error: unknown) => {
    throw isStaffOf(grants, room.community_code) ? error : withoutOthers(error)
  })
  return id
}
