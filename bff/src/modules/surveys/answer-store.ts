/**
 * Answers, and who has answered: two tables that nothing joins. An answer has a random id, no account and no time. Its
 * place in the file and the number of its transaction, which PostgreSQL keeps unseen beside every row, are the only
 * trace of who was written with it; `mixAnswers` takes them away once the survey is counted.
 */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { countRow, idRow, rowsOf } from '../../platform/rows'
import type { Tally } from './blocks'

const writtenRow = z.strictObject({ written: z.literal(1) })

/** `survey_participants_once` decides: of any number at once, one is written. @returns whether it is this one */
export async function insertParticipant(tx: Tx, surveyId: string, accountId: string): Promise<boolean> {
  const written = await rowsOf(tx, writtenRow)`
    INSERT INTO survey_participants (survey_id, account_id) VALUES (${surveyId}::uuid, ${accountId}::uuid)
    ON CONFLICT DO NOTHING RETURNING 1 AS written`
  return written.length > 0
}

export interface NewAnswer {
  surveyId: string
  community: string
  answers: readonly number[]
  /** Of paper: the number printed on it, and who entered it. */
  paper: { sheet: number; enteredBy: string } | null
}

/** The id is the database's own random one. @returns false when this sheet was entered before (`survey_answers_sheet_once`) */
export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<boolean> {
  const written = await rowsOf(tx, writtenRow)`
    INSERT INTO survey_answers (id, survey_id, community_code, answers, sheet, entered_by)
    VALUES (gen_random_uuid(), ${answer.surveyId}::uuid, ${answer.community}, ${[...answer.answers]}::int[],
      ${answer.paper?.sheet ?? null}::int, ${answer.paper?.enteredBy ?? null}::uuid)
    ON CONFLICT DO NOTHING RETURNING 1 AS written`
  return written.length > 0
}

/** In place of what was keyed in of a sheet. @returns false when nothing was */
export async function correctSheet(
  tx: Tx,
  { surveyId, community, answers, paper }: NewAnswer & { paper: object },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE survey_answers SET answers = ${[...answers]}::int[], entered_by = ${paper.enteredBy}::uuid,
      corrections = corrections + 1
    WHERE survey_id = ${surveyId}::uuid AND community_code = ${community} AND sheet = ${paper.sheet}::int`
  return changed === 1
}

/** Sheets entered so far in a community. */
export async function countSheets(db: Db, surveyId: string, community: string): Promise<number> {
  const [row] = await db.statement(
    countRow,
    'survey-sheets',
    'SELECT count(sheet)::int AS n FROM survey_answers WHERE survey_id = $1::uuid AND community_code = $2',
    [surveyId, community],
  )
  return row?.n ?? 0
}

/**
 * Writes some answers of a survey anew, in the order of their random ids and in one transaction.
 * @param after the last of those before @returns the last of these, or undefined when there are no more
 */
export async function mixAnswers(
  db: Db,
  surveyId: string,
  after: string,
  many: number,
): Promise<string | undefined> {
  const [row] = await db.statement(
    idRow,
    'mix-survey-answers',
    `WITH batch AS (SELECT id FROM survey_answers WHERE survey_id = $1::uuid AND id > $2::uuid ORDER BY id LIMIT $3::int),
       taken AS (DELETE FROM survey_answers a USING batch WHERE a.id = batch.id RETURNING a.*),
       written AS (INSERT INTO survey_answers SELECT * FROM taken ORDER BY id)
     SELECT id FROM batch ORDER BY id DESC LIMIT 1`,
    [surveyId, after, many],
  )
  return row?.id
}

const countedRow = z.strictObject({
  community: z.string(),
  isPaper: z.boolean(),
  question: z.int(),
  option: z.int(),
  n: z.int(),
})

/** By community. */
type Tallies = Map<string, Tally>

/** What was answered in each community, in either way. @param zero the tally of nobody, in the survey's shape */
export async function tally(
  tx: Tx,
  surveyId: string,
  zero: Tally,
): Promise<{ phone: Tallies; paper: Tallies }> {
  const rows = await rowsOf(tx, countedRow)`
    SELECT community_code AS community, sheet IS NOT NULL AS "isPaper", (q.place - 1)::int AS question, q.option,
      count(*)::int AS n
    FROM survey_answers, unnest(answers) WITH ORDINALITY AS q (option, place)
    WHERE survey_id = ${surveyId}::uuid GROUP BY 1, 2, 3, 4`
  const [phone, paper]: [Tallies, Tallies] = [new Map(), new Map()]
  for (const { community, isPaper, question, option, n } of rows) {
    const tallies = isPaper ? paper : phone
    const sum = tallies.get(community) ?? structuredClone(zero)
    tallies.set(community, sum)
    const options = sum.counts[question]
    if (options) options[option] = n
    // Every answer answers the first question.
    if (question === 0) sum.answered += n
  }
  return { phone, paper }
}
