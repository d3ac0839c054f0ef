/** Texts as others may see them: checked, masked, without their case. */
import { type AnyService, anyService, type TextState, textState } from '@linli/contracts/ratings'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowOf } from '../../platform/rows'

const textRow = z.strictObject({
  id: z.string(),
  service: anyService,
  community: z.string(),
  text: z.string(),
  supplement: z.nullable(z.string()),
  forAll: z.boolean(),
  reply: z.nullable(z.string()),
  replyName: z.nullable(z.string()),
  repliedAt: z.nullable(z.date()),
})
export type TextRow = z.output<typeof textRow>

/** Every statement takes first when today began: words stay away until the day after, for their minute would say whose. */
const columns = `x.id, x.service, x.community_code AS community, x.text_shown AS text,
  CASE WHEN x.supplement_state = 'passed' AND x.supplement_at < $1::timestamptz THEN x.supplement_shown END AS supplement,
  x.text_for_all AS "forAll", x.reply, x.reply_name AS "replyName", x.replied_at AS "repliedAt"`

/** A rating that a review found wrong is not shown. */
const shown = `x.text_state = 'passed' AND x.overturned_at IS NULL AND x.rated_at < $1::timestamptz`

/** In the order of their ids, which is that of chance: the newest text does not betray the newest visitor. */
export const publicTexts = (
  db: Db,
  today: Date,
  community: string,
  service: AnyService | undefined,
  after: string | undefined,
  limit: number,
): Promise<TextRow[]> =>
  db.statement(
    textRow,
    'public-texts',
    `SELECT ${columns} FROM ratings x WHERE x.community_code = $2 AND ${shown} AND x.text_for_all
       AND ($3::text IS NULL OR x.service = $3) AND ($4::uuid IS NULL OR x.id > $4)
     ORDER BY x.id LIMIT $5::int`,
    [today, community, service ?? null, after ?? null, limit],
  )

export const textsToAnswer = (
  db: Db,
  today: Date,
  division: string,
  answered: boolean,
  after: string | undefined,
  limit: number,
): Promise<TextRow[]> =>
  db.statement(
    textRow,
    'texts-to-answer',
    `SELECT ${columns} FROM ratings x WHERE x.community_code >= $2 AND x.community_code < $2 || ':' AND ${shown}
       AND (x.reply IS NOT NULL) = $3::boolean AND ($4::uuid IS NULL OR x.id > $4)
     ORDER BY x.id LIMIT $5::int`,
    [today, division, answered, after ?? null, limit],
  )

export async function findText(db: Db, today: Date, id: string): Promise<TextRow | undefined> {
  const [row] = await db.statement(
    textRow,
    'text',
    `SELECT ${columns} FROM ratings x WHERE x.id = $2::uuid AND ${shown}`,
    [today, id],
  )
  return row
}

/** Whose text of which case it is. */
export async function behindText(db: Db, id: string): Promise<{ caseId: string; raterId: string } | null> {
  return db.client.rating.findUnique({ where: { id }, select: { caseId: true, raterId: true } })
}

const answeredRow = z.strictObject({ raterId: z.string(), caseId: z.string() })

/** @returns whose rating it answers and of which case, or undefined when it is answered or gone */
export async function insertReply(
  tx: Tx,
  today: Date,
  id: string,
  reply: { text: string; by: string; name: string; at: Date },
): Promise<z.output<typeof answeredRow> | undefined> {
  return rowOf(tx, answeredRow)`
    UPDATE ratings SET reply = ${reply.text}, reply_by = ${reply.by}::uuid, reply_name = ${reply.name},
      replied_at = ${reply.at}::timestamptz
    WHERE id = ${id}::uuid AND reply IS NULL AND text_state = 'passed' AND overturned_at IS NULL
      AND rated_at < ${today}::timestamptz
    RETURNING rater_id AS "raterId", case_id AS "caseId"`
}

const uncheckedRow = z.strictObject({
  id: z.string(),
  text: z.nullable(z.string()),
  supplement: z.nullable(z.string()),
  textState,
  supplementState: textState,
  identityId: z.nullable(z.string()),
  openidEnc: z.nullable(z.string()),
})
export type Unchecked = z.output<typeof uncheckedRow>

export async function uncheckedText(db: Db, id: string): Promise<Unchecked | undefined> {
  const [row] = await db.statement(
    uncheckedRow,
    'unchecked-text',
    `SELECT x.id, x.text_shown AS text, x.supplement_shown AS supplement, x.text_state AS "textState",
       x.supplement_state AS "supplementState",
       l.id AS "identityId", l.subject_enc AS "openidEnc"
     FROM ratings x LEFT JOIN LATERAL (SELECT id, subject_enc FROM login_identities
       WHERE account_id = x.rater_id AND provider = 'wechat' LIMIT 1) l ON true
     WHERE x.id = $1::uuid AND (x.text_state = 'unchecked' OR x.supplement_state = 'unchecked')`,
    [id],
  )
  return row
}

/** Each result holds only for what was checked: words that were taken back meanwhile stay gone. */
export async function putChecked(
  db: Db,
  id: string,
  { text, supplement }: { text: TextState | undefined; supplement: TextState | undefined },
): Promise<void> {
  if (text)
    await db.client.rating.updateMany({ where: { id, textState: 'unchecked' }, data: { textState: text } })
  if (supplement)
    await db.client.rating.updateMany({
      where: { id, supplementState: 'unchecked' },
      data: { supplementState: supplement },
    })
}

/** A checker could not be reached: after so many times a person's judgement is all that is left. */
export async function countVainCheck(db: Db, id: string, most: number): Promise<void> {
  await db.client.$executeRaw`
    UPDATE ratings SET checks = checks + 1,
      text_state = CASE WHEN text_state = 'unchecked' AND checks + 1 >= ${most}::int THEN 'doubtful' ELSE text_state END,
      supplement_state = CASE WHEN supplement_state = 'unchecked' AND checks + 1 >= ${most}::int THEN 'doubtful'
        ELSE supplement_state END
    WHERE id = ${id}::uuid`
}

/** Texts whose job was lost with its worker, those asked for least often first. */
export const overdueTexts = (db: Db, before: Date): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'overdue-texts',
    `SELECT id FROM ratings WHERE (text_state = 'unchecked' OR supplement_state = 'unchecked')
       AND greatest(rated_at, supplement_at) < $1::timestamptz ORDER BY checks, rated_at LIMIT 200`,
    [before],
  )
