/** A community that needs a room at once answers for nothing one by one: each booking goes where it fits, or is called off. */
import { closureBookings } from '@linli/contracts/closures'
import type { Deps } from '../../deps'
import type { RoomRow } from '../rooms/service'
import { roomsInsteadOf } from './instead'
import type { Closing } from './rules'
import { bookingsMet, type MetRow, type Window } from './store'

interface Closed {
  windows: readonly Window[]
  rooms: readonly RoomRow[]
  /** Other rooms in which whoever closes has a say. */
  may: (room: RoomRow) => boolean
}

/** @returns the answers that were given and, for a takeover, one for each of the others */
export async function answersAtOnce(
  deps: Deps,
  closing: Closing,
  { windows, rooms, may }: Closed,
): Promise<Closing['answers']> {
  if (closing.kind !== 'takeover') return closing.answers
  const given = new Set(closing.answers.map(({ caseId }) => caseId))
  const met = await bookingsMet(deps.db.client, windows, deps.clock.now(), closureBookings)
  const open = met.filter(({ caseId }) => !given.has(caseId))
  const closed = rooms.map(({ id }) => id)
  const instead = await roomsInsteadOf(deps, rooms[0]?.community_code ?? '', open, closed, may)
  const gone: { roomId: string; start: number; end: number }[] = []
  const found = open.map((one) => {
    const room =
      one.state === 'held' ? undefined : instead.get(one.caseId)?.find((each) => isLeft(gone, each, one))
    if (!room) return { caseId: one.caseId, answer: 'cancel' as const }
    gone.push({ roomId: room.id, ...spanOf(one, room) })
    return { caseId: one.caseId, answer: 'move' as const, roomId: room.id }
  })
  return [...closing.answers, ...found]
}

const spanOf = ({ startsAt, endsAt }: MetRow, { buffer_minutes: minutes }: RoomRow) => ({
  start: startsAt.getTime(),
  end: endsAt.getTime() + minutes * 60_000,
})

/** Has no other of those that are sent away got it? */
function isLeft(
  gone: readonly { roomId: string; start: number; end: number }[],
  room: RoomRow,
  one: MetRow,
): boolean {
  const { start, end } = spanOf(one, room)
  return !gone.some((g) => g.roomId === room.id && g.start < end && start < g.end)
}
