/** Surveys: plans and states. The row, locked FOR SHARE by whoever answers, keeps a closing out until they are done. */
import { ladder } from '@linli/contracts/ladder'
import { type Question, question, surveyState } from '@linli/contracts/surveys'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowsOfText } from '../../platform/rows'
import type { Plan } from './rules'

const surveyRow = z.strictObject({
  id: z.string(),
  division: z.string(),
  title: z.string(),
  about: z.nullable(z.string()),
  questions: z.array(question),
  startsOn: z.string(),
  endsOn: z.string(),
  state: surveyState,
  countedAt: z.nullable(z.date()),
  endedEarly: z.boolean(),
  createdBy: z.string(),
  /** The morning of which its reach is told; null before the first. */
  reachOn: z.nullable(z.string()),
})
export type SurveyRow = z.output<typeof surveyRow>

/** With whether its reader has answered. */
const readRow = z.extend(surveyRow, { answered: z.boolean() })
export type ReadRow = z.output<typeof readRow>

const columns = `s.id, s.division_code AS division, s.title, s.about, s.questions, s.starts_on::text AS "startsOn",
  coalesce(s.ended_on, s.ends_on)::text AS "endsOn", s.ended_on IS NOT NULL AS "endedEarly", s.created_by AS "createdBy",
  nullif(s.reach_on, (s.published_at AT TIME ZONE 'Asia/Shanghai')::date)::text AS "reachOn",
  s.state, s.counted_at AS "countedAt"`
const answeredBy = (
  place: string,
): string => `${place}::uuid IS NOT NULL AND EXISTS (SELECT FROM survey_participants p
  WHERE p.survey_id = s.id AND p.account_id = ${place}::uuid) AS answered`

export async function findSurvey(db: Db, id: string, reader: string | null): Promise<ReadRow | undefined> {
  const [row] = await db.statement(
    readRow,
    'survey',
    `SELECT ${columns}, ${answeredBy('$2')} FROM surveys s WHERE s.id = $1::uuid`,
    [id, reader],
  )
  return row
}

/** @param lock SHARE lets others answer beside, and no step be taken; UPDATE is for a step */
export async function lockSurvey(
  tx: Tx,
  id: string,
  lock: 'SHARE' | 'UPDATE',
): Promise<SurveyRow | undefined> {
  const [row] = await rowsOfText(
    tx,
    surveyRow,
    `SELECT ${columns} FROM surveys s WHERE s.id = $1::uuid FOR ${lock}`,
    id,
  )
  return row
}

export interface ListFilter {
  division: string
  /** The reader works there: whatever was published in it or above it is theirs to see. */
  works: boolean
  /** The divisions for which the reader may plan: drafts are theirs to see. */
  plans: readonly string[]
  /** In Shanghai. */
  today: string
  /** Of what is over: since this day. */
  since: string
  reader: string | null
}

/** The newest first. What lies below a division is for who works there; everybody sees what reaches it. */
export const surveysFor = (
  db: Db,
  { division, works, plans, today, since, reader }: ListFilter,
  after: { at: Date; id: string } | undefined,
  limit: number,
): Promise<ReadRow[]> =>
  db.statement(
    readRow,
    'surveys-for',
    `SELECT ${columns}, ${answeredBy('$6')} FROM surveys s
     WHERE (s.division_code = ANY (ARRAY[${ladder.map((n) => `left($1, ${n})`).join(', ')}])
         OR ($2::boolean AND s.division_code > $1 AND s.division_code < $1 || ':'))
       AND CASE s.state
         WHEN 'draft' THEN EXISTS (SELECT FROM unnest($3::text[]) p WHERE s.division_code LIKE p || '%')
         WHEN 'published' THEN $2::boolean OR ($4::date BETWEEN s.starts_on AND coalesce(s.ended_on, s.ends_on))
         ELSE $2::boolean OR coalesce(s.ended_on, s.ends_on) >= $5::date END
       AND ($7::timestamptz IS NULL
         OR (s.starts_on, s.id) < (($7::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, $8::uuid))
     ORDER BY s.starts_on DESC, s.id DESC LIMIT $9::int`,
    [division, works, plans, today, since, reader, after?.at ?? null, after?.id ?? null, limit],
  )

/** Half of a character, as a broken client may send it, is no JSON for PostgreSQL: it becomes the sign for that. */
const json = (questions: readonly Question[]): string =>
  JSON.stringify(questions, (_, value: unknown) =>
    typeof value === 'string' ? Buffer.from(value).toString() : value,
  )

export interface NewSurvey extends Plan {
  id: string
  createdBy: string
  at: Date
}

export async function insertSurvey(tx: Tx, s: NewSurvey): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO surveys (id, division_code, title, about, questions, starts_on, ends_on, state, created_by, created_at)
    VALUES (${s.id}::uuid, ${s.division}, ${s.title}, ${s.about}, ${json(s.questions)}::jsonb, ${s.startsOn}::date,
      ${s.endsOn}::date, 'draft', ${s.createdBy}::uuid, ${s.at}::timestamptz)`
}

export async function updatePlan(tx: Tx, id: string, plan: Plan): Promise<void> {
  await tx.$executeRaw`
    UPDATE surveys SET division_code = ${plan.division}, title = ${plan.title}, about = ${plan.about},
      questions = ${json(plan.questions)}::jsonb, starts_on = ${plan.startsOn}::date, ends_on = ${plan.endsOn}::date
    WHERE id = ${id}::uuid`
}

/** Its first morning is the next one. @param today in Shanghai */
export async function markPublished(tx: Tx, id: string, at: Date, today: string): Promise<void> {
  await tx.$executeRaw`UPDATE surveys SET state = 'published', published_at = ${at}::timestamptz,
    reach_on = ${today}::date WHERE id = ${id}::uuid`
}

/** Its last day is this one. */
export async function markEnded(tx: Tx, id: string, today: string, by: string): Promise<void> {
  await tx.$executeRaw`UPDATE surveys SET ended_on = ${today}::date, ended_by = ${by}::uuid WHERE id = ${id}::uuid`
}

/** @returns false when it is no draft, or not there any more */
export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  return (await tx.$executeRaw`DELETE FROM surveys WHERE id = ${id}::uuid AND state = 'draft'`) === 1
}

/** The guard of counting: of two that close it, one does. It waits for whoever is answering. */
export async function markClosed(tx: Tx, id: string, at: Date): Promise<SurveyRow | undefined> {
  const [row] = await rowsOfText(
    tx,
    surveyRow,
    `UPDATE surveys s SET state = 'closed', closed_at = $2::timestamptz, counted_at = $2::timestamptz
     WHERE s.id = $1::uuid AND s.state = 'published' RETURNING ${columns}`,
    id,
    at,
  )
  return row
}

/** Published ones whose last day was this one or an earlier one, and those that were ended early before today. */
export const dueForClosing = (
  db: Db,
  lastDay: string,
  today: string,
  limit: number,
): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'surveys-due',
    `SELECT id FROM surveys WHERE state = 'published' AND (ends_on <= $1::date OR ended_on < $2::date)
     ORDER BY ends_on, id LIMIT $3::int`,
    [lastDay, today, limit],
  )
