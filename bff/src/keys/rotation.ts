/**
 * The promise: afterwards everything stands under the first key of each ring and nothing under another, while people
 * worked on. It may be stopped or killed at any moment and begun again.
 */
import pg from 'pg'
import { nameFormVersion } from '../platform/name-form'
import { admitKeys, cipherOf } from './checks'
import type { Keys } from './read'
import { beginFor, prepareHashes, renewHashes, swapHashes } from './rehash'
import { leftUnder, resealAll, type Stop } from './reseal'

/** Somebody still seals under another key; most likely a process with an older ring. */
export class StillWritten extends Error {}

interface Rotation {
  databaseUrl: string
  keys: Keys
  stop: Stop
  say: (line: string) => void
}

/** One at a time on a database; a connection that waits for nobody long. */
async function exclusively<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c lock_timeout=60s' })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('rotation of keys'))`)
    return await work(client)
  } finally {
    await client.end()
  }
}

const firstOf = (ring: ReadonlyMap<string, Buffer>): string => ring.keys().next().value ?? ''

/** @throws WrongKey, Stopped, StillWritten */
export const rotate = ({ databaseUrl, keys, stop, say }: Rotation): Promise<void> =>
  exclusively(databaseUrl, async (client) => {
    const [fieldId, nextId] = [firstOf(keys.fieldKeys), firstOf(keys.lookupKeys)]
    const writer = await admitKeys(client, keys)
    say(
      `${await resealAll(client, cipherOf(keys, writer), fieldId, { stop, records: true })} values sealed anew under ${fieldId}`,
    )
    if (writer !== nextId) await changeLookupKey(client, { keys, stop, say, nextId })
    await renewHashes(client, cipherOf(keys, nextId), stop)
    await resealAll(client, cipherOf(keys, nextId), fieldId, { stop, records: true })
    const left = await leftUnder(client, fieldId)
    if (left > 0)
      throw new StillWritten(`${left} values are not under ${fieldId}: restart every process, then again`)
    await client.query(
      `UPDATE key_checks SET retired_at = now() WHERE kind = 'field' AND id <> $1 AND retired_at IS NULL`,
      [fieldId],
    )
    await remember(client, keys, nextId)
    say('done: the other keys may leave LINLI_FIELD_KEYS; LINLI_LOOKUP_KEYS keeps them for eight more days')
  })

async function changeLookupKey(
  client: pg.ClientBase,
  { keys, stop, say, nextId }: Pick<Rotation, 'keys' | 'stop' | 'say'> & { nextId: string },
): Promise<void> {
  const next = cipherOf(keys, nextId)
  await beginFor(client, nextId)
  say(`${await prepareHashes(client, next, stop)} hashes made by ${nextId}`)
  await swapHashes(client, next, nextId)
  say(`the hashes are those of ${nextId}; every process begins again within a second or two`)
}

/** What `renewWhenOld` has to have been done for. */
const doneFor = (keys: Keys, lookupId: string): string =>
  `v2 ${firstOf(keys.fieldKeys)} ${lookupId} names ${nameFormVersion}`

async function remember(client: pg.ClientBase, keys: Keys, lookupId: string): Promise<void> {
  await client.query(
    `INSERT INTO key_work (name, done, at) VALUES ('renewal', $1, now())
     ON CONFLICT (name) DO UPDATE SET done = excluded.done, at = excluded.at`,
    [doneFor(keys, lookupId)],
  )
}

/**
 * What a new version or a new first field key asks for, by the clock: values of an older way are sealed anew, hashes of
 * an older form of names made anew. It changes no lookup key, and leaves what is append-only to `rotate`.
 */
export const renewWhenOld = ({ databaseUrl, keys, stop }: Omit<Rotation, 'say'>): Promise<void> =>
  exclusively(databaseUrl, async (client) => {
    const lookupId = await admitKeys(client, keys)
    const { rowCount } = await client.query(`SELECT FROM key_work WHERE name = 'renewal' AND done = $1`, [
      doneFor(keys, lookupId),
    ])
    if (rowCount) return
    const cipher = cipherOf(keys, lookupId)
    // Hashes first: until they are renewed, a bar does not know a name that is compared in a new form.
    await renewHashes(client, cipher, stop)
    await resealAll(client, cipher, firstOf(keys.fieldKeys), { stop, records: false })
    await remember(client, keys, lookupId)
  })
