/** The spine's rows. States change only by a guarded update; the timeline only grows. */
import type { ActorRole, BookingState, CaseAction, CaseSide, CaseType } from '@linli/contracts/cases'
import type { Db, Tx } from '../../platform/db'

export interface CaseRow {
  id: string
  number: string
  type: CaseType
  community: string
  subjectId: string
  actorId: string
  actorRole: ActorRole
  state: BookingState
  waitingFor: 'staff' | 'party' | 'nobody'
  dueAt: Date | null
  escalatedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  createdAt: Date
  roomId: string
  roomName: string
  facilityName: string
  startsAt: Date
  endsAt: Date
  freeAt: Date
  purpose: string
  attendees: number
  quotaWeek: string
}

export const caseColumns = `c.id, c.number, c.type, c.community_code AS community, c.subject_id AS "subjectId",
  c.actor_id AS "actorId", c.actor_role AS "actorRole", c.state, c.waiting_for AS "waitingFor", c.due_at AS "dueAt",
  c.escalated_at AS "escalatedAt", c.decided_by AS "decidedBy", c.decided_at AS "decidedAt",
  c.created_at AS "createdAt", b.room_id AS "roomId", r.name AS "roomName", f.name AS "facilityName",
  b.starts_at AS "startsAt", b.ends_at AS "endsAt", upper(b.occupied) AS "freeAt", b.purpose, b.attendees, b.quota_week::text AS "quotaWeek"`
export const caseJoins = `cases c JOIN bookings b ON b.case_id = c.id JOIN rooms r ON r.id = b.room_id
  JOIN facilities f ON f.id = r.facility_id`

export interface EventRow {
  at: string
  action: CaseAction
  from_state: string | null
  to_state: string
  side: CaseSide
  actor_name: string | null
  note: string | null
  alternative_room_id: string | null
}

export interface CaseDetailRow extends CaseRow {
  note: string | null
  bufferMinutes: number
  address: string
  keeperNameEnc: string | null
  keeperPhoneEnc: string | null
  communityPhone: string | null
  events: EventRow[]
}

export async function findCase(db: Db, id: string): Promise<CaseDetailRow | undefined> {
  const [row] = await db.statement<CaseDetailRow>(
    'case',
    `SELECT ${caseColumns}, b.note, r.buffer_minutes AS "bufferMinutes", f.address, f.keeper_name_enc AS "keeperNameEnc",
      f.keeper_phone_enc AS "keeperPhoneEnc", d.phone AS "communityPhone",
      (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.id) FROM case_events e WHERE e.case_id = c.id) AS events
     FROM ${caseJoins} JOIN divisions d ON d.code = c.community_code WHERE c.id = $1::uuid`,
    [id],
  )
  return row
}

/** The case with its row locked until the transaction ends: decisions about one case come one after the other. */
export async function lockCase(tx: Tx, id: string): Promise<CaseRow | undefined> {
  const [row] = await tx.$queryRawUnsafe<CaseRow[]>(
    `SELECT ${caseColumns} FROM ${caseJoins} WHERE c.id = $1::uuid FOR UPDATE OF c`,
    id,
  )
  return row
}

export interface Place {
  at: Date
  id: string
}

export type Show = 'open' | 'done' | 'all'

/** A person's cases, as subject or as who filed them, newest first. */
export function casesOf(
  db: Db,
  accountId: string,
  filter: { show: Show; type: CaseType | undefined },
  after: Place | undefined,
  limit: number,
): Promise<CaseRow[]> {
  return db.statement(
    'cases-of',
    `SELECT ${caseColumns} FROM ${caseJoins}
     WHERE (c.subject_id = $1::uuid OR (c.actor_id = $1::uuid AND c.actor_role <> 'self'))
       AND ($2 = 'all' OR (c.closed_at IS NULL) = ($2 = 'open')) AND ($3::text IS NULL OR c.type = $3)
       AND ($4::timestamptz IS NULL OR (c.created_at, c.id) < ($4, $5::uuid))
     ORDER BY c.created_at DESC, c.id DESC LIMIT $6::int`,
    [accountId, filter.show, filter.type ?? null, after?.at ?? null, after?.id ?? null, limit],
  )
}

/** The soonest live case of a person that has not ended. */
export async function nextCaseOf(db: Db, accountId: string, now: Date): Promise<CaseRow | undefined> {
  const [row] = await db.statement<CaseRow>(
    'next-case-of',
    `SELECT ${caseColumns} FROM ${caseJoins} WHERE c.subject_id = $1::uuid AND c.closed_at IS NULL AND b.ends_at > $2::timestamptz
     ORDER BY b.starts_at, c.id LIMIT 1`,
    [accountId, now],
  )
  return row
}

export interface NewEvent {
  caseId: string
  at: Date
  action: CaseAction
  from: BookingState | null
  to: BookingState
  side: CaseSide
  actorId: string | null
  actorName: string | null
  note: string | null
  alternativeRoomId: string | null
}

export async function insertEvent(tx: Tx, e: NewEvent): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id, actor_name, note, alternative_room_id)
    VALUES (${e.caseId}::uuid, ${e.at}::timestamptz, ${e.action}, ${e.from}, ${e.to}, ${e.side}, ${e.actorId}::uuid,
      ${e.actorName}, ${e.note}, ${e.alternativeRoomId}::uuid)`
}

/**
 * The first look by staff; later ones are not events, nor is one in the moment in which somebody decides.
 * @returns whether this was the first
 */
export async function insertSeen(
  db: Db,
  seen: { caseId: string; at: Date; actorId: string; actorName: string },
): Promise<boolean> {
  const added = await db.client.$executeRaw`
    INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id, actor_name)
    SELECT id, ${seen.at}::timestamptz, 'see', state, state, 'staff', ${seen.actorId}::uuid, ${seen.actorName}
    FROM (SELECT id, state FROM cases WHERE id = ${seen.caseId}::uuid AND state = 'pending'
      FOR KEY SHARE SKIP LOCKED) c
    ON CONFLICT (case_id) WHERE action = 'see' DO NOTHING`
  return added === 1
}

export interface Move {
  to: BookingState
  waitingFor: 'staff' | 'party' | 'nobody'
  /** undefined keeps it. */
  dueAt?: Date | null | undefined
  decidedBy: string | null
  decidedAt: Date | null
  closedAt: Date | null
  /** undefined keeps it. */
  escalatedAt?: Date | null | undefined
}

/** `UPDATE … WHERE state = from`. @returns false when the case is no longer there */
export async function moveCase(tx: Tx, id: string, from: BookingState, move: Move): Promise<boolean> {
  const { to, ...rest } = move
  const { count } = await tx.case.updateMany({
    where: { id, state: from },
    data: {
      state: to,
      waitingFor: rest.waitingFor,
      decidedBy: rest.decidedBy,
      decidedAt: rest.decidedAt,
      closedAt: rest.closedAt,
      ...(rest.dueAt !== undefined && { dueAt: rest.dueAt }),
      ...(rest.escalatedAt !== undefined && { escalatedAt: rest.escalatedAt }),
    },
  })
  return count === 1
}
