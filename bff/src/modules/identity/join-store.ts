/** Two accounts become one: every row that named the first names the second, or stays where only adding is allowed. */
import { Prisma } from '../../generated/client'
import type { Tx } from '../../platform/db'
import { joinPlan } from './join-plan'
import type { Proof, Records } from './join-rules'
import { bytes } from './store'

export interface Pair {
  from: string
  into: string
}

export interface JoiningRow {
  id: string
  nameEnc: string | null
  phoneEnc: string | null
  phoneHash: Uint8Array | null
  communityCode: string | null
  phoneProofFrom: Date | null
  phoneSeenAt: Date | null
  /** Children, staff's grants. */
  holdsMore: boolean
  elderMode: boolean
  gone: boolean
  leavesAt: Date | null
}

/**
 * Lock order of a join: the open cases of both, by id, as everybody locks a case before the account that it names; then
 * the two accounts, by id. Who writes for either from now on waits, and then meets the join (`account_must_live`).
 */
export async function lockPair(tx: Tx, { from, into }: Pair): Promise<JoiningRow[]> {
  const both = [from, into]
  await tx.$queryRaw`SELECT id FROM cases WHERE subject_id = ANY (${both}::uuid[]) AND closed_at IS NULL
    ORDER BY id FOR UPDATE`
  return tx.$queryRaw<JoiningRow[]>`
    SELECT id, name_enc AS "nameEnc", phone_enc AS "phoneEnc", phone_hash AS "phoneHash",
      community_code AS "communityCode", coalesce(phone_seen_at, created_at) AS "phoneSeenAt", elder_mode AS "elderMode",
      phone_proof_from AS "phoneProofFrom",
      EXISTS (SELECT FROM guardians g WHERE g.account_id = accounts.id AND g.ended_at IS NULL)
        OR EXISTS (SELECT FROM grants t WHERE t.account_id = accounts.id AND t.revoked_at IS NULL) AS "holdsMore",
      num_nonnulls(joined_into, erased_at) > 0 AS gone, leaves_at AS "leavesAt"
    FROM accounts WHERE id = ANY (${both}::uuid[]) ORDER BY id FOR UPDATE`
}

/** What the books say of the two, of links that ended as well: an end makes nobody another person. */
export async function recordsOf(tx: Tx, { from, into }: Pair): Promise<Records> {
  const acted = (account: string, staff: string) => Prisma.sql`EXISTS (SELECT FROM guardians g
    LEFT JOIN guardian_endings e ON e.guardian_id = g.id WHERE g.account_id = ${account}::uuid
      AND account_ids(${staff}::uuid) && ARRAY[g.verified_by, e.proposed_by, e.decided_by])`
  const papers = (
    account: string,
  ) => Prisma.sql`ARRAY(SELECT DISTINCT encode(n.name_hash, 'hex') FROM guardian_names n
    JOIN guardians g ON g.id = n.guardian_id
    WHERE g.account_id = ${account}::uuid AND n.papers_at IS NOT NULL AND n.name_hash IS NOT NULL)`
  const [row] = await tx.$queryRaw<Records[]>`
    SELECT EXISTS (SELECT FROM guardians a JOIN guardians b ON b.child_id = a.child_id
        WHERE a.account_id = ${from}::uuid AND b.account_id = ${into}::uuid) AS "shareChild",
      ${acted(from, into)} OR ${acted(into, from)} AS "actedOn",
      ${papers(from)} AS "papersFrom", ${papers(into)} AS "papersInto"`
  if (!row) throw new Error('nothing was read of two accounts')
  return row
}

/** Children of whom both are guardians: one link stays, the verified one, else the older one. */
async function oneLinkEach(tx: Tx, { from, into }: Pair, at: Date): Promise<number> {
  return tx.$executeRaw`UPDATE guardians g SET ended_at = ${at}::timestamptz
    FROM (SELECT id, row_number() OVER (PARTITION BY child_id ORDER BY verified_at IS NULL, created_at, id) AS n
      FROM guardians WHERE ended_at IS NULL AND account_id IN (${from}::uuid, ${into}::uuid)) ranked
    WHERE ranked.id = g.id AND ranked.n > 1`
}

