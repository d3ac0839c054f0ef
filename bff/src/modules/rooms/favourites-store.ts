/** Rooms that somebody puts first, and what they booked last. */
import { lastUse } from '@linli/contracts/favourite-rooms'
import type { Db } from '../../platform/db'
import { rowsOf } from '../../platform/rows'
import { columns, storedRoom, type StoredRoom } from './store'

export const favouritesOf = (db: Db, accountId: string, now: Date, limit: number): Promise<StoredRoom[]> =>
  db.statement(
    storedRoom,
    'favourite-rooms',
    `SELECT ${columns('$2')} JOIN favourite_rooms k ON k.room_id = r.id
     WHERE k.account_id = $1::uuid AND r.retired_at IS NULL ORDER BY k.kept_at DESC, r.id LIMIT $3::int`,
    [accountId, now, limit],
  )

/** The last that somebody asked for by and for themselves, of a room that still can be booked. */
export async function lastUseOf(db: Db, accountId: string) {
  const [row] = await rowsOf(db.client, lastUse)`
    SELECT b.room_id AS "roomId", r.name AS "roomName", b.purpose, b.attendees,
      (extract(epoch FROM b.ends_at - b.starts_at) / 60)::int AS minutes
    FROM cases c JOIN bookings b ON b.case_id = c.id JOIN rooms r ON r.id = b.room_id
    WHERE c.subject_id = ${accountId}::uuid AND c.actor_id = c.subject_id AND r.retired_at IS NULL
    ORDER BY c.created_at DESC, c.id DESC LIMIT 1`
  return row
}

export async function setFavourite(
  db: Db,
  { accountId, roomId, kept, at }: { accountId: string; roomId: string; kept: boolean; at: Date },
): Promise<void> {
  if (kept)
    await db.client.$executeRaw`INSERT INTO favourite_rooms (account_id, room_id, kept_at)
      VALUES (${accountId}::uuid, ${roomId}::uuid, ${at}::timestamptz) ON CONFLICT DO NOTHING`
  else
    await db.client.$executeRaw`DELETE FROM favourite_rooms
      WHERE account_id = ${accountId}::uuid AND room_id = ${roomId}::uuid`
}
