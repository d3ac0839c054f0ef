/** Who is told of a child. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowsOf } from '../../platform/rows'
import { knownAs } from '../children/service'

export const accountIdRow = z.strictObject({ accountId: z.string() })

const accountRow = z.extend(accountIdRow, {
  nameEnc: z.nullable(z.string()),
  phoneHash: z.nullable(z.string()),
  /** What else the account is or was known by. */
  known: z.array(knownAs),
})
export type AccountRow = z.output<typeof accountRow>

/** Those who read of the child: a link that staff do not know is told nothing. */
export const guardiansToTell = (tx: Tx, childId: string): Promise<AccountRow[]> =>
  rowsOf(tx, accountRow)`
    SELECT g.account_id AS "accountId", a.name_enc AS "nameEnc", encode(a.phone_hash, 'hex') AS "phoneHash",
      known_as(a.id) AS known
    FROM deciding_guardians g JOIN accounts a ON a.id = g.account_id
    WHERE g.child_id = ${childId}::uuid`

export const accountsWith = (tx: Tx, ids: readonly string[]): Promise<AccountRow[]> =>
  rowsOf(tx, accountRow)`
    SELECT id AS "accountId", name_enc AS "nameEnc", encode(phone_hash, 'hex') AS "phoneHash",
      known_as(id) AS known
    FROM accounts WHERE id = ANY (${ids}::uuid[])`

/** Who leads a class of the programme on that day. */
export const leadersOf = (
  tx: Tx,
  programmeId: string,
  day: string,
): Promise<z.output<typeof accountIdRow>[]> =>
  rowsOf(tx, accountIdRow)`
    SELECT DISTINCT d.account_id AS "accountId" FROM care_duties d
    WHERE d.programme_id = ${programmeId}::uuid AND d.leader AND d.ended_at IS NULL
      AND ${day}::date BETWEEN d.starts_on AND d.ends_on
      AND extract(isodow FROM ${day}::date)::integer = ANY (d.weekdays)`
