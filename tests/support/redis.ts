import { Redis } from 'ioredis'
import { afterAll, inject } from 'vitest'

export interface TestRedis {
  url: string
  client: Redis
}

/** The database of this process: one file after the other runs in it. */
const claimed = globalThis as { linliRedisDatabase?: number }

/** Databases 1 to 15 in turn, as the processes of one run come to ask for one; at most 15 run at a time. */
async function databaseOf(server: string): Promise<number> {
  const counter = new Redis(server)
  try {
    claimed.linliRedisDatabase ??= 1 + ((await counter.incr('linli:tests:processes')) % 15)
  } finally {
    counter.disconnect()
  }
  return claimed.linliRedisDatabase
}

/** A Redis database of this test file's own, empty. */
export async function testRedis(): Promise<TestRedis> {
  const url = new URL(inject('redisUrl'))
  url.pathname = `/${await databaseOf(url.href)}`
  const client = new Redis(url.href)
  await client.flushdb()
  afterAll(() => client.disconnect())
  return { url: url.href, client }
}
