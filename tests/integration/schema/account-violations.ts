/** The same for accounts that were joined and numbers that changed; surveys come along. */
import { surveyRows, surveyViolations } from './survey-violations'

const [a, b, c] = ['a', 'b', '9c'].map((n) => `'00000000-0000-4000-8000-0000000000${n.padStart(2, '0')}'`)
const change = `'00000000-0000-4000-8000-000000000901'`

export const accountTables = `${surveyRows}
INSERT INTO accounts (id, created_at) VALUES (${c}, now());
INSERT INTO account_joins VALUES (gen_random_uuid(), ${c}, ${a}, 'phone', '{}', now());
INSERT INTO number_changes (id, account_id, way, community_code, papers, proposed_by, proposer, proposed_at, old_phone_enc,
    new_phone_enc) VALUES
  (${change}, ${c}, 'counter', '532301101001', 'identity_card', ${a}, 'x', now(), 'v2.k1.x', 'v2.k1.x');
INSERT INTO agreements VALUES (${c}, 'terms', 1, now());
INSERT INTO feedback (id, account_id, community_code, about, text_enc, shown, phone_enc, written_at) VALUES
  (gen_random_uuid(), ${c}, '532301101001', 'app', 'v2.x', 'x', 'v2.x', now());`

const decided = (by: string): string =>
  `UPDATE number_changes SET decided_by = ${by}, decider = 'x', decided_at = now(), approved = true WHERE id = ${change}`

/** Another proposal like it: one that stands never changes. */
const again = (fresh?: string): string => `INSERT INTO number_changes SELECT (jsonb_populate_record(t,
  jsonb_build_object('id', gen_random_uuid()${fresh ? `, ${fresh}` : ''}))).* FROM number_changes t WHERE id = ${change}`

export const accountViolations: Record<string, string> = {
  ...surveyViolations,
  agreements_kind_known: `INSERT INTO agreements VALUES (${c}, 'help', 1, now())`,
  agreements_once: `INSERT INTO agreements VALUES (${c}, 'terms', 1, now())`,
  agreements_text_published: `INSERT INTO agreements VALUES (${c}, 'terms', 999, now())`,
  deployment_texts_kind_known: `INSERT INTO deployment_texts VALUES ('diary', 1, 'x', now(), 'x')`,
  deployment_texts_not_empty: `INSERT INTO deployment_texts VALUES ('help', 9, 'x', now(), ' ')`,
  deployment_texts_once: `INSERT INTO deployment_texts VALUES ('terms', 1, 'x', now(), 'x')`,
  deployment_texts_version_counts: `INSERT INTO deployment_texts VALUES ('terms', 0, 'x', now(), 'x')`,
  account_joins_once: `INSERT INTO account_joins VALUES (gen_random_uuid(), ${c}, ${b}, 'phone', '{}', now())`,
  account_joins_proof_known: `INSERT INTO account_joins VALUES (gen_random_uuid(), ${b}, ${a}, 'word', '{}', now())`,
  account_joins_two: `INSERT INTO account_joins VALUES (gen_random_uuid(), ${b}, ${b}, 'phone', '{}', now())`,
  accounts_erased_asked: `UPDATE accounts SET erased_at = now() WHERE id = ${b}`,
  accounts_erased_empty: `UPDATE accounts SET leaves_at = now(), erased_at = now(), community_code = '532301101001' WHERE id = ${b}`,
  accounts_joined_or_leaving: `UPDATE accounts SET joined_into = ${a}, leaves_at = now() WHERE id = ${b}`,
  accounts_former_phone_whole: `UPDATE accounts SET former_phone_enc = 'v2.x' WHERE id = ${c}`,
  accounts_joined_into_another: `UPDATE accounts SET joined_into = id WHERE id = ${c}`,
  accounts_name_tries_bounded: `UPDATE accounts SET name_tries = 4 WHERE id = ${c}`,
  feedback_about_known: `UPDATE feedback SET about = 'weather'`,
  feedback_answer_whole: `UPDATE feedback SET answer = 'x'`,
  feedback_phone_goes: `UPDATE feedback SET answer = 'x', answerer = 'x', answered_by = ${a}, answered_at = now()`,
  number_changes_counter_whole: again(`'papers', NULL`),
  number_changes_decided_whole: `UPDATE number_changes SET decided_at = now() WHERE id = ${change}`,
  number_changes_open_once: again(),
  number_changes_papers_known: again(`'papers', 'library_card'`),
  number_changes_second_person: decided(a ?? ''),
  number_changes_way_known: again(`'way', 'letter', 'papers', NULL, 'community_code', NULL`),
}
