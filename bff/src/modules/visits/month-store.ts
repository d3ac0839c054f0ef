/** Rosters and frozen figures: a roster is taken once, figures are frozen once. */
import { keptOutcome } from '@linli/contracts/visits'
import * as z from 'zod/mini'
import type { VisitCounts } from '@linli/contracts/visit-figures'
import type { Db, Tx } from '../../platform/db'
import type { Read } from '../../platform/read'
import { rowOf, rowsOf } from '../../platform/rows'
import { firstOf } from './rules'

/**
 * Takes the roster of a month unless it is taken: who is visited, and who left since its first day. Two at once wait for
 * each other at the row of the month.
 */
export async function takeRoster(tx: Tx, community: string, month: string, at: Date): Promise<void> {
  const taken = await tx.$executeRaw`INSERT INTO visit_months (community_code, month, taken_at)
    VALUES (${community}, ${month}, ${at}::timestamptz) ON CONFLICT DO NOTHING`
  if (taken === 0) return
  await tx.$executeRaw`INSERT INTO visit_roster (community_code, month, elder_id, joined_on, left_on)
    SELECT community_code, ${month}, id, greatest(listed_on, ${firstOf(month)}::date),
      CASE WHEN state IN ('moved', 'died') THEN greatest(since, listed_on) END
    FROM visit_elders WHERE community_code = ${community}
      AND (state IN ('active', 'refused') OR since > ${firstOf(month)}::date)
    ON CONFLICT DO NOTHING`
}

/** Whoever is added joins from that day on; who is visited again comes back. */
export async function joinRoster(
  tx: Tx,
  { community, month, elderId, day }: { community: string; month: string; elderId: string; day: string },
): Promise<void> {
  await tx.$executeRaw`INSERT INTO visit_roster (community_code, month, elder_id, joined_on)
    VALUES (${community}, ${month}, ${elderId}::uuid, ${day}::date)
    ON CONFLICT (month, elder_id) DO UPDATE SET left_on = NULL`
}

/** From that day on they are not on it. What is over by now stays as it was. */
export async function leaveRoster(tx: Tx, elderId: string, month: string, day: string): Promise<void> {
  await tx.$executeRaw`UPDATE visit_roster SET left_on = greatest(${day}::date, joined_on)
    WHERE elder_id = ${elderId}::uuid AND month >= ${month}`
}

const heldMonth = z.strictObject({ community: z.string(), month: z.string(), frozen: z.boolean() })

/** Shared until the end, so that nothing is recorded while their figures are frozen. */
export const shareMonths = (tx: Tx, communities: readonly string[], months: readonly string[]) =>
  rowsOf(
    tx,
    heldMonth,
  )`SELECT community_code AS community, month, frozen_at IS NOT NULL AS frozen FROM visit_months
    WHERE community_code = ANY (${[...communities]}::text[]) AND month = ANY (${[...months]}::text[])
    ORDER BY community_code, month FOR SHARE`

/** @returns false when it is frozen already */
export async function lockMonth(tx: Tx, community: string, month: string): Promise<boolean> {
  const row = await rowOf(tx, z.strictObject({ open: z.boolean() }))`
    SELECT frozen_at IS NULL AS open FROM visit_months
    WHERE community_code = ${community} AND month = ${month} FOR UPDATE`
  return row?.open ?? false
}

export async function freeze(
  tx: Tx,
  { community, month, at }: { community: string; month: string; at: Date },
  c: VisitCounts,
): Promise<void> {
  await tx.$executeRaw`UPDATE visit_months SET frozen_at = ${at}::timestamptz, listed = ${c.listed}, seen = ${c.seen},
      hospital = ${c.hospital}, refused = ${c.refused}, unseen = ${c.unseen}, gone = ${c.gone}
    WHERE community_code = ${community} AND month = ${month} AND frozen_at IS NULL`
}

const groupRow = z.strictObject({
  community: z.string(),
  gone: z.boolean(),
  seen: z.boolean(),
  seenNow: z.boolean(),
  last: z.nullable(keptOutcome),
  refusing: z.boolean(),
  n: z.int(),
})

