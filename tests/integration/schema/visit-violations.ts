/** The same for visits. */
const a = `'00000000-0000-4000-8000-00000000000a'`
const elder = `'00000000-0000-4000-8000-000000000f01'`
const visit = `'00000000-0000-4000-8000-000000000f02'`
const here = `'532301101001'`
const other = 'gen_random_uuid()'

export const visitTables = `
INSERT INTO visit_elders (id, community_code, household_id, kind, name_enc, since, listed_on, created_by, created_at)
  VALUES (${elder}, ${here}, ${elder}, 'alone', 'x', '2026-11-01', '2026-11-01', ${a}, now());
INSERT INTO visit_covers (id, community_code, visitor_id, cover_id, from_day, to_day, created_by, created_at)
  VALUES (${other}, ${here}, ${a}, ${a}, '2026-11-01', '2026-11-02', ${a}, now());
INSERT INTO visit_months (community_code, month, taken_at) VALUES (${here}, '2026-11', now());
INSERT INTO visit_roster (community_code, month, elder_id, joined_on) VALUES (${here}, '2026-11', ${elder}, '2026-11-01');
INSERT INTO visit_tellings (community_code, month, step, at) VALUES (${here}, '2026-11', 1, now());
INSERT INTO visits (id, elder_id, month, visitor_id, by_name, at, way, outcome, recorded_at, late)
  VALUES (${visit}, ${elder}, '2026-11', ${a}, 'x', now(), 'home', 'met', now(), false);
INSERT INTO visits (id, elder_id, month, visitor_id, by_name, at, way, outcome, recorded_at, late, corrects_id)
  VALUES ('00000000-0000-4000-8000-000000000f03', ${elder}, '2026-11', ${a}, 'x', now(), 'home', 'met', now(), false, ${visit});
INSERT INTO visit_notes (visit_id, note_enc) VALUES (${visit}, 'x');
INSERT INTO visit_family (id, elder_id, relation, phone_enc, phone_hash, asked_by, asked_at, account_id, agreed_at)
  VALUES (${other}, ${elder}, 'child', 'x', '\\x01', ${a}, now(), ${a}, now());`

const elders = (what: string): string => `UPDATE visit_elders SET ${what}`
const months = (what: string): string => `UPDATE visit_months SET ${what}`
const family = (what: string): string => `UPDATE visit_family SET ${what}`
const add = (what: { way?: string; outcome?: string; corrects?: string; id?: string }): string => `
  INSERT INTO visits (id, elder_id, month, visitor_id, by_name, at, way, outcome, recorded_at, late, corrects_id)
  VALUES (${what.id ?? other}, ${elder}, '2026-11', ${a}, 'x', now(), '${what.way ?? 'home'}', '${what.outcome ?? 'met'}',
    now(), false, ${what.corrects ?? 'NULL'})`
const own = `'00000000-0000-4000-8000-000000000f09'`

export const visitViolations: Record<string, string> = {
  visit_elders_kind_known: elders(`kind = 'rich'`),
  visit_elders_state_known: elders(`state = 'lost'`),
  visit_elders_refused_until: elders(`state = 'refused'`),
  visit_elders_named: elders(`name_enc = NULL`),
  visit_covers_days: `UPDATE visit_covers SET to_day = '2026-10-01'`,
  visit_covers_open_once: `INSERT INTO visit_covers SELECT ${other}, community_code, visitor_id, cover_id, from_day, to_day,
    created_by, created_at FROM visit_covers`,
  visit_months_month_shaped: `INSERT INTO visit_months (community_code, month, taken_at) VALUES (${here}, '2026-13', now())`,
  visit_months_frozen_whole: months(`frozen_at = now()`),
  visit_months_nobody_lost: months(
    `frozen_at = now(), listed = 2, seen = 1, hospital = 0, refused = 0, unseen = 0, gone = 0`,
  ),
  visit_roster_left_later: `UPDATE visit_roster SET left_on = '2026-10-31'`,
  visit_tellings_step_known: `INSERT INTO visit_tellings (community_code, month, step, at) VALUES (${here}, '2026-11', 4, now())`,
  visits_way_known: add({ way: 'letter', outcome: 'talked' }),
  visits_outcome_known: add({ outcome: 'asleep' }),
  visits_met_at_home: add({ way: 'phone' }),
  visits_mistake_corrects: add({ outcome: 'mistake' }),
  visits_corrects_other: add({ id: own, corrects: own }),
  visits_corrected_once: add({ corrects: visit }),
  visit_family_relation_known: family(`relation = 'friend'`),
  visit_family_agreed_whole: family(`agreed_at = NULL`),
  visit_family_ended_how: family(`ended_at = now(), phone_enc = NULL, phone_hash = NULL`),
  visit_family_ended_known: family(
    `ended_at = now(), ended_how = 'lost', phone_enc = NULL, phone_hash = NULL`,
  ),
  visit_family_number_goes: family(`ended_at = now(), ended_how = 'staff'`),
  visit_family_open_once: `INSERT INTO visit_family (id, elder_id, relation, phone_enc, phone_hash, asked_by, asked_at)
    SELECT ${other}, elder_id, relation, phone_enc, phone_hash, asked_by, asked_at FROM visit_family`,
}
