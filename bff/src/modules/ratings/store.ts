/** Ratings: one a case, given by a person; the database refuses a second and a stranger's (migration `ratings`). */
import type { TextPart } from '@linli/contracts/rating-texts'
import { type Grade, grade, type Reason, reason } from '@linli/contracts/ratings'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { countRow, idRow, rowOf, rowsOf, rowsOfText } from '../../platform/rows'
import { type RatableRow, ratableRow } from './row'

const refusalOf = (part: TextPart): string =>
  `(SELECT j.reason FROM rating_text_judgements j WHERE j.rating_id = x.id AND j.part = '${part}')`
const ratable = `SELECT c.id AS "caseId", c.number, c.type, c.state, c.community_code AS community, d.phone AS "communityPhone",
    c.subject_id AS "subjectId", c.actor_id AS "actorId", c.actor_role AS "actorRole",
    c.child_id AS "childId", CASE WHEN c.child_id IS NULL THEN '{}' ELSE deciding_ids(c.child_id) END AS "decidingIds",
    c.title, coalesce(c.ends_at, c.finished_at, c.created_at) AS "endsAt",
    CASE WHEN q.case_id IS NOT NULL THEN jsonb_build_object('finishedAt', q.finished_at, 'until', q.rate_until,
      'invited', q.invited_at IS NOT NULL) END AS "right",
    CASE WHEN x.id IS NOT NULL THEN jsonb_build_object('id', x.id, 'raterId', x.rater_id, 'grade', x.grade, 'reasons', x.reasons,
      'ratedAt', x.rated_at, 'textEnc', x.text_enc, 'textShown', x.text_shown, 'textState', x.text_state, 'textForAll', x.text_for_all,
      'named', x.named OR u.named_at IS NOT NULL, 'supplementEnc', x.supplement_enc, 'supplementShown', x.supplement_shown,
      'supplementAt', x.supplement_at,
      'supplementState', x.supplement_state, 'textRefusal', ${refusalOf('text')}, 'supplementRefusal', ${refusalOf('supplement')},
      'reply', x.reply, 'replyName', x.reply_name, 'repliedAt', x.replied_at) END AS rating,
    CASE WHEN u.case_id IS NOT NULL THEN jsonb_build_object('id', u.case_id, 'state', u.state,
      'told', u.told_at IS NOT NULL) END AS "followUp"
  FROM cases c JOIN divisions d ON d.code = c.community_code
    LEFT JOIN rating_rights q ON q.case_id = c.id LEFT JOIN ratings x ON x.case_id = c.id
    LEFT JOIN follow_ups u ON u.rating_id = x.id
  WHERE c.id = $1::uuid`

export async function findRatable(db: Db, caseId: string): Promise<RatableRow | undefined> {
  const [row] = await db.statement(ratableRow, 'ratable', ratable, [caseId])
  return row
}

/**
 * The same with the right's row locked until the transaction ends: what is said about one case comes in turn. A child
 * is held, too: what is written about it while it is erased would outlive it.
 */
export async function lockRatable(tx: Tx, caseId: string): Promise<RatableRow | undefined> {
  await tx.$executeRaw`SELECT 1 FROM cases c JOIN children k ON k.id = c.child_id
    WHERE c.id = ${caseId}::uuid FOR SHARE OF k`
  await tx.$executeRaw`SELECT 1 FROM rating_rights WHERE case_id = ${caseId}::uuid FOR UPDATE`
  const [row] = await rowsOfText(tx, ratableRow, ratable, caseId)
  return row
}

export interface NewRating {
  id: string
  caseId: string
  raterId: string
  sessionId: string | null
  slipId: string | null
  grade: Grade
  reasonsVersion: string
  reasons: readonly Reason[]
  named: boolean
  textEnc: string | null
  textShown: string | null
  textForAll: boolean
  at: Date
}

/**
 * The only statement that writes a rating. It takes place, service and whether somebody was invited from the right.
 * @returns false when the case has been rated, or cannot be any more
 */
