/**
 * A small piece of work that a device does before it is served beyond a budget: nothing to see, to slide or to solve, a
 * second or so on an old phone (hashcash). It makes many tries dear; what bounds guessing are the counts in PostgreSQL.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { sameBytes } from './crypto'
import type { Clock } from './clock'
import type { RedisPort } from './redis'

/** The work asked for: a nonce for which SHA-256 of `seed:nonce` begins with so many zero bits. */
export interface Work {
  seed: string
  bits: number
}

export interface Proofs {
  issue(): Work
  /** Spends a solution `seed:nonce`. @returns false for one that is none, is over, or was spent before */
  spend(solution: string): Promise<boolean>
}

/** On average 2^16 hashes. */
const bits = 16
const goodForMs = 5 * 60_000
const shape = /^([0-9a-z]{1,12}\.[\w-]{16})\.([\w-]{22}):([0-9a-z]{1,16})$/
const mostRemembered = 50_000

export function createProofs(secret: Buffer, redis: RedisPort, clock: Clock): Proofs {
  const key = createHmac('sha256', secret).update('proof of work').digest()
  const mac = (what: string): string =>
    createHmac('sha256', key).update(what).digest('base64url').slice(0, 22)
  const spentHere = new Set<string>()

  /** Redis knows for all processes; without it each one knows what was spent with itself. */
  async function firstUse(seed: string): Promise<boolean> {
    if (spentHere.has(seed)) return false
    if (spentHere.size >= mostRemembered) spentHere.clear()
    spentHere.add(seed)
    const set = await redis.run((redis) => redis.set(`linli:proof:${seed}`, 1, 'PX', goodForMs, 'NX'))
    return set !== null
  }

  return {
    issue() {
      const until = (clock.now().getTime() + goodForMs).toString(36)
      const what = `${until}.${randomBytes(12).toString('base64url')}`
      return { seed: `${what}.${mac(what)}`, bits }
    },
    async spend(solution) {
      const [, what = '', given = ''] = shape.exec(solution) ?? []
      if (!what || !sameBytes(Buffer.from(given), Buffer.from(mac(what)))) return false
      if (Number.parseInt(what, 36) <= clock.now().getTime()) return false
      if (zeroBits(createHash('sha256').update(solution).digest()) < bits) return false
      return firstUse(what)
    },
  }
}

export function zeroBits(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0)
  return first < 0 ? hash.length * 8 : first * 8 + Math.clz32(hash[first] ?? 0) - 24
}
