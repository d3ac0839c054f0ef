/**
 * The promise: what hangs at a door says only which room it is. It is the same until those who run the room take another one;
 * whoever has a photo of it still needs a booking there now.
 */
import type { RoomDoor } from '@linli/contracts/check-in'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { readRoomCode, roomCode } from '../../../platform/door-codes'
import { Problem } from '../../../platform/problem'
import { directory } from '../../divisions/service'
import { mustRun, mustRunInside } from './access'
import { type DoorRow, doorOf, nextDoorKey } from './door-store'

/** @throws Problem not_found */
export async function readDoor(deps: Deps, who: Who, id: string): Promise<RoomDoor> {
  const row = await doorOf(deps.db, id)
  await mustRun(deps, who, row)
  if (!row) throw new Problem('not_found')
  return present(deps, row)
}

/** @throws Problem not_found */
export async function renewDoor(deps: Deps, who: Who, id: string, number: number): Promise<RoomDoor> {
  const row = await doorOf(deps.db, id)
  await deps.db.transaction(async (tx) => {
    await mustRunInside(tx, who, row)
    await nextDoorKey(tx, id, number)
  })
  return readDoor(deps, who, id)
}

async function present(deps: Deps, row: DoorRow): Promise<RoomDoor> {
  const { roomId, roomName, facilityName, floor, number, community } = row
  const code = roomCode(deps.config.tokenKey, roomId, number)
  const communityName = (await directory(deps)).find(community)?.name ?? ''
  const link = `${deps.config.publicUrl}/rooms/check-in?code=${code}`
  return { roomId, roomName, facilityName, floor, number, communityName, code, link }
}

/** @returns the room at whose door the code hangs now; undefined for one that counts no more */
export async function roomAtDoor(
  deps: Pick<Deps, 'db' | 'config'>,
  code: string,
): Promise<string | undefined> {
  const read = readRoomCode(deps.config.tokenKey, code)
  const door = read && (await doorOf(deps.db, read.roomId))
  return door && door.number === read?.number ? door.roomId : undefined
}
