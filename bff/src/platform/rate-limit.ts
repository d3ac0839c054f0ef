import { isIPv6 } from 'node:net'
import type { Clock } from './clock'
import type { RedisPort } from './redis'

export interface Limit {
  /** What is counted, e.g. `sign-in`. */
  name: string
  max: number
  windowSeconds: number
}

export interface RateLimiter {
  /** Counts one use. @returns seconds to wait, or 0 when it is allowed */
  take(limit: Limit, who: string): Promise<number>
}

const script = `local n = redis.call('INCR', KEYS[1])
if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return n`

/** Fixed windows counted in Redis for all processes; without Redis each process counts for itself. */
export function createRateLimiter(redis: RedisPort, clock: Clock): RateLimiter {
  const local = createLocalCounter()
  return {
    async take({ name, max, windowSeconds }, who) {
      const seconds = Math.floor(clock.now().getTime() / 1000)
      const window = Math.floor(seconds / windowSeconds)
      const key = `linli:rate:${name}:${who}:${window}`
      const counted = await redis.run((redis) => redis.eval(script, 1, key, windowSeconds) as Promise<number>)
      const used = counted ?? local(key)
      return used <= max ? 0 : (window + 1) * windowSeconds - seconds
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
