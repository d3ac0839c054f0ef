/**
 * The promise: nobody gets past a bar by another name or number. Of whoever is a guardian it is kept what they were called
 * when staff saw their papers, and what they were called before each change; bars are compared with all of it.
 */
import * as z from 'zod/mini'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { nameForm } from '../../platform/name-form'
import { countRow, idRow, rowOf, rowsOf } from '../../platform/rows'

type Keeping = Pick<Deps, 'cipher' | 'ids'>

interface Contact {
  name: string | null
  phone: string | null
}

interface When {
  papersAt?: Date
  leftAt?: Date
}

const namesRow = z.strictObject({
  nameEnc: z.nullable(z.string()),
  phoneEnc: z.nullable(z.string()),
  formerPhoneEnc: z.nullable(z.string()),
})

/** Locked, so that of two changes at once the second keeps what the first wrote. */
async function namesOf(
  { cipher }: Keeping,
  tx: Tx,
  id: string,
): Promise<Contact & { former: string | null }> {
  const row = await rowOf(tx, namesRow)`
    SELECT name_enc AS "nameEnc", phone_enc AS "phoneEnc", former_phone_enc AS "formerPhoneEnc"
    FROM accounts WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const open = (
    column: 'name_enc' | 'phone_enc' | 'former_phone_enc',
    sealed?: string | null,
  ): string | null => (sealed ? cipher.decrypt(`accounts.${column}`, id, sealed) : null)
  return {
    name: open('name_enc', row?.nameEnc),
    phone: open('phone_enc', row?.phoneEnc),
    former: open('former_phone_enc', row?.formerPhoneEnc),
  }
}

/** Before an account takes another name or number: what it leaves stays known, while it is a guardian's. */
export async function keepLeft(deps: Keeping, tx: Tx, accountId: string, at: Date): Promise<void> {
  const { former, ...contact } = await namesOf(deps, tx, accountId)
  await keepOf(deps, tx, [accountId], contact, { leftAt: at })
  if (former) await keepOf(deps, tx, [accountId], { name: null, phone: former }, { leftAt: at })
}

/**
 * What staff have compared with papers.
 * @returns false where the account has no name that could be compared
 */
export async function keepPapers(
  deps: Keeping,
  tx: Tx,
  link: { id: string; accountId: string },
  at: Date,
): Promise<boolean> {
  const { name, phone } = await namesOf(deps, tx, link.accountId)
  if (name === null || nameForm(name) === '') return false
  await keep(deps, tx, link.id, { name, phone }, { papersAt: at })
  return true
}

/** At every live link of these accounts, which are one person. */
export async function keepOf(
  deps: Keeping,
  tx: Tx,
  accountIds: readonly string[],
  contact: Contact,
  when: When,
): Promise<void> {
  const links = await rowsOf(tx, idRow)`
    SELECT id FROM guardians WHERE account_id = ANY (${[...accountIds]}::uuid[]) AND ended_at IS NULL`
  for (const { id } of links) await keep(deps, tx, id, contact, when)
}

/** Once each: what was known before is known since now. */
async function keep(
  { cipher, ids }: Keeping,
  tx: Tx,
  linkId: string,
  { name, phone }: Contact,
  { papersAt = null, leftAt = null }: { papersAt?: Date | null; leftAt?: Date | null },
): Promise<void> {
  const form = name === null ? '' : nameForm(name)
  const nameHash = form === '' ? null : cipher.lookup('pickup-name', form)
  const phoneHash = phone === null ? null : cipher.lookup('phone', phone)
  if (!nameHash && !phoneHash) return
  const known = await tx.$executeRaw`
    UPDATE guardian_names SET papers_at = coalesce(${papersAt}::timestamptz, papers_at),
      left_at = coalesce(${leftAt}::timestamptz, left_at)
    WHERE guardian_id = ${linkId}::uuid AND name_hash IS NOT DISTINCT FROM ${nameHash}::bytea
      AND phone_hash IS NOT DISTINCT FROM ${phoneHash}::bytea`
  if (known > 0) return
  const id = ids.id()
  const nameEnc = nameHash && name ? cipher.encrypt('guardian_names.name_enc', id, name) : null
  const phoneEnc = phone === null ? null : cipher.encrypt('guardian_names.phone_enc', id, phone)
  await tx.$executeRaw`
    INSERT INTO guardian_names (id, guardian_id, name_enc, name_hash, phone_enc, phone_hash, papers_at, left_at)
    VALUES (${id}::uuid, ${linkId}::uuid, ${nameEnc}, ${nameHash}, ${phoneEnc}, ${phoneHash},
      ${papersAt}::timestamptz, ${leftAt}::timestamptz)`
}

/** When a child is erased, so is what its guardians were called. @returns how many sealed fields went */
export async function forgetNames(tx: Tx, childId: string): Promise<number> {
  const names = await rowOf(tx, countRow)`
    WITH gone AS (DELETE FROM guardian_names WHERE guardian_id IN (SELECT id FROM guardians WHERE child_id = ${childId}::uuid)
      RETURNING num_nonnulls(name_enc, phone_enc) AS n) SELECT coalesce(sum(n), 0)::int AS n FROM gone`
  return names?.n ?? 0
}
