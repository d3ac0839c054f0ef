/** All rooms and facilities of a community, retired ones among them, as a table needs them. */
import * as z from 'zod/mini'
import type { Read } from '../../../platform/read'
import { columns, type StoredRoom, storedRoom } from '../store'

export const roomsIn = (read: Read, community: string, now: Date): Promise<StoredRoom[]> =>
  read(
    storedRoom,
    'rooms-in-community',
    `SELECT ${columns('$2')} WHERE r.community_code = $1 ORDER BY r.position, r.id`,
    [community, now],
  )

const facilityRow = z.strictObject({ id: z.string(), name: z.string(), ownerId: z.nullable(z.string()) })

export const facilitiesIn = (read: Read, community: string): Promise<z.output<typeof facilityRow>[]> =>
  read(
    facilityRow,
    'facilities-in-community',
    `SELECT id, name, owner_id AS "ownerId" FROM facilities WHERE community_code = $1 ORDER BY id`,
    [community],
  )
