import { Redis } from 'ioredis'
import type { Log } from './log'

/**
 * The narrow port to Redis. It holds only what can be rebuilt, so every call may answer `undefined`: "not now".
 * The caller then does the slower right thing (docs/architecture.md › Data).
 */
export interface RedisPort {
  /** Runs a command group; `undefined` when Redis is away or slow. */
  run<T>(work: (redis: Redis) => Promise<T>): Promise<T | undefined>
  ready(): boolean
  close(): Promise<void>
}

/** Nothing waits for Redis: a command that cannot be sent or answered soon is given up. */
const options = {
  enableAutoPipelining: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 1_000,
  connectTimeout: 2_000,
  retryStrategy: (times: number) => Math.min(100 * times, 2_000),
}

export function openRedis(url: string, log: Log): RedisPort {
  let ready = false
  const redis = new Redis(url, options)
  redis.on('error', (err: Error) => log.debug({ err }, 'redis'))
  redis.on('close', () => {
    if (ready) log.warn('redis is away: going on slower without it')
    ready = false
  })
  redis.on('ready', () => {
    ready = true
    log.info('redis is ready')
  })
  return {
    async run(work) {
      if (!ready) return undefined
      try {
        return await work(redis)
      } catch {
        // Slow is as good as away: nobody waits for the next answer either until it is connected again.
        if (ready) redis.disconnect(true)
        ready = false
        return undefined
      }
    },
    ready: () => ready,
    async close() {
      ready = false
      redis.disconnect()
      await Promise.resolve()
    },
  }
}
