/** Who is told of a child. */
import type { Tx } from '../../platform/db'
import type { Who } from './pick-up/pickup-rules'

export interface AccountRow {
  accountId: string
  nameEnc: string | null
  phoneHash: string | null
  /** What else the account is or was known by. */
  known: Who[]
}

/** Those who read of the child: a link that staff do not know is told nothing. */
export const guardiansToTell = (tx: Tx, childId: string): Promise<AccountRow[]> =>
  tx.$queryRaw`
    SELECT g.account_id AS "accountId", a.name_enc AS "nameEnc", encode(a.phone_hash, 'hex') AS "phoneHash",
      known_as(a.id) AS known
    FROM deciding_guardians g JOIN accounts a ON a.id = g.account_id
    WHERE g.child_id = ${childId}::uuid`

export const accountsWith = (tx: Tx, ids: readonly string[]): Promise<AccountRow[]> =>
  tx.$queryRaw`
    SELECT id AS "accountId", name_enc AS "nameEnc", encode(phone_hash, 'hex') AS "phoneHash",
      known_as(id) AS known
    FROM accounts WHERE id = ANY (${ids}::uuid[])`

/** Who leads a class of the programme on that day. */
export const leadersOf = (tx: Tx, programmeId: string, day: string): Promise<{ accountId: string }[]> =>
  tx.$queryRaw`
    SELECT DISTINCT d.account_id AS "accountId" FROM care_duties d
    WHERE d.programme_id = ${programmeId}::uuid AND d.leader AND d.ended_at IS NULL
      AND ${day}::date BETWEEN d.starts_on AND d.ends_on
      AND extract(isodow FROM ${day}::date)::integer = ANY (d.weekdays)`
