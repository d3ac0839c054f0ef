/** The code at the door of a room: which of them counts. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'

const doorRow = z.strictObject({
  roomId: z.string(),
  roomName: z.string(),
  facilityName: z.string(),
  floor: z.nullable(z.string()),
  community: z.string(),
  ownerId: z.nullable(z.string()),
  number: z.int(),
})
export type DoorRow = z.output<typeof doorRow>

export const doorOf = async (db: Pick<Db, 'statement'>, id: string): Promise<DoorRow | undefined> =>
  (
    await db.statement(
      doorRow,
      'room-door',
      `SELECT r.id AS "roomId", r.name AS "roomName", f.name AS "facilityName", r.floor,
         r.community_code AS community, f.owner_id AS "ownerId", r.door_key AS number
       FROM rooms r JOIN facilities f ON f.id = r.facility_id WHERE r.id = $1::uuid`,
      [id],
    )
  )[0]

/** Guarded: of two who take a new one at once, one does. */
export async function nextDoorKey(tx: Tx, id: string, number: number): Promise<void> {
  await tx.$executeRaw`UPDATE rooms SET door_key = door_key + 1
    WHERE id = ${id}::uuid AND door_key = ${number}::int`
}
