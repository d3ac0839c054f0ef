/**
 * The promise: of thousands who press at once exactly as many get a place as there are, the others a number by arrival,
 * and nobody twice. The guarded update of `programmes.taken` decides, not what was seen before; everything that follows
 * from it is in the same statement (docs/decisions/contention.md).
 */
import type { GroupRule } from '@linli/contracts/line'
import * as z from 'zod/mini'
import type { Db } from '../../../platform/db'
import type { Idempotency } from '../../../platform/idempotency'

export interface NewEnrolment {
  caseId: string
  childId: string
  /** By the published rules. */
  score: number
}

export interface NewSignUp {
  programmeId: string
  accountId: string
  groupId: string
  rule: GroupRule
  /** In the order in which they are to get places, where there are too few. */
  enrolments: readonly NewEnrolment[]
  /** When it reached the server: what is open, and who was first, is asked for this instant. */
  at: Date
}

const knownChild = z.strictObject({ childId: z.string(), caseId: z.string(), over: z.boolean() })

export interface SignUpOutcome {
  /** What the key made before: this is a repeated tap. */
  prior: { bodyHash: Uint8Array; resultId: string } | undefined
  done: boolean
  /** The sign-up was open at the instant. */
  open: boolean
  /** Children who are in the programme already, with their cases. */
  known: z.output<typeof knownChild>[]
}

/**
 * One statement, one transaction. Locks in this order: the children (who erases them or takes the consent back waits),
 * the programme. Its key is held until the end, so that closing and calling off come wholly before or wholly after.
 * First come takes what the rule allows of what is free; who gets none stands in line, siblings next to each other at the
 * arrival of the first. In a draw everybody gets the next number. Classes go round while nobody has left; after that the
 * emptiest is looked for, under the lock of the line (`filling.ts`).
 */
const signUpSql = `
WITH prior AS (
  SELECT body_hash, result_id FROM idempotency_keys WHERE account_id = $1::uuid AND key = $2
), wish AS (
  SELECT * FROM unnest($7::uuid[], $8::uuid[], $9::int[]) WITH ORDINALITY AS w (case_id, child_id, score, n)
), known AS (
  SELECT e.child_id, e.case_id, (e.state = 'held' AND w.held_until <= $4::timestamptz)
    OR (e.state = 'waiting' AND w.until <= $4::timestamptz) AS over
  FROM enrolments e LEFT JOIN line_entries w ON w.case_id = e.case_id
  WHERE e.programme_id = $3::uuid AND (e.child_id = ANY ($8::uuid[])
      OR e.identity IN (SELECT child_identity(c) FROM children c WHERE c.id = ANY ($8::uuid[])))
    AND e.state IN ('entered', 'waiting', 'held', 'confirmed')
), child AS MATERIALIZED (
  SELECT keep_children_active($8::uuid[], $4::timestamptz) AS id
  WHERE NOT EXISTS (SELECT FROM prior) AND NOT EXISTS (SELECT FROM known)
), programme AS (
  SELECT p.id, p.name, p.mode, p.community_code, p.refill_until, p.first_starts_at, p.last_ends_at FROM programmes p
  WHERE p.id = $3::uuid AND p.state = 'published' AND p.opens_at <= $4::timestamptz AND $4::timestamptz < p.closes_at
    AND (SELECT count(*) FROM child) = $10::int
  FOR KEY SHARE
), free AS (
  SELECT p.id, p.taken, p.entered FROM programmes p
  WHERE p.id = $3::uuid AND EXISTS (SELECT FROM programme)
    AND (p.mode = 'draw' OR p.taken + CASE $6 WHEN 'any' THEN 1 ELSE $10::int END <= p.capacity)
  FOR NO KEY UPDATE
), given AS (
  UPDATE programmes p SET
    taken = CASE p.mode WHEN 'draw' THEN f.taken ELSE least(p.capacity, f.taken + $10::int) END,
    entered = CASE p.mode WHEN 'draw' THEN f.entered + $10::int ELSE f.entered END
  FROM free f WHERE p.id = f.id
  RETURNING p.taken - f.taken AS places, f.taken AS was, f.entered AS before, p.classes, NOT EXISTS (SELECT FROM
    enrolments e WHERE e.programme_id = $3::uuid AND e.state IN ('cancelled', 'held', 'lapsed')) AS fresh
), first AS (
  SELECT w.*, p.name, p.community_code, p.first_starts_at, p.last_ends_at,
    CASE WHEN p.mode = 'draw' THEN 'entered' WHEN w.n <= coalesce(g.places, 0) THEN 'confirmed' ELSE 'waiting' END AS state,
    CASE WHEN p.mode = 'draw' THEN p.last_ends_at WHEN w.n > coalesce(g.places, 0) THEN p.refill_until END AS lapses_at
  FROM programme p CROSS JOIN wish w LEFT JOIN given g ON true ORDER BY w.n
), spine AS MATERIALIZED (
  SELECT open_case(case_id, case_number('TG', $4::timestamptz), 'enrolment', community_code, $1::uuid, $1::uuid, 'self',
    child_id, state, 'nobody', NULL, name, first_starts_at, last_ends_at, lapses_at, $4::timestamptz) AS id, state
  FROM first
), enrolment AS (
  INSERT INTO enrolments (case_id, state, programme_id, child_id, group_id, group_rule, score, draw_number,
    class_no)
  SELECT s.id, s.state, $3::uuid, w.child_id, $5::uuid, $6, w.score, CASE s.state WHEN 'entered' THEN g.before + w.n END,
    CASE WHEN s.state = 'confirmed' AND g.fresh THEN (g.was + w.n - 1) % g.classes + 1 END
  FROM spine s JOIN wish w ON w.case_id = s.id LEFT JOIN given g ON true ORDER BY w.child_id
), entry AS MATERIALIZED (
  SELECT join_line(l.id, jsonb_agg(jsonb_build_object('n', w.n, 'caseId', w.case_id, 'partyId', w.child_id, 'groupId',
    $5::uuid, 'groupRule', $6, 'score', $11::int, 'until', p.refill_until)), $4::timestamptz)
  FROM spine s JOIN wish w ON w.case_id = s.id CROSS JOIN programme p JOIN lines l ON l.programme_id = p.id
  WHERE s.state = 'waiting' GROUP BY l.id
), claimed AS MATERIALIZED (
  SELECT claim_key($1::uuid, $2, $12, $13, $5::uuid, $4::timestamptz) FROM programme
), event AS MATERIALIZED (
  SELECT add_event(id, $4::timestamptz, 'request', NULL, state, 'party', $1::uuid, NULL, NULL) FROM spine
), notice AS MATERIALIZED (
  SELECT notify(s.id || '/confirm/' || g.account_id, g.account_id, s.id, 'enrolment_confirmed', $4::timestamptz,
    $4::timestamptz)
  FROM spine s JOIN wish w ON w.case_id = s.id JOIN deciding_guardians g ON g.child_id = w.child_id
  WHERE s.state = 'confirmed'
  -- The other guardian hears of it as of everything (children/policy.ts, isTold), and is led to what they may read.
  UNION ALL SELECT notify(s.id || '/enrolled/' || g.account_id, g.account_id,
    CASE WHEN d.account_id IS NOT NULL THEN s.id END, 'guardian_enrolled', $4::timestamptz, $4::timestamptz, w.child_id)
  FROM spine s JOIN wish w ON w.case_id = s.id
    JOIN guardians g ON g.child_id = w.child_id AND g.ended_at IS NULL AND g.account_id <> $1::uuid
    LEFT JOIN deciding_guardians d ON d.child_id = g.child_id AND d.account_id = g.account_id
  WHERE (s.state <> 'confirmed' AND d.account_id IS NOT NULL) OR (d.account_id IS NULL AND g.known_at IS NOT NULL)
)
SELECT (SELECT body_hash FROM prior) AS body_hash, (SELECT result_id FROM prior) AS result_id,
  EXISTS (SELECT FROM spine) AS done, (SELECT count(*) FROM claimed) + (SELECT count(*) FROM event)
    + (SELECT count(*) FROM notice) + (SELECT count(*) FROM entry) AS told,
  EXISTS (SELECT FROM programmes p WHERE p.id = $3::uuid AND p.state = 'published' AND p.opens_at <= $4::timestamptz
    AND $4::timestamptz < p.closes_at) AS open,
  coalesce((SELECT jsonb_agg(jsonb_build_object('childId', child_id, 'caseId', case_id,
    'over', coalesce(over, false))) FROM known), '[]') AS known`

