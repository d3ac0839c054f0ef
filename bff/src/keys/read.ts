/** The keys as the environment gives them. No message of this file holds any part of one. */

export interface Keys {
  /** Id → 32 bytes; the first one encrypts, all decrypt. */
  fieldKeys: ReadonlyMap<string, Buffer>
  /** Id → 32 bytes; which of them made the stored hashes is recorded in the database. */
  lookupKeys: ReadonlyMap<string, Buffer>
  tokenKey: Buffer
}

export interface KeyTexts {
  LINLI_FIELD_KEYS: string
  LINLI_LOOKUP_KEYS?: string | undefined
  LINLI_LOOKUP_KEY?: string | undefined
  LINLI_TOKEN_KEY: string
}

/** The id of the one lookup key of deployments that began with `LINLI_LOOKUP_KEY`. */
export const firstLookupId = 'first'

/** Of 32 random bytes some thirty differ from each other; fewer than sixteen come once in 10^16 keys. */
const fewestValues = 16

/** @throws Error that names the variable, and the key by its id */
export function readKeys(env: KeyTexts): Keys {
  const fieldKeys = ringOf('LINLI_FIELD_KEYS', env.LINLI_FIELD_KEYS)
  const lookupKeys = lookupRing(env)
  const tokenKey = Buffer.from(env.LINLI_TOKEN_KEY, 'base64')
  const named: [string, Buffer][] = [
    ...[...fieldKeys].map(([id, key]): [string, Buffer] => [`${id} of LINLI_FIELD_KEYS`, key]),
    ...[...lookupKeys].map(([id, key]): [string, Buffer] => [`${id} of LINLI_LOOKUP_KEYS`, key]),
    ['LINLI_TOKEN_KEY', tokenKey],
  ]
  named.forEach(([name, key], at) => {
    if (new Set(key).size < fewestValues)
      throw new Error(`${name} is no random key: make one with openssl rand`)
    const twin = named.slice(0, at).find(([, other]) => other.equals(key))
    if (twin) throw new Error(`${twin[0]} and ${name} are the same key: each needs one of its own`)
  })
  return { fieldKeys, lookupKeys, tokenKey }
}

function lookupRing({ LINLI_LOOKUP_KEYS: ring, LINLI_LOOKUP_KEY: only }: KeyTexts) {
  if (ring && only)
    throw new Error(`LINLI_LOOKUP_KEY and LINLI_LOOKUP_KEYS: move the old one in, as ${firstLookupId}:…`)
  if (ring) return ringOf('LINLI_LOOKUP_KEYS', ring)
  if (only) return new Map([[firstLookupId, Buffer.from(only, 'base64')]])
  throw new Error('wrong or missing in the environment: LINLI_LOOKUP_KEYS')
}

function ringOf(variable: string, text: string): Map<string, Buffer> {
  const pairs = text.split(',').map((pair): [string, Buffer] => {
    const colon = pair.indexOf(':')
    return [pair.slice(0, colon), Buffer.from(pair.slice(colon + 1), 'base64')]
  })
  const ring = new Map(pairs)
  if (ring.size < pairs.length) throw new Error(`${variable} names one id twice`)
  return ring
}
