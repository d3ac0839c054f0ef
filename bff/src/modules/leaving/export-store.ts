/**
 * Everything that names a person's account, part by part ($1: the account and all that became part of it, $2: so many
 * rows at most). Where others are named it is as the app shows it to this person: badges of staff, never another guardian.
 */
import * as z from 'zod/mini'
import type { SealedColumn } from '../../platform/sealed-columns'
import type { Tx } from '../../platform/db'
import { rowOf, rowsOfText } from '../../platform/rows'
import type { PartName } from './export-parts'
import { idsRow } from './leave-store'

/** What can be read on paper and as data: never a number that is too large for it, nor bytes. */
const cell = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.date(),
  z.array(z.union([z.string(), z.number()])),
])
/** A row of any part: nothing is decided by its columns, each is handed on under the name that its statement gives it. */
const partRow = z.catchall(z.object({ id: z.exactOptional(z.string()) }), cell)
export type Row = z.output<typeof partRow>

/** A place is the child's: it is for whoever decides for it now, and while nothing froze it. */
const childOpen = `(c.child_id IS NULL OR EXISTS (SELECT FROM deciding_guardians g WHERE g.child_id = c.child_id
      AND g.account_id = ANY ($1::uuid[])
      AND NOT EXISTS (SELECT FROM child_freezes f WHERE f.child_id = c.child_id AND f.ended_at IS NULL)))`
/** Own matters: whom they were for, and what was filed for others who asked for it. Places are those of the child. */
const mine = `(c.subject_id = ANY ($1::uuid[]) OR (c.actor_id = ANY ($1::uuid[]) AND c.actor_role = 'proxy'))`
/** What a child is called here, for who is its guardian now. */
const nickname = (
  child: string,
): string => `(SELECT o.nickname FROM children o JOIN guardians l ON l.child_id = o.id
  AND l.account_id = ANY ($1::uuid[]) AND l.ended_at IS NULL WHERE o.id = ${child} AND o.erased_at IS NULL LIMIT 1)`
/** What staff were told of other people's matters is the record of their office. */
const toldAsOwn = `n.alert_id IS NULL AND (n.case_id IS NULL OR c.subject_id = ANY ($1::uuid[]) OR c.actor_id = ANY ($1::uuid[])
      OR EXISTS (SELECT FROM guardians l WHERE l.child_id = c.child_id AND l.account_id = ANY ($1::uuid[])))`
/** What tells of a bar is for whoever decides for the child now. */
const ofBars = `n.kind IN ('guardian_bar_set', 'guardian_bar_lifted', 'barred_person_seen', 'release_refused')`

