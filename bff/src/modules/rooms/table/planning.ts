/** What a table would do: what is added, what changes, whom that meets, and everything that is wrong. */
import { isDeepStrictEqual } from 'node:util'
import { facilityRooms, type RoomHit } from '@linli/contracts/room-desk'
import type { RoomPlan } from '@linli/contracts/room-plan'
import type { TableFault } from '@linli/contracts/room-table'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import type { Tx } from '../../../platform/db'
import { namesKnown } from '../../../platform/masking'
import { Problem } from '../../../platform/problem'
import { readOf } from '../../../platform/read'
import type { directory } from '../../divisions/service'
import { grantsInside } from '../../identity/service'
import { runs } from '../desk/access'
import { hitsOf } from '../desk/hits'
import { planOf, withPlan } from '../desk/plans'
import { aheadOf, badgesIn } from '../desk/store'
import { holdFacility, holdRooms } from '../desk/write-store'
import { bookableOf, type RoomRow } from '../present'
import { withCalendar } from '../service'
import { columns, placeHeads } from './columns'
import type { ReadRoom } from './lines'
import * as store from './store'

export interface Planned {
  added: { facilityId: string; plan: RoomPlan }[]
  changed: { row: RoomRow; plan: RoomPlan }[]
  hits: RoomHit[]
  faults: TableFault[]
}

interface Table {
  code: string
  read: readonly ReadRoom[]
  /** To be written: the rooms are held until then. */
  holds: boolean
  divisions: Awaited<ReturnType<typeof directory>>
}

async function hold(tx: Tx, facilities: readonly { id: string }[]): Promise<void> {
  for (const { id } of facilities) {
    await holdFacility(tx, id)
    await holdRooms(tx, id)
  }
}

/** What would be done, against the rooms as they are. @throws Problem not_found unless the asker runs something here */
export async function planned(
  deps: Deps,
  tx: Tx,
  who: Who,
  { code, read, holds, divisions }: Table,
): Promise<Planned> {
  const inside = readOf(tx)
  const grants = await grantsInside(tx, who.accountId)
  const isMine = (ownerId: string | null) => runs(grants, who.accountId, { community: code, ownerId })
  const facilities = (await store.facilitiesIn(inside, code)).filter(({ ownerId }) => isMine(ownerId))
  if (!isMine(null) && facilities.length === 0) throw new Problem('not_found')
  if (holds) await hold(tx, facilities)
  const rooms = (await store.roomsIn(inside, code, deps.clock.now()))
    .filter((row) => isMine(row.owner_id))
    .map((row) => withCalendar(row, divisions))
  const known = {
    rooms: new Map(rooms.map((row) => [row.id, row])),
    facilities,
    badges: await badgesIn(inside, code),
    inUse: countBy(rooms.filter((row) => row.retired_at === null)),
  }
  const plan: Planned = { added: [], changed: [], hits: [], faults: [] }
  const seen = new Set<string>()
  for (const one of read) placed(one, known, seen, plan)
  const ids = plan.changed.map(({ row }) => row.id)
  const ahead = await aheadOf(inside, ids, deps.clock.now())
  for (const { row, plan: next } of plan.changed)
    plan.hits.push(
      ...hitsOf(
        bookableOf(row),
        withPlan(row, next),
        ahead.filter(({ roomId }) => roomId === row.id),
      ),
    )
  plan.hits.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  return plan
}

const countBy = (rooms: readonly RoomRow[]): Map<string, number> =>
  rooms.reduce((sum, { facility_id: id }) => sum.set(id, (sum.get(id) ?? 0) + 1), new Map<string, number>())

interface Known {
  rooms: ReadonlyMap<string, RoomRow>
  facilities: readonly { id: string; name: string }[]
  badges: readonly string[]
  /** Rooms in use of each facility, and what the lines so far add. */
  inUse: Map<string, number>
}

/** One line where it belongs: among what is added, what changes, or what is wrong. */
function placed(one: ReadRoom, known: Known, seen: Set<string>, plan: Planned): void {
  const say = (column: string, words: string) => void plan.faults.push({ line: one.line, column, words })
  plan.faults.push(...one.faults)
  for (const field of ['rules', 'bring'] as const)
    if (namesKnown(one.plan?.[field] ?? '', known.badges)) say(columns[field].head, '可能写了人名，请去掉')
  if (one.id === null) return addedTo(one, known, plan, say)
  const row = known.rooms.get(one.id)
  if (!row) return one.faults.length > 0 ? undefined : say(placeHeads.id, '这个社区没有这间场地，或不归您管')
  if (seen.has(one.id)) say(placeHeads.id, '同一间场地写了两行')
  seen.add(one.id)
  if (one.facility !== '' && one.facility !== row.facility_name)
    say(placeHeads.facility, '场地不能换到别的场所')
  const { holidays: _, ...stands } = planOf(row)
  if (!one.plan || isDeepStrictEqual(stands, one.plan)) return
  if (row.retired_at) say(placeHeads.id, '这间场地已停用，不能改')
  if (row.version !== one.version) say(placeHeads.version, '下载以后有人改过这间场地，请重新下载再改')
  plan.changed.push({ row, plan: one.plan })
}

/** A new room of the facility of that name, where there is one and it has place for another. */
function addedTo(
  one: ReadRoom,
  known: Known,
  plan: Planned,
  say: (column: string, words: string) => void,
): void {
  const [there, another] = known.facilities.filter(({ name }) => name === one.facility)
  if (one.facility === '') return
  if (there === undefined) return say(placeHeads.facility, '没有这处场所，请先在“场地管理”里加')
  if (another !== undefined) return say(placeHeads.facility, '有两处场所同名，请先改名')
  const inUse = (known.inUse.get(there.id) ?? 0) + 1
  known.inUse.set(there.id, inUse)
  if (inUse > facilityRooms)
    return say(placeHeads.facility, `这处场所放不下了，最多有 ${facilityRooms} 间在用的场地`)
  if (one.plan) plan.added.push({ facilityId: there.id, plan: one.plan })
}
