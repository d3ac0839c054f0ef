/** What is kept of bookings beside their cases, read for a whole page at once. */
import type { Read } from '../../platform/read'

export interface BookingFacts {
  caseId: string
  roomId: string
  purpose: string
  attendees: number
  note: string | null
  quotaWeek: string
  /** When the cleaning after the use is over. */
  freeAt: Date
  approval: 'automatic' | 'staff'
  bufferMinutes: number
  facilityId: string
  facilityName: string
  address: string
  keeperNameEnc: string | null
  keeperPhoneEnc: string | null
}

export const bookingFacts = (read: Read, ids: readonly string[]): Promise<BookingFacts[]> =>
  read(
    'booking-facts',
    `SELECT b.case_id AS "caseId", b.room_id AS "roomId", b.purpose, b.attendees, b.note, b.quota_week::text AS "quotaWeek",
       upper(b.occupied) AS "freeAt", r.approval, r.buffer_minutes AS "bufferMinutes", f.id AS "facilityId",
       f.name AS "facilityName", f.address, f.keeper_name_enc AS "keeperNameEnc", f.keeper_phone_enc AS "keeperPhoneEnc"
     FROM bookings b JOIN rooms r ON r.id = b.room_id JOIN facilities f ON f.id = r.facility_id
     WHERE b.case_id = ANY ($1::uuid[])`,
    [ids],
  )
