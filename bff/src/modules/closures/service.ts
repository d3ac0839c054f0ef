/**
 * The promise: no room is closed over a booking that nobody has answered for. Each one goes elsewhere, stays all the same, or
 * is called off with an apology, in the one transaction that closes the room; and no booking slips under a closure: both move
 * or check the room's version (docs/product.md › Rooms).
 */
import {
  type Closure,
  type ClosureAnswer,
  closureBookings,
  type ClosureKind,
  type MetBooking,
} from '@linli/contracts/closures'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { namingNobody } from '../../platform/own-words'
import { Problem } from '../../platform/problem'
import { grantsOf } from '../identity/service'
import { forgetRoom, mustRun, roomRow, type RoomRow, runOf, runs } from '../rooms/service'
import { answerAll } from './answers'
import { answersAtOnce } from './at-once'
import { roomsInsteadOf } from './instead'
import { answersTo, type Closing, weekly } from './rules'
import * as store from './store'

type ClosureRow = NonNullable<Awaited<ReturnType<typeof store.findClosure>>>

export const present = ({ id, roomId, startsAt, endsAt, reason, kind, seriesId }: ClosureRow): Closure => ({
  id,
  roomId,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  reason,
  kind: kind as ClosureKind,
  seriesId,
})

/** @throws Problem not_found unless the reader is staff of the room's community or runs its facility */
export async function managedRoom(deps: Deps, who: Who, roomId: string): Promise<RoomRow> {
  const row = await roomRow(deps, roomId)
  await mustRun(deps, who, runOf(row))
  return row
}

/** Whoever closes sends nobody into a room that they do not run. */
async function runsAnother(deps: Deps, who: Who): Promise<(room: RoomRow) => boolean> {
  const grants = await grantsOf(deps, who.accountId)
  return (room) => runs(grants, who.accountId, runOf(room))
}

/** @throws Problem not_found, also where they are not of one community */
async function managedRooms(deps: Deps, who: Who, ids: readonly string[]): Promise<RoomRow[]> {
  const rows = await Promise.all([...new Set(ids)].map((id) => managedRoom(deps, who, id)))
  if (rows.some((row) => row.community_code !== rows[0]?.community_code)) throw new Problem('not_found')
  return rows
}

export async function listClosures(deps: Deps, who: Who, roomId: string): Promise<Closure[]> {
  await managedRoom(deps, who, roomId)
  return (await store.closuresOf(deps.db, roomId, deps.clock.now())).map(present)
}

/** @throws Problem not_found */
export async function listMetBookings(
  deps: Deps,
  who: Who,
  { roomId, weeks, ...span }: { roomId: string; startsAt: Date; endsAt: Date; weeks: number },
): Promise<{ bookings: MetBooking[]; more: boolean }> {
  const room = await managedRoom(deps, who, roomId)
  const may = await runsAnother(deps, who)
  const windows = weekly(span, weeks).map((one) => ({ ...one, roomId }))
  const all = await store.bookingsMet(deps.db.client, windows, deps.clock.now(), closureBookings + 1)
  const met = all.slice(0, closureBookings)
  const instead = await roomsInsteadOf(deps, room.community_code, met, [roomId], may)
  const bookings = met.map(({ freeAt: _, ...row }) => ({
    ...row,
    roomName: room.name,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    answers: answersTo(row.state),
    instead: (instead.get(row.caseId) ?? []).map((one) => ({
      roomId: one.id,
      name: one.name,
      facilityName: one.facility_name,
    })),
  }))
  return { bookings, more: all.length > met.length }
}

export interface Closed {
  closures: Closure[]
  moved: number
  kept: number
  cancelled: number
}

/** @throws Problem the codes of the contract `closeRooms` */
export async function closeRooms(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  closing: Closing,
): Promise<Closed> {
  const rooms = await managedRooms(deps, who, closing.roomIds)
  await mustBeNear(deps, closing, rooms[0]?.community_code)
  const windows = weekly(closing, closing.weeks).flatMap((span) =>
    rooms.map((room) => ({ ...span, roomId: room.id, id: deps.ids.id() })),
  )
  const lines = await store.linesMet(deps.db.client, windows)
  const may = await runsAnother(deps, who)
  const answers = await answersAtOnce(deps, closing, { windows, rooms, may })
  const id = await deps.db.transaction((tx) =>
    closeInside(deps, tx, { who, idempotency, closing: { ...closing, answers }, rooms, windows, lines }),
  )
  for (const room of rooms) forgetRoom(deps, room)
  const made = await store.closuresMade(deps.db, id)
  // As it was written: pressed once more, the same is answered.
  const answered = await store.answersGiven(
    deps.db,
    made.map((closure) => closure.id),
  )
  const count = (answer: ClosureAnswer) => answered.get(answer) ?? 0
  return {
    closures: made.map(present),
    moved: count('move'),
    kept: count('keep'),
    cancelled: count('cancel'),
  }
}

/** What is proposed to whom is called off is a room of the same community. @throws Problem not_found */
async function mustBeNear(deps: Deps, { answers }: Closing, community: string | undefined): Promise<void> {
  const proposed = answers.flatMap(({ answer, roomId }) => (answer === 'cancel' && roomId ? [roomId] : []))
  const rooms = await Promise.all([...new Set(proposed)].map((id) => roomRow(deps, id)))
  if (rooms.some((room) => room.community_code !== community)) throw new Problem('not_found')
}

interface Inside {
  who: Who
  idempotency: Idempotency
  closing: Closing
  rooms: readonly RoomRow[]
  windows: readonly store.Window[]
  lines: readonly string[]
}

async function closeInside(
  deps: Deps,
  tx: Tx,
  { who, idempotency, closing, rooms, windows, lines }: Inside,
): Promise<string> {
  const at = deps.clock.now()
  const seriesId = windows.length > 1 ? deps.ids.id() : null
  const fresh = seriesId ?? windows[0]?.id ?? ''
  const known = await claim(tx, idempotency, fresh, at)
  if (known) return known
  if (closing.endsAt <= at) throw new Problem('closure_in_past')
  namingNobody(closing.reason, 'body.reason')
  const answered = await answerAll(deps, tx, { who, closing, rooms, windows, lines, at })
  const { reason, kind } = closing
  await store.insertClosures(tx, { windows, reason, kind, seriesId, createdBy: who.accountId, createdAt: at })
  await store.insertAnswers(tx, answered)
  return fresh
}

/** @throws Problem not_found, closure_in_past, closures_full, closure_has_bookings (with their cases and periods), closure_many_bookings, idempotency_key_reused */
export async function addClosure(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { roomId, ...wanted }: { roomId: string; startsAt: Date; endsAt: Date; reason: string },
): Promise<Closure> {
  const closing = { ...wanted, roomIds: [roomId], kind: 'closed' as const, weeks: 1, answers: [] }
  const [closure] = (await closeRooms(deps, who, idempotency, closing)).closures
  if (!closure) throw new Problem('not_found')
  return closure
}
