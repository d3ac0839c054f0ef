/**
 * The promise: whoever runs a building sees every room of it and what takes each, as the database has it; who watches from
 * above sees the same and changes nothing; nobody is named.
 */
import type { BoardRoom, BoardWeekRoom } from '@linli/contracts/board'
import { boardRooms } from '@linli/contracts/board'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { addDays, dayOf, startOfDay } from '../../platform/shanghai'
import { type Directory, directory } from '../divisions/service'
import { grantsOf } from '../identity/service'
import {
  type OpenRoom,
  openThrough,
  type RoomOrder,
  roomsOfDivision,
  type Sight,
  sightOf,
} from '../rooms/service'
import {
  type Bit,
  bitsOf,
  type BlockRow,
  blocksOf,
  type ClosureRow,
  closuresAmong,
  waitedFor,
  type WaitRow,
} from './board-store'

interface Asked {
  division: string
  from: string | undefined
  days: number
  rooms: string[] | undefined
  after: RoomOrder | undefined
}

/** @throws Problem not_found unless the reader is staff, supervisor or a partner unit of the division */
export async function mayReadBoard(
  deps: Deps,
  who: Who,
  division: string,
): Promise<Sight & { divisions: Directory }> {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  const sight = sightOf(grants, who.accountId, division)
  if (!sight || !divisions.find(division)) throw new Problem('not_found')
  return { ...sight, divisions }
}

/** Of a partner unit only its own rooms. @throws Problem not_found as for `mayReadBoard` */
async function pageOfRooms(deps: Deps, who: Who, { division, from, days, rooms, after }: Asked) {
  const { canManage, owner, divisions } = await mayReadBoard(deps, who, division)
  const now = deps.clock.now()
  const first = from ?? dayOf(now)
  const span = { from: startOfDay(first), to: startOfDay(addDays(first, days)), now }
  const { page, last } = pageOf(
    await roomsOfDivision(deps, {
      ...{ division, owner, rooms, after, usedFrom: span.from },
      limit: boardRooms + 1,
    }),
    boardRooms,
  )
  return {
    ...{ page, span, ids: page.map(({ id }) => id) },
    opening: openThrough(Array.from({ length: days }, (_, n) => addDays(first, n))),
    nameOf: (community: string) => divisions.find(community)?.name ?? '',
    told: {
      next: last && { community: last.community_code, position: last.position, id: last.id },
      from: first,
      now: now.toISOString(),
      canManage,
    },
  }
}

/** @throws Problem not_found as for `mayReadBoard` */
export async function readBoard(deps: Deps, who: Who, asked: Asked) {
  const { page, ids, span, opening, nameOf, told } = await pageOfRooms(deps, who, asked)
  const [blocks, closures, waits] = await Promise.all([
    blocksOf(deps.db, ids, span),
    closuresAmong(deps.db, ids, span),
    waitedFor(deps.db, ids, span),
  ])
  const iso = instants()
  const byRoom = { blocks: grouped(blocks), closures: grouped(closures), waits: grouped(waits) }
  return {
    rooms: page.map((room) =>
      present(room, {
        open: opening(room),
        communityName: nameOf(room.community_code),
        blocks: (byRoom.blocks.get(room.id) ?? []).map((row) =>
          blockOf(row, byRoom.waits.get(room.id) ?? [], span.now.getTime(), iso),
        ),
        closures: (byRoom.closures.get(room.id) ?? []).map(closureOf),
      }),
    ),
    ...told,
  }
}

/** How full rooms are. @throws Problem not_found as for `mayReadBoard` */
export async function readBoardWeek(deps: Deps, who: Who, asked: Asked) {
  const { page, ids, span, opening, nameOf, told } = await pageOfRooms(deps, who, asked)
  const [bits, closures] = await Promise.all([bitsOf(deps.db, ids, span), closuresAmong(deps.db, ids, span)])
  const [iso, now] = [instants(), span.now.getTime()]
  const bitsByRoom = new Map(bits.map((one) => [one.roomId, one.bits]))
  const closuresByRoom = grouped(closures)
  return {
    rooms: page.map((room): BoardWeekRoom => ({
      ...shownOf(room),
      communityName: nameOf(room.community_code),
      open: opening(room),
      blocks: (bitsByRoom.get(room.id) ?? []).map((bit) => bitOf(bit, now, iso)),
      closures: (closuresByRoom.get(room.id) ?? []).map(({ startsAt, endsAt }) => ({
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    })),
    ...told,
  }
}

const bitOf = ([state, start, end, due]: Bit, now: number, iso: (at: number) => string) => ({
  ...{ state, startsAt: iso(start), endsAt: iso(end) },
  overdue: due !== null && due < now,
})

function grouped<Row extends { roomId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.roomId)
    if (group) group.push(row)
    else groups.set(row.roomId, [row])
  }
  return groups
}

const shownOf = (room: OpenRoom) => ({
  id: room.id,
  name: room.name,
  facilityName: room.facility_name,
  capacity: room.capacity,
  retired: room.retired_at !== null,
})

const present = (
  room: OpenRoom,
  taken: Pick<BoardRoom, 'communityName' | 'open' | 'blocks' | 'closures'>,
): BoardRoom => ({
  ...shownOf(room),
  kind: room.kind,
  community: room.community_code,
  purposes: room.purposes,
  slotMinutes: room.slot_minutes,
  minMinutes: room.min_minutes,
  ...taken,
})

/** Most of what a board shows begins and ends at the same few times: each is written once. */
function instants(): (at: number) => string {
  const known = new Map<number, string>()
  return (at) => {
    const written = known.get(at) ?? new Date(at).toISOString()
    known.set(at, written)
    return written
  }
}

const blockOf = (
  row: BlockRow,
  waits: readonly WaitRow[],
  now: number,
  iso: (at: number) => string,
): BoardRoom['blocks'][number] => ({
  caseId: row.caseId,
  state: row.state,
  startsAt: iso(row.startsAt),
  endsAt: iso(row.endsAt),
  freeAt: iso(row.freeAt),
  purpose: row.purpose,
  attendees: row.attendees,
  dueAt: row.dueAt === null ? null : iso(row.dueAt),
  overdue: row.dueAt !== null && row.dueAt < now,
  wish: row.wish,
  waiting: waits.filter((one) => one.startsAt < row.endsAt && one.endsAt > row.startsAt).length,
  series: row.week === null || row.weeks === null ? null : { n: row.week, of: row.weeks },
})

const closureOf = ({
  id,
  startsAt,
  endsAt,
  reason,
  kind,
  repeats,
}: ClosureRow): BoardRoom['closures'][number] => ({
  id,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  reason,
  kind,
  repeats,
})
