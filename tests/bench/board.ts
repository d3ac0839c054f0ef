/** (j) The board: 200 rooms over a week with four uses a day, at ten thousand bookings and at two million. It must not grow. */
import type { TestApp } from '../support/app'
import { realProcess } from '../support/process'
import { makePerson } from '../support/world'
import { layDays } from './board-ground'
import { inProduction } from './in-production'
import { title } from './report'
import { layRooms } from './room-search-ground'

const [county, counties, rounds] = ['532351', '53235', 60]
const usesOfDay = 8_000

/** @param large bookings of the large set; the small one is the week itself */
export async function benchBoard(
  app: TestApp,
  servers: { databaseUrl: string; redisUrl: string },
  large = 2_000_000,
): Promise<void> {
  title('The board of 200 rooms over a week')
  await layRooms(app)
  const { token } = await makePerson(app, { grants: [['supervisor', county]] })
  const web = await realProcess('main', servers, { ...inProduction, LINLI_RATE_SCALE: '1000' })
  await web.ready()
  const p50s: number[] = []
  for (const days of [0, Math.ceil(large / usesOfDay)]) {
    if (days === 0) for (const rooms of [county, '532352']) await layDays(app, { first: 1, last: 7, rooms })
    for (let first = -days; first < 0; first += 10)
      await layDays(app, { first, last: Math.min(-1, first + 9), rooms: counties })
    await app.database.pool.query('ANALYZE')
    const { rows } = await app.database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM bookings')
    const took = await times(web.base, token)
    const at = (share: number): number => took[Math.floor(took.length * share)] ?? 0
    p50s.push(at(0.5))
    console.log(`  ${rows[0]?.n} bookings: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`)
  }
  const [small = 1, more = 1] = p50s
  console.log(`  → the large set takes ${(more / small).toFixed(2)} × (aim: flat within 20 %, ≤ 30 ms)`)
  await web.stop()
}

async function times(base: string, token: string): Promise<number[]> {
  const day = new Date(Date.now() + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    const answer = await fetch(`${base}/v1/divisions/${county}/board?from=${day}&days=7`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const words = await answer.text()
    if (round > 5) took.push(performance.now() - start)
    if (round > 0) continue
    const { rooms } = JSON.parse(words) as { rooms: { blocks: unknown[] }[] }
    const blocks = rooms.reduce((sum, room) => sum + room.blocks.length, 0)
    console.log(`  ${rooms.length} rooms, ${blocks} bookings, ${Math.round(words.length / 1024)} KiB`)
  }
  return took.sort((a, b) => a - b)
}
