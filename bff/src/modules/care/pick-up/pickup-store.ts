/** Who may pick a child up, by keyed hashes. */
import type { Tx } from '../../../platform/db'
import { rowOf, rowsOf } from '../../../platform/rows'
import { codeRow, type CodeRow, guardianRow, type GuardianRow, listedRow, type ListedRow } from './row'

/**
 * Of the child's own record; and whom a guardian whom staff know has barred on another record that may be of the same
 * child: until staff have looked at papers, two records of one name and birthday are one child at the door.
 */
export const peopleOf = (tx: Tx, childId: string): Promise<ListedRow[]> =>
  rowsOf(tx, listedRow)`
    SELECT p.id, p.kind, p.name_enc AS "nameEnc", encode(p.name_hash, 'hex') AS "nameHash",
      encode(p.phone_hash, 'hex') AS "phoneHash", p.relation, p.valid_from::text AS "validFrom",
      p.valid_to::text AS "validTo"
    FROM pickup_people p WHERE p.ended_at IS NULL AND (p.child_id = ${childId}::uuid OR p.kind = 'barred' AND p.child_id IN (
      SELECT o.id FROM children c JOIN children o ON o.identity_hash = c.identity_hash AND o.identity_no = c.identity_no
      JOIN guardians g ON g.child_id = o.id AND g.known_at IS NOT NULL AND g.ended_at IS NULL
      WHERE c.id = ${childId}::uuid AND o.id <> c.id AND o.erased_at IS NULL
        AND p.created_by = ANY (account_ids(g.account_id))))`

/** A guardian of this child, also one whose link was ended. */
export const guardianOf = (tx: Tx, childId: string, id: string): Promise<GuardianRow | undefined> =>
  rowOf(tx, guardianRow)`
    SELECT g.id, g.relation, g.account_id AS "accountId", a.name_enc AS "nameEnc", encode(a.phone_hash, 'hex') AS "phoneHash",
      known_as(g.account_id) AS known, g.known_at IS NOT NULL AS verified, g.ended_at IS NOT NULL AS ended
    FROM guardians g JOIN accounts a ON a.id = g.account_id
    WHERE g.id = ${id}::uuid AND g.child_id = ${childId}::uuid`

/** The codes of a month before and after a day. */
export const codesOf = (tx: Tx, childId: string, day: string): Promise<CodeRow[]> =>
  rowsOf(tx, codeRow)`
    SELECT id, day::text AS day, encode(code_hash, 'hex') AS "codeHash", name_enc AS "nameEnc", relation, attempts,
      used_at IS NOT NULL AS used, replaced_at IS NOT NULL AS replaced
    FROM pickup_codes WHERE child_id = ${childId}::uuid AND day BETWEEN ${day}::date - 31 AND ${day}::date + 31
    ORDER BY day DESC`
