/**
 * The promise: staff add and change what their communities have, a partner unit changes what it runs, and neither writes
 * over what it has not read. Who opens the door is sealed, and shown on confirmations alone.
 */
import type * as contract from '@linli/contracts/room-desk'
import type { DeskFacility } from '@linli/contracts/room-desk'
import type { output } from 'zod/mini'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import type { Tx } from '../../../platform/db'
import { claim, type Idempotency } from '../../../platform/idempotency'
import { pageOf } from '../../../platform/page'
import { Problem } from '../../../platform/problem'
import { type Read, readOf } from '../../../platform/read'
import { community, directory, type Directory } from '../../divisions/service'
import { isPartnerOf, isStaffOf } from '../../identity/policy'
import { grantsInside, grantsOf } from '../../identity/service'
import { bookableOf } from '../present'
import { forgetRoom, roomInside, type RoomRow } from '../service'
import { mustRun, mustRunInside } from './access'
import { acknowledge, hitsOf } from './hits'
import * as store from './store'
import * as write from './write-store'

type Plan = output<typeof contract.addFacility.body>
type Change = output<typeof contract.editFacility.body>

const pageSize = 40

function present(
  { longitude, latitude, ownerId, ownerName, ...row }: store.FacilityRow,
  rooms: Awaited<ReturnType<typeof store.roomsOf>>,
  divisions: Directory,
): DeskFacility {
  return {
    ...row,
    communityName: divisions.find(row.community)?.name ?? '',
    position: longitude === null || latitude === null ? null : { longitude, latitude },
    owner: ownerId === null || ownerName === null ? null : { id: ownerId, name: ownerName },
    rooms: rooms.filter((r) => r.facilityId === row.id).map(({ facilityId: _, ...room }) => room),
  }
}

/** @throws Problem not_found unless the reader is staff of the division, or a partner unit in it */
export async function listFacilities(
  deps: Deps,
  who: Who,
  division: string,
  after: store.FacilityPlace | undefined,
) {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  const isStaff = isStaffOf(grants, division)
  if ((!isStaff && !isPartnerOf(grants, division)) || !divisions.find(division))
    throw new Problem('not_found')
  const owner = isStaff ? null : who.accountId
  const found = await store.facilitiesOf(deps.db, { division, owner, after, limit: pageSize + 1 })
  const { page, last } = pageOf(found, pageSize)
  const ids = page.map(({ id }) => id)
  const rooms = await store.roomsOf(deps.db.statement, ids, deps.clock.now())
  return { facilities: page.map((row) => present(row, rooms, divisions)), next: last, isStaff }
}

/** @throws Problem not_found unless the reader runs it */
export async function getFacility(deps: Deps, who: Who, id: string) {
  const row = await store.findFacility(deps.db.statement, id)
  const grants = await mustRun(deps, who, row)
  const isStaff = row !== undefined && isStaffOf(grants, row.community)
  return {
    facility: await facilityOf(deps, deps.db.statement, id),
    partners: isStaff ? await store.partnersOf(deps.db.statement, row.community) : null,
  }
}

async function facilityOf(deps: Deps, read: Read, id: string): Promise<DeskFacility> {
  const row = await store.findFacility(read, id)
  if (!row) throw new Problem('not_found')
  return present(row, await store.roomsOf(read, [id], deps.clock.now()), await directory(deps))
}

const rowOf = (id: string, { position, keeper: _, ownerId: __, ...plan }: Plan) => ({
  id,
  ...plan,
  longitude: position?.longitude ?? null,
  latitude: position?.latitude ?? null,
})

/** Who opens the door, and who runs it: each where something was said of it. @throws Problem owner_unknown */
async function setPeople(
  deps: Deps,
  tx: Tx,
  id: string,
  where: string,
  { keeper, ownerId }: Plan,
): Promise<void> {
  if (keeper !== undefined)
    await write.setKeeper(
      tx,
      id,
      keeper && {
        nameEnc: deps.cipher.encrypt('facilities.keeper_name_enc', id, keeper.name),
        phoneEnc: deps.cipher.encrypt('facilities.keeper_phone_enc', id, keeper.phone),
      },
    )
  if (ownerId === undefined) return
  if (ownerId !== null && !(await write.partnerInside(tx, ownerId, where))) throw new Problem('owner_unknown')
  await write.setOwner(tx, id, ownerId)
}

/** @throws Problem not_found unless the reader is staff there, owner_unknown */
export async function addFacility(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  code: string,
  plan: Plan,
): Promise<DeskFacility> {
  await community(deps, code)
  const id = await deps.db.transaction(async (tx) => {
    const fresh = deps.ids.id()
    const known = await claim(tx, idempotency, fresh, deps.clock.now())
    if (known) return known
    if (!isStaffOf(await grantsInside(tx, who.accountId), code)) throw new Problem('not_found')
    await write.insertFacility(tx, { ...rowOf(fresh, plan), community: code })
    await setPeople(deps, tx, fresh, code, plan)
    return fresh
  })
  return facilityOf(deps, deps.db.statement, id)
}

/** @throws Problem not_found, not_allowed (who runs it is the staff's to say), edited_meanwhile, room_change_hits */
export async function editFacility(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, version, acknowledged, ...plan }: Change & { id: string },
): Promise<DeskFacility> {
  const touched = await deps.db.transaction(async (tx) => {
    if (await claim(tx, idempotency, id, deps.clock.now())) return []
    const before = await store.findFacility(readOf(tx), id)
    const grants = await mustRunInside(tx, who, before)
    const where = before?.community ?? ''
    if (plan.ownerId !== undefined && !isStaffOf(grants, where)) throw new Problem('not_allowed')
    if (!(await write.updateFacility(tx, rowOf(id, plan), version))) throw new Problem('edited_meanwhile')
    await setPeople(deps, tx, id, where, plan)
    const held = await write.holdRooms(tx, id)
    const rooms = await roomsInside(deps, tx, held)
    await write.moveRooms(tx, id)
    acknowledge(await holidayHits(deps, tx, rooms, before?.holidays ?? plan.holidays), acknowledged)
    return rooms
  })
  for (const room of touched) forgetRoom(deps, room)
  return facilityOf(deps, deps.db.statement, id)
}

async function roomsInside(deps: Deps, tx: Tx, held: readonly { id: string }[]): Promise<RoomRow[]> {
  const rows: RoomRow[] = []
  for (const { id } of held) {
    const row = await roomInside(tx, id, deps.clock.now())
    if (row) rows.push(row)
  }
  return rows
}

/** Of a whole facility only public holidays change what its rooms allow. @param before what they did until now */
async function holidayHits(deps: Deps, tx: Tx, rooms: readonly RoomRow[], before: Plan['holidays']) {
  const ids = rooms.map(({ id }) => id)
  const ahead = await store.aheadOf(readOf(tx), ids, deps.clock.now())
  return rooms
    .flatMap((row) => {
      const own = ahead.filter(({ roomId }) => roomId === row.id)
      return hitsOf(bookableOf({ ...row, holidays: before }), bookableOf(row), own)
    })
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
