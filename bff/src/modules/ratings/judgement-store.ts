/** Doubtful words and what a person decided about them, once (`rating_text_judgements_once`). */
import { type TextJudgement, type TextPart, textPart } from '@linli/contracts/rating-texts'
import { anyService } from '@linli/contracts/ratings'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { countRow, rowOf } from '../../platform/rows'
import { involved } from '../follow-ups/service'

export interface Reach {
  /** Nobody judges what they wrote themselves, or had a hand in. */
  readerId: string
  division: string
  /** The communities whose own staff the reader is. */
  units: readonly string[]
}

const doubtfulRow = z.strictObject({
  id: z.string(),
  part: textPart,
  community: z.string(),
  service: anyService,
  text: z.string(),
  forAll: z.boolean(),
  since: z.date(),
})
export type DoubtfulRow = z.output<typeof doubtfulRow>

/** What a reader may judge. A rating that a review found wrong is shown nowhere, so there is nothing to decide. */
const doubtful = `ratings x JOIN cases r ON r.id = x.case_id
    CROSS JOIN LATERAL (VALUES ('text', x.text_state, x.text_shown, x.rated_at),
      ('supplement', x.supplement_state, x.supplement_shown, x.supplement_at)) AS w (part, state, words, since)
  WHERE (x.text_state = 'doubtful' OR x.supplement_state = 'doubtful') AND w.state = 'doubtful'
    AND x.overturned_at IS NULL AND x.community_code >= $2 AND x.community_code < $2 || ':'
    AND x.rater_id <> $1::uuid AND x.community_code <> ALL ($3::text[]) AND NOT ${involved}`

const reachOf = (r: Reach): unknown[] => [r.readerId, r.division, r.units]

/** @returns how many wait, counted no further than `most` */
export async function countDoubtful(db: Db, reach: Reach, most: number): Promise<number> {
  const [row] = await db.statement(
    countRow,
    'doubtful-count',
    `SELECT count(*)::int AS n FROM (SELECT FROM ${doubtful} LIMIT $4::int) AS waiting`,
    [...reachOf(reach), most],
  )
  return row?.n ?? 0
}

/**
 * The oldest first.
 * @param after the last one read; its time is looked up here, for it says too much to be sent about
 */
export const doubtfulTexts = (
  db: Db,
  reach: Reach,
  after: { id: string; part: string } | undefined,
  limit: number,
): Promise<DoubtfulRow[]> =>
  db.statement(
    doubtfulRow,
    'doubtful-texts',
    `SELECT x.id, w.part, x.community_code AS community, x.service, w.words AS text, x.text_for_all AS "forAll", w.since
     FROM ${doubtful} AND ($4::uuid IS NULL OR (w.since, x.id, w.part) > (
       SELECT CASE $5::text WHEN 'text' THEN o.rated_at ELSE o.supplement_at END, o.id, $5::text
       FROM ratings o WHERE o.id = $4::uuid))
     ORDER BY w.since, x.id, w.part LIMIT $6::int`,
    [...reachOf(reach), after?.id ?? null, after?.part ?? null, limit],
  )

const behindRow = z.strictObject({
  community: z.string(),
  raterId: z.string(),
  caseId: z.string(),
  handled: z.boolean(),
})

/** Whose words of which case they are, and whether the reader had a hand in it. */
export async function behindWords(
  db: Db,
  id: string,
  readerId: string,
): Promise<z.output<typeof behindRow> | undefined> {
  const [row] = await db.statement(
    behindRow,
    'behind-words',
    `SELECT x.community_code AS community, x.rater_id AS "raterId", x.case_id AS "caseId", ${involved} AS handled
     FROM ratings x JOIN cases r ON r.id = x.case_id WHERE x.id = $2::uuid`,
    [readerId, id],
  )
  return row
}

/** The words as a reader has them before them, while nobody has decided. */
export async function doubtfulWords(tx: Tx, id: string, part: TextPart): Promise<string | undefined> {
  const row = await rowOf(tx, z.strictObject({ words: z.string() }))`
    SELECT CASE ${part}::text WHEN 'text' THEN text_shown ELSE supplement_shown END AS words FROM ratings
    WHERE id = ${id}::uuid AND CASE ${part}::text WHEN 'text' THEN text_state ELSE supplement_state END = 'doubtful'`
  return row?.words
}

interface Decided extends Pick<TextJudgement, 'part' | 'verdict' | 'reason'> {
  /** What was decided about, and what may be read of it from now on. */
  words: string
  shown: string
  by: string
  at: Date
}

/**
 * Words change and are put on record in one statement; what their writer sealed stays as it is.
 * @returns false when they are not doubtful any more, or not these
 */
export async function putJudgement(
  tx: Tx,
  id: string,
  { part, verdict, reason, words, shown, by, at }: Decided,
): Promise<boolean> {
  const state = verdict === 'pass' ? 'passed' : 'refused'
  const judged = await tx.$executeRaw`
    WITH judged AS (
      UPDATE ratings SET
        text_state = CASE ${part}::text WHEN 'text' THEN ${state}::text ELSE text_state END,
        supplement_state = CASE ${part}::text WHEN 'supplement' THEN ${state}::text ELSE supplement_state END,
        text_shown = CASE ${part}::text WHEN 'text' THEN ${shown}::text ELSE text_shown END,
        supplement_shown = CASE ${part}::text WHEN 'supplement' THEN ${shown}::text ELSE supplement_shown END
      WHERE id = ${id}::uuid AND overturned_at IS NULL
        AND CASE ${part}::text WHEN 'text' THEN text_state ELSE supplement_state END = 'doubtful'
        AND CASE ${part}::text WHEN 'text' THEN text_shown ELSE supplement_shown END = ${words}
      RETURNING id)
    INSERT INTO rating_text_judgements (rating_id, part, verdict, reason, judged_by, judged_at)
    SELECT id, ${part}, ${verdict}, ${reason ?? null}, ${by}::uuid, ${at}::timestamptz FROM judged`
  return judged === 1
}
