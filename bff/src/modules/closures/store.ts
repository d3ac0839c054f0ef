/** Closures of rooms, the bookings that they meet, and what became of each. */
import { bookingState } from '@linli/contracts/booking-case'
import {
  type ClosureAnswer,
  type ClosureKind,
  closuresAhead,
  takeoversAhead,
} from '@linli/contracts/closures'
import { purpose } from '@linli/contracts/rooms'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowsOf, type Sender } from '../../platform/rows'

export const closuresOf = (db: Db, roomId: string, now: Date) =>
  db.client.roomClosure.findMany({
    where: { roomId, removedAt: null, endsAt: { gt: now } },
    orderBy: { startsAt: 'asc' },
    take: closuresAhead + takeoversAhead,
  })

export const findClosure = (db: Db, id: string) => db.client.roomClosure.findUnique({ where: { id } })

/** In the order in which they were made. */
export const closuresMade = (db: Db, seriesId: string) =>
  db.client.roomClosure.findMany({
    where: { OR: [{ seriesId }, { id: seriesId }] },
    orderBy: [{ startsAt: 'asc' }, { roomId: 'asc' }],
  })

const metRow = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  roomId: z.string(),
  state: bookingState,
  startsAt: z.date(),
  endsAt: z.date(),
  /** When the cleaning after it is over. */
  freeAt: z.date(),
  purpose,
  attendees: z.int(),
})
export type MetRow = z.output<typeof metRow>

export interface Window {
  id: string
  roomId: string
  startsAt: Date
  endsAt: Date
}

/** Live uses that lie in any of these windows, an offer until its deadline and no longer; by start. */
export const bookingsMet = (
  db: Sender,
  windows: readonly Pick<Window, 'roomId' | 'startsAt' | 'endsAt'>[],
  now: Date,
  limit: number,
): Promise<MetRow[]> =>
  rowsOf(
    db,
    metRow,
  )`SELECT b.case_id AS "caseId", c.number, b.room_id AS "roomId", b.state, b.starts_at AS "startsAt",
      b.ends_at AS "endsAt", upper(b.occupied) AS "freeAt", b.purpose, b.attendees
    FROM bookings b JOIN cases c ON c.id = b.case_id
    WHERE b.state IN ('held', 'pending', 'confirmed') AND EXISTS (
        SELECT FROM jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) AS w ("roomId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
        WHERE w."roomId" = b.room_id AND b.occupied && tstzrange(w."startsAt", w."endsAt")
          AND b.starts_at < w."endsAt" AND b.ends_at > w."startsAt")
      AND b.room_id = ANY (${windows.map(({ roomId }) => roomId)}::uuid[])
      AND (b.state <> 'held' OR EXISTS (SELECT FROM line_entries e WHERE e.case_id = b.case_id AND e.held_until > ${now}::timestamptz))
    ORDER BY b.starts_at, b.case_id LIMIT ${limit}::int`

/** The lines in which somebody may wait for a slot that these windows free, by id. */
export async function linesMet(
  db: Sender,
  windows: readonly Pick<Window, 'roomId' | 'startsAt' | 'endsAt'>[],
): Promise<string[]> {
  const rows = await rowsOf(db, idRow)`SELECT DISTINCT l.id FROM lines l
    JOIN jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) AS w ("roomId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
      ON w."roomId" = l.room_id AND l.day >= (w."startsAt" AT TIME ZONE 'Asia/Shanghai')::date
      AND l.day <= (w."endsAt" AT TIME ZONE 'Asia/Shanghai')::date ORDER BY l.id`
  return rows.map(({ id }) => id)
}

/** Those of them in which somebody waits: who may be asked first once it is open again. */
export async function waitedIn(tx: Tx, lineIds: readonly string[], at: Date): Promise<string[]> {
  const rows = await rowsOf(tx, idRow)`SELECT l.id FROM lines l WHERE l.id = ANY (${[...lineIds]}::uuid[])
    AND EXISTS (SELECT FROM line_entries e WHERE e.line_id = l.id AND e.state = 'waiting'
      AND e.until > ${at}::timestamptz) ORDER BY l.id`
  return rows.map(({ id }) => id)
}

/** Has one of these rooms, locked, more closures than that which are not over? */
export async function haveMore(
  tx: Tx,
  roomIds: readonly string[],
  than: number,
  now: Date,
): Promise<boolean> {
  const full = await tx.roomClosure.groupBy({
    by: ['roomId'],
    where: { roomId: { in: [...roomIds] }, removedAt: null, endsAt: { gt: now } },
    having: { roomId: { _count: { gt: than } } },
  })
  return full.length > 0
}

const runRow = z.strictObject({ id: z.string(), community: z.string(), ownerId: z.nullable(z.string()) })

/** Who runs some rooms, as it stands in this moment. */
export const runsOf = (tx: Tx, roomIds: readonly string[]): Promise<z.output<typeof runRow>[]> =>
  rowsOf(tx, runRow)`SELECT r.id, r.community_code AS community, f.owner_id AS "ownerId"
    FROM rooms r JOIN facilities f ON f.id = r.facility_id WHERE r.id = ANY (${[...roomIds]}::uuid[])`

export interface NewClosures {
  windows: readonly Window[]
  reason: string
  kind: ClosureKind
  seriesId: string | null
  createdBy: string
  createdAt: Date
}

export async function insertClosures(tx: Tx, { windows, ...shared }: NewClosures): Promise<void> {
  await tx.roomClosure.createMany({ data: windows.map((window) => ({ ...window, ...shared })) })
}

export async function insertAnswers(
  tx: Tx,
  answers: readonly { closureId: string; caseId: string; answer: ClosureAnswer; at: Date }[],
): Promise<void> {
  await tx.closureAnswer.createMany({ data: [...answers] })
}

/** @returns how many bookings became what where these were closed */
export async function answersGiven(
  db: Db,
  closureIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const groups = await db.client.closureAnswer.groupBy({
    by: ['answer'],
    where: { closureId: { in: [...closureIds] } },
    _count: true,
  })
  return new Map(groups.map(({ answer, _count }) => [answer, _count]))
}

/** @returns whether it was longer than that, and stood */
export async function shorten(tx: Tx, id: string, endsAt: Date): Promise<boolean> {
  const { count } = await tx.roomClosure.updateMany({
    where: { id, removedAt: null, endsAt: { gt: endsAt }, startsAt: { lt: endsAt } },
    data: { endsAt },
  })
  return count === 1
}

export async function removeAll(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx.roomClosure.updateMany({
    where: { id: { in: [...ids] }, removedAt: null },
    data: { removedAt: at },
  })
}

/** What was closed together and has not ended. */
export const standingTogether = (tx: Tx, seriesId: string, now: Date) =>
  tx.roomClosure.findMany({
    where: { seriesId, removedAt: null, endsAt: { gt: now } },
  })
