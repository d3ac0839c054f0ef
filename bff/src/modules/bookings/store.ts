/**
 * The promise: of all who ask for a slot in one moment, exactly a non-overlapping set gets it. The constraint
 * `bookings_no_overlap` decides; a refusal is an answer of the statement, not an error (docs/decisions/contention.md).
 */
import { officesAbove } from '@linli/contracts/ladder'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import type { Idempotency } from '../../platform/idempotency'
import { idRow, rowsOf, rowsOfText } from '../../platform/rows'
import { nearestWith } from '../identity/service'
import { ownHall } from './facts-store'
import { promisedSql } from './line-store'

export interface NewBooking {
  id: string
  roomId: string
  roomVersion: number
  community: string
  subjectId: string
  startsAt: Date
  endsAt: Date
  /** End of the cleaning after the use. */
  freeAt: Date
  purpose: string
  attendees: number
  note: string | null
  week: string
  quota: number
  state: 'pending' | 'confirmed'
  dueAt: Date | null
  at: Date
  /** Sealed; becomes the account's name where it has none. */
  nameEnc: string | null
}

export interface Outcome {
  /** What the key made before: this is a repeated tap. */
  prior: { bodyHash: Uint8Array; resultId: string } | undefined
  booked: boolean
  /** False when the room's rules changed since they were read. */
  current: boolean
  withinQuota: boolean
}

/**
 * One statement, one transaction: key, rules' version, slot, quota, case, first event, notice and its job. If the
 * slot is taken nothing at all is written. The foreign key of a booking to its case is checked at the end of the
 * statement, so a quota that ran out in the same moment takes the booking back with it. A slot that was refused is
 * promised to whoever waits for it, until their line has been settled after the refusal could no more be taken back.
 */
const requestSql = `
WITH prior AS (
  SELECT body_hash, result_id FROM idempotency_keys WHERE account_id = $2::uuid AND key = $3
), room AS (
  SELECT id, name FROM rooms WHERE id = $4::uuid AND version = $5::int FOR KEY SHARE
), quota AS (
  SELECT coalesce((SELECT used FROM booking_quotas WHERE subject_id = $2::uuid AND week = $12::date), 0) < $13::int AS open
), promised AS (
  ${promisedSql({ room: '$4', from: '$6', to: '$8', now: '$16' })}
), slot AS (
  INSERT INTO bookings (case_id, state, room_id, starts_at, ends_at, occupied, purpose, attendees, note, quota_week)
  SELECT $1::uuid, $14, room.id, $6::timestamptz, $7::timestamptz, tstzrange($6::timestamptz, $8::timestamptz),
    $9, $10::int, $11, $12::date
  FROM room, quota WHERE quota.open AND NOT EXISTS (SELECT FROM prior) AND NOT EXISTS (SELECT FROM promised)
  ON CONFLICT ON CONSTRAINT bookings_no_overlap DO NOTHING
  RETURNING case_id
), used AS (
  INSERT INTO booking_quotas (subject_id, week, used) SELECT $2::uuid, $12::date, 1 FROM slot
  ON CONFLICT (subject_id, week) DO UPDATE SET used = booking_quotas.used + 1 WHERE booking_quotas.used < $13::int
  RETURNING used
), spine AS MATERIALIZED (
  SELECT open_case(slot.case_id, case_number('CD', $16::timestamptz), 'booking', $17, $2::uuid, $2::uuid, 'self', NULL, $14,
    CASE WHEN $14 = 'pending' THEN 'staff' ELSE 'nobody' END, $15::timestamptz, room.name, $6::timestamptz,
    $7::timestamptz, NULL, $16::timestamptz) AS id
  FROM slot, used, room
), told AS MATERIALIZED (
  SELECT claim_key($2::uuid, $3, $18, $19, id, $16::timestamptz),
    add_event(id, $16::timestamptz, 'request', NULL, $14, 'party', $2::uuid, NULL, NULL),
    name_account($2::uuid, $20),
    CASE WHEN $14 = 'confirmed'
      THEN notify(id || '/confirm', $2::uuid, id, 'booking_confirmed', $16::timestamptz, $16::timestamptz) END
  FROM spine
)
SELECT (SELECT body_hash FROM prior) AS body_hash, (SELECT result_id FROM prior) AS result_id,
  EXISTS (SELECT FROM spine) AS booked, EXISTS (SELECT FROM room) AS current, (SELECT open FROM quota) AS quota_open,
  (SELECT count(*) FROM told) AS told`

const requestRow = z.strictObject({
  body_hash: z.nullable(z.instanceof(Uint8Array)),
  result_id: z.nullable(z.string()),
  booked: z.boolean(),
  current: z.boolean(),
  quota_open: z.boolean(),
  /** Only so that all of the statement is done. */
  told: z.string(),
})

const refused: Outcome = { prior: undefined, booked: false, current: true, withinQuota: true }