/** What has a statement of its own, in this order: an account is joined before a rating may follow it. */
function ownStatements({ from, into }: Pair, at: Date): Record<string, Prisma.Sql> {
  const [f, i, now] = [Prisma.sql`${from}::uuid`, Prisma.sql`${into}::uuid`, Prisma.sql`${at}::timestamptz`]
  return {
    accounts: Prisma.sql`UPDATE accounts SET joined_into = ${i} WHERE id = ${f} OR joined_into = ${f}`,
    sessions: Prisma.sql`UPDATE sessions SET revoked_at = ${now}, revoked_reason = 'logged_out_everywhere'
      WHERE account_id = ${f} AND revoked_at IS NULL`,
    grants: Prisma.sql`WITH ended AS (UPDATE grants SET revoked_at = ${now} WHERE account_id = ${f} AND revoked_at IS NULL
        RETURNING role, division_code, display_name)
      INSERT INTO grants (id, account_id, role, division_code, display_name, created_at)
      SELECT gen_random_uuid(), ${i}, role, division_code, display_name, ${now} FROM ended e WHERE NOT EXISTS (SELECT FROM grants g
        WHERE g.account_id = ${i} AND g.revoked_at IS NULL AND (g.role, g.division_code) = (e.role, e.division_code))`,
    cases: Prisma.sql`UPDATE cases SET subject_id = CASE subject_id WHEN ${f} THEN ${i} ELSE subject_id END,
        actor_id = CASE actor_id WHEN ${f} THEN ${i} ELSE actor_id END
      WHERE subject_id = ${f} OR actor_id = ${f}`,
    line_entries: Prisma.sql`UPDATE line_entries SET party_id = ${i} WHERE party_id = ${f}`,
    quotas: Prisma.sql`WITH gone AS (DELETE FROM booking_quotas WHERE subject_id = ${f} RETURNING week, used)
      INSERT INTO booking_quotas (subject_id, week, used) SELECT ${i}, week, used FROM gone
      ON CONFLICT (subject_id, week) DO UPDATE SET used = booking_quotas.used + excluded.used`,
    guardians: Prisma.sql`UPDATE guardians SET account_id = ${i} WHERE account_id = ${f}`,
    // What still waits is the person's own, and not theirs to confirm.
    endings: Prisma.sql`UPDATE guardian_endings SET proposed_by = ${i} WHERE proposed_by = ${f} AND decided_at IS NULL`,
    pins: Prisma.sql`UPDATE care_pins SET account_id = ${i} WHERE account_id = ${f}
      AND NOT EXISTS (SELECT FROM care_pins WHERE account_id = ${i})`,
    devices: Prisma.sql`WITH gone AS (DELETE FROM known_devices WHERE account_id = ${f} RETURNING device_hash, last_at)
      INSERT INTO known_devices (account_id, device_hash, last_at) SELECT ${i}, device_hash, last_at FROM gone
      ON CONFLICT (account_id, device_hash) DO UPDATE SET last_at = greatest(known_devices.last_at, excluded.last_at)`,
    alerts: Prisma.sql`UPDATE care_alert_people p SET account_id = ${i} WHERE account_id = ${f} AND NOT EXISTS
      (SELECT FROM care_alert_people o WHERE o.alert_id = p.alert_id AND o.account_id = ${i})`,
    other_alerts: Prisma.sql`DELETE FROM care_alert_people WHERE account_id = ${f}`,
    pin_tries: Prisma.sql`DELETE FROM care_pin_tries WHERE account_id = ${f}`,
    other_pin: Prisma.sql`DELETE FROM care_pins WHERE account_id = ${f}`,
    surveys: Prisma.sql`WITH gone AS (DELETE FROM survey_participants WHERE account_id = ${f} RETURNING survey_id)
      INSERT INTO survey_participants (survey_id, account_id) SELECT survey_id, ${i} FROM gone ON CONFLICT DO NOTHING`,
  }
}

/** Moves everything. @returns how many rows, by statement */
export async function moveAll(tx: Tx, pair: Pair, at: Date): Promise<Record<string, number>> {
  const moved: Record<string, number> = { links_ended: await oneLinkEach(tx, pair, at) }
  for (const [name, sql] of Object.entries(ownStatements(pair, at))) moved[name] = await tx.$executeRaw(sql)
  for (const column of Object.keys(joinPlan).filter((key) => joinPlan[key] === 'moves')) {
    const [table = '', field = ''] = column.split('.')
    const sql = `UPDATE ${table} SET ${field} = $2::uuid WHERE ${field} = $1::uuid`
    moved[column] = await tx.$executeRawUnsafe(sql, pair.from, pair.into)
  }
  return Object.fromEntries(Object.entries(moved).filter(([, rows]) => rows > 0))
}

export async function insertJoin(
  tx: Tx,
  join: Pair & { id: string; proof: Proof; rows: Record<string, number>; at: Date },
): Promise<void> {
  const { id, from, into, proof, rows, at } = join
  await tx.accountJoin.create({ data: { id, fromId: from, intoId: into, proof, rows, at } })
}

/** What the account that stays takes over where it has nothing itself; a second number goes on opening it. */
export async function fillFrom(
  tx: Tx,
  into: JoiningRow,
  from: JoiningRow,
  sealed: { nameEnc: string | null; phoneEnc: string | null; proofFrom: Date | null },
): Promise<void> {
  const takesNumber = !into.phoneHash && from.phoneHash
  if (takesNumber)
    await tx.account.update({
      where: { id: from.id },
      data: { phoneEnc: null, phoneHash: null, phoneSeenAt: null },
    })
  await tx.account.update({
    where: { id: into.id },
    data: {
      phoneProofFrom: sealed.proofFrom,
      ...(takesNumber && {
        phoneEnc: sealed.phoneEnc,
        phoneHash: bytes(takesNumber),
        phoneSeenAt: from.phoneSeenAt,
      }),
      ...(into.nameEnc === null && { nameEnc: sealed.nameEnc }),
      communityCode: into.communityCode ?? from.communityCode,
      elderMode: into.elderMode || from.elderMode,
    },
  })
}
