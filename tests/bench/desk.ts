/** (f) What staff look for and through, in the community with the most bookings: flat, however large the set is. */
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import { catalogue } from '../../bff/contracts/src/catalogue'
import type { TestApp } from '../support/app'
import { makePerson } from '../support/world'
import { inProduction } from './in-production'
import { title } from './report'
import { realProcess } from '../support/process'

const rounds = 100

interface Busiest {
  community: string
  number: string
  room: string
}

export async function benchDesk(
  app: TestApp,
  servers: { databaseUrl: string; redisUrl: string },
): Promise<void> {
  const { rows } = await app.database.pool.query<Busiest & { bookings: number }>(
    `SELECT c.community_code AS community, min(c.number) AS number, min(b.room_id::text) AS room, count(*)::int AS bookings
     FROM cases c JOIN bookings b ON b.case_id = c.id GROUP BY c.community_code ORDER BY count(*) DESC LIMIT 1`,
  )
  const [busiest] = rows
  if (!busiest) return
  title(`Desk of a community with ${busiest.bookings} bookings`)
  const { community: division, number, room } = busiest
  const { token } = await makePerson(app, { grants: [['staff', division]] })
  const web = await realProcess('main', servers, { ...inProduction, LINLI_RATE_SCALE: '1000' })
  await web.ready()
  const ask = (name: EndpointName, path: string, body?: object): Promise<unknown> =>
    fetch(`${web.base}/v1${path}`, {
      method: catalogue[name].method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    }).then((answer) => {
      if (!answer.ok) throw new Error(`${name} answered ${answer.status}`)
      return answer.json()
    })
  const list = `/divisions/${division}/bookings`
  const looks: [string, () => Promise<unknown>][] = [
    ['by number', () => ask('searchDesk', '/desk/search', { division, words: number })],
    ['by telephone', () => ask('searchDesk', '/desk/search', { division, words: '13800000001' })],
    ['by name', () => ask('searchDesk', '/desk/search', { division, words: '周敏' })],
    ['to come', () => ask('listDeskBookings', list)],
    ['past', () => ask('listDeskBookings', `${list}?show=past`)],
    ['off', () => ask('listDeskBookings', `${list}?show=off`)],
    ['past of a room', () => ask('listDeskBookings', `${list}?show=past&room=${room}`)],
  ]
  for (const [what, look] of looks) console.log(`  ${what}: p50 ${(await p50(look)).toFixed(1)} ms`)
  await web.stop()
}

async function p50(look: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await look()
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)[rounds / 2] ?? 0
}
