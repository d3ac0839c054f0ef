/** The same for what stands beside a consultation: an hour taken in a room, a call, a visit and a referral that was sent. */
const id = (tail: string): string => `'00000000-0000-4000-8000-${tail.padStart(12, '0')}'`
const [account, other, matter, station] = [id('a'), id('b'), id('e5'), id('e6')]
const hour = `'2026-11-25 06:00Z', '2026-11-25 07:00Z'`

export const meetingRows = `
INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
  VALUES (${matter}, 'BJ-9', 'consultation', '532301101001', ${account}, ${account}, 'self', 'waiting', 'staff', now());
INSERT INTO consultations (case_id, urgent, unnamed, reach, office_code, parts)
  VALUES (${matter}, false, false, 'phone', '532301101001', '{question}');
INSERT INTO legal_stations VALUES (${station}, '532301101001', 'x', 'x');
INSERT INTO consultation_times (id, case_id, adviser_id, kind, station_id, starts_at, ends_at, offered_at)
  VALUES (${id('e7')}, ${matter}, ${other}, 'station', ${station}, ${hour}, now());
INSERT INTO consultation_meetings (id, case_id, adviser_id, kind, station_id, starts_at, ends_at, taken_at, event_id, sequence)
  VALUES (${id('e8')}, ${matter}, ${other}, 'station', ${station}, ${hour}, now(), ${id('e8')}, 0);
INSERT INTO consultation_attempts VALUES (${id('e9')}, ${matter}, 1, 1, now(), ${other}, 'x', 'no_answer');
INSERT INTO contact_visits (id, case_id, community_code, attempt_n, asked_at)
  VALUES (${id('ea')}, ${matter}, '532301101001', 3, now());
INSERT INTO consultation_referrals (id, case_id, kind, parts, office_code, state, proposed_by, proposed_at, due_at)
  VALUES (${id('eb')}, ${matter}, 'mediation', '{question}', '53', 'sent', ${other}, now(), now());`

const set = (table: string, what: string): string => `UPDATE ${table} SET ${what}`
const again = (table: string, changed = ''): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()${changed}))).* FROM ${table} t`
const both = ['consultation_times', 'consultation_meetings'].flatMap((table) => [
  [`${table}_kind_known`, set(table, `kind = 'letter', station_id = NULL`)],
  [`${table}_place`, set(table, `kind = 'phone'`)],
  [`${table}_in_order`, set(table, `ends_at = starts_at + interval '5 hours'`)],
])

export const meetingViolations: Record<string, string> = {
  ...Object.fromEntries(both),
  consultation_meetings_called_off: set('consultation_meetings', 'called_off_at = now()'),
  consultation_meetings_adviser_once: again('consultation_meetings', `, 'kind', 'phone', 'station_id', NULL`),
  consultation_meetings_station_once: again('consultation_meetings', `, 'adviser_id', ${account}`),
  consultation_attempts_in_order: again('consultation_attempts'),
  consultation_attempts_outcome_known: set('consultation_attempts', `outcome = 'x'`),
  contact_visits_open_once: again('contact_visits'),
  contact_visits_done_whole: set('contact_visits', 'done_at = now()'),
  contact_visits_one_end: set(
    'contact_visits',
    `done_at = now(), done_by = ${other}, done_name = 'x', ended_at = now()`,
  ),
  consultation_referrals_open_once: again('consultation_referrals'),
  consultation_referrals_kind_known: set('consultation_referrals', `kind = 'x'`),
  consultation_referrals_parts_known: set('consultation_referrals', `parts = '{}'`),
  consultation_referrals_state_known: set('consultation_referrals', `state = 'x', ended_at = now()`),
  consultation_referrals_ended: set('consultation_referrals', 'ended_at = now()'),
  consultation_referrals_due: set('consultation_referrals', 'due_at = NULL'),
  consultation_referrals_received: set('consultation_referrals', `state = 'acknowledged', ended_at = now()`),
}
