/**
 * What is told to a person of every row that names their account, and what becomes of it when they leave. Each column of
 * the database that refers to accounts stands here; a test of the schema holds the two together.
 */
import type { PartName } from './export-parts'

export type Exported =
  /** The part of the export in which it stands. */
  | { part: PartName }
  /** Why it stands in none: see `reasons`. */
  | { not: keyof typeof notExported }

export const notExported = {
  office: 'What somebody did in an office is the record of that office, about other people.',
  child: "The child's own export has it, for guardians who may read it.",
  tap: 'The key of a tap: it says nothing, and goes within a week.',
} as const

export type Fate =
  /** The row goes. */
  | 'deleted'
  /** What was told in it goes, and the row stays. */
  | 'emptied'
  /** It ends, is passed on or goes with the child. */
  | 'settled'
  /** It holds an id, times and choices: the record of an office, of a consent, of a count. */
  | 'stays'

export const leavePlan: Readonly<Record<string, { exported: Exported; fate: Fate }>> = {
  'accounts.joined_into': { exported: { part: 'account' }, fate: 'emptied' },
  'login_identities.account_id': { exported: { part: 'wechats' }, fate: 'deleted' },
  'sessions.account_id': { exported: { part: 'sessions' }, fate: 'deleted' },
  'known_devices.account_id': { exported: { part: 'devices' }, fate: 'deleted' },
  'grants.account_id': { exported: { part: 'roles' }, fate: 'stays' },
  'cases.subject_id': { exported: { part: 'cases' }, fate: 'emptied' },
  'cases.actor_id': { exported: { part: 'cases' }, fate: 'emptied' },
  'cases.decided_by': { exported: { not: 'office' }, fate: 'stays' },
  'case_events.actor_id': { exported: { part: 'timeline' }, fate: 'emptied' },
  'calendar_addresses.account_id': { exported: { part: 'calendarAddress' }, fate: 'deleted' },
  'favourite_rooms.account_id': { exported: { part: 'favourites' }, fate: 'deleted' },
  'booking_quotas.subject_id': { exported: { part: 'quotas' }, fate: 'deleted' },
  'idempotency_keys.account_id': { exported: { not: 'tap' }, fate: 'deleted' },
  'access_records.subject_id': { exported: { part: 'accessRecords' }, fate: 'stays' },
  'access_records.reader_id': { exported: { not: 'office' }, fate: 'stays' },
  'notices.account_id': { exported: { part: 'notices' }, fate: 'deleted' },
  'facilities.owner_id': { exported: { not: 'office' }, fate: 'stays' },
  'room_closures.created_by': { exported: { not: 'office' }, fate: 'stays' },
  'export_records.by_id': { exported: { not: 'office' }, fate: 'stays' },
  'room_changes.by_id': { exported: { not: 'office' }, fate: 'stays' },
  'programmes.created_by': { exported: { not: 'office' }, fate: 'stays' },
  'line_moves.proposed_by': { exported: { not: 'office' }, fate: 'stays' },
  'line_moves.decided_by': { exported: { not: 'office' }, fate: 'stays' },
  'children.created_by': { exported: { part: 'guardianships' }, fate: 'settled' },
  'guardians.account_id': { exported: { part: 'guardianships' }, fate: 'settled' },
  'guardians.verified_by': { exported: { not: 'office' }, fate: 'stays' },
  'guardians.ended_by': { exported: { not: 'office' }, fate: 'stays' },
  'guardian_endings.proposed_by': { exported: { not: 'office' }, fate: 'stays' },
  'guardian_endings.decided_by': { exported: { not: 'office' }, fate: 'stays' },
  'child_freezes.asked_by': { exported: { part: 'freezes' }, fate: 'stays' },
  'child_freezes.ended_by': { exported: { not: 'office' }, fate: 'stays' },
  'guardian_invitations.created_by': { exported: { part: 'invitations' }, fate: 'deleted' },
  'guardian_invitations.used_by': { exported: { part: 'guardianships' }, fate: 'deleted' },
  'consents.guardian_id': { exported: { part: 'consents' }, fate: 'stays' },
  'pickup_people.created_by': { exported: { not: 'child' }, fate: 'settled' },
  'pickup_people.ended_by': { exported: { not: 'child' }, fate: 'stays' },
  'pickup_codes.created_by': { exported: { not: 'child' }, fate: 'settled' },
  'care_duties.account_id': { exported: { part: 'duties' }, fate: 'stays' },
  'care_duties.created_by': { exported: { not: 'office' }, fate: 'stays' },
  'care_duty_hours.account_id': { exported: { part: 'duties' }, fate: 'stays' },
  'care_absences.reported_by': { exported: { not: 'child' }, fate: 'stays' },
  'care_devices.paired_by': { exported: { not: 'office' }, fate: 'stays' },
  'care_pairing_codes.created_by': { exported: { not: 'office' }, fate: 'stays' },
  'care_pins.account_id': { exported: { part: 'pins' }, fate: 'deleted' },
  'care_pin_tries.account_id': { exported: { part: 'pins' }, fate: 'deleted' },
  'care_records.by_id': { exported: { not: 'office' }, fate: 'stays' },
  'care_alerts.taken_by': { exported: { not: 'office' }, fate: 'stays' },
  'care_alert_people.account_id': { exported: { not: 'office' }, fate: 'stays' },
  'care_alert_steps.by_id': { exported: { not: 'office' }, fate: 'stays' },
  'rating_slips.printed_by': { exported: { not: 'office' }, fate: 'stays' },
  'ratings.rater_id': { exported: { part: 'ratings' }, fate: 'emptied' },
  'ratings.reply_by': { exported: { not: 'office' }, fate: 'stays' },
  'rating_text_judgements.judged_by': { exported: { not: 'office' }, fate: 'stays' },
  'surveys.created_by': { exported: { not: 'office' }, fate: 'stays' },
  'surveys.ended_by': { exported: { not: 'office' }, fate: 'stays' },
  'survey_forms.printed_by': { exported: { not: 'office' }, fate: 'stays' },
  'survey_participants.account_id': { exported: { part: 'surveys' }, fate: 'stays' },
  'survey_answers.entered_by': { exported: { not: 'office' }, fate: 'stays' },
  'account_joins.from_id': { exported: { part: 'joins' }, fate: 'stays' },
  'account_joins.into_id': { exported: { part: 'joins' }, fate: 'stays' },
  'agreements.account_id': { exported: { part: 'agreements' }, fate: 'stays' },
  'files.account_id': { exported: { part: 'files' }, fate: 'settled' },
  'file_quotas.account_id': { exported: { not: 'tap' }, fate: 'deleted' },
  'tasks.created_by': { exported: { not: 'office' }, fate: 'stays' },
  'task_proposals.party_id': { exported: { part: 'proposals' }, fate: 'deleted' },
  'task_proposals.proposed_by': { exported: { not: 'office' }, fate: 'stays' },
  'attendances.recorded_by': { exported: { not: 'office' }, fate: 'stays' },
  'signup_hours.said_by': { exported: { not: 'office' }, fate: 'stays' },
  'consultations.handler_id': { exported: { not: 'office' }, fate: 'stays' },
  'consultation_lines.author_id': { exported: { part: 'cases' }, fate: 'emptied' },
  'advisers.account_id': { exported: { not: 'office' }, fate: 'stays' },
  'adviser_duties.account_id': { exported: { not: 'office' }, fate: 'deleted' },
  'adviser_absences.account_id': { exported: { not: 'office' }, fate: 'deleted' },
  'adviser_openings.account_id': { exported: { not: 'office' }, fate: 'deleted' },
  'feedback.account_id': { exported: { part: 'feedback' }, fate: 'emptied' },
  'feedback.answered_by': { exported: { not: 'office' }, fate: 'stays' },
  'number_changes.account_id': { exported: { part: 'numberChanges' }, fate: 'emptied' },
  'number_changes.proposed_by': { exported: { not: 'office' }, fate: 'stays' },
  'number_changes.decided_by': { exported: { not: 'office' }, fate: 'stays' },
  'number_changes.lost_on': { exported: { part: 'numberChanges' }, fate: 'stays' },
  'consultation_times.adviser_id': { exported: { not: 'office' }, fate: 'stays' },
  'consultation_meetings.adviser_id': { exported: { not: 'office' }, fate: 'stays' },
  'consultation_attempts.by_id': { exported: { not: 'office' }, fate: 'stays' },
  'visit_elders.account_id': { exported: { part: 'visited' }, fate: 'emptied' },
  'visit_elders.visitor_id': { exported: { not: 'office' }, fate: 'stays' },
  'visit_elders.created_by': { exported: { not: 'office' }, fate: 'stays' },
  'visit_covers.visitor_id': { exported: { not: 'office' }, fate: 'stays' },
  'visit_covers.cover_id': { exported: { not: 'office' }, fate: 'stays' },
  'visit_covers.created_by': { exported: { not: 'office' }, fate: 'stays' },
  'visits.visitor_id': { exported: { not: 'office' }, fate: 'stays' },
  'visit_family.asked_by': { exported: { not: 'office' }, fate: 'stays' },
  'visit_family.account_id': { exported: { part: 'relatives' }, fate: 'settled' },
  'contact_visits.done_by': { exported: { not: 'office' }, fate: 'stays' },
  'consultation_referrals.proposed_by': { exported: { not: 'office' }, fate: 'stays' },
  'consultation_referrals.receiver_id': { exported: { not: 'office' }, fate: 'stays' },
  'service_records.account_id': { exported: { part: 'serviceRecords' }, fate: 'stays' },
  'volunteers.account_id': { exported: { part: 'cases' }, fate: 'stays' },
  'volunteer_papers.added_by': { exported: { not: 'office' }, fate: 'stays' },
  'volunteer_papers.revoked_by': { exported: { not: 'office' }, fate: 'stays' },
  'roster_imports.created_by': { exported: { not: 'office' }, fate: 'stays' },
  'teams.created_by': { exported: { not: 'office' }, fate: 'stays' },
  'team_members.decided_by': { exported: { not: 'office' }, fate: 'stays' },
  'team_members.named_by': { exported: { not: 'office' }, fate: 'stays' },
}
