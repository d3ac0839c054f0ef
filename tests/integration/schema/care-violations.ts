/** The same for lines, children, programmes and the care day: a child in a programme with a wait, a session, a carer. */
const id = (tail: string): string => `'00000000-0000-4000-8000-${tail.padStart(12, '0')}'`
const [account, other, room] = [id('a'), id('b'), id('f2')]
const [programme, line, child, session, waiting] = [id('c1'), id('c2'), id('c3'), id('c4'), id('c5')]
const [duty, device, person, record, alert] = [id('c6'), id('c7'), id('c8'), id('c9'), id('ca')]

export const careRows = `
INSERT INTO programmes (id, community_code, kind, state, name, place, starts_on, ends_on, weekly, skips, capacity, classes,
  opens_at, closes_at, mode, priority, first_starts_at, last_ends_at, refill_until, created_by, created_at)
  VALUES (${programme}, '532301101001', 'term', 'published', 'x', 'x', '2026-12-01', '2026-12-31', '[]', '{}', 5, 1,
    now(), now() + interval '1 day', 'first_come', '[]', now(), now() + interval '1 day', now(), ${account}, now());
INSERT INTO lines (id, kind, community_code, programme_id, created_at)
  VALUES (${line}, 'programme', '532301101001', ${programme}, now());
INSERT INTO lines (id, kind, community_code, room_id, day, created_at)
  VALUES (gen_random_uuid(), 'room', '532301101001', ${room}, '2026-11-25', now());
INSERT INTO children (id, community_code, nickname, profile_enc, created_by, created_at, active_at)
  VALUES (${child}, '532301101001', 'x', 'v1.x', ${account}, now(), now());
INSERT INTO guardians (id, child_id, account_id, place, relation, created_at)
  VALUES (gen_random_uuid(), ${child}, ${account}, 1, 'mother', now());
INSERT INTO guardian_invitations VALUES ('\\x01', ${child}, ${account}, now(), now());
INSERT INTO guardian_endings (id, guardian_id, reason, proposed_by, proposer, proposed_at)
  SELECT gen_random_uuid(), id, 'court_order', ${account}, 'x', now() FROM guardians;
INSERT INTO child_freezes (id, child_id, what, version, asked_by, asked_at, final_at)
  VALUES (gen_random_uuid(), ${child}, 'erase', 1, ${account}, now(), now() + interval '3 days');
INSERT INTO consents (child_id, guardian_id, version, decision, at) VALUES (${child}, ${account}, 1, 'granted', now());
INSERT INTO pickup_people (id, child_id, kind, name_enc, name_hash, relation, valid_from, created_by, created_at)
  VALUES (${person}, ${child}, 'listed', 'v1.x', '\\x01', 'relative', '2026-11-25', ${account}, now());
INSERT INTO pickup_codes (id, child_id, day, code_hash, name_enc, relation, created_by, created_at)
  VALUES (gen_random_uuid(), ${child}, '2026-11-25', '\\x01', 'v1.x', 'relative', ${account}, now());
INSERT INTO erasure_proofs (about_id, tag, cause, fields, at) VALUES (${child}, 'health', 'asked', 1, now());
INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
  VALUES (${waiting}, 'TG-1', 'enrolment', '532301101001', ${account}, ${account}, 'self', 'waiting', 'nobody', now());
INSERT INTO enrolments (case_id, state, programme_id, child_id, group_id, group_rule, score, draw_number)
  VALUES (${waiting}, 'waiting', ${programme}, ${child}, ${waiting}, 'one', 0, 1);
INSERT INTO line_entries (case_id, state, line_id, party_id, group_id, group_rule, score, sort_score, sort_arrival, joined_at, until)
  VALUES (${waiting}, 'waiting', ${line}, ${child}, ${waiting}, 'one', 0, 0, 1, now(), now());
INSERT INTO line_moves (id, line_id, case_id, from_place, to_place, reason, proposed_by, proposer, proposed_at)
  VALUES (gen_random_uuid(), ${line}, ${waiting}, 2, 1, 'x', ${account}, 'x', now());
INSERT INTO care_sessions VALUES (${session}, ${programme}, '2026-12-01', now(), now() + interval '1 hour');
INSERT INTO care_duties VALUES (${duty}, ${programme}, 1, ${account}, true, '2026-12-01', '2026-12-31', '{1}', ${account},
  now(), NULL);
INSERT INTO care_absences VALUES (${session}, ${child}, ${account}, now());
INSERT INTO care_devices (id, community_code, name, token_hash, paired_by, paired_at)
  VALUES (${device}, '532301101001', 'x', '\\x01', ${account}, now());
INSERT INTO care_pairing_codes VALUES ('\\x01', '532301101001', ${account}, now(), NULL);
INSERT INTO care_pins (account_id, pin_hash, salt, changed_at) VALUES (${account}, '\\x01', '\\x01', now());
INSERT INTO care_records (id, session_id, case_id, child_id, kind, at, received_at, by_id, method)
  VALUES (${record}, ${session}, ${waiting}, ${child}, 'released', now(), now(), ${account}, 'listed');
INSERT INTO care_records (id, session_id, case_id, child_id, kind, at, received_at)
  VALUES (gen_random_uuid(), ${session}, ${waiting}, ${child}, 'late_15', now(), now());
INSERT INTO care_details VALUES (${record}, 'v1.x');
INSERT INTO care_records (id, session_id, case_id, child_id, kind, at, received_at, by_id, decides_id)
  VALUES (gen_random_uuid(), ${session}, ${waiting}, ${child}, 'present', now(), now(), ${account}, ${record});
INSERT INTO care_pin_tries VALUES (${device}, ${account}, 1, NULL);
INSERT INTO care_alerts (id, kind, session_id, case_id, child_id, raised_at)
  VALUES (${alert}, 'barred', ${session}, ${waiting}, ${child}, now());
INSERT INTO care_alert_people VALUES (${alert}, ${account}, now());
INSERT INTO care_alert_steps (id, alert_id, kind, at) VALUES (${alert}, ${alert}, 'raised', now());
INSERT INTO care_alert_words VALUES (${alert}, 'v1.x');
INSERT INTO care_duty_hours VALUES (${duty}, ${session}, ${programme}, ${account}, '[2026-12-01, 2026-12-02)')
  ON CONFLICT DO NOTHING;`

