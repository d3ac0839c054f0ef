import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { firstLookupId } from '../src/keys/read'

/** The environment variables that carry keys; of a ring of field keys the first one encrypts. */
export interface Keys {
  LINLI_FIELD_KEYS: string
  LINLI_LOOKUP_KEYS: string
  LINLI_TOKEN_KEY: string
}

/** Folders of earlier versions hold one lookup key without an id. */
type Kept = Omit<Keys, 'LINLI_LOOKUP_KEYS'> & { LINLI_LOOKUP_KEYS?: string; LINLI_LOOKUP_KEY?: string }

const fresh = () => randomBytes(32).toString('base64')

/**
 * The demonstration's keys, made once into the data folder. Without them the encrypted fields in the database
 * are lost, so they reach the disk before anything is encrypted with them. Keys in the environment win.
 */
export async function demoKeys(folder: string): Promise<Keys> {
  const path = join(folder, 'keys.json')
  if (!existsSync(path)) {
    await mkdir(folder, { recursive: true })
    const keys: Keys = {
      LINLI_FIELD_KEYS: `k1:${fresh()}`,
      LINLI_LOOKUP_KEYS: `l1:${fresh()}`,
      LINLI_TOKEN_KEY: fresh(),
    }
    const file = await open(`${path}.half`, 'w', 0o600)
    await file.writeFile(JSON.stringify(keys, null, 2))
    await file.sync()
    await file.close()
    await rename(`${path}.half`, path)
  }
  const kept = JSON.parse(await readFile(path, 'utf8')) as Kept
  return {
    LINLI_FIELD_KEYS: process.env.LINLI_FIELD_KEYS || kept.LINLI_FIELD_KEYS,
    LINLI_LOOKUP_KEYS: lookupKeysOf(process.env) ?? lookupKeysOf(kept) ?? '',
    LINLI_TOKEN_KEY: process.env.LINLI_TOKEN_KEY || kept.LINLI_TOKEN_KEY,
  }
}

const lookupKeysOf = ({
  LINLI_LOOKUP_KEYS: ring,
  LINLI_LOOKUP_KEY: only,
}: Partial<Record<'LINLI_LOOKUP_KEYS' | 'LINLI_LOOKUP_KEY', string | undefined>>) =>
  ring || (only && `${firstLookupId}:${only}`) || undefined
