/**
 * What an account holds of a person. A number that was silent for long opens an account without a name only where this is
 * nothing at all: what stands in it may be words of whoever had the number before. Each column of the database that refers
 * to accounts stands here; a test of the schema holds the two together.
 */
import * as z from 'zod/mini'
import type { Db } from '../../platform/db'

export type Holding =
  /** A row holds something of the person, or shows them something that does. */
  | 'held'
  /** Whoever has such a row has one of these columns, too: they are looked at instead. */
  | { with: readonly string[] }
  /** Why a row says nothing of anybody. */
  | { empty: keyof typeof empty }

export const empty = {
  entering: 'Signing in makes it: it says that somebody was there, on which device, and what they agreed to.',
  tap: 'The key of a tap: it goes within a week.',
  count: 'How many files were handed in on a day; those that are there stand for themselves.',
  liking: 'A room that somebody put first tells nothing of anybody.',
} as const

/** Whoever acts in an office has or had a grant, and grants are never taken out of the books. */
const office: Holding = { with: ['grants.account_id'] }
const guardian: Holding = { with: ['guardians.account_id'] }
const either: Holding = { with: ['grants.account_id', 'guardians.account_id'] }
const matter: Holding = { with: ['cases.subject_id', 'cases.actor_id'] }

export const holdings: Readonly<Record<string, Holding>> = {
  'accounts.joined_into': { with: ['account_joins.into_id'] },
  'account_joins.into_id': 'held',
  'account_joins.from_id': { with: ['account_joins.into_id'] },
  'sessions.account_id': { empty: 'entering' },
  'known_devices.account_id': { empty: 'entering' },
  'agreements.account_id': { empty: 'entering' },
  'idempotency_keys.account_id': { empty: 'tap' },
  'login_identities.account_id': 'held',
  'grants.account_id': 'held',
  'cases.subject_id': 'held',
  'cases.actor_id': 'held',
  'cases.decided_by': office,
  'case_events.actor_id': {
    with: ['cases.subject_id', 'cases.actor_id', 'grants.account_id', 'guardians.account_id'],
  },
  'booking_quotas.subject_id': matter,
  // It shows what comes, also to whoever had the number before.
  'calendar_addresses.account_id': 'held',
  'favourite_rooms.account_id': { empty: 'liking' },
  'access_records.subject_id': 'held',
  // A volunteer reads the home of whoever they visit, too.
  'access_records.reader_id': { with: ['grants.account_id', 'cases.subject_id', 'cases.actor_id'] },
  'notices.account_id': 'held',
  'room_closures.created_by': office,
  'facilities.owner_id': office,
  'export_records.by_id': office,
  'room_changes.by_id': office,
  'programmes.created_by': office,
  'line_moves.proposed_by': office,
  'line_moves.decided_by': office,
  'children.created_by': guardian,
  'guardians.account_id': 'held',
  'guardians.verified_by': office,
  'guardians.ended_by': either,
  'guardian_endings.proposed_by': office,
  'guardian_endings.decided_by': office,
  'child_freezes.asked_by': guardian,
  'child_freezes.ended_by': either,
  'guardian_invitations.created_by': guardian,
  'guardian_invitations.used_by': guardian,
  'consents.guardian_id': guardian,
  'pickup_people.created_by': guardian,
  'pickup_people.ended_by': either,
  'pickup_codes.created_by': guardian,
  'care_duties.account_id': office,
  'care_duties.created_by': office,
  'care_duty_hours.account_id': office,
  'care_absences.reported_by': either,
  'care_devices.paired_by': office,
  'care_pairing_codes.created_by': office,
  'care_pins.account_id': office,
  'care_pin_tries.account_id': office,
  'care_records.by_id': office,
  'care_alerts.taken_by': office,
  'care_alert_people.account_id': either,
  'care_alert_steps.by_id': office,
  'rating_slips.printed_by': office,
  'ratings.rater_id': 'held',
  'ratings.reply_by': office,
  'rating_text_judgements.judged_by': office,
  'surveys.created_by': office,
  'surveys.ended_by': office,
  'survey_forms.printed_by': office,
  'survey_participants.account_id': 'held',
  'survey_answers.entered_by': office,
  'files.account_id': 'held',
  'file_quotas.account_id': { empty: 'count' },
  'consultations.handler_id': office,
  'consultation_lines.author_id': { with: ['cases.subject_id', 'cases.actor_id', 'grants.account_id'] },
  'consultation_times.adviser_id': office,
  'consultation_meetings.adviser_id': office,
  'consultation_attempts.by_id': office,
  'contact_visits.done_by': office,
  'visit_elders.account_id': 'held',
  'visit_elders.visitor_id': office,
  'visit_elders.created_by': office,
  'visit_covers.visitor_id': office,
  'visit_covers.cover_id': office,
  'visit_covers.created_by': office,
  'visits.visitor_id': office,
  'visit_family.asked_by': office,
  'visit_family.account_id': 'held',
  'consultation_referrals.proposed_by': office,
  'consultation_referrals.receiver_id': office,
  'tasks.created_by': { with: ['cases.subject_id', 'cases.actor_id', 'grants.account_id'] },
  'task_proposals.party_id': matter,
  'task_proposals.proposed_by': office,
  'attendances.recorded_by': { with: ['cases.subject_id', 'cases.actor_id', 'grants.account_id'] },
  'signup_hours.said_by': { with: ['cases.subject_id', 'cases.actor_id', 'grants.account_id'] },
  'service_records.account_id': matter,
  'volunteers.account_id': matter,
  'volunteer_papers.added_by': office,
  'volunteer_papers.revoked_by': office,
  'teams.created_by': office,
  'roster_imports.created_by': office,
  'team_members.decided_by': { with: ['cases.subject_id', 'cases.actor_id', 'grants.account_id'] },
  'team_members.named_by': office,
  'advisers.account_id': office,
  'adviser_duties.account_id': office,
  'adviser_absences.account_id': office,
  'adviser_openings.account_id': office,
  'feedback.account_id': 'held',
  'feedback.answered_by': office,
  'number_changes.account_id': 'held',
  'number_changes.proposed_by': { with: ['number_changes.account_id', 'grants.account_id'] },
  'number_changes.decided_by': { with: ['number_changes.account_id', 'grants.account_id'] },
  'number_changes.lost_on': { with: ['number_changes.account_id'] },
}

const held = Object.keys(holdings).filter((column) => holdings[column] === 'held')

const anything = [
  'EXISTS (SELECT FROM accounts WHERE id = ANY (p.ids) AND former_phone_hash IS NOT NULL)',
  ...held.map((column) => {
    const [table = '', field = ''] = column.split('.')
    return `EXISTS (SELECT FROM ${table} WHERE ${field} = ANY (p.ids))`
  }),
].join('\n OR ')

/** Asked only of whoever had the right code of a silent number whose account has no name. */
export async function holdsAnything(db: Db, accountId: string): Promise<boolean> {
  const [row] = await db.statement(
    z.strictObject({ any: z.boolean() }),
    'holds-anything',
    `SELECT ${anything} AS any FROM (SELECT account_ids($1::uuid) AS ids) p`,
    [accountId],
  )
  return row?.any === true
}
