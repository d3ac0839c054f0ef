/** What people say of the app and the service; answered once, by a guarded update. */
import { feedbackAbout } from '@linli/contracts/feedback'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'

const feedbackRow = z.strictObject({
  id: z.string(),
  accountId: z.string(),
  communityCode: z.string(),
  about: feedbackAbout,
  textEnc: z.string(),
  shown: z.string(),
  phoneEnc: z.nullable(z.string()),
  writtenAt: z.date(),
  answer: z.nullable(z.string()),
  answerer: z.nullable(z.string()),
  answeredAt: z.nullable(z.date()),
})
export type FeedbackRow = z.output<typeof feedbackRow>

const columns = `f.id, f.account_id AS "accountId", f.community_code AS "communityCode", f.about, f.text_enc AS "textEnc",
  f.shown, f.phone_enc AS "phoneEnc", f.written_at AS "writtenAt", f.answer, f.answerer, f.answered_at AS "answeredAt"`

/** Whoever writes twice in one moment does so one after the other. */
export async function holdWriter(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM accounts WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`
}

/** What an account wrote last, the newest first. */
export const lastOf = (tx: Tx, accountId: string) =>
  tx.feedback.findMany({
    where: { accountId },
    orderBy: [{ writtenAt: 'desc' }, { id: 'asc' }],
    take: 50,
  })

export async function insertFeedback(
  tx: Tx,
  row: Pick<
    FeedbackRow,
    'id' | 'accountId' | 'communityCode' | 'about' | 'textEnc' | 'shown' | 'phoneEnc' | 'writtenAt'
  >,
): Promise<void> {
  await tx.feedback.create({ data: row })
}

export async function findFeedback(db: Db, id: string): Promise<FeedbackRow | undefined> {
  const [row] = await db.statement(
    feedbackRow,
    'feedback',
    `SELECT ${columns} FROM feedback f WHERE f.id = $1::uuid`,
    [id],
  )
  return row
}

export interface Place {
  at: Date
  id: string
}

export const ownFeedback = (
  db: Db,
  accountId: string,
  after: Place | undefined,
  limit: number,
): Promise<FeedbackRow[]> =>
  db.statement(
    feedbackRow,
    'own-feedback',
    `SELECT ${columns} FROM feedback f WHERE f.account_id = $1::uuid
       AND ($2::timestamptz IS NULL OR (f.written_at, f.id) < ($2, $3::uuid))
     ORDER BY f.written_at DESC, f.id DESC LIMIT $4::int`,
    [accountId, after?.at ?? null, after?.id ?? null, limit],
  )

/** What waits, the oldest first; what was answered, the newest first. */
export const feedbackIn = (
  db: Db,
  { division, answered }: { division: string; answered: boolean },
  after: Place | undefined,
  limit: number,
): Promise<FeedbackRow[]> => {
  const [compare, order] = answered ? ['<', 'DESC'] : ['>', 'ASC']
  return db.statement(
    feedbackRow,
    `feedback-${answered ? 'answered' : 'open'}`,
    `SELECT ${columns} FROM feedback f WHERE f.community_code >= $1 AND f.community_code < $1 || ':'
       AND f.answered_at IS ${answered ? 'NOT NULL' : 'NULL'}
       AND ($2::timestamptz IS NULL OR (f.written_at, f.id) ${compare} ($2, $3::uuid))
     ORDER BY f.written_at ${order}, f.id ${order} LIMIT $4::int`,
    [division, after?.at ?? null, after?.id ?? null, limit],
  )
}

/** The number that was given goes with the answer. @returns false when somebody answered before */
export async function putAnswer(
  tx: Tx,
  id: string,
  { text, by, name, at }: { text: string; by: string; name: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.feedback.updateMany({
    where: { id, answeredAt: null },
    data: { answer: text, answeredBy: by, answerer: name, answeredAt: at, phoneEnc: null },
  })
  return count === 1
}

const sealedName = z.strictObject({ id: z.string(), nameEnc: z.string() })

const namesRow = z.strictObject({
  badges: z.array(z.string()),
  accounts: z.array(sealedName),
  keepers: z.array(sealedName),
  children: z.array(
    z.strictObject({ id: z.string(), nickname: z.string(), profileEnc: z.nullable(z.string()) }),
  ),
})
export type NamesThere = z.output<typeof namesRow>

/** Whom somebody may name who writes of a community: its offices, who opens its doors, their own children. */
export async function namesThere(tx: Tx, community: string, accountId: string): Promise<NamesThere> {
  const row = await rowOf(tx, namesRow)`
    WITH office AS (SELECT account_id, display_name FROM grants WHERE ${community} LIKE division_code || '%')
    SELECT ARRAY(SELECT DISTINCT display_name FROM office) AS badges,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'nameEnc', a.name_enc)) FROM accounts a
        WHERE a.name_enc IS NOT NULL AND (a.id = ${accountId}::uuid OR a.id IN (SELECT account_id FROM office))),
        '[]'::jsonb) AS accounts,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'nameEnc', f.keeper_name_enc)) FROM facilities f
        WHERE f.community_code = ${community} AND f.keeper_name_enc IS NOT NULL), '[]'::jsonb) AS keepers,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'nickname', k.nickname, 'profileEnc', k.profile_enc))
        FROM guardians g JOIN children k ON k.id = g.child_id
        WHERE g.account_id = ${accountId}::uuid AND g.ended_at IS NULL), '[]'::jsonb) AS children`
  return row ?? { badges: [], accounts: [], keepers: [], children: [] }
}
