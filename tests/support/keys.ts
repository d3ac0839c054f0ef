import { createHash } from 'node:crypto'

/** A key made of a name: as good as any for a test, and the same in each process. */
export const keyNamed = (name: string): string =>
  createHash('sha256').update(`test key ${name}`).digest('base64')

export const testKeys = {
  LINLI_FIELD_KEYS: `t1:${keyNamed('field')}`,
  LINLI_LOOKUP_KEYS: `l1:${keyNamed('lookup')}`,
  LINLI_TOKEN_KEY: keyNamed('token'),
}
