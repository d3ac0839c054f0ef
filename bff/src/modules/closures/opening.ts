/** The promise: what is not needed any more can be booked again at once, by whoever waited for it first. */
import type { Closure } from '@linli/contracts/closures'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { settleAfter } from '../line/service'
import { forgetRoom, nextVersion } from '../rooms/service'
import { managedRoom, present } from './service'
import * as store from './store'

/** @throws Problem not_found */
async function managedClosure(deps: Deps, who: Who, id: string) {
  const closure = await store.findClosure(deps.db, id)
  if (!closure) throw new Problem('not_found')
  return { closure, room: await managedRoom(deps, who, closure.roomId) }
}

/** Rooms whose rules are another version now, and the lines in which somebody waited behind a closed door. */
async function opened(tx: Tx, windows: readonly store.Window[], at: Date): Promise<void> {
  for (const roomId of [...new Set(windows.map((one) => one.roomId))].sort()) await nextVersion(tx, roomId)
  for (const lineId of await store.linesMet(tx, windows)) await settleAfter(tx, lineId, at)
}

/** @throws Problem not_found, closure_not_shorter, idempotency_key_reused */
export async function giveBack(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, endsAt }: { id: string; endsAt: Date },
): Promise<Closure> {
  const { closure, room } = await managedClosure(deps, who, id)
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    await opened(tx, [closure], at)
    if (endsAt < at || !(await store.shorten(tx, id, endsAt))) throw new Problem('closure_not_shorter')
  })
  forgetRoom(deps, room)
  return present((await managedClosure(deps, who, id)).closure)
}

/** @param together with whatever was closed with it and has not ended @returns how many. @throws Problem not_found */
export async function openAgain(deps: Deps, who: Who, id: string, together: boolean): Promise<number> {
  const { closure, room } = await managedClosure(deps, who, id)
  const removed = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const all =
      together && closure.seriesId ? await store.standingTogether(tx, closure.seriesId, at) : [closure]
    await opened(tx, all, at)
    await store.removeAll(
      tx,
      all.map((one) => one.id),
      at,
    )
    return all
  })
  for (const { roomId } of removed) forgetRoom(deps, { id: roomId, community_code: room.community_code })
  return removed.length
}
