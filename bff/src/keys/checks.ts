/**
 * The promise: no process works on a database with another key than the one its data stands under. Which keys those are
 * is recorded by the first start, proven by the data where there is any, and changed by the rotation alone.
 */
import { createHmac } from 'node:crypto'
import pg from 'pg'
import * as z from 'zod/mini'
import { createFieldCipher, sameBytes } from '../platform/crypto'
import { rowsFrom } from '../platform/rows'
import type { Keys } from './read'
import { proveByData } from './proof'
import { WrongKey } from './wrong-key'

const keyKind = z.enum(['field', 'lookup', 'token'])
export type KeyKind = z.output<typeof keyKind>

const checkRow = z.strictObject({
  kind: keyKind,
  id: z.string(),
  value: z.instanceof(Buffer),
  writes: z.boolean(),
  retired: z.boolean(),
})
export type CheckRow = z.output<typeof checkRow>

const variables = {
  field: 'LINLI_FIELD_KEYS',
  lookup: 'LINLI_LOOKUP_KEYS',
  token: 'LINLI_TOKEN_KEY',
} as const satisfies Record<KeyKind, string>

/** There is one token key, and it has no other name. */
export const tokenId = 'token'

interface Named {
  kind: KeyKind
  id: string
  key: Buffer
}

export const namedKeys = ({ fieldKeys, lookupKeys, tokenKey }: Keys): Named[] => [
  ...[...fieldKeys].map(([id, key]) => ({ kind: 'field' as const, id, key })),
  ...[...lookupKeys].map(([id, key]) => ({ kind: 'lookup' as const, id, key })),
  { kind: 'token', id: tokenId, key: tokenKey },
]

/** Keyed by what it checks, so that it says nothing about what the key is used for. */
export const checkValue = ({ kind, id, key }: Named): Buffer =>
  createHmac('sha256', key).update(`linli key check\0${kind}\0${id}`).digest()

/** @throws WrongKey for the first key that is not the one, or is not there */
export function compareKeys(known: readonly CheckRow[], keys: Keys): void {
  const given = namedKeys(keys)
  for (const { kind, id, value, writes, retired } of known) {
    const mine = given.find((each) => each.kind === kind && each.id === id)
    const name = kind === 'token' ? variables.token : `${variables[kind]}: ${id}`
    // A lookup key under which nothing is hashed yet, or any more, may leave the ring.
    const isNeeded = kind === 'lookup' ? writes : !retired
    if (!mine && isNeeded) throw new WrongKey(`${name} is missing, and data stands under it`)
    if (mine && !sameBytes(checkValue(mine), value))
      throw new WrongKey(
        `${name} is not the key that this database is kept with${kind === 'token' ? ' (to change it on purpose: node bff/dist/keys.js accept-token)' : ''}`,
      )
  }
}

export const knownKeys = async (client: pg.ClientBase): Promise<CheckRow[]> =>
  rowsFrom(
    client,
    checkRow,
    'SELECT kind, id, value, writes, retired_at IS NOT NULL AS retired FROM key_checks ORDER BY kind, id',
  )

/**
 * Compares the keys with those of the database, and records new ones. Several first starts wait for each other.
 * @returns the id of the lookup key that made the stored hashes
 * @throws WrongKey
 */
export async function admitKeys(client: pg.ClientBase, keys: Keys): Promise<string> {
  await client.query('BEGIN')
  try {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('key checks'))`)
    const known = await knownKeys(client)
    compareKeys(known, keys)
    const [firstLookup = ''] = keys.lookupKeys.keys()
    const writer = known.find(({ writes }) => writes)?.id ?? firstLookup
    if (known.length === 0) await proveByData(client, cipherOf(keys, writer), keys)
    for (const each of namedKeys(keys))
      await client.query(
        'INSERT INTO key_checks (kind, id, value, writes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [each.kind, each.id, checkValue(each), each.kind === 'lookup' && each.id === writer],
      )
    await client.query('COMMIT')
    return writer
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** The service's cipher. */
export const cipherOf = ({ fieldKeys, lookupKeys }: Keys, lookupId: string) =>
  createFieldCipher({ keys: fieldKeys, lookupKeys, lookupId })

/** The same with a connection of its own. @throws WrongKey */
export async function admit(databaseUrl: string, keys: Keys): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await admitKeys(client, keys)
  } finally {
    await client.end()
  }
}

/**
 * Before a migration: compares, where there is something to compare with, and records nothing.
 * @throws WrongKey
 */
export async function compareBefore(databaseUrl: string, keys: Keys): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const [row] = await rowsFrom(
      client,
      z.strictObject({ there: z.boolean() }),
      `SELECT to_regclass('public.key_checks') IS NOT NULL AS there`,
    )
    if (row?.there) compareKeys(await knownKeys(client), keys)
  } finally {
    await client.end()
  }
}
