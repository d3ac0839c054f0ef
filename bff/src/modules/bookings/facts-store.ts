/** What is kept of bookings beside their cases, read for a whole page at once. */
import { roomKind } from '@linli/contracts/rooms'
import * as z from 'zod/mini'
import { partnerBadge } from '../identity/service'
import type { FactsQuery } from '../cases/kind'

const placedRow = z.strictObject({ roomName: z.string(), startsAt: z.string(), endsAt: z.string() })

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
  /** The partner unit that runs it, by its badge while it is one. */
  ownerId: z.nullable(z.string()),
  ownerBadge: z.nullable(z.string()),
  address: z.string(),
  keeperNameEnc: z.nullable(z.string()),
  keeperPhoneEnc: z.nullable(z.string()),
  alternativeRoomId: z.nullable(z.string()),
  replacesCaseId: z.nullable(z.string()),
  series: z.nullable(z.strictObject({ number: z.int(), count: z.int() })),
  /** It takes a place in its week's quota. */
  counts: z.boolean(),
  checkedInAt: z.nullable(z.string()),
  /** Where and when it was before it was last moved; what it is to replace; the wish that is to replace it. */
  before: z.nullable(placedRow),
  replaces: z.nullable(placedRow),
  wished: z.nullable(z.extend(placedRow, { caseId: z.string() })),
})
export type BookingFacts = z.output<typeof factsRow>

const placedOf = (b: string, room: string): string =>
  `jsonb_build_object('roomName', ${room}.name, 'startsAt', ${b}.starts_at, 'endsAt', ${b}.ends_at)`

export const bookingFacts = {
  row: factsRow,
  sql: `SELECT r.kind AS "roomKind", r.floor, r.door, r.bring, f.longitude, f.latitude,
       b.case_id AS "caseId", b.room_id AS "roomId", b.purpose, b.attendees, b.note, b.quota_week::text AS "quotaWeek",
       upper(b.occupied) AS "freeAt", r.approval, r.buffer_minutes AS "bufferMinutes", f.id AS "facilityId",
       f.name AS "facilityName", f.owner_id AS "ownerId", ${partnerBadge('f.owner_id', 'f.community_code')} AS "ownerBadge", f.address, f.keeper_name_enc AS "keeperNameEnc", f.keeper_phone_enc AS "keeperPhoneEnc",
       b.alternative_room_id AS "alternativeRoomId", b.replaces_case_id AS "replacesCaseId", b.counts,
       (SELECT jsonb_build_object('number', b.series_number, 'count', max(s.series_number)) FROM bookings s
        WHERE s.series_id = b.series_id HAVING b.series_id IS NOT NULL) AS series,
       b.checked_in_at AS "checkedInAt",
       (SELECT ${placedOf('m', 'mr')} FROM booking_moves m JOIN rooms mr ON mr.id = m.room_id
        WHERE m.case_id = b.case_id ORDER BY m.id DESC LIMIT 1) AS before,
       (SELECT ${placedOf('o', 'w')} FROM bookings o JOIN rooms w ON w.id = o.room_id
        WHERE o.case_id = b.replaces_case_id) AS replaces,
       (SELECT ${placedOf('n', 'nr')} || jsonb_build_object('caseId', n.case_id) FROM bookings n JOIN rooms nr ON nr.id = n.room_id
        WHERE n.replaces_case_id = b.case_id AND n.state = 'pending') AS wished
     FROM bookings b JOIN rooms r ON r.id = b.room_id JOIN facilities f ON f.id = r.facility_id
     WHERE b.case_id = ANY ($1::uuid[])`,
} satisfies FactsQuery

/** Whether a case is for a room that somebody runs as a partner unit. @param account, caseId placeholder or column */
export const ownHall = (
  account: string,
  caseId = 'c.id',
): string => `EXISTS (SELECT FROM bookings o JOIN rooms r ON r.id = o.room_id
  JOIN facilities f ON f.id = r.facility_id WHERE o.case_id = ${caseId} AND f.owner_id = ${account})`
