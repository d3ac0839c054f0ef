/**
 * The promise: a room changes by whoever has read it as it is, with every fault named at once; what stands in it stays, and
 * whom a change hits is said beforehand (hits.ts). A retired room takes nothing new and keeps its past.
 */
import { isDeepStrictEqual } from 'node:util'
import { type FoundFault, planFault, planFaults, type RoomPlan, roomPlan } from '@linli/contracts/room-plan'
import type { Fault } from '@linli/contracts/problems'
import { facilityRooms, type RoomAhead, type RoomHits, type RoomPlanned } from '@linli/contracts/room-desk'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import type { Tx } from '../../../platform/db'
import { claim, type Idempotency } from '../../../platform/idempotency'
import { namesKnown } from '../../../platform/masking'
import { nameFault } from '../../../platform/own-words'
import { Problem } from '../../../platform/problem'
import { readable } from '../../../platform/readable'
import { type Read, readOf } from '../../../platform/read'
import { bookableOf, policyOf, type RoomRow } from '../present'
import { photosOfRoom } from '../photos/service'
import { forgetRoom, roomInside, roomRow } from '../service'
import { mustRun, mustRunInside, runOf } from './access'
import { fieldsChanged, recordChanges } from './changes'
import { acknowledge, hitsOf, markOf, named, present } from './hits'
import { aheadOf, badgesIn, findFacility } from './store'
import * as write from './write-store'

const by = (who: Who, row: Pick<RoomRow, 'community_code'>) => ({ who, community: row.community_code })

/** Everything that is said of it, as it would be written again. */
export const planOf = (row: RoomRow) => ({
  ...{ name: row.name, kind: row.kind, floor: row.floor, door: row.door, price: row.price },
  ...{ rules: row.rules, bring: row.bring, capacity: row.capacity, areaSquareMetres: row.area_square_metres },
  ...{ stepFree: row.step_free, equipment: row.equipment, purposes: row.purposes },
  ...policyOf(row),
})

const planned = async (deps: Deps, row: RoomRow): Promise<RoomPlanned> => ({
  ...{ id: row.id, version: row.version, retired: row.retired_at !== null },
  ...planOf(row),
  photos: await photosOfRoom(deps.db.statement, row.id),
  facility: { id: row.facility_id, name: row.facility_name, community: row.community_code },
})

const faultAt = ({ path, code }: FoundFault): Fault => ({
  path: `body.room.${path}`,
  code,
  message: planFault[code],
})

/** Everything that does not go together, and words for everybody that name whoever works here. @throws Problem invalid_request */
async function mustFit(read: Read, community: string, plan: RoomPlan): Promise<void> {
  const badges = await badgesIn(read, community)
  const naming = (['rules', 'bring'] as const).filter((field) => namesKnown(plan[field] ?? '', badges))
  const words = naming.map((field) => nameFault(`body.room.${field}`))
  const faults = [...planFaults(plan).map(faultAt), ...words]
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
}

/** What does not go together among the fields that can be read, where others cannot. */
export function planFaultsBetween(body: unknown): Fault[] {
  const plan = readable(roomPlan.shape, (body as { room?: unknown } | undefined)?.room) as Partial<RoomPlan>
  return planFaults(plan).map(faultAt)
}

/** The room with other rules, as the rules see it. */
export const withPlan = (row: RoomRow, plan: RoomPlan) => ({
  ...bookableOf(row),
  capacity: plan.capacity,
  purposes: plan.purposes,
  policy: { ...policyOf(row), ...plan },
})

/** @throws Problem not_found */
export async function getRoomPlan(deps: Deps, who: Who, id: string): Promise<RoomPlanned> {
  const row = await fresh(deps, id)
  await mustRun(deps, who, runOf(row))
  return planned(deps, row)
}

/** Not as somebody remembers it: what is edited is what the database has. */
async function fresh(deps: Deps, id: string): Promise<RoomRow> {
  deps.cache.drop(`room ${id}`)
  return roomRow(deps, id)
}

/** @throws Problem not_found, invalid_request */
export async function checkRoom(deps: Deps, who: Who, id: string, plan: RoomPlan): Promise<RoomHits> {
  const row = await fresh(deps, id)
  await mustRun(deps, who, runOf(row))
  await mustFit(deps.db.statement, row.community_code, plan)
  return named(await hitsBy(deps, deps.db.statement, row, plan))
}

const hitsBy = async ({ clock }: Deps, read: Read, row: RoomRow, plan: RoomPlan) =>
  hitsOf(bookableOf(row), withPlan(row, plan), await aheadOf(read, [row.id], clock.now()))

/** @throws Problem not_found */
export async function listRoomAhead(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ bookings: RoomAhead[]; total: number; mark: string }> {
  await mustRun(deps, who, runOf(await fresh(deps, id)))
  const ahead = await aheadOf(deps.db.statement, [id], deps.clock.now())
  return { bookings: ahead.slice(0, 200).map(present), total: ahead.length, mark: markOf(ahead) }
}

