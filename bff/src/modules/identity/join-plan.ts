/**
 * What becomes of every row that names an account when it becomes part of another one. Each column of the database that
 * refers to accounts stands here; a test of the schema holds the two together.
 * `moves`: the row is the other account's from now on. `stays`: what is only added to keeps the id under which it was
 * written, and is read through `account_ids`. Everything else has a statement of its own in `join-store.ts`.
 */
export type JoinRule = 'moves' | 'stays' | 'own_statement'

export const joinPlan: Readonly<Record<string, JoinRule>> = {
  'accounts.joined_into': 'own_statement',
  'login_identities.account_id': 'moves',
  // Whoever is signed in to the account that goes is signed out.
  'sessions.account_id': 'own_statement',
  'grants.account_id': 'own_statement',
  'cases.subject_id': 'own_statement',
  'cases.actor_id': 'own_statement',
  'cases.decided_by': 'moves',
  'case_events.actor_id': 'stays',
  'booking_quotas.subject_id': 'own_statement',
  'idempotency_keys.account_id': 'stays',
  'access_records.subject_id': 'stays',
  'access_records.reader_id': 'stays',
  'notices.account_id': 'moves',
  'room_closures.created_by': 'moves',
  'programmes.created_by': 'moves',
  // A proposal and its decision are two people's: the second is compared with all ids of the first.
  'line_moves.proposed_by': 'stays',
  'line_moves.decided_by': 'stays',
  'children.created_by': 'moves',
  'guardians.account_id': 'own_statement',
  'guardians.verified_by': 'moves',
  'guardians.ended_by': 'moves',
  'guardian_endings.proposed_by': 'own_statement',
  // Two people decided it, as was true on that day.
  'guardian_endings.decided_by': 'stays',
  'child_freezes.asked_by': 'moves',
  'child_freezes.ended_by': 'moves',
  'guardian_invitations.created_by': 'moves',
  'guardian_invitations.used_by': 'moves',
  'consents.guardian_id': 'stays',
  'pickup_people.created_by': 'moves',
  'pickup_people.ended_by': 'moves',
  'pickup_codes.created_by': 'moves',
  'care_duties.account_id': 'moves',
  'care_duties.created_by': 'moves',
  'care_absences.reported_by': 'moves',
  'care_devices.paired_by': 'moves',
  'care_pairing_codes.created_by': 'moves',
  'care_pins.account_id': 'own_statement',
  'care_records.by_id': 'stays',
  'care_alerts.taken_by': 'moves',
  'care_alert_people.account_id': 'own_statement',
  'care_alert_steps.by_id': 'stays',
  'care_pin_tries.account_id': 'own_statement',
  'care_duty_hours.account_id': 'moves',
  'rating_slips.printed_by': 'moves',
  'ratings.rater_id': 'moves',
  'ratings.reply_by': 'moves',
  'rating_text_judgements.judged_by': 'stays',
  'surveys.created_by': 'moves',
  'surveys.ended_by': 'moves',
  'survey_forms.printed_by': 'moves',
  'survey_participants.account_id': 'own_statement',
  'survey_answers.entered_by': 'moves',
  'account_joins.from_id': 'stays',
  'account_joins.into_id': 'stays',
  'number_changes.account_id': 'moves',
  'number_changes.proposed_by': 'stays',
  'number_changes.decided_by': 'stays',
  // A device that knew the one account is asked once more.
  'known_devices.account_id': 'own_statement',
}
