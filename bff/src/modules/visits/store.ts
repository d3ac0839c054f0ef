/** The register of elders, and who stands in for whom; what is tagged is sealed for its row. */
import { elderKind } from '@linli/contracts/visits'
import { elderState } from '@linli/contracts/visit-register'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { idRow, rowOf, rowsOf, rowsOfText } from '../../platform/rows'

const elderRow = z.strictObject({
  id: z.string(),
  community: z.string(),
  household: z.string(),
  kind: elderKind,
  nameEnc: z.nullable(z.string()),
  phoneEnc: z.nullable(z.string()),
  addressEnc: z.nullable(z.string()),
  emergencyEnc: z.nullable(z.string()),
  accountId: z.nullable(z.string()),
  visitorId: z.nullable(z.string()),
  state: elderState,
  since: z.string(),
  refusedUntil: z.nullable(z.string()),
  listedOn: z.string(),
})
export type ElderRow = z.output<typeof elderRow>

const columns = `e.id, e.community_code AS community, e.household_id AS household, e.kind, e.name_enc AS "nameEnc",
  e.phone_enc AS "phoneEnc", e.address_enc AS "addressEnc", e.emergency_enc AS "emergencyEnc",
  e.account_id AS "accountId", e.visitor_id AS "visitorId", e.state, e.since::text AS since,
  e.refused_until::text AS "refusedUntil", e.listed_on::text AS "listedOn"`

/** Held until the end, by their ids: what two devices record of one elder comes one after the other. */
export const lockElders = (tx: Tx, ids: readonly string[]): Promise<ElderRow[]> =>
  rowsOfText(
    tx,
    elderRow,
    `SELECT ${columns} FROM visit_elders e WHERE e.id = ANY ($1::uuid[]) ORDER BY e.id FOR NO KEY UPDATE`,
    [...ids],
  )

export const eldersOf = (tx: Tx, community: string): Promise<ElderRow[]> =>
  rowsOfText(
    tx,
    elderRow,
    `SELECT ${columns} FROM visit_elders e WHERE e.community_code = $1 ORDER BY e.id`,
    community,
  )

export async function elderById(tx: Tx, id: string): Promise<ElderRow | undefined> {
  const [row] = await rowsOfText(
    tx,
    elderRow,
    `SELECT ${columns} FROM visit_elders e WHERE e.id = $1::uuid`,
    id,
  )
  return row
}

const ownRow = z.extend(elderRow, { covering: z.boolean() })

/** Whom somebody sees in these communities: their own, and those of whom they stand in for on that day. */
export const eldersFor = (
  tx: Tx,
  accountId: string,
  communities: readonly string[],
  { month, today }: { month: string; today: string },
) =>
  rowsOfText(
    tx,
    ownRow,
    `SELECT ${columns}, e.visitor_id IS DISTINCT FROM $1::uuid AS covering
     FROM visit_roster r JOIN visit_elders e ON e.id = r.elder_id
     WHERE r.month = $3 AND r.community_code = ANY ($2::text[]) AND (r.left_on IS NULL OR r.left_on > $4::date)
       AND (e.visitor_id = $1::uuid OR EXISTS (SELECT FROM visit_covers c WHERE c.visitor_id = e.visitor_id
         AND c.community_code = e.community_code AND c.cover_id = $1::uuid AND c.ended_at IS NULL
         AND $4::date BETWEEN c.from_day AND c.to_day))
     ORDER BY e.id`,
    accountId,
    [...communities],
    month,
    today,
  )

export type NewElder = Omit<ElderRow, 'state' | 'since' | 'refusedUntil'> & { createdBy: string; at: Date }

export async function insertElder(tx: Tx, e: NewElder): Promise<void> {
  await tx.$executeRaw`INSERT INTO visit_elders (id, community_code, household_id, kind, name_enc, phone_enc, address_enc,
      emergency_enc, account_id, visitor_id, since, listed_on, created_by, created_at)
    VALUES (${e.id}::uuid, ${e.community}, ${e.household}::uuid, ${e.kind}, ${e.nameEnc}, ${e.phoneEnc}, ${e.addressEnc},
      ${e.emergencyEnc}, ${e.accountId}::uuid, ${e.visitorId}::uuid, ${e.listedOn}::date, ${e.listedOn}::date,
      ${e.createdBy}::uuid, ${e.at}::timestamptz)`
}