export async function insertRating(tx: Tx, r: NewRating): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO ratings (id, case_id, service, community_code, rater_id, session_id, slip_id, grade, reasons_version,
      reasons, unprompted, named, rated_at, text_enc, text_shown, text_state, text_for_all)
    SELECT ${r.id}::uuid, q.case_id, q.service, q.community_code, ${r.raterId}::uuid, ${r.sessionId}::uuid,
      ${r.slipId}::uuid, ${r.grade}, ${r.reasonsVersion}, ${[...r.reasons]}::text[], q.invited_at IS NULL,
      ${r.named}::boolean, ${r.at}::timestamptz, ${r.textEnc}, ${r.textShown},
      ${r.textEnc === null ? 'none' : 'unchecked'}, ${r.textForAll}::boolean
    FROM rating_rights q WHERE q.case_id = ${r.caseId}::uuid AND q.rate_until > ${r.at}::timestamptz
    ON CONFLICT ON CONSTRAINT ratings_case_once DO NOTHING`
  if (added === 0) return false
  await tx.ratingRight.update({ where: { caseId: r.caseId }, data: { ratedAt: r.at } })
  return true
}

/** @returns false when there is one already */
export async function insertSupplement(
  tx: Tx,
  ratingId: string,
  { enc, shown, at }: { enc: string; shown: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.rating.updateMany({
    where: { id: ratingId, supplementAt: null },
    data: { supplementEnc: enc, supplementShown: shown, supplementState: 'unchecked', supplementAt: at },
  })
  return count === 1
}

/** Takes the words out of some ratings, everywhere, and what was answered to them. @returns how many texts went */
export async function eraseWords(tx: Tx, ids: readonly string[]): Promise<number> {
  const gone = await rowOf(tx, countRow)`
    WITH before AS (SELECT id, num_nonnulls(text_enc, supplement_enc) AS n FROM ratings
      WHERE id = ANY (${[...ids]}::uuid[]) FOR UPDATE
    ), erased AS (
      UPDATE ratings SET text_enc = NULL, text_shown = NULL, text_state = 'none', supplement_enc = NULL,
        supplement_shown = NULL, supplement_state = 'none', reply = NULL, reply_by = NULL, reply_name = NULL,
        replied_at = NULL
      WHERE id IN (SELECT id FROM before)
    ) SELECT coalesce(sum(n), 0)::int AS n FROM before`
  return gone?.n ?? 0
}

/** Everything that somebody wrote when they rated. @returns how many texts went */
export async function eraseWordsOf(tx: Tx, raterIds: readonly string[]): Promise<number> {
  const rows = await tx.rating.findMany({ where: { raterId: { in: [...raterIds] } }, select: { id: true } })
  return eraseWords(
    tx,
    rows.map(({ id }) => id),
  )
}

/** What its guardians wrote of a child's care when they rated it. @returns how many texts went */
export async function eraseWordsAbout(tx: Tx, childId: string): Promise<number> {
  const rows = await rowsOf(tx, idRow)`
    SELECT x.id FROM ratings x JOIN cases c ON c.id = x.case_id WHERE c.child_id = ${childId}::uuid`
  return eraseWords(
    tx,
    rows.map(({ id }) => id),
  )
}

const givenRow = z.strictObject({
  id: z.string(),
  number: z.string(),
  programme: z.string(),
  grade,
  reasons: z.array(reason),
  ratedAt: z.date(),
  textEnc: z.nullable(z.string()),
  supplementEnc: z.nullable(z.string()),
  supplementAt: z.nullable(z.date()),
})
export type GivenRow = z.output<typeof givenRow>

/** What one person said of a child's care, the oldest first. */
export const givenAbout = (db: Db, childId: string, raterId: string): Promise<GivenRow[]> =>
  db.statement(
    givenRow,
    'given-about',
    `SELECT x.id, c.number, c.title AS programme, x.grade, x.reasons, x.rated_at AS "ratedAt", x.text_enc AS "textEnc",
       x.supplement_enc AS "supplementEnc", x.supplement_at AS "supplementAt"
     FROM ratings x JOIN cases c ON c.id = x.case_id
     WHERE c.child_id = $1::uuid AND x.rater_id = $2::uuid ORDER BY x.rated_at, x.id`,
    [childId, raterId],
  )

/** Words whose time is over. */
export const oldWords = (
  db: Db,
  terms: readonly { community: string; before: Date }[],
  limit: number,
): Promise<{ id: string; raterId: string }[]> =>
  db.statement(
    z.strictObject({ id: z.string(), raterId: z.string() }),
    'old-words',
    `SELECT x.id, x.rater_id AS "raterId" FROM jsonb_to_recordset($1::jsonb) AS t (community text, before timestamptz)
       JOIN ratings x ON x.community_code = t.community
     WHERE x.rated_at < t.before AND (x.text_enc IS NOT NULL OR x.supplement_enc IS NOT NULL) ORDER BY x.rated_at LIMIT $2::int`,
    [JSON.stringify(terms), limit],
  )

export const communitiesWithWords = (db: Db): Promise<{ community: string }[]> =>
  db.statement(
    z.strictObject({ community: z.string() }),
    'communities-with-words',
    `SELECT DISTINCT community_code AS community FROM ratings WHERE text_enc IS NOT NULL OR supplement_enc IS NOT NULL`,
    [],
  )

/** The rated case behind a follow-up, for its rater. */
export async function ratedByFollowUp(
  db: Db,
  followUpId: string,
  raterId: string,
): Promise<string | undefined> {
  const [row] = await db.statement(
    z.strictObject({ caseId: z.string() }),
    'rated-by-follow-up',
    `SELECT x.case_id AS "caseId" FROM follow_ups u JOIN ratings x ON x.id = u.rating_id
     WHERE u.case_id = $1::uuid AND x.rater_id = $2::uuid`,
    [followUpId, raterId],
  )
  return row?.caseId
}
