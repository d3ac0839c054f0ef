/** What of a row goes out, and the data key of a file. */
import { randomBytes } from 'node:crypto'
import type { File } from '@linli/contracts/files'
import type { FieldCipher } from '../../platform/crypto'
import type { FileRow } from './store'

export const presentFile = ({ id, kind, createdAt, pages }: FileRow): File => ({
  id,
  kind: kind ?? 'picture',
  createdAt: createdAt.toISOString(),
  pages: pages.map(({ n, width, height }) => ({ n, width, height })),
})

export const newKey = (): Buffer => randomBytes(32)

export const sealKey = (cipher: FieldCipher, id: string, key: Buffer): string =>
  cipher.encrypt('files.key_enc', id, key.toString('base64url'))

/** @throws Error where there is none, as the file belongs to a case */
export function unsealKey(cipher: FieldCipher, id: string, keyEnc: string | null): Buffer {
  if (keyEnc === null) throw new Error('this file opens by the key of its case')
  return Buffer.from(cipher.decrypt('files.key_enc', id, keyEnc), 'base64url')
}
