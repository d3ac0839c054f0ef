/** The spine's rows. States change only by a guarded update; the timeline only grows. */
import type { ActorRole, CaseAction, CaseSide, CaseState } from '@linli/contracts/case-base'
import type { CaseType } from '@linli/contracts/cases'
import type { Db, Tx } from '../../platform/db'

export interface CaseRow {
  id: string
  number: string
  type: CaseType
  community: string
  subjectId: string
  actorId: string
  actorRole: ActorRole
  state: CaseState
  waitingFor: 'staff' | 'party' | 'nobody'
  dueAt: Date | null
  escalatedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  createdAt: Date
  /** Of a booking its use; of an enrolment from the first session's start to the last one's end. */
  startsAt: Date
  endsAt: Date
  freeAt: Date
  booking: BookingPart | null
  enrolment: EnrolmentPart | null
  followUp: FollowUpPart | null
  /** Of a case that stands or stood in a line. */
  heldUntil: Date | null
  lineUntil: Date | null
  /** Who may act for a child; empty for other types. */
  guardianIds: string[]
  /** Of them those who decide, the first one first: once staff know one, only the known (`children/policy.ts`). */
  decidingIds: string[]
}

export interface BookingPart {
  roomId: string
  roomName: string
  facilityName: string
  purpose: string
  attendees: number
  quotaWeek: string
  approval: 'automatic' | 'staff'
}

export interface EnrolmentPart {
  programmeId: string
  programmeName: string
  childId: string
  nickname: string
  startsOn: string
  endsOn: string
  drawNumber: number | null
  groupId: string
}

export interface FollowUpPart {
  ratedId: string
  title: string
  grade: string
  named: boolean
  contacted: boolean
  extended: boolean
  appealed: boolean
  supplemented: boolean
  reviewing: 'appeal' | 'verdict' | null
  stopAt: string
  escalatedDue: string | null
}

export const caseColumns = `c.id, c.number, c.type, c.community_code AS community, c.subject_id AS "subjectId",
  c.actor_id AS "actorId", c.actor_role AS "actorRole", c.state, c.waiting_for AS "waitingFor", c.due_at AS "dueAt",
  c.escalated_at AS "escalatedAt", c.decided_by AS "decidedBy", c.decided_at AS "decidedAt",
  c.created_at AS "createdAt", coalesce(b.starts_at, p.first_starts_at, u.opened_at) AS "startsAt",
  coalesce(b.ends_at, p.last_ends_at, u.stop_at) AS "endsAt",
  coalesce(upper(b.occupied), p.last_ends_at, u.stop_at) AS "freeAt",
  CASE WHEN b.case_id IS NOT NULL THEN jsonb_build_object('roomId', b.room_id, 'roomName', r.name, 'facilityName', f.name,
    'purpose', b.purpose, 'attendees', b.attendees, 'quotaWeek', b.quota_week, 'approval', r.approval) END AS booking,
  CASE WHEN e.case_id IS NOT NULL THEN jsonb_build_object('programmeId', p.id, 'programmeName', p.name,
    'childId', e.child_id, 'nickname', k.nickname, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
    'drawNumber', e.draw_number, 'groupId', e.group_id) END AS enrolment,
  CASE WHEN u.case_id IS NOT NULL THEN jsonb_build_object('ratedId', x.case_id, 'title',
    coalesce((SELECT o.name FROM bookings n JOIN rooms o ON o.id = n.room_id WHERE n.case_id = x.case_id),
      (SELECT o.name FROM enrolments n JOIN programmes o ON o.id = n.programme_id WHERE n.case_id = x.case_id)),
    'grade', x.grade, 'named', u.named_at IS NOT NULL, 'contacted', u.contacted_at IS NOT NULL,
    'extended', u.extended_at IS NOT NULL, 'appealed', u.appealed_at IS NOT NULL,
    'supplemented', x.supplement_at IS NOT NULL, 'reviewing', u.reviewing, 'stopAt', u.stop_at,
    'escalatedDue', u.escalated_due) END AS "followUp",
  w.held_until AS "heldUntil", w.until AS "lineUntil",
  ARRAY(SELECT g.account_id::text FROM deciding_guardians g WHERE g.child_id = e.child_id) AS "guardianIds",
  ARRAY(SELECT g.account_id::text FROM deciding_guardians g WHERE g.child_id = e.child_id ORDER BY g.place) AS "decidingIds"`
export const caseJoins = `cases c LEFT JOIN bookings b ON b.case_id = c.id LEFT JOIN rooms r ON r.id = b.room_id
  LEFT JOIN facilities f ON f.id = r.facility_id LEFT JOIN enrolments e ON e.case_id = c.id
  LEFT JOIN programmes p ON p.id = e.programme_id LEFT JOIN children k ON k.id = e.child_id
  LEFT JOIN line_entries w ON w.case_id = c.id LEFT JOIN follow_ups u ON u.case_id = c.id
  LEFT JOIN ratings x ON x.id = u.rating_id`

export interface EventRow {
  at: string
  action: CaseAction
  from_state: string | null
  to_state: string
  side: CaseSide
  actor_id: string | null
  actor_name: string | null
  note: string | null
  alternative_room_id: string | null
}

export interface CaseDetailRow extends CaseRow {
  note: string | null
  bufferMinutes: number
  address: string
  facilityId: string | null
  keeperNameEnc: string | null
  keeperPhoneEnc: string | null
  communityPhone: string | null
  events: EventRow[]
  right: { finishedAt: string; until: string; rated: boolean } | null
}

export async function findCase(db: Db, id: string): Promise<CaseDetailRow | undefined> {
  const [row] = await db.statement<CaseDetailRow>(
    'case',
    `SELECT ${caseColumns}, b.note, coalesce(r.buffer_minutes, 0) AS "bufferMinutes", coalesce(f.address, p.place, '') AS address,
      f.id AS "facilityId", f.keeper_name_enc AS "keeperNameEnc",
      f.keeper_phone_enc AS "keeperPhoneEnc", d.phone AS "communityPhone",
      (SELECT jsonb_build_object('finishedAt', q.finished_at, 'until', q.rate_until, 'rated', q.rated_at IS NOT NULL)
        FROM rating_rights q WHERE q.case_id = c.id) AS right,
      (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.id), '[]'::jsonb) FROM case_events e WHERE e.case_id = c.id) AS events
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

export interface NewEvent {
  caseId: string
  at: Date
  action: CaseAction
  from: CaseState | null
  to: CaseState
  side: CaseSide
  actorId: string | null
  actorName: string | null
  /**
   * Kept for good, also when a child is erased: the forms of staff say that no name and nothing about health belongs
   * here, and a guardian's words about a child are never written here.
   */
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
  to: CaseState
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
export async function moveCase(tx: Tx, id: string, from: CaseState, move: Move): Promise<boolean> {
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
