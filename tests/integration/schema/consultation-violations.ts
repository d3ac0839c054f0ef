/** The same for legal consultations. */
const [a, b] = ['a', 'b'].map((n) => `'00000000-0000-4000-8000-00000000000${n}'`)
const one = `'00000000-0000-4000-8000-000000000c01'`
const line = `'00000000-0000-4000-8000-000000000c02'`

export const consultationTables = `
INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
  VALUES (${one}, 'BJ-1', 'consultation', '532301101001', ${a}, ${a}, 'self', 'waiting', 'staff', now());
INSERT INTO consultations (case_id, urgent, unnamed, reach, office_code, parts)
  VALUES (${one}, false, false, 'here', '532301101001', '{question}');
INSERT INTO consultation_lines (id, case_id, n, at, side, author_id, kind)
  VALUES (${line}, ${one}, 1, now(), 'party', ${a}, 'question');
INSERT INTO consultation_line_files VALUES (${line}, '00000000-0000-4000-8000-000000000c03', 1);
INSERT INTO consultation_reads VALUES (${one}, 'party', 1);
INSERT INTO advisers VALUES (${b}, now());
INSERT INTO adviser_duties VALUES (${b}, 1, 540, 600);
INSERT INTO adviser_absences VALUES (gen_random_uuid(), ${b}, '2026-12-01', '2026-12-02');
INSERT INTO adviser_openings VALUES (gen_random_uuid(), ${b}, 'x', now());`

const set = (what: string): string => `UPDATE consultations SET ${what}`
const next = (columns: string, values: string): string =>
  `INSERT INTO consultation_lines (id, case_id, n, at, side, author_id, kind${columns})
   VALUES (gen_random_uuid(), ${one}, 2, now(), ${values})`

export const consultationViolations: Record<string, string> = {
  adviser_absences_in_order: `UPDATE adviser_absences SET to_day = '2026-11-30'`,
  adviser_duties_in_order: `UPDATE adviser_duties SET to_minute = 1441`,
  adviser_duties_weekday_known: `UPDATE adviser_duties SET weekday = 0`,
  consultation_line_files_in_order: `INSERT INTO consultation_line_files VALUES (${line}, gen_random_uuid(), 1)`,
  consultation_lines_badge: next('', `'adviser', ${b}, 'answer'`),
  consultation_lines_corrects: next(', corrects', `'party', ${a}, 'question', 1`),
  consultation_lines_corrects_line: next(', corrects, author_name', `'adviser', ${b}, 'correction', 9, 'x'`),
  consultation_lines_in_order: `INSERT INTO consultation_lines (id, case_id, n, at, side, author_id, kind)
    VALUES (gen_random_uuid(), ${one}, 1, now(), 'party', ${a}, 'question')`,
  consultation_lines_kind_known: next('', `'party', ${a}, 'shout'`),
  consultation_lines_side_known: next('', `'office', ${a}, 'question'`),
  consultation_reads_side_known: `UPDATE consultation_reads SET side = 'office'`,
  consultations_handler_whole: set(`handler_id = ${b}`),
  consultations_opened_by_handler: set('opened_at = now()'),
  consultations_opposite_whole: set(`opposite_hash = '\\x01'`),
  consultations_parts_known: set(`parts = '{diary}'`),
  consultations_reach_known: set(`reach = 'pigeon'`),
}
