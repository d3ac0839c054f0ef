/**
 * One statement for each promise of the schema that must not be possible, against the rows below: two
 * accounts, a room with a pending booking of Wednesday 14:00–16:00, and one row of everything else.
 */
export const rows = `
INSERT INTO divisions (code, level, name, full_name, parent_code) VALUES
  ('53', 'province', '云南省', '云南省', NULL), ('532301101001', 'community', '东兴社区', '东兴社区', '53');
INSERT INTO accounts (id, demo_key, phone_enc, phone_hash, created_at) VALUES
  ('00000000-0000-4000-8000-00000000000a', 'a', 'v1.x', '\\x01', now()),
  ('00000000-0000-4000-8000-00000000000b', 'b', NULL, NULL, now());
INSERT INTO key_checks (kind, id, value, writes) VALUES ('lookup', 'l1', sha256('1'), true), ('field', 'k1', sha256('f'), false);
INSERT INTO login_identities VALUES ('wechat', '\\x01', 'v1.x', '00000000-0000-4000-8000-00000000000a', now(),
  '00000000-0000-4000-8000-0000000000aa');
INSERT INTO sessions (id, account_id, device, refresh_hash, created_at, last_used_at, expires_at) VALUES
  (gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', 'x', '\\x01', now(), now(), now());
INSERT INTO phone_codes (phone_hash, asker_hash, code_hash, created_at, expires_at, sent_since)
  VALUES ('\\x01', '\\x01', '\\x02', now(), now(), now());
INSERT INTO code_budgets VALUES ('\\x01', now(), 1);
INSERT INTO known_devices VALUES ('00000000-0000-4000-8000-00000000000a', '\\x01', now());
INSERT INTO grants VALUES
  (gen_random_uuid(), '00000000-0000-4000-8000-00000000000a', 'staff', '532301101001', 'x', now(), NULL);
INSERT INTO facilities VALUES
  ('00000000-0000-4000-8000-0000000000f1', '532301101001', 'elder_centre', 'x', 'x', NULL, NULL, NULL);
INSERT INTO rooms VALUES ('00000000-0000-4000-8000-0000000000f2', '00000000-0000-4000-8000-0000000000f1',
  '532301101001', 'x', 1, 60, 90, true, '{}', '{}', '[]', 60, 60, 240, 60, 14, 30, 'staff', 1);
INSERT INTO room_closures VALUES (gen_random_uuid(), '00000000-0000-4000-8000-0000000000f2', '2026-11-25', '2026-11-26',
  'x', '00000000-0000-4000-8000-00000000000a', now(), NULL);
INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
  VALUES ('00000000-0000-4000-8000-00000000000c', 'CD-1', 'booking', '532301101001',
    '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000a', 'self', 'pending', 'staff', now()),
  ('00000000-0000-4000-8000-00000000000d', 'CD-2', 'booking', '532301101001',
    '00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000b', 'self', 'pending', 'staff', now());
INSERT INTO bookings VALUES ('00000000-0000-4000-8000-00000000000c', 'pending', '00000000-0000-4000-8000-0000000000f2',
  '2026-11-25 06:00Z', '2026-11-25 08:00Z', '[2026-11-25 06:00Z,2026-11-25 08:30Z)', 'x', 1, NULL, '2026-11-23');
INSERT INTO case_events (case_id, at, action, to_state, side, actor_id) VALUES
  ('00000000-0000-4000-8000-00000000000c', now(), 'see', 'pending', 'staff', '00000000-0000-4000-8000-00000000000b');
INSERT INTO booking_quotas VALUES ('00000000-0000-4000-8000-00000000000a', '2026-11-23', 1);
INSERT INTO idempotency_keys VALUES ('00000000-0000-4000-8000-00000000000a', 'key', 'x', '\\x01', gen_random_uuid(), now());
INSERT INTO access_records VALUES (gen_random_uuid(), '00000000-0000-4000-8000-00000000000a',
  '00000000-0000-4000-8000-00000000000b', 'x', 'contact', '00000000-0000-4000-8000-00000000000c', now());
INSERT INTO notices (id, event_key, account_id, case_id, kind, created_at, deliver_at) VALUES
  ('00000000-0000-4000-8000-0000000000e1', 'event', '00000000-0000-4000-8000-00000000000a',
    '00000000-0000-4000-8000-00000000000c', 'booking_confirmed', now(), now());
INSERT INTO notice_deliveries VALUES ('00000000-0000-4000-8000-0000000000e1', 'inbox', now());`

