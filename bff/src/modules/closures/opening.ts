/** The promise: what is not needed any more can be booked again at once, by whoever waited for it first. */
import type { Closure } from '@linli/contracts/closures'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { roomLine } from '../bookings/service'
import { lockLine, settle, settleAfter } from '../line/service'
import { grantsInside } from '../identity/service'
import { forgetRoom, nextVersion, runs } from '../rooms/service'
import { managedRoom, present } from './service'
import * as store from './store'

/** @throws Problem not_found */
async function managedClosure(deps: Deps, who: Who, id: string) {
  const closure = await store.findClosure(deps.db, id)
  if (!closure) throw new Problem('not_found')
  return { closure, room: await managedRoom(deps, who, closure.roomId) }
}

/**
 * Rooms that were closed together may be run by several: each opens their own, while they run it.
 * @throws Problem not_found where none of these is the asker's
 */
async function runInside<W extends store.Window>(tx: Tx, who: Who, windows: readonly W[]): Promise<W[]> {
  const grants = await grantsInside(tx, who.accountId)
  const rooms = await store.runsOf(
    tx,
    windows.map(({ roomId }) => roomId),
  )
  const own = new Set(rooms.filter((room) => runs(grants, who.accountId, room)).map(({ id }) => id))
  const left = windows.filter(({ roomId }) => own.has(roomId))
  if (windows.length > 0 && left.length === 0) throw new Problem('not_found')
  return left
}

/** More lines than these are asked by a job: nobody who opens a year again waits for all of them. */
const linesAtOnce = 20

/**
 * Rooms whose rules are another version now. Whoever waited behind the closed door is asked in the moment in which it opens,
 * before anybody passes by.
 */
async function opening(
  deps: Deps,
  tx: Tx,
  { windows, at }: { windows: readonly store.Window[]; at: Date },
  open: () => Promise<void>,
): Promise<void> {
  const lines = await store.waitedIn(tx, await store.linesMet(tx, windows), at)
  const [now, later] = [lines.slice(0, linesAtOnce), lines.slice(linesAtOnce)]
  // In the order of docs/locks.md.
  for (const lineId of now) await lockLine(tx, lineId)
  for (const roomId of [...new Set(windows.map((one) => one.roomId))].sort()) await nextVersion(tx, roomId)
  await open()
  for (const lineId of now) await settle(deps, tx, roomLine, lineId, at)
  for (const lineId of later) await settleAfter(tx, lineId, at)
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
    await runInside(tx, who, [closure])
    await opening(deps, tx, { windows: [closure], at }, async () => {
      if (endsAt < at || !(await store.shorten(tx, id, endsAt))) throw new Problem('closure_not_shorter')
    })
  })
  forgetRoom(deps, room)
  return present((await managedClosure(deps, who, id)).closure)
}

/** @param together with whatever of the asker's was closed with it and has not ended @returns how many. @throws Problem not_found */
export async function openAgain(deps: Deps, who: Who, id: string, together: boolean): Promise<number> {
  const { closure, room } = await managedClosure(deps, who, id)
  const removed = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const standing =
      together && closure.seriesId ? await store.standingTogether(tx, closure.seriesId, at) : [closure]
    const all = await runInside(tx, who, standing)
    const ids = all.map((one) => one.id)
    await opening(deps, tx, { windows: all, at }, () => store.removeAll(tx, ids, at))
    return all
  })
  for (const { roomId } of removed) forgetRoom(deps, { id: roomId, community_code: room.community_code })
  return removed.length
}
