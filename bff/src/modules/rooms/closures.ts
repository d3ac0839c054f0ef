/**
 * The promise: a closure never lies over a live booking, and no booking slips under a closure: both move or check
 * the room's version.
 */
import type { Closure } from '@linli/contracts/closures'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { claim, type Idempotency } from '../../platform/idempotency'
import { namingNobody } from '../../platform/own-words'
import { Problem } from '../../platform/problem'
import { closuresOf, findClosure, insertClosure, liveBookingsIn, markRemoved } from './closure-store'
import { mustRun } from './desk/access'
import { forgetRoom, roomRow } from './service'
import { nextVersion, type StoredRoom } from './store'

type ClosureRow = Awaited<ReturnType<typeof closuresOf>>[number]

const present = ({ id, roomId, startsAt, endsAt, reason }: ClosureRow): Closure => ({
  id,
  roomId,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  reason,
})

/** @throws Problem not_found unless the reader is staff of the room's community or runs its facility */
async function managedRoom(deps: Deps, who: Who, roomId: string): Promise<StoredRoom> {
  const row = await roomRow(deps, roomId)
  await mustRun(deps, who, { community: row.community_code, ownerId: row.owner_id })
  return row
}

export async function listClosures(deps: Deps, who: Who, roomId: string): Promise<Closure[]> {
  await managedRoom(deps, who, roomId)
  return (await closuresOf(deps.db, roomId, deps.clock.now())).map(present)
}

/** @throws Problem not_found, closure_in_past, closure_has_bookings (with their cases and periods), idempotency_key_reused */
export async function addClosure(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  wanted: { roomId: string; startsAt: Date; endsAt: Date; reason: string },
): Promise<Closure> {
  const row = await managedRoom(deps, who, wanted.roomId)
  const at = deps.clock.now()
  const id = await deps.db.transaction(async (tx) => {
    const fresh = deps.ids.id()
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    if (wanted.endsAt <= at) throw new Problem('closure_in_past')
    namingNobody(wanted.reason, 'body.reason')
    await nextVersion(tx, wanted.roomId)
    const inside = await liveBookingsIn(tx, wanted.roomId, [wanted.startsAt, wanted.endsAt], at)
    if (inside.length > 0)
      throw new Problem('closure_has_bookings', {
        bookings: inside.map((b) => ({
          caseId: b.case_id,
          startsAt: b.starts_at.toISOString(),
          endsAt: b.ends_at.toISOString(),
        })),
      })
    await insertClosure(tx, { id: fresh, ...wanted, createdBy: who.accountId, createdAt: at })
    return fresh
  })
  forgetRoom(deps, row)
  const closure = await findClosure(deps.db, id)
  if (!closure) throw new Problem('not_found')
  return present(closure)
}

/** @throws Problem not_found */
export async function removeClosure(deps: Deps, who: Who, id: string): Promise<void> {
  const closure = await findClosure(deps.db, id)
  if (!closure) throw new Problem('not_found')
  const row = await managedRoom(deps, who, closure.roomId)
  await deps.db.transaction(async (tx) => {
    await nextVersion(tx, row.id)
    await markRemoved(tx, id, deps.clock.now())
  })
  forgetRoom(deps, row)
}
