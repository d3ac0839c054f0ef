/** (i) When is anything free: a search over 200 rooms, at ten thousand bookings and at two million. It must not grow. */
import type { TestApp } from '../support/app'
import { realProcess } from '../support/process'
import { inProduction } from './in-production'
import { title } from './report'
import { layBookings, layRooms, searchedFrom } from './room-search-ground'

const rounds = 12

async function times(base: string, query: string): Promise<number[]> {
  const took: number[] = []
  for (let round = 0; round < rounds; round++)
    for (const community of searchedFrom) {
      const start = performance.now()
      const answer = await fetch(`${base}/v1/rooms/free?community=${community}&${query}`)
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`the search answered ${answer.status}`)
      if (round > 1) took.push(performance.now() - start)
    }
  return took.sort((a, b) => a - b)
}

/** @param sizes bookings of the small set and of the large one */
export async function benchRoomSearch(
  app: TestApp,
  servers: { databaseUrl: string; redisUrl: string },
  sizes: readonly number[] = [10_000, 2_000_000],
): Promise<void> {
  title('When is anything free, of 200 rooms')
  await layRooms(app)
  const web = await realProcess('main', servers, inProduction)
  await web.ready()
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const p50s: number[] = []
  for (const size of sizes) {
    await layBookings(app, size)
    const { rows } = await app.database.pool.query<{ n: number; live: number }>(
      `SELECT count(*)::int AS n, count(*) FILTER (WHERE state = 'confirmed')::int AS live FROM bookings`,
    )
    const took = await times(web.base, `day=${day}&from=14:00&to=16:00&people=20`)
    const at = (share: number): number => took[Math.floor(took.length * share)] ?? 0
    p50s.push(at(0.5))
    console.log(
      `  ${rows[0]?.n} bookings, ${rows[0]?.live} of them live: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`,
    )
  }
  const [small = 1, large = 1] = p50s
  console.log(`  → the large set takes ${(large / small).toFixed(2)} × (aim: flat within 20 %, ≤ 30 ms)`)
  await web.stop()
}
