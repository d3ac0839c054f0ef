/** Closures of rooms, and the bookings that they would meet. */
import type * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowsOf, rowsOfText } from '../../platform/rows'
import { liveRow } from './store'
import { isKept } from './taken-store'

export const closuresOf = (db: Db, roomId: string, now: Date) =>
  db.client.roomClosure.findMany({
    where: { roomId, removedAt: null, endsAt: { gt: now } },
    orderBy: { startsAt: 'asc' },
    take: 200,
  })

/** Is the room closed in some of this time? Whoever closes it at the same moment comes before or after. */
export async function isClosedDuring(tx: Tx, roomId: string, from: Date, to: Date): Promise<boolean> {
  await rowsOf(tx, idRow)`SELECT id FROM rooms WHERE id = ${roomId}::uuid FOR KEY SHARE`
  const closure = await tx.roomClosure.findFirst({
    where: { roomId, removedAt: null, startsAt: { lt: to }, endsAt: { gt: from } },
    select: { id: true },
  })
  return closure !== null
}

export const liveBookingsIn = (
  tx: Tx,
  roomId: string,
  [from, to]: readonly [Date, Date],
  now: Date,
): Promise<z.output<typeof liveRow>[]> =>
  rowsOfText(
    tx,
    liveRow,
    `SELECT case_id, starts_at, ends_at FROM bookings
     WHERE room_id = $1::uuid AND state IN ('held', 'pending', 'confirmed')
       AND tstzrange(starts_at, ends_at) && tstzrange($2::timestamptz, $3::timestamptz) AND ${isKept('$4')}
     ORDER BY starts_at LIMIT 20`,
    roomId,
    from,
    to,
    now,
  )

export async function insertClosure(
  tx: Tx,
  closure: {
    id: string
    roomId: string
    startsAt: Date
    endsAt: Date
    reason: string
    createdBy: string
    createdAt: Date
  },
): Promise<void> {
  await tx.roomClosure.create({ data: closure, select: { id: true } })
}

export const findClosure = (db: Db, id: string) => db.client.roomClosure.findUnique({ where: { id } })

export async function markRemoved(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.roomClosure.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } })
}
