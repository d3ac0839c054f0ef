/**
 * Each table belongs to one module, and only its stores write it; others call the module's service or a function in SQL.
 * A new table is named here on the day of its migration.
 */
export const owners: Readonly<Record<string, readonly string[]>> = {
  platform: ['erasure_proofs', 'hashes_anew', 'idempotency_keys', 'key_checks', 'key_work'],
  identity: [
    'account_joins',
    'accounts',
    'code_budgets',
    'grants',
    'guardian_names',
    'known_devices',
    'login_identities',
    'number_changes',
    'phone_codes',
    'sessions',
  ],
  agreements: ['agreements', 'deployment_texts'],
  divisions: ['division_settings', 'divisions'],
  rooms: ['facilities', 'room_closures', 'rooms'],
  cases: ['access_records', 'case_events', 'cases'],
  bookings: ['booking_quotas', 'bookings'],
  line: ['line_entries', 'line_moves', 'lines'],
  notices: ['notice_deliveries', 'notices'],
  children: [
    'child_freezes',
    'children',
    'consents',
    'guardian_endings',
    'guardian_invitations',
    'guardians',
    'pickup_codes',
    'pickup_people',
  ],
  programmes: ['care_sessions', 'enrolments', 'programmes'],
  care: [
    'care_absences',
    'care_alert_people',
    'care_alert_steps',
    'care_alert_words',
    'care_alerts',
    'care_details',
    'care_devices',
    'care_duties',
    'care_duty_hours',
    'care_pairing_codes',
    'care_pin_tries',
    'care_pins',
    'care_records',
  ],
  ratings: ['rating_rights', 'rating_slips', 'rating_text_judgements', 'ratings'],
  'follow-ups': ['follow_ups'],
  surveys: [
    'survey_answers',
    'survey_forms',
    'survey_participants',
    'survey_reach',
    'survey_results',
    'surveys',
  ],
  figures: ['rating_closings', 'rating_months', 'rating_published'],
  feedback: ['feedback'],
}

/** A new lookup or field key rewrites sealed columns and hashes wherever they stand (docs/keys.md). */
export const writesAnyTable: readonly string[] = ['keys/rehash.ts', 'keys/reseal.ts']

/**
 * Foreign writes that are still there, file → tables. This list only shrinks: the check fails when one of them is gone
 * and still stands here, and nothing is ever added.
 */
export const knownForeign: Readonly<Record<string, readonly string[]>> = {}
