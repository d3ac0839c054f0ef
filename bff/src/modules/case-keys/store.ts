/** The data keys of cases, each sealed by the key ring. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import type { Read } from '../../platform/read'
import { idRow, rowsOf } from '../../platform/rows'

export async function insertKey(tx: Tx, caseId: string, keyEnc: string): Promise<void> {
  await tx.caseKey.create({ data: { caseId, keyEnc } })
}

const keyRow = z.strictObject({ caseId: z.string(), keyEnc: z.string() })

export const keysOf = (read: Read, caseIds: readonly string[]) =>
  read(
    keyRow,
    'case-keys',
    `SELECT case_id AS "caseId", key_enc AS "keyEnc" FROM case_keys WHERE case_id = ANY ($1::uuid[])`,
    [caseIds],
  )

/** @returns the cases whose key went now */
export async function deleteKeys(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const gone = await rowsOf(tx, idRow)`
    DELETE FROM case_keys WHERE case_id = ANY (${[...caseIds]}::uuid[]) RETURNING case_id AS id`
  return gone.map(({ id }) => id)
}
