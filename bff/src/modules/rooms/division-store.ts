/** Rooms of a division and of all below it. */
import { areaOf } from '../../platform/area'
import type { Db } from '../../platform/db'
import { columns, storedRoom, type StoredRoom } from './store'

/** A place in the list of a division's rooms. */
export interface RoomOrder {
  community: string
  position: number
  id: string
}

/** By community, in the order of the register; in each as they stand there. */
export function storedOfDivision(
  db: Db,
  { division, after, limit }: { division: string; after: RoomOrder | undefined; limit: number },
  now: Date,
): Promise<StoredRoom[]> {
  const area = areaOf(division, 'r.community_code', '$1')
  return db.statement(
    storedRoom,
    `rooms-of-division-${area.name}`,
    `SELECT ${columns('$2')} WHERE ${area.sql} AND ($3::text IS NULL OR (r.community_code, r.position, r.id) > ($3, $4::int, $5::uuid))
     ORDER BY r.community_code, r.position, r.id LIMIT $6::int`,
    [division, now, after?.community ?? null, after?.position ?? null, after?.id ?? null, limit],
  )
}