/** @throws Problem not_found, invalid_request, facility_full */
export async function addRoom(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  facilityId: string,
  plan: RoomPlan,
): Promise<RoomPlanned> {
  const id = await deps.db.transaction(async (tx) => {
    const made = deps.ids.id()
    const known = await claim(tx, idempotency, made, deps.clock.now())
    if (known) return known
    const facility = await findFacility(readOf(tx), facilityId)
    await mustRunInside(tx, who, facility)
    const community = facility?.community ?? ''
    await mustFit(readOf(tx), community, plan)
    await mustHaveRoom(tx, facilityId)
    await write.insertRoom(tx, { id: made, facilityId, community }, plan)
    await recordChanges(deps, tx, { who, community }, [{ roomId: made, what: 'added', fields: [] }])
    return made
  })
  return shown(deps, id)
}

/** @throws Problem facility_full */
async function mustHaveRoom(tx: Tx, facilityId: string): Promise<void> {
  if ((await write.holdFacility(tx, facilityId)) >= facilityRooms) throw new Problem('facility_full')
}

async function shown(deps: Deps, id: string): Promise<RoomPlanned> {
  const row = await fresh(deps, id)
  forgetRoom(deps, row)
  return planned(deps, row)
}

interface Step {
  id: string
  version: number
  acknowledged: string | undefined
}

/** One write of a room: held, allowed, guarded by its version, and acknowledged; else nothing is written. */
async function changed(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, version, acknowledged }: Step,
  change: (tx: Tx, row: RoomRow) => Promise<{ done: boolean; after: ReturnType<typeof bookableOf> }>,
): Promise<RoomPlanned> {
  await mustRun(deps, who, runOf(await fresh(deps, id)))
  await deps.db.transaction(async (tx) => {
    const now = deps.clock.now()
    if (await claim(tx, idempotency, id, now)) return
    await write.holdRoom(tx, id)
    const row = await roomInside(tx, id, now)
    await mustRunInside(tx, who, row && runOf(row))
    if (!row) return
    if (row.version !== version) throw new Problem('edited_meanwhile')
    const ahead = await aheadOf(readOf(tx), [id], now)
    const { done, after } = await change(tx, row)
    if (!done) throw new Problem('edited_meanwhile')
    acknowledge(hitsOf(bookableOf(row), after, ahead), acknowledged)
  })
  return shown(deps, id)
}

/** @throws Problem not_found, invalid_request, room_retired, edited_meanwhile, room_change_hits */
export async function editRoom(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { room: plan, ...step }: Step & { room: RoomPlan },
): Promise<RoomPlanned> {
  return changed(deps, who, idempotency, step, async (tx, row) => {
    if (row.retired_at) throw new Problem('room_retired')
    await mustFit(readOf(tx), row.community_code, plan)
    // Whoever saves what stands there already changes nothing, and makes nobody read it again.
    const { holidays: _, ...stands } = planOf(row)
    if (isDeepStrictEqual(stands, plan)) return { done: true, after: bookableOf(row) }
    const done = await write.updateRoom(tx, step.id, step.version, plan)
    const fields = fieldsChanged(planOf(row), plan)
    await recordChanges(deps, tx, by(who, row), [{ roomId: step.id, what: 'changed', fields }])
    return { done, after: withPlan(row, plan) }
  })
}

/** @throws Problem not_found, edited_meanwhile, room_change_hits (whatever stands in it) */
export const retireRoom = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  step: Step,
): Promise<RoomPlanned> =>
  changed(deps, who, idempotency, step, async (tx, row) => {
    const at = row.retired_at ?? deps.clock.now()
    const done = await write.setRetired(tx, step.id, step.version, at)
    if (!row.retired_at)
      await recordChanges(deps, tx, by(who, row), [{ roomId: step.id, what: 'retired', fields: [] }])
    return { done, after: { ...bookableOf(row), retired: true } }
  })

/** @throws Problem not_found, facility_full */
export async function restoreRoom(deps: Deps, who: Who, id: string): Promise<RoomPlanned> {
  const { facility_id: facilityId, ...stands } = await fresh(deps, id)
  await mustRun(deps, who, runOf(stands))
  await deps.db.transaction(async (tx) => {
    const inUse = await write.holdFacility(tx, facilityId)
    await write.holdRoom(tx, id)
    const row = await roomInside(tx, id, deps.clock.now())
    await mustRunInside(tx, who, row && runOf(row))
    if (!row?.retired_at) return
    if (inUse >= facilityRooms) throw new Problem('facility_full')
    await write.setRetired(tx, id, undefined, null)
    await recordChanges(deps, tx, by(who, row), [{ roomId: id, what: 'restored', fields: [] }])
  })
  return shown(deps, id)
}
