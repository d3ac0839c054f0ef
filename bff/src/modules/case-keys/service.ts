/**
 * The promise: what is sealed for a case opens in its own place of its own row by that case's data key alone, and once
 * the key was destroyed it opens nowhere, not even from a copy.
 */
import { randomBytes } from 'node:crypto'
import { type FieldCipher, openBound, sealBound } from '../../platform/crypto'
import type { Tx } from '../../platform/db'
import type { Read } from '../../platform/read'
import * as store from './store'

/** `table.column`, where the column's name ends so that nobody takes it for one of the key ring's. */
export type CasePlace = `${string}.${string}_sealed`

export interface CaseKey {
  /**
   * @param row the UUID of the row in which it will stand, known before it is written
   * @returns `c1.<iv>.<ciphertext+tag>`, base64url
   */
  seal(place: CasePlace, row: string, text: string): string
  /** @throws Error when it was changed, or stands elsewhere than where it was sealed, or is another case's */
  open(place: CasePlace, row: string, sealed: string): string
}

interface Tools {
  cipher: FieldCipher
}

/** Once for a case, in the transaction that opens it. */
export async function createCaseKey({ cipher }: Tools, tx: Tx, caseId: string): Promise<CaseKey> {
  const { key, keyEnc } = makeCaseKey(cipher, caseId)
  await store.insertKey(tx, caseId, keyEnc)
  return key
}

/** A new key, and the same as it is kept. */
export function makeCaseKey(cipher: FieldCipher, caseId: string): { key: CaseKey; keyEnc: string } {
  const key = randomBytes(32)
  const keyEnc = cipher.encrypt('case_keys.key_enc', caseId, key.toString('base64url'))
  return { key: keyOf(caseId, key), keyEnc }
}

/** @returns undefined where the case has none, or it was destroyed */
export const openCaseKey = async (tools: Tools, read: Read, caseId: string): Promise<CaseKey | undefined> =>
  (await openCaseKeys(tools, read, [caseId])).get(caseId)

/** The same for a page of cases; those without a key are not in it. */
export async function openCaseKeys(
  { cipher }: Tools,
  read: Read,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseKey>> {
  const rows = await store.keysOf(read, caseIds)
  return new Map(
    rows.map(({ caseId, keyEnc }) => [
      caseId,
      keyOf(caseId, Buffer.from(cipher.decrypt('case_keys.key_enc', caseId, keyEnc), 'base64url')),
    ]),
  )
}

/** Nothing that they sealed opens any more. @returns the cases that had one */
export const destroyCaseKeys = (tx: Tx, caseIds: readonly string[]): Promise<string[]> =>
  store.deleteKeys(tx, caseIds)

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const version = 'c1'

function keyOf(caseId: string, key: Buffer): CaseKey {
  /** @throws Error for a row that is no UUID: most likely two arguments were exchanged */
  const bound = (place: CasePlace, row: string): Buffer => {
    if (!uuid.test(row)) throw new Error(`no row of ${place} to seal for`)
    return Buffer.from(`linli case\0${caseId.toLowerCase()}\0${place}\0${row.toLowerCase()}`)
  }
  return {
    seal: (place, row, text) => `${version}.${sealBound(key, bound(place, row), text)}`,
    open(place, row, sealed) {
      const [kind, ...rest] = sealed.split('.')
      if (kind !== version) throw new Error('sealed in an unknown way')
      return openBound(key, bound(place, row), rest.join('.'))
    },
  }
}
