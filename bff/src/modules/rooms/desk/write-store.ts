/** What of facilities and rooms is written; every change moves a version, and none writes over what was not read. */
import type { RoomPlan } from '@linli/contracts/room-plan'
import type { Tx } from '../../../platform/db'
import { idRow, rowOf, rowsOf } from '../../../platform/rows'

export interface NewFacility {
  id: string
  community: string
  name: string
  kind: string
  address: string
  phone: string | null
  holidays: string
  longitude: number | null
  latitude: number | null
}

export async function insertFacility(tx: Tx, f: NewFacility): Promise<void> {
  await tx.$executeRaw`INSERT INTO facilities (id, community_code, kind, name, address, phone, holidays, longitude, latitude)
    VALUES (${f.id}::uuid, ${f.community}, ${f.kind}, ${f.name}, ${f.address}, ${f.phone}, ${f.holidays},
      ${f.longitude}::float8, ${f.latitude}::float8)`
}

/** Guarded: of two who read the same only one finds it. */
export async function updateFacility(
  tx: Tx,
  f: Omit<NewFacility, 'community'>,
  version: number,
): Promise<boolean> {
  const done =
    await tx.$executeRaw`UPDATE facilities SET kind = ${f.kind}, name = ${f.name}, address = ${f.address},
      phone = ${f.phone}, holidays = ${f.holidays}, longitude = ${f.longitude}::float8, latitude = ${f.latitude}::float8,
      version = version + 1
    WHERE id = ${f.id}::uuid AND version = ${version}::int`
  return done === 1
}

/** Sealed; null takes whoever was written there out. */
export async function setKeeper(
  tx: Tx,
  id: string,
  keeper: { nameEnc: string; phoneEnc: string } | null,
): Promise<void> {
  await tx.$executeRaw`UPDATE facilities SET keeper_name_enc = ${keeper?.nameEnc ?? null},
    keeper_phone_enc = ${keeper?.phoneEnc ?? null} WHERE id = ${id}::uuid`
}

export async function setOwner(tx: Tx, id: string, ownerId: string | null): Promise<void> {
  await tx.$executeRaw`UPDATE facilities SET owner_id = ${ownerId}::uuid WHERE id = ${id}::uuid`
}

/** Whatever is being booked by the rules as they are is waited for; what comes waits for what is written now. */
export const holdRoom = (tx: Tx, id: string) =>
  rowsOf(tx, idRow)`SELECT id FROM rooms WHERE id = ${id}::uuid FOR UPDATE`

/** The same of all rooms of a facility, by id. */
export const holdRooms = (tx: Tx, facilityId: string) =>
  rowsOf(tx, idRow)`SELECT id FROM rooms WHERE facility_id = ${facilityId}::uuid ORDER BY id FOR UPDATE`

/** Of two who add a room to a facility one waits for the other. @returns how many of its rooms are in use */
export async function holdFacility(tx: Tx, id: string): Promise<number> {
  await tx.$executeRaw`SELECT id FROM facilities WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.room.count({ where: { facilityId: id, retiredAt: null } })
}

/** All rooms of a facility move to their next version: whatever was checked against the old one looks again. */
export async function moveRooms(tx: Tx, facilityId: string): Promise<void> {
  await tx.$executeRaw`UPDATE rooms SET version = version + 1 WHERE facility_id = ${facilityId}::uuid`
}

/** As the columns are called. */
const columnsOf = (plan: RoomPlan) => ({
  name: plan.name,
  kind: plan.kind,
  floor: plan.floor,
  door: plan.door,
  price: plan.price,
  rules: plan.rules,
  bring: plan.bring,
  capacity: plan.capacity,
  areaSquareMetres: plan.areaSquareMetres,
  stepFree: plan.stepFree,
  equipment: plan.equipment,
  purposes: plan.purposes,
  openings: plan.openings,
  seasons: plan.seasons,
  slotMinutes: plan.slotMinutes,
  minMinutes: plan.minMinutes,
  maxMinutes: plan.maxMinutes,
  noticeMinutes: plan.noticeMinutes,
  horizonDays: plan.horizonDays,
  bufferMinutes: plan.bufferMinutes,
  approval: plan.approval,
})

/** At the end of its community's list. */
export async function insertRoom(
  tx: Tx,
  { id, facilityId, community }: { id: string; facilityId: string; community: string },
  plan: RoomPlan,
): Promise<void> {
  const last = await tx.room.aggregate({ where: { communityCode: community }, _max: { position: true } })
  const position = (last._max.position ?? 0) + 1
  const place = { id, facilityId, communityCode: community, position }
  await tx.room.create({ data: { ...place, ...columnsOf(plan) }, select: { id: true } })
}

/** The same of many, a few hundred in a statement. */
export async function insertRooms(
  tx: Tx,
  community: string,
  rooms: readonly { id: string; facilityId: string; plan: RoomPlan }[],
): Promise<void> {
  if (rooms.length === 0) return
  const last = await tx.room.aggregate({ where: { communityCode: community }, _max: { position: true } })
  const from = (last._max.position ?? 0) + 1
  const data = rooms.map(({ id, facilityId, plan }, n) => ({
    ...{ id, facilityId, communityCode: community, position: from + n },
    ...columnsOf(plan),
  }))
  for (let at = 0; at < data.length; at += 500) await tx.room.createMany({ data: data.slice(at, at + 500) })
}

/** Guarded by the version; a booking that was checked against the old one is waited for, one to come looks again. */
export async function updateRoom(tx: Tx, id: string, version: number, plan: RoomPlan): Promise<boolean> {
  const { count } = await tx.room.updateMany({
    where: { id, version },
    data: { ...columnsOf(plan), version: { increment: 1 } },
  })
  return count === 1
}

export async function setRetired(
  tx: Tx,
  id: string,
  version: number | undefined,
  at: Date | null,
): Promise<boolean> {
  const { count } = await tx.room.updateMany({
    where: { id, ...(version !== undefined && { version }) },
    data: { retiredAt: at, version: { increment: 1 } },
  })
  return count === 1
}

/** Is somebody a partner unit in a community? */
export const partnerInside = async (tx: Tx, accountId: string, community: string): Promise<boolean> =>
  (await rowOf(tx, idRow)`SELECT account_id AS id FROM grants WHERE account_id = ${accountId}::uuid
    AND role = 'partner_unit' AND revoked_at IS NULL AND ${community} LIKE division_code || '%' LIMIT 1`) !==
  undefined
