/** The same for accounts that were joined and numbers that changed; surveys come along. */
import { surveyRows, surveyViolations } from './survey-violations'

const [a, b, c] = ['a', 'b', '9c'].map((n) => `'00000000-0000-4000-8000-0000000000${n.padStart(2, '0')}'`)
const change = `'00000000-0000-4000-8000-000000000901'`

export const accountTables = `${surveyRows}
INSERT INTO accounts (id, created_at) VALUES (${c}, now());
INSERT INTO account_joins VALUES (gen_random_uuid(), ${c}, ${a}, 'phone', '{}', now());
INSERT INTO number_changes (id, account_id, way, community_code, papers, proposed_by, proposer, proposed_at) VALUES
  (${change}, ${c}, 'counter', '532301101001', 'identity_card', ${a}, 'x', now());`

const decided = (by: string): string =>
  `UPDATE number_changes SET decided_by = ${by}, decider = 'x', decided_at = now(), approved = true WHERE id = ${change}`

export const accountViolations: Record<string, string> = {
  ...surveyViolations,
  account_joins_once: `INSERT INTO account_joins VALUES (gen_random_uuid(), ${c}, ${b}, 'phone', '{}', now())`,
  account_joins_proof_known: `INSERT INTO account_joins VALUES (gen_random_uuid(), ${b}, ${a}, 'word', '{}', now())`,
  account_joins_two: `INSERT INTO account_joins VALUES (gen_random_uuid(), ${b}, ${b}, 'phone', '{}', now())`,
  accounts_former_phone_whole: `UPDATE accounts SET former_phone_enc = 'v2.x' WHERE id = ${c}`,
  accounts_joined_into_another: `UPDATE accounts SET joined_into = id WHERE id = ${c}`,
  accounts_name_tries_bounded: `UPDATE accounts SET name_tries = 4 WHERE id = ${c}`,
  number_changes_counter_whole: `UPDATE number_changes SET papers = NULL WHERE id = ${change}`,
  number_changes_decided_whole: `UPDATE number_changes SET decided_at = now() WHERE id = ${change}`,
  number_changes_open_once: `INSERT INTO number_changes SELECT (jsonb_populate_record(t,
    jsonb_build_object('id', gen_random_uuid()))).* FROM number_changes t WHERE id = ${change}`,
  number_changes_papers_known: `UPDATE number_changes SET papers = 'library_card' WHERE id = ${change}`,
  number_changes_second_person: decided(a ?? ''),
  number_changes_way_known: `UPDATE number_changes SET way = 'letter', papers = NULL, community_code = NULL WHERE id = ${change}`,
}
