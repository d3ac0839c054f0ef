/**
 * A building that many look at while some book and cancel in it: what each of them was told is written down, and every
 * answer is held against it in the moment it comes.
 */
import { randomUUID } from 'node:crypto'
import type { BoardRoom } from '../../bff/contracts/src/board'
import type { FoundRoom } from '../../bff/contracts/src/room-search'
import { here, localTime, type Person } from './world'

export interface Told {
  id: string
  room: string
  start: number
  end: number
  /** Instants of the client's own watch. */
  since: number
  /** When it was asked to be cancelled, and when that was answered. */
  askedOff: number
  off: number
}

export interface Seen {
  board: BoardRoom[] | undefined
  found: FoundRoom[] | undefined
}

/** GETs a path of the service. @returns the status, and the body where it is 200 */
export type Get = (path: string, token?: string) => Promise<[status: number, body: unknown]>

const hourMs = 3_600_000
export const [opens, shuts] = [8, 22]

/** What an answer says falsely of bookings that were told before it was asked for, and stood until it came. */
export function wrongIn(seen: Seen, ledger: readonly Told[], sent: number, got: number): string[] {
  const stood = ledger.filter((one) => one.since <= sent && one.askedOff >= got)
  const gone = ledger.filter((one) => one.off <= sent)
  const { board, found } = seen
  const onBoard = new Map(board?.flatMap((room) => room.blocks.map((b) => [b.caseId, room.id] as const)))
  const isFree = ({ room, start, end }: Told): boolean =>
    found?.some(
      ({ id, free }) => id === room && free.some(([from, to]) => at(from) < end && start < at(to)),
    ) === true
  return [
    ...(board ? stood.filter(({ id, room }) => onBoard.get(id) !== room).map(({ id }) => `${id} lost`) : []),
    ...(board ? gone.filter(({ id }) => onBoard.has(id)).map(({ id }) => `${id} still there`) : []),
    ...stood.filter(isFree).map(({ id }) => `${id} called free`),
  ]
}

export const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
const at = (minutes: number): number => Date.parse(localTime(day, 0)) + minutes * 60_000

const paths = {
  found: `/rooms/free?community=${here}&day=${day}`,
  board: `/divisions/${here}/board?from=${day}`,
}

export async function look(get: Get, what: keyof Seen, token: string): Promise<[number, Seen]> {
  const [status, body] = await get(paths[what], what === 'board' ? token : undefined)
  const rooms = (body as { rooms?: never[] }).rooms
  return [status, { board: undefined, found: undefined, [what]: rooms }]
}

/** Somebody who books hours of these rooms and cancels the oldest of theirs, so many times. */
export async function booker(
  base: string,
  { token }: Person,
  { rooms, times, pick, ledger }: { rooms: string[]; times: number; pick(n: number): number; ledger: Told[] },
): Promise<number[]> {
  const [mine, statuses]: [Told[], number[]] = [[], []]
  const post = async (path: string, body: object): Promise<{ id: string } | undefined> => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    }
    const answer = await fetch(`${base}/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    statuses.push(answer.status)
    return answer.ok ? ((await answer.json()) as { id: string }) : void (await answer.arrayBuffer())
  }
  for (let n = 0; n < times; n++) {
    const room = rooms[pick(rooms.length)] ?? ''
    const start = at((opens + pick(shuts - opens)) * 60)
    const times = {
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + hourMs).toISOString(),
    }
    const booked = await post('/bookings', { roomId: room, ...times, purpose: 'training', attendees: 2 })
    const told = { id: booked?.id ?? '', room, start, end: start + hourMs, since: performance.now() }
    if (booked) mine.push({ ...told, askedOff: Infinity, off: Infinity })
    if (booked) ledger.push(mine.at(-1) as Told)
    const oldest = mine.length > 3 ? mine.shift() : undefined
    if (!oldest) continue
    oldest.askedOff = performance.now()
    if (await post(`/bookings/${oldest.id}/cancel`, {})) oldest.off = performance.now()
  }
  return statuses
}
