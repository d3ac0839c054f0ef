/** The ground on which keys are changed: rings before, during and after, and people of the first version. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { admit } from '../../../bff/src/keys/checks'
import { readKeys } from '../../../bff/src/keys/read'
import { buildTestApp, type TestApp } from '../../support/app'
import type { TestDatabase } from '../../support/database'
import { keyNamed } from '../../support/keys'
import type { Urls } from '../../support/process'

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

/** The command, begun once. */
function rotation({ databaseUrl, redisUrl }: Urls) {
  const path = fileURLToPath(new URL('../../../bff/dist/keys.js', import.meta.url))
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    ...both,
  }
  const child: ChildProcess = spawn(process.execPath, [path, 'rotate'], { env })
  let said = ''
  for (const out of [child.stdout, child.stderr]) out?.on('data', (chunk) => (said += String(chunk)))
  const end = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  )
  return { child, end }
}

/** Killed three times with its first words, and begun again until its end. @returns what it said then */
export async function rotated(urls: Urls): Promise<string> {
  for (let killed = 0; killed < 3; killed++) {
    const { child, end } = rotation(urls)
    await Promise.race([new Promise((resolve) => child.stdout?.once('data', resolve)), end])
    child.kill('SIGKILL')
    const { code, said } = await end
    if (code !== null) throw new Error(`it ended before it was killed:\n${said}`)
  }
  const { code, said } = await rotation(urls).end
  if (code !== 0) throw new Error(`it ended with ${code}:\n${said}`)
  return said
}

/** A process of the service: it has one lookup key for its life, and begins again when that was changed. */
export interface Living {
  app: TestApp
  again(): Promise<void>
  close(): Promise<void>
}

export async function living(database: TestDatabase, redisUrl: string): Promise<Living> {
  const start = async (): Promise<TestApp> =>
    buildTestApp(database, redisUrl, both, { lookupId: await admit(database.url, readKeys(both)) })
  const alive = { app: await start(), again: async () => {}, close: () => alive.app.close() }
  let renewing: Promise<void> | undefined
  alive.again = () =>
    (renewing ??= (async () => {
      const gone = alive.app
      alive.app = await start()
      await gone.close()
      renewing = undefined
    })())
  return alive
}