export type Written = Pick<
  ElderRow,
  'household' | 'kind' | 'nameEnc' | 'phoneEnc' | 'addressEnc' | 'emergencyEnc' | 'accountId'
>

export async function updateElder(tx: Tx, id: string, e: Written): Promise<void> {
  await tx.$executeRaw`UPDATE visit_elders SET household_id = ${e.household}::uuid, kind = ${e.kind},
      name_enc = ${e.nameEnc}, phone_enc = ${e.phoneEnc}, address_enc = ${e.addressEnc},
      emergency_enc = ${e.emergencyEnc}, account_id = ${e.accountId}::uuid WHERE id = ${id}::uuid`
}

export async function setVisitor(tx: Tx, id: string, visitorId: string | null): Promise<void> {
  await tx.$executeRaw`UPDATE visit_elders SET visitor_id = ${visitorId}::uuid WHERE id = ${id}::uuid`
}

export async function setState(
  tx: Tx,
  id: string,
  { state, since, until }: { state: ElderRow['state']; since: string; until: string | null },
): Promise<void> {
  await tx.$executeRaw`UPDATE visit_elders SET state = ${state}, since = ${since}::date,
    refused_until = ${until}::date WHERE id = ${id}::uuid`
}

/** The account that has this number, whose owner has proved it. */
export async function accountOfPhone(tx: Tx, hashes: readonly Buffer[]): Promise<string | null> {
  const row = await rowOf(tx, idRow)`SELECT id FROM accounts WHERE phone_hash = ANY (${[...hashes]}::bytea[])
    AND joined_into IS NULL AND num_nonnulls(leaves_at, erased_at) = 0`
  return row?.id ?? null
}

const visitorRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  elders: z.int(),
  coverId: z.nullable(z.string()),
  coverName: z.nullable(z.string()),
  coverFrom: z.nullable(z.string()),
  coverTo: z.nullable(z.string()),
})

/** Who works in a community. @param today a cover that is over is none */
export const visitorsIn = (tx: Tx, community: string, today: string) =>
  rowsOf(tx, visitorRow)`
    WITH people AS (SELECT DISTINCT ON (account_id) account_id AS id, display_name AS name FROM grants
      WHERE division_code = ${community} AND role IN ('staff', 'grid_worker') AND revoked_at IS NULL
      ORDER BY account_id, role, created_at)
    SELECT p.id, p.name, (SELECT count(*)::int FROM visit_elders e WHERE e.visitor_id = p.id
        AND e.community_code = ${community} AND e.state IN ('active', 'refused')) AS elders,
      c.cover_id AS "coverId", q.name AS "coverName", c.from_day::text AS "coverFrom", c.to_day::text AS "coverTo"
    FROM people p LEFT JOIN (visit_covers c JOIN people q ON q.id = c.cover_id)
      ON c.visitor_id = p.id AND c.community_code = ${community} AND c.ended_at IS NULL
        AND c.to_day >= ${today}::date
    ORDER BY p.name, p.id`

export interface NewCover {
  id: string
  community: string
  visitor: string
  cover: string
  from: string
  to: string
  by: string
  at: Date
}

export async function endCover(tx: Tx, community: string, visitor: string, at: Date): Promise<void> {
  await tx.$executeRaw`UPDATE visit_covers SET ended_at = ${at}::timestamptz
    WHERE community_code = ${community} AND visitor_id = ${visitor}::uuid AND ended_at IS NULL`
}

/** @returns false when somebody else wrote one in this moment */
export async function insertCover(tx: Tx, c: NewCover): Promise<boolean> {
  const n = await tx.$executeRaw`INSERT INTO visit_covers
      (id, community_code, visitor_id, cover_id, from_day, to_day, created_by, created_at)
    VALUES (${c.id}::uuid, ${c.community}, ${c.visitor}::uuid, ${c.cover}::uuid, ${c.from}::date, ${c.to}::date,
      ${c.by}::uuid, ${c.at}::timestamptz) ON CONFLICT DO NOTHING`
  return n === 1
}