export const partSql: Record<PartName, string> = {
  account: `SELECT a.id, a.name_enc AS name, a.phone_enc AS phone, a.former_phone_enc AS "formerPhone",
      d.full_name AS community, a.elder_mode AS "elderMode", a.created_at AS "createdAt", a.phone_seen_at AS "phoneSeenAt"
    FROM accounts a LEFT JOIN divisions d ON d.code = a.community_code WHERE a.id = ANY ($1::uuid[])
    ORDER BY a.joined_into NULLS FIRST, a.id LIMIT $2::int`,
  wechats: `SELECT id, provider, subject_enc AS subject, created_at AS "createdAt" FROM login_identities
    WHERE account_id = ANY ($1::uuid[]) ORDER BY created_at, id LIMIT $2::int`,
  joins: `SELECT at, proof FROM account_joins WHERE from_id = ANY ($1::uuid[]) OR into_id = ANY ($1::uuid[])
    ORDER BY at LIMIT $2::int`,
  numberChanges: `SELECT id, way, papers, proposer, proposed_at AS "proposedAt", decider, decided_at AS "decidedAt", approved,
      old_phone_enc AS "oldPhone", new_phone_enc AS "newPhone" FROM number_changes
    WHERE account_id = ANY ($1::uuid[]) ORDER BY proposed_at DESC, id LIMIT $2::int`,
  sessions: `SELECT device, created_at AS "createdAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt",
      revoked_at AS "revokedAt", revoked_reason AS "revokedReason" FROM sessions
    WHERE account_id = ANY ($1::uuid[]) ORDER BY created_at DESC, sessions.id LIMIT $2::int`,
  devices: `SELECT last_at AS "lastAt" FROM known_devices WHERE account_id = ANY ($1::uuid[])
    ORDER BY last_at DESC LIMIT $2::int`,
  roles: `SELECT g.role, d.name AS division, g.display_name AS "displayName", g.created_at AS "createdAt",
      g.revoked_at AS "revokedAt" FROM grants g JOIN divisions d ON d.code = g.division_code
    WHERE g.account_id = ANY ($1::uuid[]) ORDER BY g.created_at, g.id LIMIT $2::int`,
  duties: `SELECT p.name AS programme, d.class_no AS "classNo", d.leader, d.starts_on::text AS "startsOn",
      d.ends_on::text AS "endsOn", d.weekdays, d.ended_at AS "endedAt" FROM care_duties d JOIN programmes p ON p.id = d.programme_id
    WHERE d.account_id = ANY ($1::uuid[]) ORDER BY d.starts_on DESC, d.id LIMIT $2::int`,
  pins: `SELECT changed_at AS "changedAt", NULL::int AS attempts FROM care_pins WHERE account_id = ANY ($1::uuid[])
    UNION ALL SELECT NULL, attempts FROM care_pin_tries WHERE account_id = ANY ($1::uuid[]) LIMIT $2::int`,
  cases: `SELECT c.id, c.number, c.type, c.state, d.name AS community, c.title AS what, c.starts_at AS "startsAt",
      c.ends_at AS "endsAt", c.created_at AS "createdAt", c.closed_at AS "closedAt"
    FROM cases c JOIN divisions d ON d.code = c.community_code
    WHERE ${mine} AND ${childOpen} ORDER BY c.created_at DESC, c.starts_at, c.id LIMIT $2::int`,
  timeline: `SELECT c.number, c.type, v.at, v.action, v.side, v.actor_name AS by, v.note FROM case_events v JOIN cases c ON c.id = v.case_id
    WHERE CASE WHEN c.child_id IS NOT NULL THEN v.side = 'party' AND v.actor_id = ANY ($1::uuid[]) ELSE ${mine} END
    ORDER BY v.id DESC LIMIT $2::int`,
  lines: `SELECT c.number, c.type, w.joined_at AS "joinedAt", w.state, w.held_until AS "heldUntil", w.ended_at AS "endedAt"
    FROM line_entries w JOIN cases c ON c.id = w.case_id WHERE c.subject_id = ANY ($1::uuid[]) AND ${childOpen}
    ORDER BY w.joined_at DESC, c.id LIMIT $2::int`,
  moves: `SELECT c.number, m.decided_at AS at, m.reason, m.from_place AS "from", m.to_place AS "to"
    FROM line_moves m JOIN cases c ON c.id = m.case_id WHERE c.subject_id = ANY ($1::uuid[]) AND ${childOpen} AND m.approved
    ORDER BY m.decided_at DESC, m.id LIMIT $2::int`,
  calls: `SELECT c.number, a.at, a.outcome AS what, a.by_name AS by FROM consultation_attempts a JOIN cases c ON c.id = a.case_id
    WHERE c.subject_id = ANY ($1::uuid[])
    UNION ALL SELECT c.number, v.asked_at, 'visit', v.done_name FROM contact_visits v JOIN cases c ON c.id = v.case_id
    WHERE c.subject_id = ANY ($1::uuid[]) ORDER BY at DESC, number LIMIT $2::int`,
  appointments: `SELECT c.number, m.kind, s.name || '，' || s.address AS place, m.starts_at AS "startsAt", m.ends_at AS "endsAt",
      m.taken_at AS "takenAt", m.called_off_at AS "calledOffAt"
    FROM consultation_meetings m JOIN cases c ON c.id = m.case_id LEFT JOIN legal_stations s ON s.id = m.station_id
    WHERE c.subject_id = ANY ($1::uuid[]) ORDER BY m.starts_at DESC, m.id LIMIT $2::int`,
  referrals: `SELECT c.number, r.kind, d.name AS office, r.parts, r.state, r.proposed_at AS "proposedAt", r.due_at AS "dueAt",
      r.ended_at AS "endedAt", r.receiver_name AS receiver
    FROM consultation_referrals r JOIN cases c ON c.id = r.case_id JOIN divisions d ON d.code = r.office_code
    WHERE c.subject_id = ANY ($1::uuid[]) ORDER BY r.proposed_at DESC, r.id LIMIT $2::int`,
  favourites: `SELECT r.name AS room, f.name AS facility, k.kept_at AS "keptAt" FROM favourite_rooms k
      JOIN rooms r ON r.id = k.room_id JOIN facilities f ON f.id = r.facility_id
    WHERE k.account_id = ANY ($1::uuid[]) ORDER BY k.kept_at DESC, r.id LIMIT $2::int`,
  calendarAddress: `SELECT created_at AS "createdAt" FROM calendar_addresses WHERE account_id = ANY ($1::uuid[])
    ORDER BY created_at LIMIT $2::int`,
  quotas: `SELECT week::text AS week, used FROM booking_quotas WHERE subject_id = ANY ($1::uuid[])
    ORDER BY week DESC LIMIT $2::int`,
  ratings: `SELECT x.id, c.number, x.grade, x.reasons, x.text_enc AS text, x.text_state AS "textState", x.text_for_all AS "forAll",
      x.named, x.supplement_enc AS supplement, x.reply, x.reply_name AS "replyName", u.verdict, x.rated_at AS "ratedAt"
    FROM ratings x JOIN cases c ON c.id = x.case_id LEFT JOIN follow_ups u ON u.rating_id = x.id
    WHERE x.rater_id = ANY ($1::uuid[]) ORDER BY x.rated_at DESC, x.id LIMIT $2::int`,
  surveys: `SELECT s.title, s.ends_on::text AS "endsOn" FROM survey_participants q JOIN surveys s ON s.id = q.survey_id
    WHERE q.account_id = ANY ($1::uuid[]) ORDER BY s.ends_on DESC, s.id LIMIT $2::int`,
  agreements: `SELECT t.title, g.version, g.agreed_at AS "agreedAt" FROM agreements g
      JOIN deployment_texts t ON t.kind = g.kind AND t.version = g.version
    WHERE g.account_id = ANY ($1::uuid[]) ORDER BY g.agreed_at, g.kind, g.version LIMIT $2::int`,
  feedback: `SELECT id, about, text_enc AS text, phone_enc AS phone, written_at AS "writtenAt", answer, answerer,
      answered_at AS "answeredAt" FROM feedback WHERE account_id = ANY ($1::uuid[])
    ORDER BY written_at DESC, id LIMIT $2::int`,
  files: `SELECT f.created_at AS "createdAt", f.kind, (SELECT count(*)::int FROM file_pages p WHERE p.file_id = f.id) AS pages,
      c.number FROM files f LEFT JOIN cases c ON c.id = f.case_id WHERE f.account_id = ANY ($1::uuid[])
      AND f.state <> 'uploading' ORDER BY f.created_at DESC, f.id LIMIT $2::int`,
  guardianships: `SELECT ${nickname('g.child_id')} AS nickname, g.relation, g.created_at AS "createdAt",
      g.verified_at AS "verifiedAt", g.ended_at AS "endedAt" FROM guardians g
    WHERE g.account_id = ANY ($1::uuid[]) ORDER BY g.created_at, g.id LIMIT $2::int`,
  consents: `SELECT ${nickname('k.child_id')} AS nickname, k.version, k.decision, k.at FROM consents k
    WHERE k.guardian_id = ANY ($1::uuid[]) ORDER BY k.id DESC LIMIT $2::int`,
  freezes: `SELECT ${nickname('f.child_id')} AS nickname, f.what, f.asked_at AS "askedAt", f.final_at AS "finalAt", f.outcome
    FROM child_freezes f WHERE f.asked_by = ANY ($1::uuid[]) ORDER BY f.asked_at DESC, f.id LIMIT $2::int`,
  invitations: `SELECT created_at AS "createdAt", expires_at AS "expiresAt", used_at AS "usedAt" FROM guardian_invitations
    WHERE created_by = ANY ($1::uuid[]) ORDER BY created_at DESC LIMIT $2::int`,
  visited: `SELECT v.id, v.at, v.way, v.outcome, v.by_name AS by, n.note_enc AS note
    FROM visit_elders e JOIN visits v ON v.elder_id = e.id LEFT JOIN visit_notes n ON n.visit_id = v.id
    WHERE e.account_id = ANY ($1::uuid[]) ORDER BY v.at DESC, v.recorded_at DESC, v.id LIMIT $2::int`,
  relatives: `SELECT relation, asked_at AS "askedAt", agreed_at AS "agreedAt" FROM visit_family
    WHERE account_id = ANY ($1::uuid[]) ORDER BY asked_at DESC, id LIMIT $2::int`,
  proposals: `SELECT t.title, t.starts_at AS "startsAt", p.proposed_at AS "askedAt", p.declined_at AS "declinedAt"
    FROM task_proposals p JOIN tasks t ON t.id = p.task_id WHERE p.party_id = ANY ($1::uuid[])
    ORDER BY p.proposed_at DESC, t.id LIMIT $2::int`,
  serviceRecords: `SELECT number, from_day::text AS "fromDay", to_day::text AS "toDay", halves / 2.0::float8 AS hours,
      issued_at AS "issuedAt", withdrawn_at AS "withdrawnAt" FROM service_records
    WHERE account_id = ANY ($1::uuid[]) ORDER BY issued_at DESC, id LIMIT $2::int`,
  notices: `SELECT n.delivered_at AS at, n.kind, c.number, n.read_at AS "readAt" FROM notices n LEFT JOIN cases c ON c.id = n.case_id
    WHERE n.account_id = ANY ($1::uuid[]) AND n.delivered_at IS NOT NULL AND ${toldAsOwn} AND (NOT ${ofBars} OR EXISTS (SELECT
      FROM deciding_guardians g WHERE g.child_id = coalesce(n.child_id, c.child_id) AND g.account_id = ANY ($1::uuid[])))
    ORDER BY n.delivered_at DESC, n.id LIMIT $2::int`,
  accessRecords: `SELECT a.at, a.reader_name AS reader, a.tag, c.number FROM access_records a LEFT JOIN cases c ON c.id = a.case_id
    WHERE a.subject_id = ANY ($1::uuid[]) ORDER BY a.at DESC, a.id LIMIT $2::int`,
}

/** What is sealed in a part, and in which column of the row `id` it stands. */
export const partSealed: Partial<Record<PartName, Record<string, SealedColumn>>> = {
  account: {
    name: 'accounts.name_enc',
    phone: 'accounts.phone_enc',
    formerPhone: 'accounts.former_phone_enc',
  },
  wechats: { subject: 'login_identities.subject_enc' },
  numberChanges: { oldPhone: 'number_changes.old_phone_enc', newPhone: 'number_changes.new_phone_enc' },
  feedback: { text: 'feedback.text_enc', phone: 'feedback.phone_enc' },
  visited: { note: 'visit_notes.note_enc' },
  ratings: { text: 'ratings.text_enc', supplement: 'ratings.supplement_enc' },
}

export async function idsOf(tx: Tx, accountId: string): Promise<string[]> {
  const row = await rowOf(tx, idsRow)`SELECT account_ids(${accountId}::uuid) AS ids`
  return row?.ids ?? []
}

export const rowsOfPart = (tx: Tx, part: PartName, ids: readonly string[], limit: number): Promise<Row[]> =>
  rowsOfText(tx, partRow, partSql[part], ids, limit)