/** The same for what came with the building: an earlier version has no such tables. */
export const buildingRows = `
INSERT INTO room_photos VALUES ('00000000-0000-4000-8000-0000000000f3', '00000000-0000-4000-8000-0000000000f2', 'x', 0, 'x', now());
INSERT INTO room_photo_sizes VALUES ('00000000-0000-4000-8000-0000000000f3', 1, gen_random_uuid(), 1, 1, 1);
INSERT INTO closure_answers SELECT id, '00000000-0000-4000-8000-00000000000c', 'keep', now() FROM room_closures;
INSERT INTO booking_moves (case_id, room_id, starts_at, ends_at, moved_at)
  SELECT case_id, room_id, starts_at, ends_at, now() FROM bookings;
INSERT INTO favourite_rooms VALUES ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000f2', now());
INSERT INTO export_records VALUES (gen_random_uuid(), 'bookings', '532301101001', '2026-11-01', '2026-11-30', 3,
  '00000000-0000-4000-8000-00000000000b', 'x', now());
INSERT INTO room_changes VALUES (gen_random_uuid(), '00000000-0000-4000-8000-0000000000f2', 'added', '[]',
  '00000000-0000-4000-8000-00000000000b', 'x', now());
INSERT INTO calendar_addresses VALUES ('00000000-0000-4000-8000-00000000000a', gen_random_uuid(), sha256('1'), now());`

const booking = (period: string, occupied: string): string =>
  `INSERT INTO bookings VALUES ('00000000-0000-4000-8000-00000000000d', 'pending',
     '00000000-0000-4000-8000-0000000000f2', ${period}, '${occupied}', 'x', 1, NULL, '2026-11-23')`

