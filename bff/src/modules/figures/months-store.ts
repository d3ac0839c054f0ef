/**
 * The promise: a month is counted once, when it is over, and what is published of it is made of blocks: of one
 * community and service at least five people, never split again, never changed. Every view is a union of blocks, so no
 * difference of two views, of today or of last year, is ever one to four people. What is published of blocks, in fives,
 * stands in `publish-store.ts`.
 */
import { leastShown } from '@linli/contracts/common'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'

const countedRow = z.strictObject({ first: z.nullable(z.string()), last: z.nullable(z.string()) })

/** First day of the first month with anything to count, and of the last that was counted; `YYYY-MM-DD`. */
export async function countedSoFar(db: Db): Promise<z.output<typeof countedRow>> {
  const [row] = await db.statement(
    countedRow,
    'counted-so-far',
    `SELECT to_char(last, 'YYYY-MM-DD') AS last, CASE WHEN last IS NULL THEN
       (SELECT to_char(date_trunc('month', min(finished_at) AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD')
         FROM rating_rights) END AS first
     FROM (SELECT max(month) AS last FROM rating_closings) AS closings`,
    [],
  )
  return row ?? { first: null, last: null }
}

/** @returns false when the month has been counted */
export async function beginMonth(tx: Tx, month: string, at: Date): Promise<boolean> {
  const begun = await tx.$executeRaw`INSERT INTO rating_closings (month, closed_at)
    VALUES (${month}::date, ${at}::timestamptz) ON CONFLICT DO NOTHING`
  return begun === 1
}

/** When its rater heard from somebody: by a call, or of what is confidential, where nobody calls, by what was put right. */
export const spokenTo = `coalesce(u.contacted_at, CASE WHEN u.confidential THEN u.told_at END)`

/** Each part is rows of community, service and the nine counts, in the order of the table. */
const parts = `
  SELECT community_code, service, 1 AS rated, (grade IN ('very_satisfied', 'satisfied', 'fair'))::int AS good,
    unprompted::int AS unprompted, 0 AS lapsed, 0 AS followed, 0 AS answered, 0 AS rectified, 0 AS verdicts, 0 AS content
  FROM ratings WHERE rated_at >= $2 AND rated_at < $3 AND (overturned_at IS NULL OR overturned_at >= $3)
  UNION ALL SELECT community_code, service, -1, -(grade IN ('very_satisfied', 'satisfied', 'fair'))::int,
    -unprompted::int, 0, 0, 0, 0, 0, 0
  FROM ratings WHERE overturned_at >= $2 AND overturned_at < $3 AND rated_at < $2
  UNION ALL SELECT community_code, service, 0, 0, 0, 1, 0, 0, 0, 0, 0
  FROM rating_rights WHERE rated_at IS NULL AND rate_until >= $2 AND rate_until < $3
  UNION ALL SELECT x.community_code, x.service, 0, 0, 0, 0, 1, (${spokenTo} <= least(u.ended_at, u.stop_at))::int,
    (u.rectified_at IS NOT NULL AND u.told_at <= least(u.ended_at, u.stop_at))::int, 0, 0
  FROM follow_ups u JOIN ratings x ON x.id = u.rating_id
  WHERE least(u.ended_at, u.stop_at) >= $2 AND least(u.ended_at, u.stop_at) < $3
    AND (x.overturned_at IS NULL OR x.overturned_at >= $3)
  UNION ALL SELECT x.community_code, x.service, 0, 0, 0, 0, -1, -(${spokenTo} <= least(u.ended_at, u.stop_at))::int,
    -(u.rectified_at IS NOT NULL AND u.told_at <= least(u.ended_at, u.stop_at))::int, 0, 0
  FROM follow_ups u JOIN ratings x ON x.id = u.rating_id
  WHERE x.overturned_at >= $2 AND x.overturned_at < $3 AND least(u.ended_at, u.stop_at) < $2
  UNION ALL SELECT x.community_code, x.service, 0, 0, 0, 0, 0, 0, 0, 1, (u.verdict = 'satisfied')::int
  FROM follow_ups u JOIN ratings x ON x.id = u.rating_id
  WHERE u.state = 'closed' AND u.ended_at >= $2 AND u.ended_at < $3`

/**
 * Counts what happened in `[from, until)`. What one of the three groups has nothing of needs no release.
 */
