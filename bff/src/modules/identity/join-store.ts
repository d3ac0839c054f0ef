/** Two accounts become one: every row that named the first names the second, or stays where only adding is allowed. */
import * as z from 'zod/mini'
import { Prisma } from '../../generated/client'
import type { JoinStatements } from '../../platform/account-rows'
import type { Tx } from '../../platform/db'
import { idRow, rowOf, rowsOf } from '../../platform/rows'
import { joinPlan } from './join-plan'
import { type Proof, type Records, records } from './join-rules'
import { bytes } from './store'

export interface Pair {
  from: string
  into: string
}

const joiningRow = z.strictObject({
  id: z.string(),
  nameEnc: z.nullable(z.string()),
  phoneEnc: z.nullable(z.string()),
  phoneHash: z.nullable(z.instanceof(Uint8Array)),
  communityCode: z.nullable(z.string()),
  phoneProofFrom: z.nullable(z.date()),
  phoneSeenAt: z.nullable(z.date()),
  /** Children, staff's grants. */
  holdsMore: z.boolean(),
  elderMode: z.boolean(),
  gone: z.boolean(),
  leavesAt: z.nullable(z.date()),
})
export type JoiningRow = z.output<typeof joiningRow>

/**
 * Lock order of a join: the open cases of both, by id, as everybody locks a case before the account that it names; then
 * the two accounts, by id. Who writes for either from now on waits, and then meets the join (`account_must_live`).
 */
export async function lockPair(tx: Tx, { from, into }: Pair): Promise<JoiningRow[]> {
  const both = [from, into]
  await rowsOf(tx, idRow)`SELECT id FROM cases WHERE subject_id = ANY (${both}::uuid[]) AND closed_at IS NULL
    ORDER BY id FOR UPDATE`
  return rowsOf(tx, joiningRow)`
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
  const row = await rowOf(tx, records)`
    SELECT EXISTS (SELECT FROM guardians a JOIN guardians b ON b.child_id = a.child_id
        WHERE a.account_id = ${from}::uuid AND b.account_id = ${into}::uuid) AS "shareChild",
      ${acted(from, into)} OR ${acted(into, from)} AS "actedOn",
      ${papers(from)} AS "papersFrom", ${papers(into)} AS "papersInto"`
  if (!row) throw new Error('nothing was read of two accounts')
  return row
}

/** What has a name of its own comes first, in this order: an account is joined before a rating may follow it. */
const first = [
  'links_ended',
  'accounts',
  'sessions',
  'grants',
  'cases',
  'signups',
  'line_entries',
  'quotas',
  'favourites',
  'calendar_addresses',
  'guardians',
  'endings',
  'pins',
  'devices',
  'alerts',
  'other_alerts',
  'pin_tries',
  'other_pin',
  'surveys',
  'other_visit_covers',
  'visit_covers.visitor_id',
  'other_proposals',
  'task_proposals.party_id',
]

/** The names of all statements of a join, as they are run. */
export const joinOrder: readonly string[] = [
  ...first,
  ...Object.keys(joinPlan).filter((column) => joinPlan[column] === 'moves'),
]

/** Moves everything, by the statements of every module. @returns how many rows, by statement */
export async function moveAll(
  tx: Tx,
  statements: JoinStatements,
  { from, into }: Pair,
  at: Date,
): Promise<Record<string, number>> {
  const all = statements({
    from: Prisma.sql`${from}::uuid`,
    into: Prisma.sql`${into}::uuid`,
    at: Prisma.sql`${at}::timestamptz`,
  })
  const moved: Record<string, number> = {}
  for (const name of joinOrder) {
    const sql = all[name]
    if (!sql) throw new Error(`no module moves ${name}`)
    moved[name] = await tx.$executeRaw(sql)
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
