/** The ground on which keys are changed: rings before, during and after, and people of the first version. */
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto'
import type { TestApp } from '../../support/app'
import { keyNamed } from '../../support/keys'

export const before = {
  LINLI_FIELD_KEYS: `k1:${keyNamed('k1')}`,
  LINLI_LOOKUP_KEYS: `l1:${keyNamed('l1')}`,
  LINLI_TOKEN_KEY: keyNamed('token'),
}
export const both = {
  ...before,
  LINLI_FIELD_KEYS: `k2:${keyNamed('k2')},${before.LINLI_FIELD_KEYS}`,
  LINLI_LOOKUP_KEYS: `l2:${keyNamed('l2')},${before.LINLI_LOOKUP_KEYS}`,
}
export const after = {
  ...before,
  LINLI_FIELD_KEYS: `k2:${keyNamed('k2')}`,
  LINLI_LOOKUP_KEYS: `l2:${keyNamed('l2')}`,
}

export const people = 600
export const phoneOf = (n: number): string => `138${String(n).padStart(8, '0')}`
const nameOf = (n: number): string => `张三${n}`

/** As the first version sealed it: bound to its tag alone. */
function sealedBefore(plain: string): string {
  const iv = randomBytes(12)
  const old = createCipheriv('aes-256-gcm', Buffer.from(keyNamed('k1'), 'base64'), iv).setAAD(
    Buffer.from('contact'),
  )
  const body = Buffer.concat([old.update(plain, 'utf8'), old.final(), old.getAuthTag()])
  return `v1.k1.${iv.toString('base64url')}.${body.toString('base64url')}`
}

/** Accounts with a name sealed in the old way, and a number. */
export async function makeOldAccounts(app: TestApp): Promise<void> {
  const ids = Array.from({ length: people }, () => randomUUID())
  await app.database.pool.query(
    `INSERT INTO accounts (id, name_enc, phone_enc, phone_hash, created_at)
     SELECT *, now() FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[])`,
    [
      ids,
      ids.map((_, n) => sealedBefore(nameOf(n))),
      ids.map((id, n) => app.deps.cipher.encrypt('accounts.phone_enc', id, phoneOf(n))),
      ids.map((_, n) => app.deps.cipher.lookup('phone', phoneOf(n))),
    ],
  )
}