/** Another record of the same child; append-only rows cannot be updated into anything. */
const careRecord = (columns: string, values: string): string =>
  `INSERT INTO care_records (id, session_id, case_id, child_id, at, received_at, ${columns})
   VALUES (gen_random_uuid(), ${session}, ${waiting}, ${child}, now(), now(), ${values})`
const alertStep = (columns: string, values: string): string =>
  `INSERT INTO care_alert_steps (id, alert_id, at, ${columns}) VALUES (gen_random_uuid(), ${alert}, now(), ${values})`
const again = (table: string, fresh = ''): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object(${fresh}))).* FROM ${table} t LIMIT 1`
const newId = `'id', gen_random_uuid()`
const consent = (decision: string): string =>
  `INSERT INTO consents (child_id, guardian_id, version, decision, at) VALUES (${child}, ${account}, 1, '${decision}', now())`
const proof = (tag: string, cause: string): string =>
  `INSERT INTO erasure_proofs (about_id, tag, cause, fields, at) VALUES (${child}, '${tag}', '${cause}', 1, now())`

export const careViolations: Record<string, string> = {
  access_records_about_one: `INSERT INTO access_records (id, subject_id, child_id, reader_id, reader_name, tag, case_id, at)
    SELECT gen_random_uuid(), subject_id, ${child}, reader_id, reader_name, tag, case_id, at FROM access_records`,
  access_records_justified: `INSERT INTO access_records (id, subject_id, child_id, reader_id, reader_name, tag, case_id, at)
    SELECT gen_random_uuid(), subject_id, child_id, reader_id, reader_name, tag, NULL, at FROM access_records`,
  care_absences_pkey: again('care_absences'),
  care_duties_period: `UPDATE care_duties SET ends_on = '2026-11-01'`,
  care_duties_weekdays: `UPDATE care_duties SET weekdays = '{8}'`,
  care_alert_people_pkey: again('care_alert_people'),
  care_alert_steps_kind_known: alertStep('kind', `'sung'`),
  care_alert_steps_outcome_known: alertStep('kind, outcome', `'closed', 'x'`),
  care_alert_steps_outcome_said: alertStep('kind', `'closed'`),
  care_alert_steps_pkey: 'INSERT INTO care_alert_steps SELECT * FROM care_alert_steps',
  care_alert_words_pkey: again('care_alert_words'),
  care_alerts_kind_known: `UPDATE care_alerts SET kind = 'x'`,
  care_alerts_level_known: 'UPDATE care_alerts SET level = 3',
  care_alerts_open_once: again('care_alerts', newId),
  care_alerts_pkey: again('care_alerts', `'kind', 'late'`),
  care_alerts_taken_whole: 'UPDATE care_alerts SET taken_at = now()',
  care_duty_hours_one_place: again(
    'care_duty_hours',
    `'programme_id', gen_random_uuid(), 'session_id', gen_random_uuid()`,
  ),
  care_duty_hours_pkey: again('care_duty_hours'),
  care_pin_tries_bounded: 'UPDATE care_pin_tries SET attempts = 6',
  care_pin_tries_pkey: again('care_pin_tries'),
  care_records_against_mark: careRecord('kind, by_id, against_id', `'health', ${account}, ${record}`),
  care_records_decided_once: careRecord('kind, by_id, decides_id', `'present', ${account}, ${record}`),
  care_records_decides_mark: careRecord('kind, by_id, decides_id', `'health', ${account}, ${record}`),
  care_records_annotation_about: careRecord('kind, by_id', `'annotation', ${account}`),
  care_records_clock_alone: careRecord('kind', `'present'`),
  care_records_clock_once: careRecord('kind', `'late_15'`),
  care_records_kind_known: careRecord('kind, by_id', `'hugged', ${account}`),
  care_records_method_known: careRecord('kind, by_id, method', `'released', ${account}, 'luck'`),
  care_records_pkey: `INSERT INTO care_records SELECT * FROM care_records`,
  care_records_refusal_said: careRecord('kind, by_id', `'refused', ${account}`),
  care_records_release_whole: careRecord('kind, by_id', `'released', ${account}`),
  care_records_released_once: careRecord('kind, by_id, method', `'released', ${account}, 'code'`),
  care_sessions_not_empty: 'UPDATE care_sessions SET ends_at = starts_at',
  care_sessions_once: again('care_sessions', newId),
  enrolments_state_known: `UPDATE cases SET state = 'pending' WHERE number = 'TG-1'`,
  child_freezes_ended_whole: 'UPDATE child_freezes SET ended_at = now()',
  child_freezes_in_order: again('child_freezes', `${newId}, 'final_at', '2020-01-01'`),
  child_freezes_open_once: again('child_freezes', newId),
  child_freezes_outcome_known: `UPDATE child_freezes SET ended_at = now(), outcome = 'lost'`,
  child_freezes_stopped_whole: `UPDATE child_freezes SET ended_at = now(), outcome = 'stopped'`,
  child_freezes_what_known: again('child_freezes', `${newId}, 'what', 'all'`),
  children_erased_unknown: `UPDATE children SET erased_at = now(), profile_enc = NULL, identity_hash = '\\x01'`,
  children_erased_whole: `UPDATE children SET erased_at = now()`,
  children_known_or_erased: 'UPDATE children SET profile_enc = NULL',
  consents_decision_known: consent('maybe'),
  enrolments_case_state: `UPDATE enrolments SET state = 'held'`,
  enrolments_child_once: `INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('number', 'TG-2', ${newId}))).*
      FROM cases c WHERE number = 'TG-1';
    INSERT INTO enrolments SELECT (SELECT id FROM cases WHERE number = 'TG-2'), state, programme_id, child_id, group_id,
      group_rule, score, 2, NULL FROM enrolments`,
  enrolments_draw_number_once: `INSERT INTO enrolments SELECT ${id('d')}, 'waiting', programme_id, child_id, group_id,
      group_rule, score, 1, NULL FROM enrolments`,
  enrolments_group_rule_known: `UPDATE enrolments SET group_rule = 'some'`,
  enrolments_identity_once: `UPDATE children SET identity_hash = '\\x01';
    INSERT INTO children (id, community_code, nickname, profile_enc, identity_hash, created_by, created_at, active_at)
      VALUES (${id('cf')}, '532301101001', 'x', 'v1.x', '\\x01', ${account}, now(), now());
    INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('number', 'TG-2', ${newId}))).*
      FROM cases c WHERE number = 'TG-1';
    INSERT INTO enrolments SELECT (SELECT id FROM cases WHERE number = 'TG-2'), state, programme_id, ${id('cf')}, group_id,
      group_rule, score, 2, NULL FROM enrolments`,
  erasure_proofs_cause_known: proof('health', 'whim'),
  erasure_proofs_tag_known: proof('other', 'asked'),
  guardian_endings_decided_whole: 'UPDATE guardian_endings SET decided_at = now()',
  guardian_endings_open_once: again('guardian_endings', newId),
  guardian_endings_reason_known: again('guardian_endings', `${newId}, 'reason', 'whim'`),
  guardian_names_whole:
    'INSERT INTO guardian_names (id, guardian_id, papers_at) SELECT gen_random_uuid(), id, now() FROM guardians LIMIT 1',
  guardian_endings_second_person: `UPDATE guardian_endings SET decided_by = proposed_by, decider = 'x', decided_at = now(),
    approved = true`,
  guardian_invitations_pkey: again('guardian_invitations'),
  guardians_account_once: again('guardians', `'place', 2, ${newId}`),
  guardians_end_reason_known: `UPDATE guardians SET end_reason = 'whim'`,
  guardians_place_once: again('guardians', `'account_id', ${other}, ${newId}`),
  guardians_relation_known: `UPDATE guardians SET relation = 'friend'`,
  guardians_two_at_most: 'UPDATE guardians SET place = 3',
  guardians_verified_known: `UPDATE guardians SET verified_at = now(), verified_by = account_id;
    UPDATE guardians SET known_at = NULL`,
  guardians_verified_whole: 'UPDATE guardians SET verified_at = now()',
  line_entries_case_state: `UPDATE line_entries SET state = 'pending'`,
  line_entries_group_rule_known: `UPDATE line_entries SET group_rule = 'some'`,
  line_entries_offer_has_deadline: `UPDATE cases SET state = 'held' WHERE number = 'TG-1'`,
  line_entries_party_once: `INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('number', 'TG-2', ${newId}))).*
      FROM cases c WHERE number = 'TG-1';
    INSERT INTO line_entries SELECT (jsonb_populate_record(e, jsonb_build_object('case_id',
      (SELECT id FROM cases WHERE number = 'TG-2')))).* FROM line_entries e`,
  line_moves_decided_whole: 'UPDATE line_moves SET decided_at = now()',
  line_moves_open_once: again('line_moves', newId),
  line_moves_second_person: `UPDATE line_moves SET decided_by = proposed_by, decider = 'x', decided_at = now(), approved = true`,
  lines_kind_whole: 'UPDATE lines SET day = NULL',
  lines_programme_once: `INSERT INTO lines SELECT (jsonb_populate_record(l, jsonb_build_object(${newId}))).* FROM lines l
    WHERE kind = 'programme'`,
  lines_room_day_once: `INSERT INTO lines SELECT (jsonb_populate_record(l, jsonb_build_object(${newId}))).* FROM lines l
    WHERE kind = 'room'`,
  pickup_codes_attempts_bounded: 'UPDATE pickup_codes SET attempts = 6',
  pickup_codes_day_once: again('pickup_codes', newId),
  pickup_people_kind_known: `UPDATE pickup_people SET kind = 'friend'`,
  pickup_people_known_or_ended: 'UPDATE pickup_people SET name_enc = NULL',
  pickup_people_listed_related: 'UPDATE pickup_people SET relation = NULL',
  pickup_people_listed_once: again('pickup_people', newId),
  pickup_people_period: `UPDATE pickup_people SET valid_to = '2026-11-01'`,
  programmes_dates_in_order: `UPDATE programmes SET ends_on = '2026-11-01'`,
  programmes_drawn_whole: `UPDATE programmes SET state = 'drawn'`,
  programmes_kind_known: `UPDATE programmes SET kind = 'party'`,
  programmes_mode_known: `UPDATE programmes SET mode = 'luck'`,
  programmes_places: 'UPDATE programmes SET taken = 6',
  programmes_seed_committed: `UPDATE programmes SET mode = 'draw'`,
  programmes_state_known: `UPDATE programmes SET state = 'lost'`,
}
