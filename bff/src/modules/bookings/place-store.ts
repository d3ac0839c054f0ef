/** Bookings that are made, or moved, beside other things in one transaction; the constraint `bookings_no_overlap` decides. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowOf, rowsOfText } from '../../platform/rows'
import { promisedSql, type Slot } from './line-store'
import { doorOpens } from './rules'

export interface Placed extends Slot {
  id: string
  state: 'pending' | 'confirmed'
  purpose: string
  attendees: number
  note: string | null
  week: string
  replacesCaseId: string | null
  counts: boolean
  series: { id: string; number: number } | null
}

/** Its case stands already. */
export async function insertPlaced(tx: Tx, b: Placed): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, note, quota_week,
      replaces_case_id, lies_beside, counts, series_id, series_number)
    VALUES (${b.id}::uuid, ${b.state}, ${b.roomId}::uuid, ${b.startsAt}::timestamptz, ${b.endsAt}::timestamptz,
      tstzrange(${b.startsAt}::timestamptz, ${b.freeAt}::timestamptz), ${b.purpose}, ${b.attendees}::int, ${b.note},
      ${b.week}::date, ${b.replacesCaseId}::uuid, ${b.replacesCaseId !== null}, ${b.counts},
      ${b.series?.id ?? null}::uuid, ${b.series?.number ?? null}::int)`
}

/** Is it promised to whoever waits (`promisedSql`)? The statement of `requestBooking` asks the same of itself. */
export async function isPromised(tx: Tx, slot: Slot, at: Date): Promise<boolean> {
  const asked = { room: '$1', from: '$2', to: '$3', now: '$4' }
  const sql = `SELECT EXISTS (${promisedSql(asked)}) AS promised`
  const row = z.strictObject({ promised: z.boolean() })
  const [found] = await rowsOfText(tx, row, sql, slot.roomId, slot.startsAt, slot.freeAt, at)
  return found?.promised ?? false
}

/** Staff agreed: it is like any other booking now. */
export async function stand(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`UPDATE bookings SET lies_beside = false WHERE case_id = ${caseId}::uuid AND lies_beside`
}

export interface Moving extends Slot {
  id: string
  week: string
  /** Whether it takes a place of its own in that week. */
  counts: boolean
  at: Date
}

/** Whoever came to what is now later has not come to it. One row, one statement: there is no instant at which both slots are its person's, or neither. What it was is kept. */
export async function moveSlot(tx: Tx, m: Moving): Promise<void> {
  await tx.$executeRaw`INSERT INTO booking_moves (case_id, room_id, starts_at, ends_at, moved_at)
    SELECT case_id, room_id, starts_at, ends_at, ${m.at}::timestamptz FROM bookings WHERE case_id = ${m.id}::uuid`
  await tx.$executeRaw`UPDATE bookings SET room_id = ${m.roomId}::uuid, starts_at = ${m.startsAt}::timestamptz,
      ends_at = ${m.endsAt}::timestamptz, occupied = tstzrange(${m.startsAt}::timestamptz, ${m.freeAt}::timestamptz),
      quota_week = ${m.week}::date, counts = ${m.counts},
      checked_in_at = CASE WHEN ${doorOpens(m.startsAt)}::timestamptz <= ${m.at}::timestamptz THEN checked_in_at END,
      checked_in_by = CASE WHEN ${doorOpens(m.startsAt)}::timestamptz <= ${m.at}::timestamptz THEN checked_in_by END
    WHERE case_id = ${m.id}::uuid`
}

/** The wish for another time that staff have not answered. */
export async function openChange(tx: Tx, caseId: string): Promise<string | undefined> {
  const row = await rowOf(tx, idRow)`SELECT case_id AS id FROM bookings
    WHERE replaces_case_id = ${caseId}::uuid AND state = 'pending'`
  return row?.id
}

/** The booking that gives way to this one once it is confirmed. */
export async function replacedBy(db: Db, caseId: string): Promise<string | undefined> {
  const [row] = await db.statement(
    idRow,
    'replaced-by',
    `SELECT replaces_case_id AS id FROM bookings WHERE case_id = $1::uuid AND replaces_case_id IS NOT NULL`,
    [caseId],
  )
  return row?.id
}

/** Has the booking that another is to replace a place in this week? */
export async function hasPlaceIn(tx: Tx, caseId: string, week: string): Promise<boolean> {
  const row = await rowOf(tx, idRow)`SELECT case_id AS id FROM bookings
    WHERE case_id = ${caseId}::uuid AND state = 'confirmed' AND quota_week = ${week}::date`
  return row !== undefined
}

/** Whoever is to replace a booking takes over its place in the week. @returns whether somebody did */
export async function passPlace(tx: Tx, replacedId: string): Promise<boolean> {
  const passed = await tx.$executeRaw`UPDATE bookings SET counts = true
    WHERE replaces_case_id = ${replacedId}::uuid AND NOT counts AND state IN ('pending', 'confirmed')`
  return passed > 0
}

/** It takes a place of its own, if what it was to replace has none any more. @returns whether it now has to take one */
export async function countItself(tx: Tx, caseId: string, at: Date): Promise<boolean> {
  const counted = await tx.$executeRaw`UPDATE bookings b SET counts = true
    WHERE b.case_id = ${caseId}::uuid AND NOT b.counts AND NOT EXISTS (SELECT FROM bookings o
      WHERE o.case_id = b.replaces_case_id AND o.state = 'confirmed' AND o.quota_week = b.quota_week
        AND o.starts_at > ${at}::timestamptz)`
  return counted > 0
}
