/** The same for ratings: the first case has its right, a slip and a rating; the second only the right. */
const id = (tail: string): string => `'00000000-0000-4000-8000-${tail.padStart(12, '0')}'`
const [account, stranger, rated, unrated, rating] = [id('a'), id('b'), id('c'), id('d'), id('d1')]

const right = (
  caseId: string,
): string => `INSERT INTO rating_rights (case_id, service, community_code, finished_at,
    invite_at, rate_until)
  VALUES (${caseId}, 'booking', '532301101001', '2026-11-20', '2026-11-23', '2026-12-20');`

/** A rating of the second case, all well but for what is changed. */
const another = (change: Record<string, string> = {}): string => {
  const values: Record<string, string> = {
    id: 'gen_random_uuid()',
    case_id: unrated,
    service: `'booking'`,
    community_code: `'532301101001'`,
    rater_id: stranger,
    session_id: 'gen_random_uuid()',
    grade: `'fair'`,
    reasons_version: `'2026-11'`,
    reasons: `'{}'`,
    unprompted: 'true',
    named: 'false',
    rated_at: `'2026-11-24'`,
    text_state: `'none'`,
    text_for_all: 'false',
    ...change,
  }
  return `INSERT INTO ratings (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})`
}
/** A rating of the second case, which anybody but its subject would give. */
export const anotherRating = another

export const ratingRows = `${right(rated)}${right(unrated)}
${another({ id: rating, case_id: rated, rater_id: account })};
INSERT INTO rating_slips (id, case_id, token_hash, token_enc, printed_by, printed_at, expires_at)
  VALUES (gen_random_uuid(), ${rated}, '\\x01', 'v1.x', ${stranger}, now(), now());
INSERT INTO rating_text_judgements VALUES (${rating}, 'text', 'pass', NULL, ${stranger}, now());
INSERT INTO rating_closings VALUES ('2026-10-01', now());
INSERT INTO rating_months VALUES ('532301101001', 'booking', '2026-10-01', 5, 5, 5, 0, 0, 0, 0, 0, 0, '2026-10-01');
INSERT INTO rating_published VALUES ('532301101001', 'booking', '2026-10-01', 5, 0, 0, 5, 0, 0, 0, 0, 0);`

const change = (what: string): string => `UPDATE ratings SET ${what}`
const changeRight = (what: string): string => `UPDATE rating_rights SET ${what}`
const judgement = (part: string, verdict: string, reason: string): string =>
  `INSERT INTO rating_text_judgements VALUES (${rating}, ${part}, ${verdict}, ${reason}, ${stranger}, now())`

export const ratingViolations: Record<string, string> = {
  rating_rights_service_named: changeRight(`service = 'No service'`),
  rating_rights_in_order: changeRight(`finished_at = rate_until`),
  rating_rights_rated_in_time: changeRight(`rated_at = '2026-11-19'`),
  rating_slips_token_once: `INSERT INTO rating_slips (id, case_id, token_hash, token_enc, printed_by, printed_at, expires_at)
    SELECT gen_random_uuid(), case_id, token_hash, 'v1.y', printed_by, now(), now() FROM rating_slips`,
  ratings_case_once: another({ case_id: rated, rater_id: account }),
  ratings_grade_known: another({ grade: `'good'` }),
  ratings_one_door: another({ session_id: 'NULL' }),
  ratings_text_state_known: another({ text_state: `'x'` }),
  ratings_text_whole: change(`text_enc = 'v1.x', text_state = 'passed'`),
  ratings_supplement_whole: change(`supplement_enc = 'v1.x'`),
  ratings_reply_whole: change(`reply = 'x'`),
  rating_text_judgements_once: judgement(`'text'`, `'refuse'`, `'insult'`),
  rating_text_judgements_part_known: judgement(`'x'`, `'pass'`, 'NULL'),
  rating_text_judgements_verdict_known: judgement(`'supplement'`, `'x'`, 'NULL'),
  rating_text_judgements_reason_known: judgement(`'supplement'`, `'refuse'`, `'x'`),
  rating_text_judgements_reason_whole: judgement(`'supplement'`, `'refuse'`, 'NULL'),
  rating_closings_first_day: `INSERT INTO rating_closings VALUES ('2026-11-02', now())`,
  rating_published_service_named: `INSERT INTO rating_published
    VALUES ('532301101001', 'X 1', '2026-10-01', 5, 0, 0, 5, 0, 0, 0, 0, 0)`,
  rating_published_grows: `INSERT INTO rating_published
    VALUES ('532301101001', 'all', '2026-10-01', 5, 0, 0, -5, 0, 0, 0, 0, 0)`,
  rating_published_in_fives: `INSERT INTO rating_published
    VALUES ('532301101001', 'all', '2026-10-01', 10, 0, 0, 4, 0, 0, 0, 0, 0)`,
}
