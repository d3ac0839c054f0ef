/** What staff are shown and must have looked at before they verify. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowOf, rowsOf } from '../../platform/rows'
import { countRow } from './erasure-store'

/** Papers are compared within this time of opening the page. */
const lookMinutes = 60

const seenRow = z.strictObject({ seen: z.boolean() })

/**
 * Has this person read what is to be compared of this link, as it is now, since it was asked for and within the hour?
 * `contact`: there was a guardian's name among it.
 */
export async function sawPapers(
  tx: Tx,
  {
    readerId,
    linkId,
    tag = 'child',
    at,
  }: { readerId: string; linkId: string; tag?: 'child' | 'contact'; at: Date },
): Promise<boolean> {
  const row = await rowOf(tx, seenRow)`
    SELECT EXISTS (SELECT FROM access_records a WHERE a.child_id = c.id AND a.reader_id = ${readerId}::uuid
      AND a.guardian_id = g.id AND a.tag = ${tag} AND a.case_id IS NULL AND a.at >= coalesce(c.named_at, c.created_at)
      AND a.at >= g.created_at AND a.at >= coalesce((SELECT max(n.left_at) FROM guardian_names n WHERE n.guardian_id = g.id), g.created_at)
      AND a.at >= ${at}::timestamptz - make_interval(mins => ${lookMinutes}::int)) AS seen
    FROM guardians g JOIN children c ON c.id = g.child_id WHERE g.id = ${linkId}::uuid`
  return row?.seen ?? false
}

const nameRow = z.strictObject({ id: z.string(), nameEnc: z.string() })

const barredRow = z.extend(nameRow, {
  nameHash: z.instanceof(Uint8Array),
  phoneHash: z.nullable(z.instanceof(Uint8Array)),
})

interface WarningFacts {
  /** Live bars of this child, under whichever record of one name and birth date. */
  barred: z.output<typeof barredRow>[]
  /** Other records of this child of which staff have not said that they are another's. */
  others: number
}

export async function warningFacts(db: Db | Tx, childId: string): Promise<WarningFacts> {
  const client = 'client' in db ? db.client : db
  const barred = await rowsOf(client, barredRow)`
    SELECT p.id, p.name_enc AS "nameEnc", p.name_hash AS "nameHash", p.phone_hash AS "phoneHash" FROM pickup_people p
    WHERE p.kind = 'barred' AND p.ended_at IS NULL AND (p.child_id = ${childId}::uuid OR p.child_id IN (
      SELECT o.id FROM children c JOIN children o ON o.identity_hash = c.identity_hash AND o.identity_no = c.identity_no
      WHERE c.id = ${childId}::uuid AND o.erased_at IS NULL))`
  const same = await rowOf(client, countRow)`
    SELECT count(*)::int AS n FROM children c JOIN children o ON o.identity_hash = c.identity_hash
      AND o.identity_no = c.identity_no AND o.id <> c.id AND o.erased_at IS NULL
    WHERE c.id = ${childId}::uuid`
  return { barred, others: same?.n ?? 0 }
}

/** Every name that was kept of an account as a guardian, sealed. */
export const keptNames = (db: Db | Tx, accountId: string): Promise<z.output<typeof nameRow>[]> =>
  rowsOf('client' in db ? db.client : db, nameRow)`
    SELECT n.id, n.name_enc AS "nameEnc" FROM guardian_names n JOIN guardians g ON g.id = n.guardian_id
    WHERE g.account_id = ${accountId}::uuid AND n.name_enc IS NOT NULL`

/** By its papers this is another child than all others of one name and birth date. */
export async function setApart(tx: Tx, childId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE children c SET identity_no = 1 + (SELECT max(o.identity_no) FROM children o
      WHERE o.identity_hash = c.identity_hash)
    WHERE c.id = ${childId}::uuid AND c.identity_hash IS NOT NULL AND EXISTS (SELECT FROM children o
      WHERE o.identity_hash = c.identity_hash AND o.identity_no = c.identity_no AND o.id <> c.id AND o.erased_at IS NULL)`
}
