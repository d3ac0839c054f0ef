import { isIPv6 } from 'node:net'
import type { ProblemCode } from '@linli/contracts/problems'
import type { Redis } from 'ioredis'
import type { Clock } from './clock'
import { Problem } from './problem'
import type { RedisPort } from './redis'

export interface Limit {
  /** What is counted, e.g. `sign-in`. */
  name: string
  max: number
  windowSeconds: number
}

/** One use of something by somebody. */
export type Use = readonly [limit: Limit, who: string]

export interface RateLimiter {
  /** Counts one use. @returns seconds to wait, or 0 when it is allowed */
  take(limit: Limit, who: string): Promise<number>
  /**
   * Counts one after the other in one question to Redis, up to the first that is over: what comes after it is not counted.
   * @returns seconds to wait, or 0 when it is allowed, for each that was counted
   */
  takeAll(uses: readonly Use[]): Promise<number[]>
  /** Counts as `takeAll` does. @throws Problem `code`, too_many_requests unless told, which says when there is another */
  within(uses: readonly Use[], code?: ProblemCode): Promise<void>
}

const script = `local used = {}
for i, key in ipairs(KEYS) do
  used[i] = redis.call('INCR', key)
  if used[i] == 1 then redis.call('EXPIRE', key, ARGV[2 * i - 1]) end
  if used[i] > tonumber(ARGV[2 * i]) then break end
end
return used`

interface Counter {
  key: string
  max: number
  windowSeconds: number
}

const countIn = (redis: Redis, counters: readonly Counter[]): Promise<number[]> =>
  redis.eval(
    script,
    counters.length,
    ...counters.map(({ key }) => key),
    ...counters.flatMap(({ windowSeconds, max }) => [windowSeconds, max]),
  ) as Promise<number[]>

/**
 * Fixed windows counted in Redis for all processes; without Redis each process counts for itself.
 * @param scale multiplies every limit (`LINLI_RATE_SCALE`); one use is always allowed
 */
export function createRateLimiter(redis: RedisPort, clock: Clock, scale = 1): RateLimiter {
  const local = createLocalCounter()
  function countHere(counters: readonly Counter[]): number[] {
    const used: number[] = []
    for (const { key, max } of counters) {
      const n = local(key)
      used.push(n)
      if (n > max) break
    }
    return used
  }
  async function takeAll(uses: readonly Use[]): Promise<number[]> {
    const seconds = Math.floor(clock.now().getTime() / 1000)
    const counters = uses.map(([{ name, max, windowSeconds }, who]) => {
      const window = Math.floor(seconds / windowSeconds)
      return {
        key: `linli:rate:${name}:${who}:${window}`,
        max: Math.max(1, max * scale),
        windowSeconds,
        over: (window + 1) * windowSeconds - seconds,
      }
    })
    const used = (await redis.run((redis) => countIn(redis, counters))) ?? countHere(counters)
    return counters.slice(0, used.length).map(({ max, over }, i) => ((used[i] ?? 0) <= max ? 0 : over))
  }
  return {
    takeAll,
    take: async (limit, who) => (await takeAll([[limit, who]]))[0] ?? 0,
    async within(uses, code = 'too_many_requests') {
      const retryAfter = Math.max(0, ...(await takeAll(uses)))
      if (retryAfter > 0) throw new Problem(code, { retryAfter })
    },
  }
}

/** Counts per key in this process; forgets everything when it holds too much, which only ever allows more. */
export function createLocalCounter(maxKeys = 50_000): (key: string) => number {
  const counts = new Map<string, number>()
  return (key) => {
    if (counts.size >= maxKeys) counts.clear()
    const n = (counts.get(key) ?? 0) + 1
    counts.set(key, n)
    return n
  }
}

/**
 * What an address is counted as. Whoever holds one IPv6 address usually holds its whole /64; some proxies write a port
 * behind an address, and IPv4 as IPv6.
 */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address)?.[1]
  if (v4) return v4
  const plain = /^\[([^\]]+)\]/.exec(address)?.[1] ?? address
  if (!isIPv6(plain)) return address
  const [head = '', tail] = plain.split('::')
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [
    string[],
    string[],
  ]
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(gap).fill('0'), ...right].slice(0, 4).join(':')
}
