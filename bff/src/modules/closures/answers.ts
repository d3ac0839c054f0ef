/** What becomes of the bookings that a closure meets, in its transaction: in the order of docs/locks.md, all of it or nothing. */
import type { ClosureAnswer } from '@linli/contracts/closures'
import { closureBookings } from '@linli/contracts/closures'
import { undoSeconds } from '@linli/contracts/transitions'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { sqlState } from '../../platform/db-errors'
import { Problem } from '../../platform/problem'
import {
  type BookingFacts,
  freeAfter,
  isPromised,
  moveBooking,
  proposeRoom,
  refusedBy,
} from '../bookings/service'
import { advance, type Authorised, authoriseMany, lockCases } from '../cases/service'
import { badgeOf, type GrantFact } from '../identity/policy'
import { endEntries, lockLine, settleAfter } from '../line/service'
import { mustRunInside, nextVersion, roomInside, type RoomRow, runOf, runs } from '../rooms/service'
import { apology, type Closing, mostAhead } from './rules'
import { bookingsMet, haveMore, type MetRow, type Window } from './store'

export interface Answered {
  closureId: string
  caseId: string
  answer: ClosureAnswer
  at: Date
}

interface Answering {
  who: Who
  closing: Closing
  rooms: readonly RoomRow[]
  windows: readonly Window[]
  /** Of the slots that may be given up, by id. */
  lines: readonly string[]
  at: Date
}

/** @throws Problem not_found, closures_full, closure_has_bookings, closure_many_bookings, closure_move_refused */
export async function answerAll(deps: Deps, tx: Tx, answering: Answering): Promise<Answered[]> {
  const { who, closing, rooms, windows, lines, at } = answering
  for (const id of lines) await lockLine(tx, id)
  const locked = await lockRooms(tx, answering)
  const closed = rooms.map(({ id }) => id)
  if (await haveMore(tx, closed, mostAhead(closing.kind) - closing.weeks, at))
    throw new Problem('closures_full')
  const { actorName, mayUse } = await closerInside(tx, who, rooms)
  // Nobody is sent into a room that whoever closes does not run.
  const targets = new Map([...locked].filter(([, room]) => mayUse(room)))
  const seen = await bookingsMet(tx, windows, at, closureBookings + 1)
  await lockCases(
    tx,
    seen.map(({ caseId }) => caseId),
  )
  // Whoever was moving one out of here in this moment was first: as it lies now.
  const met = await bookingsMet(tx, windows, at, closureBookings + 1)
  const decided = met.map((one) => ({ one, ...answerOf(closing, one) }))
  const open = decided.filter(({ answer }) => answer === undefined).map(({ one }) => one)
  if (met.length > closureBookings) throw new Problem('closure_many_bookings')
  if (open.length > 0) throw new Problem('closure_has_bookings', { bookings: met.map(named) })
  const by = { side: 'staff', actorId: who.accountId, actorName } as const
  const note = apology(closing.reason)
  const acting = { by, note, at }
  for (const { one, answer, roomId } of decided)
    if (answer === 'move') await moveAway(deps, tx, { ...acting, one, room: targets.get(roomId ?? '') })
  await callOff(
    deps,
    tx,
    decided.filter(({ answer }) => answer === 'cancel'),
    acting,
  )
  const late = new Date(at.getTime() + (undoSeconds + 1) * 1000)
  for (const id of lines) await settleAfter(tx, id, late)
  return decided.flatMap(({ one, answer }) =>
    answer ? [{ closureId: windowOf(windows, one), caseId: one.caseId, answer, at }] : [],
  )
}

/** Who closes runs all of these rooms in this moment. @throws Problem not_found */
async function closerInside(
  tx: Tx,
  who: Who,
  rooms: readonly RoomRow[],
): Promise<{ actorName: string; mayUse: (room: RoomRow) => boolean }> {
  let grants: readonly GrantFact[] = []
  for (const room of rooms) grants = await mustRunInside(tx, who, runOf(room))
  const mayUse = (room: RoomRow) => runs(grants, who.accountId, runOf(room))
  return { actorName: badgeOf(grants, rooms[0]?.community_code ?? ''), mayUse }
}