export async function insertBooking(db: Db, b: NewBooking, idempotency: Idempotency): Promise<Outcome> {
  const rows = await db
    .statement(requestRow, 'request-booking', requestSql, [
      b.id,
      b.subjectId,
      idempotency.key,
      b.roomId,
      b.roomVersion,
      b.startsAt,
      b.endsAt,
      b.freeAt,
      b.purpose,
      b.attendees,
      b.note,
      b.week,
      b.quota,
      b.state,
      b.dueAt,
      b.at,
      b.community,
      idempotency.endpoint,
      idempotency.bodyHash,
      b.nameEnc,
    ])
    .catch((error: unknown) => lostRace(error))
  if (!Array.isArray(rows)) return rows
  const [row] = rows
  if (!row) return refused
  const prior =
    row.body_hash && row.result_id ? { bodyHash: row.body_hash, resultId: row.result_id } : undefined
  return { prior, booked: row.booked, current: row.current, withinQuota: row.quota_open }
}

/** What only a race can raise: the quota's last place went, or the same key was used for two things. */
function lostRace(error: unknown): Outcome {
  const { constraint } = error as { constraint?: unknown }
  if (constraint === 'bookings_case_state') return { ...refused, withinQuota: false }
  if (constraint === 'idempotency_keys_pkey') return refused
  throw error
}

/** A refused or cancelled booking gives its place in the week back. */
export async function releaseQuota(tx: Tx, subjectId: string, week: string): Promise<void> {
  await tx.$executeRaw`UPDATE booking_quotas SET used = used - 1
    WHERE subject_id = ${subjectId}::uuid AND week = ${week}::date AND used > 0`
}

/** One more use in the week. @returns false when it is full */
export async function useQuota(tx: Tx, subjectId: string, week: string, most: number): Promise<boolean> {
  const used = await tx.$executeRaw`INSERT INTO booking_quotas (subject_id, week, used)
    SELECT ${subjectId}::uuid, ${week}::date, 1 WHERE ${most}::int > 0
    ON CONFLICT (subject_id, week) DO UPDATE SET used = booking_quotas.used + 1
      WHERE booking_quotas.used < ${most}::int`
  return used === 1
}

/** Of a booking that takes the place of another, which gives its own back in the same transaction. */
export async function retakeQuota(tx: Tx, subjectId: string, week: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO booking_quotas (subject_id, week, used) VALUES (${subjectId}::uuid, ${week}::date, 1)
    ON CONFLICT (subject_id, week) DO UPDATE SET used = booking_quotas.used + 1`
}

/** Uses that are over, cleaning too: until then the room is not free. */
export const endedCases = (db: Db, now: Date, limit: number): Promise<{ id: string }[]> =>
  rowsOf(db.client, idRow)`SELECT case_id AS id FROM bookings
    WHERE state = 'confirmed' AND ends_at <= ${now}::timestamptz AND upper(occupied) <= ${now}::timestamptz
    ORDER BY ends_at LIMIT ${limit}::int`

/** Who is told that nobody answered in time: the township above a community, else the county, else the prefecture. */
export async function accountsAbove(tx: Tx, community: string): Promise<{ accountId: string }[]> {
  const ids = await nearestWith(tx, officesAbove(community), ['supervisor', 'staff'])
  return ids.map((accountId) => ({ accountId }))
}

/** Who asked the question that a supplement answers, if they still work for this community, or run its room as a unit there. */
export async function lastAsker(tx: Tx, caseId: string, community: string): Promise<string | undefined> {
  const event = await tx.caseEvent.findFirst({ where: { caseId, action: 'ask' }, orderBy: { id: 'desc' } })
  if (!event?.actorId) return undefined
  const divisionCode = { in: [community, ...officesAbove(community)] }
  const grants = await tx.grant.findMany({
    where: { accountId: event.actorId, revokedAt: null, divisionCode },
  })
  const works = grants.some(({ role }) => role !== 'partner_unit')
  const answers = works || (grants.length > 0 && (await runsRoomOf(tx, event.actorId, caseId)))
  return answers ? event.actorId : undefined
}

/** Does the facility of a booking's room say that this account runs it? */
async function runsRoomOf(tx: Tx, accountId: string, caseId: string): Promise<boolean> {
  const sql = `SELECT ${ownHall('$1::uuid', '$2::uuid')} AS runs`
  const [row] = await rowsOfText(tx, z.strictObject({ runs: z.boolean() }), sql, accountId, caseId)
  return row?.runs ?? false
}

/** Staff of the community; where it has none, of the next level that has some. */
export const staffNear = (tx: Tx, community: string): Promise<readonly string[]> =>
  nearestWith(tx, [community, ...officesAbove(community)], ['staff'])

/** Is a question open: the last word between staff and party is the question? */
export async function isAsked(tx: Tx, caseId: string): Promise<boolean> {
  const last = await tx.caseEvent.findFirst({
    where: { caseId, action: { in: ['ask', 'supplement'] } },
    orderBy: { id: 'desc' },
  })
  return last?.action === 'ask'
}

/** Another room that staff propose with a refusal; the last one counts. */
export async function proposeRoom(tx: Tx, caseId: string, roomId: string | null): Promise<void> {
  await tx.$executeRaw`UPDATE bookings SET alternative_room_id = ${roomId}::uuid WHERE case_id = ${caseId}::uuid`
}
