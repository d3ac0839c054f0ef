import { hash } from '@stablelib/sha256'

/** A piece of work that the service asks for where many try: see `solve`. */
export interface Work {
  seed: string
  bits: number
}

export function workIn(facts: Record<string, unknown>): Work | null {
  const work = facts.work as Partial<Work> | undefined
  const { seed, bits } = work ?? {}
  // Beyond this no honest service asks, and a phone would take for ever.
  return typeof seed === 'string' && typeof bits === 'number' && bits <= 22 ? { seed, bits } : null
}

/** So many tries between two breaths, in which the page stays alive. */
const stretch = 500

/**
 * Finds a nonce for which SHA-256 of `seed:nonce` begins with so many zero bits, by trying: about a second for 16 bits.
 * Nobody has to look at anything. It runs where neither WebCrypto nor workers exist.
 * @returns the solution, `seed:nonce`
 */
export async function solve({ seed, bits }: Work): Promise<string> {
  for (let nonce = 0; ; nonce++) {
    const solution = `${seed}:${nonce.toString(36)}`
    if (zeroBits(hash(bytesOf(solution))) >= bits) return solution
    if (nonce % stretch === stretch - 1) await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

/** Seeds and nonces are ASCII; a mini-program has no TextEncoder. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

function zeroBits(digest: Uint8Array): number {
  let count = 0
  for (const byte of digest) {
    if (byte !== 0) return count + Math.clz32(byte) - 24
    count += 8
  }
  return count
}
