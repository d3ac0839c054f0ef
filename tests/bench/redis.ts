/** (g) The Redis in JavaScript, for machines without one: what its second pipelined answer waits, beside the machine's own. */
import { spawn } from 'node:child_process'
import { Redis } from 'ioredis'
import { join } from 'node:path'
import { freePort } from '../../bff/local/ports'
import { root } from '../../bff/local/paths'
import { title } from './report'

const pairs = 200

/** Two commands in one packet, one pair after the other. @returns the middle of what a pair took in milliseconds */
async function pairOf(redis: Redis): Promise<number> {
  const waits: number[] = []
  for (let n = 0; n < pairs; n++) {
    const start = performance.now()
    await redis.pipeline().incr('bench:pair').get('bench:pair').exec()
    waits.push(performance.now() - start)
  }
  return waits.sort((a, b) => a - b)[pairs / 2] ?? Infinity
}

/** How many reads four clients get answered in a second. */
async function readsOf(url: string): Promise<number> {
  const clients = Array.from({ length: 4 }, () => new Redis(url, { enableAutoPipelining: true }))
  const end = performance.now() + 2_000
  const counts = clients.map(async (redis) => {
    let n = 0
    for (; performance.now() < end; n += 2) await Promise.all([redis.get('a'), redis.get('b')])
    return n
  })
  const all = (await Promise.all(counts)).reduce((sum, n) => sum + n, 0)
  for (const redis of clients) redis.disconnect()
  return all / 2
}

/** A pair that takes 40 ms or more is one that waits for the delayed acknowledgement of the other side. */
export async function benchRedis(own: string): Promise<void> {
  const port = await freePort()
  const program = join(root, 'bff/local/redis-in-node.mjs')
  const child = spawn(process.execPath, [program, String(port), '2'], { stdio: 'ignore' })
  title('Two commands to Redis in one packet (aim < 5 ms)')
  for (const [name, url] of [
    ['in JavaScript', `redis://127.0.0.1:${port}`],
    ["the machine's", own],
  ] as const) {
    const redis = new Redis(url, { retryStrategy: () => 100, maxRetriesPerRequest: 100 })
    redis.on('error', () => undefined)
    const pair = await pairOf(redis)
    console.log(
      `  ${name.padEnd(14)} ${pair.toFixed(2)} ms a pair, ${(await readsOf(url)).toFixed(0)} reads/s`,
    )
    await redis.del('bench:pair')
    redis.disconnect()
  }
  child.kill()
}