/** Again, with another identifier where there is one. */
const again = (table: string, ...fresh: string[]): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object(${fresh
    .map((column) => `'${column}', gen_random_uuid()`)
    .join(', ')}))).* FROM ${table} t LIMIT 1`

/** The name of each constraint and unique index → what it refuses. */
export const violations: Record<string, string> = {
  access_records_tag_known: `INSERT INTO access_records (id, subject_id, child_id, reader_id, reader_name, tag, case_id, at)
    SELECT gen_random_uuid(), subject_id, child_id, reader_id, reader_name, 'other', case_id, at FROM access_records`,
  accounts_demo_key_once: `UPDATE accounts SET demo_key = 'a'`,
  accounts_phone_once: `UPDATE accounts SET phone_enc = 'v1.y', phone_hash = '\\x01'`,
  accounts_phone_whole: `UPDATE accounts SET phone_hash = NULL`,
  booking_quotas_not_negative: 'UPDATE booking_quotas SET used = -1',
  booking_quotas_pkey: again('booking_quotas'),
  favourite_rooms_pkey: again('favourite_rooms'),
  export_records_kind_known: `INSERT INTO export_records SELECT gen_random_uuid(), 'other', division_code, from_day, to_day,
    lines, by_id, by_name, at FROM export_records`,
  export_records_lines_counted: `INSERT INTO export_records SELECT gen_random_uuid(), kind, division_code, from_day, to_day,
    -1, by_id, by_name, at FROM export_records`,
  export_records_pkey: 'INSERT INTO export_records SELECT * FROM export_records',
  export_records_span_whole: `INSERT INTO export_records SELECT gen_random_uuid(), kind, division_code, from_day, NULL,
    lines, by_id, by_name, at FROM export_records`,
  room_changes_pkey: 'INSERT INTO room_changes SELECT * FROM room_changes',
  room_changes_says_what: `INSERT INTO room_changes SELECT gen_random_uuid(), room_id, 'changed', '[]', by_id, by_name, at
    FROM room_changes`,
  room_changes_what_known: `INSERT INTO room_changes SELECT gen_random_uuid(), room_id, 'other', fields, by_id, by_name, at
    FROM room_changes`,
  calendar_addresses_id_once: `INSERT INTO calendar_addresses
    SELECT '00000000-0000-4000-8000-00000000000b', id, sha256('2'), created_at FROM calendar_addresses`,
  calendar_addresses_pkey: `INSERT INTO calendar_addresses
    SELECT account_id, gen_random_uuid(), sha256('2'), created_at FROM calendar_addresses`,
  calendar_addresses_token_is_hash: `UPDATE calendar_addresses SET token_hash = 'the secret'`,
  calendar_addresses_token_once: `INSERT INTO calendar_addresses
    SELECT '00000000-0000-4000-8000-00000000000b', gen_random_uuid(), token_hash, created_at FROM calendar_addresses`,
  booking_quotas_week_is_monday: `UPDATE booking_quotas SET week = '2026-11-24'`,
  booking_moves_period_not_empty: `INSERT INTO booking_moves (case_id, room_id, starts_at, ends_at, moved_at)
    SELECT case_id, room_id, ends_at, starts_at, now() FROM bookings`,
  booking_moves_pkey: 'INSERT INTO booking_moves OVERRIDING SYSTEM VALUE SELECT * FROM booking_moves',
  bookings_attendees_positive: 'UPDATE bookings SET attendees = 0',
  bookings_beside_another: 'UPDATE bookings SET lies_beside = true',
  bookings_case_state: `UPDATE bookings SET state = 'confirmed'`,
  bookings_checked_in_by_known: `UPDATE bookings SET checked_in_at = now(), checked_in_by = 'system'`,
  bookings_checked_in_whole: 'UPDATE bookings SET checked_in_at = now()',
  bookings_missed_by_nobody_there: `WITH there AS (UPDATE bookings SET checked_in_at = now(), checked_in_by = 'staff' RETURNING case_id)
    UPDATE cases SET state = 'missed' FROM there WHERE id = there.case_id`,
  bookings_counted_once: 'UPDATE bookings SET counts = false',
  bookings_no_overlap: booking(
    `'2026-11-25 08:00Z', '2026-11-25 09:00Z'`,
    '[2026-11-25 08:00Z,2026-11-25 09:30Z)',
  ),
  bookings_occupied_covers_use: booking(
    `'2026-11-26 08:00Z', '2026-11-26 09:00Z'`,
    '[2026-11-26 08:00Z,2026-11-26 08:30Z)',
  ),
  bookings_period_not_empty: booking(
    `'2026-11-26 08:00Z', '2026-11-26 08:00Z'`,
    '[2026-11-26 08:00Z,2026-11-26 09:00Z)',
  ),
  bookings_one_change: `INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object(
      'id', '00000000-0000-4000-8000-0000000000ce', 'number', 'CD-3'))).* FROM cases c WHERE number = 'CD-2';
    INSERT INTO bookings SELECT (jsonb_populate_record(b, jsonb_build_object('case_id', n.id, 'replaces_case_id', b.case_id,
      'starts_at', n.at, 'ends_at', n.at + interval '1 hour', 'occupied', tstzrange(n.at, n.at + interval '1 hour')))).*
    FROM bookings b, (VALUES ('00000000-0000-4000-8000-0000000000ce'::uuid, '2026-11-27 06:00Z'::timestamptz),
      ('00000000-0000-4000-8000-00000000000d', '2026-11-28 06:00Z')) AS n (id, at)`,
  bookings_pkey: again('bookings'),
  bookings_replaces_another: 'UPDATE bookings SET replaces_case_id = case_id',
  case_events_actor_named: `INSERT INTO case_events (case_id, at, action, to_state, side)
    VALUES ('00000000-0000-4000-8000-00000000000c', now(), 'x', 'x', 'staff')`,
  case_events_seen_once: `INSERT INTO case_events (case_id, at, action, to_state, side, actor_id)
    SELECT case_id, at, action, to_state, side, actor_id FROM case_events`,
  case_events_side_known: `INSERT INTO case_events (case_id, at, action, to_state, side, actor_id)
    SELECT case_id, at, 'x', 'x', 'nobody', actor_id FROM case_events`,
  cases_actor_role_known: `UPDATE cases SET actor_role = 'other'`,
  bookings_series: `UPDATE bookings SET series_id = gen_random_uuid(), series_number = 1;
    INSERT INTO bookings SELECT (jsonb_populate_record(b, jsonb_build_object('case_id', '00000000-0000-4000-8000-00000000000d',
      'state', 'waiting'))).* FROM bookings b`,
  bookings_series_number_positive: 'UPDATE bookings SET series_id = gen_random_uuid(), series_number = 0',
  bookings_series_whole: 'UPDATE bookings SET series_number = 1',
  bookings_state_known: `UPDATE cases SET state = 'lost' WHERE type = 'booking'`,
  cases_number_once: `UPDATE cases SET number = 'CD-1' WHERE number = 'CD-2'`,
  cases_self_is_subject: `UPDATE cases SET actor_id = '00000000-0000-4000-8000-00000000000b' WHERE number = 'CD-1'`,
  cases_closed_for_good: `UPDATE cases SET closed_at = now(), lapses_at = now() WHERE type = 'booking'`,
  cases_finished_closed: `UPDATE cases SET finished_at = now(), closed_at = NULL WHERE type = 'booking'`,
  cases_period_in_order: `UPDATE cases SET starts_at = '2026-11-26', ends_at = '2026-11-25' WHERE type = 'booking'`,
  cases_state_named: `UPDATE cases SET state = 'Lost!' WHERE type = 'booking'`,
  cases_type_named: `UPDATE cases SET type = 'No service'`,
  cases_waiting_for_known: `UPDATE cases SET waiting_for = 'godot'`,
  divisions_level_known: `UPDATE divisions SET level = 'galaxy'`,
  facilities_holidays_known: `UPDATE facilities SET holidays = 'sometimes'`,
  facilities_position_on_earth: 'UPDATE facilities SET longitude = 101, latitude = 200',
  facilities_position_whole: 'UPDATE facilities SET longitude = 101',
  facilities_kind_known: `UPDATE facilities SET kind = 'castle'`,
  grants_once: again('grants', 'id'),
  grants_role_known: `INSERT INTO grants SELECT gen_random_uuid(), account_id, 'king', division_code, display_name, created_at FROM grants`,
  idempotency_keys_pkey: again('idempotency_keys'),
  login_identities_pkey: again('login_identities'),
  key_checks_kind_known: `UPDATE key_checks SET kind = 'pigeon' WHERE NOT writes`,
  key_checks_value_whole: `UPDATE key_checks SET value = '\\x01'`,
  key_checks_writer_alive: `UPDATE key_checks SET retired_at = now()`,
  key_checks_one_writer: `INSERT INTO key_checks (kind, id, value, writes) VALUES ('lookup', 'l2', sha256('2'), true)`,
  login_identities_id_once: `INSERT INTO login_identities SELECT provider, '\\x02', subject_enc, account_id, created_at, id
    FROM login_identities`,
  login_identities_provider_known: `UPDATE login_identities SET provider = 'pigeon'`,
  notice_deliveries_channel_known: `UPDATE notice_deliveries SET channel = 'pigeon'`,
  notice_deliveries_pkey: again('notice_deliveries'),
  notices_about_something: 'UPDATE notices SET case_id = NULL',
  notices_event_once: again('notices', 'id'),
  notices_kind_named: `UPDATE notices SET kind = 'no kind!'`,
  notices_withdrawn_or_delivered: 'UPDATE notices SET withdrawn_at = now(), delivered_at = now()',
  closure_answers_known: `UPDATE closure_answers SET answer = 'other'`,
  closure_answers_pkey: again('closure_answers'),
  code_budgets_pkey: again('code_budgets'),
  code_budgets_taken_positive: 'UPDATE code_budgets SET taken = 0',
  known_devices_pkey: again('known_devices'),
  phone_codes_attempts_bounded: 'UPDATE phone_codes SET attempts = 6',
  phone_codes_pkey: again('phone_codes'),
  phone_codes_sent_positive: 'UPDATE phone_codes SET sent = 0',
  phone_codes_session:
    'SET CONSTRAINTS phone_codes_session IMMEDIATE; UPDATE phone_codes SET session_id = gen_random_uuid()',
  room_closures_kind_known: `UPDATE room_closures SET kind = 'other'`,
  room_closures_not_empty: 'UPDATE room_closures SET ends_at = starts_at',
  room_photo_sizes_object_once:
    'INSERT INTO room_photo_sizes SELECT photo_id, 2, object_id, 1, 1, 1 FROM room_photo_sizes',
  room_photo_sizes_pkey:
    'INSERT INTO room_photo_sizes SELECT photo_id, n, gen_random_uuid(), 1, 1, 1 FROM room_photo_sizes',
  room_photo_sizes_positive: 'UPDATE room_photo_sizes SET n = 3',
  room_photos_alt_said: `UPDATE room_photos SET alt = ''`,
  room_photos_pkey: again('room_photos'),
  room_photos_place_known: 'UPDATE room_photos SET place = 6',
  rooms_approval_known: `UPDATE rooms SET approval = 'luck'`,
  rooms_facility: `UPDATE rooms SET community_code = '53'`,
  rooms_kind_known: `UPDATE rooms SET kind = 'castle'`,
  rooms_door_key_counts: 'UPDATE rooms SET door_key = 0',
  rooms_seasons_listed: `UPDATE rooms SET seasons = '{}'`,
  rooms_words_short: `UPDATE rooms SET floor = repeat('楼', 21)`,
  rooms_numbers_sane: 'UPDATE rooms SET min_minutes = 300',
  sessions_end: `UPDATE sessions SET expires_at = created_at + interval '91 days'`,
  sessions_revoked_reason_known: `UPDATE sessions SET revoked_at = now(), revoked_reason = 'mood'`,
  sessions_revoked_whole: 'UPDATE sessions SET revoked_at = now()',
}

/** Unique only to be pointed at or locked by; the primary key would refuse first. */
export const carriers = ['cases_id_state', 'facilities_id_community', 'rooms_id_version', 'tasks_whole']
