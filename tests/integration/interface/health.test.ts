import { afterAll, expect, test } from 'vitest'
import { buildTestApp } from '../../support/app'
import { testDatabase } from '../../support/database'
import { gateTo } from '../../support/gate'
import { testRedis } from '../../support/redis'

const [database, redis] = [await testDatabase(), await testRedis()]
const [toDatabase, toRedis] = [await gateTo(database.url), await gateTo(redis.url)]
const app = await buildTestApp({ url: toDatabase.url }, toRedis.url)
afterAll(() => app.close())

const ask = async (path: string): Promise<[number, unknown]> => {
  const response = await fetch(app.base + path)
  return [response.status, await response.json()]
}
const ok = { database: 'ok', redis: 'ok' }

/** Asks until the answer is the expected one; the time-out of the test ends it otherwise. */
async function becomes(expected: [number, unknown]): Promise<void> {
  for (;;) {
    const answer = await ask('/readyz')
    if (JSON.stringify(answer) === JSON.stringify(expected)) return
  }
}

test('ready when both are there', async () => {
  expect(await ask('/readyz')).toEqual([200, ok])
  expect(await ask('/healthz')).toEqual([200, { status: 'ok' }])
})

test('without the database the process lives but is not ready, and comes back by itself', async () => {
  toDatabase.shut()
  expect(await ask('/readyz')).toEqual([503, { ...ok, database: 'away' }])
  expect(await ask('/healthz')).toEqual([200, { status: 'ok' }])
  const { status, headers, problem } = await app.call('listDivisions', { query: { parent: '53' } })
  expect(status).toBe(503)
  expect(problem.code).toBe('busy')
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  toDatabase.open()
  expect(await ask('/readyz')).toEqual([200, ok])
})

test('without Redis it is ready and says that it is slower, and comes back by itself', async () => {
  toRedis.shut()
  await becomes([200, { ...ok, redis: 'away (slower, never wrong)' }])
  expect((await app.call('listDivisions', { query: { parent: '53' } })).status).toBe(200)
  expect(app.logged()).toContain('redis is away')
  toRedis.open()
  await becomes([200, ok])
})
