/** What becomes of rooms when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  // What both put first is first once.
  favourites: Prisma.sql`WITH gone AS (DELETE FROM favourite_rooms WHERE account_id = ${from} RETURNING room_id, kept_at)
    INSERT INTO favourite_rooms (account_id, room_id, kept_at) SELECT ${into}, room_id, kept_at FROM gone ON CONFLICT DO NOTHING`,
  'facilities.owner_id': Prisma.sql`UPDATE facilities SET owner_id = ${into} WHERE owner_id = ${from}`,
})

export const onLeave = { favourite_rooms: `DELETE FROM favourite_rooms WHERE account_id = ANY ($1::uuid[])` }
