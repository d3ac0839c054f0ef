/**
 * The promise: every number that is published is a multiple of five, and each five of it are five different people. So no
 * number, and no sum or difference of any, is one to four; and nobody moves a number alone, however often they come.
 */
import { ladder } from '@linli/contracts/ladder'
import { leastShown } from '@linli/contracts/common'
import type { Tx } from '../../platform/db'
import { spokenTo } from './months-store'

const numbers = [
  'rated',
  'bad',
  'unprompted',
  'lapsed',
  'followed',
  'unanswered',
  'unrectified',
  'verdicts',
  'discontent',
] as const

const each = (sql: (name: string) => string, by = ', '): string => numbers.map(sql).join(by)
const rest = (from: number, to: number = numbers.length): string =>
  numbers
    .slice(from, to)
    .map((name) => `0 AS ${name}`)
    .join(', ')

/** Until when what happened in a place is released: before its first month that is kept back. */
const cells = `SELECT community_code, service,
    ${['ratings', 'follow_ups', 'verdicts']
      .map(
        (
          group,
        ) => `coalesce(min(month) FILTER (WHERE ${group}_released IS NULL)::timestamp AT TIME ZONE 'Asia/Shanghai',
      $2::timestamptz) AS ${group}`,
      )
      .join(', ')}
  FROM rating_months GROUP BY community_code, service`

const ended = 'least(u.ended_at, u.stop_at)'
const reached = (mark: string): string => `(NOT coalesce(${mark} <= ${ended}, false))::int`
const stands = (until: string): string => `(x.overturned_at IS NULL OR x.overturned_at >= ${until})`

/** Each released case, with whose it is: of a rating its giver, of one that ran out the person it was for. */
const cases = `
  SELECT x.community_code, x.service, x.rater_id AS person, 1 AS rated,
    (x.grade IN ('dissatisfied', 'very_dissatisfied'))::int AS bad, x.unprompted::int AS unprompted, ${rest(3)}
  FROM ratings x JOIN cells USING (community_code, service) WHERE x.rated_at < ratings AND ${stands('ratings')}
  UNION ALL SELECT r.community_code, r.service, c.subject_id, ${rest(0, 3)}, 1, ${rest(4)}
  FROM rating_rights r JOIN cells USING (community_code, service) JOIN cases c ON c.id = r.case_id
  WHERE r.rated_at IS NULL AND r.rate_until < ratings
  UNION ALL SELECT x.community_code, x.service, x.rater_id, ${rest(0, 4)}, 1, ${reached(spokenTo)},
    (u.rectified_at IS NULL OR NOT coalesce(u.told_at <= ${ended}, false))::int, ${rest(7)}
  FROM follow_ups u JOIN ratings x ON x.id = u.rating_id
    JOIN cells ON (cells.community_code, cells.service) = (x.community_code, x.service)
  WHERE ${ended} < follow_ups AND ${stands('follow_ups')}
  UNION ALL SELECT x.community_code, x.service, x.rater_id, ${rest(0, 7)}, 1, (u.verdict <> 'satisfied')::int
  FROM follow_ups u JOIN ratings x ON x.id = u.rating_id
    JOIN cells ON (cells.community_code, cells.service) = (x.community_code, x.service)
  WHERE u.state = 'closed' AND u.ended_at < verdicts`

/** A community's numbers summed for every division from it upwards, by service and for all. */
const nodes = `SELECT left(community_code, digits) COLLATE "C" AS code, coalesce(service, 'all') AS service,
    ${each((name) => `sum(${name})::int AS ${name}`)}
  FROM (SELECT community_code, service, ${each((name) => `sum(${name}) AS ${name}`)} FROM people GROUP BY 1, 2) AS leaf
    CROSS JOIN unnest(ARRAY[${ladder.join(', ')}]) AS digits
  GROUP BY GROUPING SETS ((code, service), (code))`

/**
 * Of `n` cases of some people, how many whole fives of different people can be made: as many as, whichever up to four of
 * them are left out, the others fill. Whole numbers by whole numbers: a half group is none. A number is looked at only
 * where somebody may have more than a fifth of it.
 */
const groupsOfFive = `
  SELECT code, service, side, least(n / ${leastShown}, min((n - sum) / (${leastShown} - rank))) AS groups
  FROM (SELECT code, service, side, n, rank, (sum(c) OVER (PARTITION BY code, service, side ORDER BY rank))::bigint AS sum
    FROM (SELECT code, service, side, n, c,
        row_number() OVER (PARTITION BY code, service, side ORDER BY c DESC) AS rank
      FROM (SELECT s.code, s.service, s.side, s.n, sum(CASE s.side ${each((name) => `WHEN '${name}' THEN p.${name}`, ' ')} END) AS c
        FROM people p CROSS JOIN (SELECT DISTINCT length(code) AS digits FROM small) AS d
          JOIN small s ON s.code = left(p.community_code, d.digits) COLLATE "C" AND s.service IN ('all', p.service)
        GROUP BY s.code, s.service, s.side, s.n, p.person) AS counted) AS ranked WHERE rank < ${leastShown}) AS top
  GROUP BY code, service, side, n`

/**
 * The month's fives of every division in which something is released, by service and for all; what is not a whole five
 * yet is kept for a later month. What was published stays (`rating_published_bounded` holds the numbers within each
 * other: of people who are among others, no more fives can be made).
 * @param until the first moment after the month
 */
export const publishMonth = (tx: Tx, month: string, until: Date): Promise<number> =>
  tx.$executeRawUnsafe(
    `WITH cells AS MATERIALIZED (${cells}),
     people AS MATERIALIZED (SELECT community_code, service, person, ${each((name) => `sum(${name})::int AS ${name}`)}
       FROM (${cases}) AS counted GROUP BY community_code, service, person),
     most AS (SELECT ${each((name) => `max(${name}) AS ${name}`)}
       FROM (SELECT ${each((name) => `sum(${name}) AS ${name}`)} FROM people GROUP BY person) AS persons),
     nodes AS MATERIALIZED (${nodes}),
     small AS MATERIALIZED (SELECT n.code, n.service, s.side, s.n FROM nodes n CROSS JOIN most m
       CROSS JOIN LATERAL (VALUES ${each((name) => `('${name}', n.${name}, m.${name})`)}) AS s (side, n, most)
       WHERE s.n >= ${leastShown} AND s.n < ${leastShown} * s.most),
     spread AS (SELECT code, service, ${each((name) => `min(groups) FILTER (WHERE side = '${name}') AS ${name}`)}
       FROM (${groupsOfFive}) AS f GROUP BY code, service),
     released AS (SELECT left(community_code, digits) COLLATE "C" AS code, coalesce(service, 'all') AS service
       FROM rating_months CROSS JOIN unnest(ARRAY[${ladder.join(', ')}]) AS digits
       WHERE $1::date IN (ratings_released, follow_ups_released, verdicts_released)
       GROUP BY GROUPING SETS ((code, service), (code))),
     before AS (SELECT division_code AS code, service, ${each((name) => `sum(${name})::int AS ${name}`)}
       FROM rating_published GROUP BY division_code, service)
     INSERT INTO rating_published (division_code, service, month, ${each((name) => name)})
     SELECT r.code, r.service, $1::date,
       ${each((name) => `greatest(0, ${leastShown} * coalesce(spread.${name}, nodes.${name} / ${leastShown}, 0) - coalesce(before.${name}, 0))`)}
     FROM released r LEFT JOIN nodes USING (code, service) LEFT JOIN spread USING (code, service)
       LEFT JOIN before USING (code, service)`,
    month,
    until,
  )
