/** What is kept of bookings beside their cases, read for a whole page at once. */
import { roomKind } from '@linli/contracts/rooms'
import * as z from 'zod/mini'
import type { FactsQuery } from '../cases/kind'

const factsRow = z.strictObject({
  caseId: z.string(),
  roomId: z.string(),
  roomKind,
  floor: z.nullable(z.string()),
  door: z.nullable(z.string()),
  bring: z.nullable(z.string()),
  longitude: z.nullable(z.number()),
  latitude: z.nullable(z.number()),
  purpose: z.string(),
  attendees: z.int(),
  note: z.nullable(z.string()),
  quotaWeek: z.string(),
  /** When the cleaning after the use is over. */
  freeAt: z.string(),
  approval: z.enum(['automatic', 'staff']),
  bufferMinutes: z.int(),
  facilityId: z.string(),
  facilityName: z.string(),
  address: z.string(),
  keeperNameEnc: z.nullable(z.string()),
  keeperPhoneEnc: z.nullable(z.string()),
  alternativeRoomId: z.nullable(z.string()),
})
export type BookingFacts = z.output<typeof factsRow>

export const bookingFacts = {
  row: factsRow,
  sql: `SELECT r.kind AS "roomKind", r.floor, r.door, r.bring, f.longitude, f.latitude,
       b.case_id AS "caseId", b.room_id AS "roomId", b.purpose, b.attendees, b.note, b.quota_week::text AS "quotaWeek",
       upper(b.occupied) AS "freeAt", r.approval, r.buffer_minutes AS "bufferMinutes", f.id AS "facilityId",
       f.name AS "facilityName", f.address, f.keeper_name_enc AS "keeperNameEnc", f.keeper_phone_enc AS "keeperPhoneEnc",
       b.alternative_room_id AS "alternativeRoomId"
     FROM bookings b JOIN rooms r ON r.id = b.room_id JOIN facilities f ON f.id = r.facility_id
     WHERE b.case_id = ANY ($1::uuid[])`,
} satisfies FactsQuery
