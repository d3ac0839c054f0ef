/** Who may pick a child up, by keyed hashes; a code is spent by one guarded statement, in the release's transaction. */
import type { Tx } from '../../platform/db'
import type { DayCode, GuardianLink, ListedPerson } from './pickup-rules'

export type ListedRow = ListedPerson & { nameEnc: string }

export const peopleOf = (tx: Tx, childId: string): Promise<ListedRow[]> =>
  tx.$queryRaw`
    SELECT id, kind, name_enc AS "nameEnc", encode(name_hash, 'hex') AS "nameHash",
      encode(phone_hash, 'hex') AS "phoneHash", relation, valid_from::text AS "validFrom", valid_to::text AS "validTo"
    FROM pickup_people WHERE child_id = ${childId}::uuid AND ended_at IS NULL`

export type GuardianRow = Omit<GuardianLink, 'nameHash'> & { accountId: string; nameEnc: string | null }

/** A guardian of this child, also one whose link was ended. */
export async function guardianOf(tx: Tx, childId: string, id: string): Promise<GuardianRow | undefined> {
  const [row] = await tx.$queryRaw<GuardianRow[]>`
    SELECT g.id, g.relation, g.account_id AS "accountId", a.name_enc AS "nameEnc", encode(a.phone_hash, 'hex') AS "phoneHash",
      known_as(g.account_id) AS known, g.known_at IS NOT NULL AS verified, g.ended_at IS NOT NULL AS ended
    FROM guardians g JOIN accounts a ON a.id = g.account_id
    WHERE g.id = ${id}::uuid AND g.child_id = ${childId}::uuid`
  return row
}

export type CodeRow = Omit<DayCode, 'nameHash' | 'matches'> & { codeHash: string; nameEnc: string | null }

/** The codes of a month before and after a day. */
export const codesOf = (tx: Tx, childId: string, day: string): Promise<CodeRow[]> =>
  tx.$queryRaw`
    SELECT id, day::text AS day, encode(code_hash, 'hex') AS "codeHash", name_enc AS "nameEnc", relation, attempts,
      used_at IS NOT NULL AS used, replaced_at IS NOT NULL AS replaced
    FROM pickup_codes WHERE child_id = ${childId}::uuid AND day BETWEEN ${day}::date - 31 AND ${day}::date + 31
    ORDER BY day DESC`

/** @returns false when it was used, replaced or guessed at too often in the same moment */
export async function spendCode(tx: Tx, id: string, at: Date): Promise<boolean> {
  const spent = await tx.$executeRaw`
    UPDATE pickup_codes SET used_at = ${at}::timestamptz
    WHERE id = ${id}::uuid AND used_at IS NULL AND replaced_at IS NULL AND attempts < 5`
  return spent === 1
}

/** Counts a wrong code against the one that holds on that day. */
export async function countGuess(tx: Tx, childId: string, day: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE pickup_codes SET attempts = attempts + 1
    WHERE child_id = ${childId}::uuid AND day = ${day}::date AND replaced_at IS NULL AND attempts < 5`
}