export const countMonth = (tx: Tx, month: string, from: Date, until: Date): Promise<number> =>
  tx.$executeRawUnsafe(
    `INSERT INTO rating_months (community_code, service, month, rated, good, unprompted, lapsed, followed, answered,
       rectified, verdicts, content, ratings_released, follow_ups_released, verdicts_released)
     SELECT community_code, service, $1::date, rated, good, unprompted, lapsed, followed, answered, rectified, verdicts,
       content, CASE WHEN (rated, good, unprompted, lapsed) = (0, 0, 0, 0) THEN $1::date END,
       CASE WHEN (followed, answered, rectified) = (0, 0, 0) THEN $1::date END,
       CASE WHEN (verdicts, content) = (0, 0) THEN $1::date END
     FROM (SELECT community_code, service, sum(rated)::int AS rated, sum(good)::int AS good,
         sum(unprompted)::int AS unprompted, sum(lapsed)::int AS lapsed, sum(followed)::int AS followed,
         sum(coalesce(answered, 0))::int AS answered, sum(coalesce(rectified, 0))::int AS rectified,
         sum(verdicts)::int AS verdicts, sum(content)::int AS content
       FROM (${parts}) AS happened GROUP BY community_code, service) AS counted`,
    month,
    from,
    until,
  )

/** How many different people stand behind what a place has kept back: somebody who comes every week is one. */
const raters = (when: string): string => `(SELECT count(DISTINCT x.rater_id) FROM ratings x
    LEFT JOIN follow_ups u ON u.rating_id = x.id
  WHERE x.community_code = k.community_code AND x.service = k.service AND x.rated_at < $2::timestamptz
    AND (x.overturned_at IS NULL OR x.overturned_at >= $2) AND ${when} >= k.since AND ${when} < $2) >= ${leastShown}`

/**
 * When enough have come together, of at least as many people, what has been kept back is released as one block. Cases
 * that ran out may be released without a single rating, never with one to four. A correction waits until it hides among
 * others.
 */
const releases = [
  {
    column: 'ratings_released',
    enough: `(sum(rated) >= ${leastShown} AND sum(good) BETWEEN 0 AND sum(rated)
        AND sum(unprompted) BETWEEN 0 AND sum(rated))
      OR ((sum(rated), sum(good), sum(unprompted)) = (0, 0, 0) AND sum(lapsed) >= ${leastShown})`,
    within: ['0', '0', 'ratings_released'],
    people: `(k.rated = 0 OR ${raters('x.rated_at')})`,
  },
  {
    column: 'follow_ups_released',
    enough: `sum(followed) >= ${leastShown} AND sum(answered) BETWEEN 0 AND sum(followed)
      AND sum(rectified) BETWEEN 0 AND sum(followed)`,
    /** Those who are followed up are among the bad grades that are released. */
    within: ['followed', 'rated - good', 'ratings_released'],
    people: raters('least(u.ended_at, u.stop_at)'),
  },
  {
    column: 'verdicts_released',
    enough: `sum(verdicts) >= ${leastShown}`,
    within: ['verdicts', 'followed', 'follow_ups_released'],
    people: raters(`CASE WHEN u.state = 'closed' THEN u.ended_at END`),
  },
] as const

/** @param until the first moment after the month */
export async function releaseBlocks(tx: Tx, month: string, until: Date): Promise<void> {
  for (const {
    column,
    enough,
    within: [all, around, released],
    people,
  } of releases)
    await tx.$executeRawUnsafe(
      `UPDATE rating_months m SET ${column} = $1::date
       FROM (SELECT community_code, service, sum(rated) AS rated,
           min(month)::timestamp AT TIME ZONE 'Asia/Shanghai' AS since
         FROM rating_months WHERE ${column} IS NULL GROUP BY community_code, service HAVING ${enough}) AS k,
         LATERAL (SELECT sum(${all}) <= coalesce(sum(${around}) FILTER (WHERE ${released} IS NOT NULL), 0) AS fits
         FROM rating_months w WHERE (w.community_code, w.service) = (k.community_code, k.service)) AS around
       WHERE m.community_code = k.community_code AND m.service = k.service AND m.${column} IS NULL AND around.fits
         AND ${people}`,
      month,
      until,
    )
}