const signUpRow = z.strictObject({
  body_hash: z.nullable(z.instanceof(Uint8Array)),
  result_id: z.nullable(z.string()),
  done: z.boolean(),
  /** Only so that all of the statement is done. */
  told: z.string(),
  open: z.boolean(),
  known: z.array(knownChild),
})

/** @returns undefined when somebody was faster with the same child or the same key: look again */
export async function insertSignUp(
  db: Db,
  s: NewSignUp,
  idempotency: Idempotency,
): Promise<SignUpOutcome | undefined> {
  const column = (of: keyof NewEnrolment) => s.enrolments.map((e) => e[of])
  // Siblings count by the highest of their points, as in a draw.
  const groupScore = Math.max(...s.enrolments.map((e) => e.score))
  const rows = await db
    .statement(signUpRow, 'sign-up', signUpSql, [
      s.accountId,
      idempotency.key,
      s.programmeId,
      s.at,
      s.groupId,
      s.rule,
      column('caseId'),
      column('childId'),
      column('score'),
      s.enrolments.length,
      groupScore,
      idempotency.endpoint,
      idempotency.bodyHash,
    ])
    .catch((error: unknown) => lostRace(error))
  const [row] = rows ?? []
  if (!row) return undefined
  const { body_hash: bodyHash, result_id: resultId, ...rest } = row
  return { ...rest, prior: bodyHash && resultId ? { bodyHash, resultId } : undefined }
}

const lost: unknown[] = [
  'enrolments_child_once',
  'enrolments_identity_once',
  'line_entries_party_once',
  'idempotency_keys_pkey',
]

/** What only a race can raise: the other guardian, or the same key, was in the same moment. */
function lostRace(error: unknown): undefined {
  const { constraint } = error as { constraint?: unknown }
  if (lost.includes(constraint)) return undefined
  throw error
}
