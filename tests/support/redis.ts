import { Redis } from 'ioredis'
import { afterAll, inject } from 'vitest'

export interface TestRedis {
  url: string
  client: Redis
}

/**
 * A Redis database of this test file's own, empty. One file runs in one worker at a time, so the worker's number is
 * the database's; 15 workers at most.
 */
export async function testRedis(): Promise<TestRedis> {
  const worker = Number(process.env.VITEST_POOL_ID)
  if (!(worker >= 1 && worker <= 15))
    throw new Error(`No Redis database for worker ${worker}: at most 15 workers.`)
  const url = new URL(inject('redisUrl'))
  url.pathname = `/${worker}`
  const client = new Redis(url.href)
  await client.flushdb()
  afterAll(() => client.disconnect())
  return { url: url.href, client }
}
