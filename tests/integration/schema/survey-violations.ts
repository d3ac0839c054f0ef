/** The same for surveys: a draft, one that is published with a participant and a sheet of paper, and one that is counted. */
const account = `'00000000-0000-4000-8000-00000000000a'`
const [drafted, published, closed] = ['1', '2', '3'].map(
  (n) => `'00000000-0000-4000-8000-0000000005${n.padStart(2, '0')}'`,
)

export const surveyRows = `
INSERT INTO surveys (id, division_code, title, questions, starts_on, ends_on, state, created_by, created_at, published_at,
  closed_at, counted_at) VALUES
  (${drafted}, '53', 'x', '[{}]', '2026-12-01', '2026-12-05', 'draft', ${account}, now(), NULL, NULL, NULL),
  (${published}, '53', 'x', '[{}]', '2026-12-01', '2026-12-05', 'published', ${account}, now(), now(), NULL, NULL),
  (${closed}, '53', 'x', '[{}]', '2026-11-01', '2026-11-05', 'closed', ${account}, now(), now(), now(), now());
INSERT INTO survey_forms VALUES (gen_random_uuid(), ${published}, '532301101001', 1, 20, ${account}, now());
INSERT INTO survey_reach VALUES (${published}, '532301101001', 1, 1);
INSERT INTO survey_participants VALUES (${published}, ${account});
INSERT INTO survey_answers VALUES (gen_random_uuid(), ${published}, '532301101001', '{0}', 1, ${account});
INSERT INTO survey_results VALUES (${closed}, '53', 5, 0, '[[5]]');`

const again = (table: string, fresh = ''): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object(${fresh}))).* FROM ${table} t LIMIT 1`

export const surveyViolations: Record<string, string> = {
  survey_answers_paper_corrected: 'UPDATE survey_answers SET corrections = -1',
  survey_answers_paper_whole: 'UPDATE survey_answers SET entered_by = NULL',
  survey_answers_sheet_once: again('survey_answers', `'id', gen_random_uuid()`),
  survey_forms_in_order: 'UPDATE survey_forms SET first_sheet = 0',
  survey_forms_no_overlap: again('survey_forms', `'id', gen_random_uuid()`),
  survey_participants_once: again('survey_participants'),
  survey_results_pkey: again('survey_results'),
  survey_reach_counts: 'UPDATE survey_reach SET by_phone = -1',
  survey_reach_pkey: again('survey_reach'),
  surveys_ended_early: `UPDATE surveys SET ended_on = '2026-12-02' WHERE id = ${published}`,
  surveys_closed_whole: `UPDATE surveys SET closed_at = now() WHERE id = ${published}`,
  surveys_counted_when_closed: `UPDATE surveys SET counted_at = now() WHERE id = ${published}`,
  surveys_days_in_order: `UPDATE surveys SET ends_on = '2026-10-31'`,
  surveys_published_whole: `UPDATE surveys SET published_at = now() WHERE id = ${drafted}`,
  surveys_questions_bounded: `UPDATE surveys SET questions = '[]'`,
  surveys_state_known: `UPDATE surveys SET state = 'lost' WHERE id = ${published}`,
}
