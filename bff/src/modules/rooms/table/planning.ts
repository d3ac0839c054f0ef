/** What a table would do: what is added, what changes, whom that meets, and everything that is wrong. */
import { isDeepStrictEqual } from 'node:util'
import type { RoomHit } from '@linli/contracts/room-desk'
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
import { holdRooms } from '../desk/write-store'
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
  if (holds) for (const { id } of facilities) await holdRooms(tx, id)
  const rooms = (await store.roomsIn(inside, code, deps.clock.now()))
    .filter((row) => isMine(row.owner_id))
    .map((row) => withCalendar(row, divisions))
  const known = {
    rooms: new Map(rooms.map((row) => [row.id, row])),
    facilities,
    badges: await badgesIn(inside, code),
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

interface Known {
  rooms: ReadonlyMap<string, RoomRow>
  facilities: readonly { id: string; name: string }[]
  badges: readonly string[]
}

/** One line where it belongs: among what is added, what changes, or what is wrong. */
function placed(one: ReadRoom, known: Known, seen: Set<string>, plan: Planned): void {
  const say = (column: string, words: string) => void plan.faults.push({ line: one.line, column, words })
  plan.faults.push(...one.faults)
  for (const field of ['rules', 'bring'] as const)
    if (namesKnown(one.plan?.[field] ?? '', known.badges)) say(columns[field].head, '可能写了人名，请去掉')
  if (one.id === null) {
    const there = known.facilities.filter(({ name }) => name === one.facility)
    if (one.facility !== '' && there.length !== 1)
      say(
        placeHeads.facility,
        there.length === 0 ? '没有这处场所，请先在“场地管理”里加' : '有两处场所同名，请先改名',
      )
    if (one.plan && there[0]) plan.added.push({ facilityId: there[0].id, plan: one.plan })
    return
  }
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