const counted = `coalesce(bool_or(v.outcome IN ('met', 'talked')), false)`
const ofMonth = `FROM visits v WHERE v.elder_id = r.elder_id AND v.month = r.month AND v.outcome <> 'mistake'`

/** Those of a roster in groups of whom the same is known, as it was on a day: what came in time, and what stands now. */
export const groupsOf = (
  read: Read,
  { division, month, day }: { division: string; month: string; day: string },
) =>
  read(
    groupRow,
    'visit-groups',
    `SELECT r.community_code AS community, coalesce(r.left_on <= $3::date, false) AS gone, t.seen,
       a.seen AS "seenNow", t.last,
       (e.state = 'refused' AND e.since <= $3::date AND e.refused_until >= $3::date) AS refusing, count(*)::int AS n
     FROM visit_roster r JOIN visit_elders e ON e.id = r.elder_id
       CROSS JOIN LATERAL (SELECT ${counted} AS seen,
           (array_agg(v.outcome ORDER BY v.at DESC, v.recorded_at DESC, v.id DESC))[1] AS last
         ${ofMonth} AND NOT v.late
           AND NOT EXISTS (SELECT FROM visits c WHERE c.corrects_id = v.id AND NOT c.late)) AS t
       CROSS JOIN LATERAL (SELECT ${counted} AS seen
         ${ofMonth} AND NOT EXISTS (SELECT FROM visits c WHERE c.corrects_id = v.id)) AS a
     WHERE r.month = $2 AND r.community_code >= $1 AND r.community_code < $1 || ':'
     GROUP BY 1, 2, 3, 4, 5, 6`,
    [division, month, day],
  )

const monthRow = z.strictObject({
  community: z.string(),
  frozenAt: z.nullable(z.date()),
  listed: z.nullable(z.int()),
  seen: z.nullable(z.int()),
  hospital: z.nullable(z.int()),
  refused: z.nullable(z.int()),
  unseen: z.nullable(z.int()),
  gone: z.nullable(z.int()),
})
export type MonthRow = z.output<typeof monthRow>

/** What was frozen, community by community. */
export const monthsIn = (read: Read, division: string, month: string) =>
  read(
    monthRow,
    'visit-months-in',
    `SELECT community_code AS community, frozen_at AS "frozenAt", listed, seen, hospital, refused, unseen, gone
     FROM visit_months WHERE month = $2 AND community_code >= $1 AND community_code < $1 || ':'`,
    [division, month],
  )

/** The newest first. */
export const monthNames = (read: Read, division: string) =>
  read(
    z.strictObject({ month: z.string() }),
    'visit-month-names',
    `SELECT DISTINCT month FROM visit_months WHERE community_code >= $1 AND community_code < $1 || ':'
     ORDER BY month DESC LIMIT 24`,
    [division],
  )

const placeRow = z.strictObject({ community: z.string(), month: z.string() })

/** Months of a community that are over and not frozen. */
export const openBefore = (tx: Tx, community: string, month: string): Promise<{ month: string }[]> =>
  rowsOf(tx, z.strictObject({ month: z.string() }))`SELECT month FROM visit_months
    WHERE community_code = ${community} AND month < ${month} AND frozen_at IS NULL ORDER BY month`

/** Months that are over and not frozen. */
export const unfrozen = (db: Db, before: string, limit: number) =>
  db.statement(
    placeRow,
    'visit-months-unfrozen',
    `SELECT community_code AS community, month FROM visit_months WHERE frozen_at IS NULL AND month < $1
     ORDER BY month, community_code LIMIT $2::int`,
    [before, limit],
  )

/** Where somebody is visited and the roster of the month is not taken. */
export const untaken = (db: Db, month: string, limit: number) =>
  db.statement(
    z.strictObject({ community: z.string() }),
    'visit-rosters-untaken',
    `SELECT DISTINCT e.community_code AS community FROM visit_elders e WHERE e.state IN ('active', 'refused')
       AND NOT EXISTS (SELECT FROM visit_months m WHERE m.community_code = e.community_code AND m.month = $1)
     ORDER BY 1 LIMIT $2::int`,
    [month, limit],
  )