/** Who needs a room at once does not wait for an answer to what was booked in this moment. */
function answerOf(
  { answers, kind }: Closing,
  { caseId }: MetRow,
): { answer?: ClosureAnswer; roomId?: string | undefined } {
  const given = answers.find((each) => each.caseId === caseId)
  if (given) return { answer: given.answer, roomId: given.roomId }
  return kind === 'takeover' ? { answer: 'cancel' } : {}
}

const named = ({ caseId, startsAt, endsAt }: MetRow) => ({
  caseId,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})

const windowOf = (windows: readonly Window[], one: MetRow): string =>
  windows.find((w) => w.roomId === one.roomId && w.startsAt < one.endsAt && one.startsAt < w.endsAt)?.id ?? ''

/** Those that close get their next version, those where something goes are shared; by id. */
async function lockRooms(tx: Tx, { closing, rooms, at }: Answering): Promise<Map<string, RoomRow>> {
  const closed = new Set(rooms.map(({ id }) => id))
  const wanted = closing.answers.flatMap(({ answer, roomId }) =>
    answer === 'move' && roomId ? [roomId] : [],
  )
  const targets = new Map<string, RoomRow>()
  for (const id of [...new Set([...closed, ...wanted])].sort()) {
    if (closed.has(id)) {
      await nextVersion(tx, id)
      continue
    }
    const room = await roomInside(tx, id, at)
    if (room?.community_code === rooms[0]?.community_code && room) targets.set(id, room)
  }
  return targets
}

interface Acting {
  by: { side: 'staff'; actorId: string; actorName: string }
  note: string
  at: Date
}

async function moveAway(
  deps: Deps,
  tx: Tx,
  { one, room, by, note, at }: Acting & { one: MetRow; room: RoomRow | undefined },
): Promise<void> {
  const no = new Problem('closure_move_refused', { caseId: one.caseId })
  const [moving] = await authoriseMany(deps, tx, [one.caseId], { action: 'reschedule', by }, at)
  if (!moving || !room) throw no
  const facts = moving.facts as BookingFacts
  const step = { one: moving, facts, room, wanted: { startsAt: one.startsAt, endsAt: one.endsAt, note }, at }
  if (refusedBy(step).length > 0) throw no
  // What was just refused to somebody else is promised to whoever waits for it.
  const slot = { roomId: room.id, startsAt: one.startsAt, endsAt: one.endsAt }
  if (await isPromised(tx, { ...slot, freeAt: freeAfter(room, one.endsAt) }, at)) throw no
  await moveBooking(deps, tx, step).catch((error: unknown) => {
    throw sqlState(error) === '23P01' ? no : error
  })
}

/** How what is called off ends, by its state. */
const ways = [
  { state: 'held', action: 'cancel', unasked: true },
  { state: 'pending', action: 'refuse', unasked: false },
  { state: 'confirmed', action: 'cancel', unasked: false },
] as const

/** In one move of all of them, person by person: so places in a week are given back in one order, whoever closes. */
async function callOff(
  deps: Deps,
  tx: Tx,
  off: readonly { one: MetRow; roomId?: string | undefined }[],
  { by, note, at }: Acting,
): Promise<void> {
  const idsIn = (wanted: string) =>
    off.flatMap(({ one: { caseId, state } }) => (state === wanted ? [caseId] : []))
  const ending: Authorised[] = []
  for (const { state, ...how } of ways)
    ending.push(...(await authoriseMany(deps, tx, idsIn(state), { ...how, by }, at)))
  if (ending.length < off.length)
    throw new Problem('closure_has_bookings', { bookings: off.map(({ one }) => named(one)) })
  ending.sort((a, b) => a.row.subjectId.localeCompare(b.row.subjectId))
  await advance(deps, tx, ending, { note, at })
  await endEntries(tx, idsIn('held'), at)
  for (const { one, roomId } of off) if (roomId) await proposeRoom(tx, one.caseId, roomId)
}
