import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../../../bff/local/processes'
import { limits } from '../../../bff/src/http/limits'
import { buildTestApp, type TestApp } from '../../support/app'
import { testDatabase } from '../../support/database'
import { gateTo } from '../../support/gate'
import { testRedis } from '../../support/redis'
import { together, values } from '../../support/together'
import { quickProofOf } from '../../support/proof-of-work'
import { makeDivisions, makePerson } from '../../support/world'

const [database, redis] = [await testDatabase(), await testRedis()]
const gate = await gateTo(redis.url)
/** Scaled so that 60 are allowed: limits that are met soon. */
const sixty = (limit: keyof typeof limits) => ({
  LINLI_RATE_SCALE: String(60 / limits[limit].max),
  LINLI_TRUST_PROXY: '1',
})
const small = sixty('signInByAddress')
/** Two processes; the first one has a way to Redis that can be lost. */
const one = await buildTestApp(database, gate.url, small)
const two = await buildTestApp(database, redis.url, small)
const direct = await buildTestApp(database, redis.url, { ...small, LINLI_TRUST_PROXY: '0' })
const real = await buildTestApp(database, redis.url, { LINLI_RATE_SCALE: '1', LINLI_TRUST_PROXY: '1' })
const reader = await buildTestApp(database, redis.url, sixty('reads'))
const hall = await buildTestApp(database, redis.url, sixty('tabletsByAddress'))
afterAll(() => Promise.all([one, two, direct, real, reader, hall].map((app) => app.close())))

beforeAll(() => makeDivisions(one))
beforeEach(async () => {
  gate.open()
  expect(await eventually(() => Promise.resolve(one.deps.redis.ready()), 10_000)).toBe(true)
  await redis.client.flushdb()
})

const address = (n: number): Record<string, string> => ({ 'x-forwarded-for': `10.0.0.${n}` })
const tryDemo = (app: TestApp, headers: Record<string, string>) =>
  app.call('signInAsDemo', { body: { person: 'nobody', device: 'x' }, headers })

/** @returns how many of `n` calls at once were told to wait, each with a time */
async function refusedOf(n: number, one: (index: number) => ReturnType<TestApp['call']>): Promise<number> {
  const answers = values(await together(n, one))
  expect(answers).toHaveLength(n)
  const refused = answers.filter((a) => a.status === 429)
  for (const { problem, headers } of refused) {
    // Of signing in: some work, and it goes on.
    expect(['too_many_requests', 'proof_needed']).toContain(problem.code)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  }
  return refused.length
}

describe('signing in', () => {
  test('is tried so often in five minutes from one address, counted over all processes', async () => {
    expect(await refusedOf(70, (n) => tryDemo(n % 2 ? one : two, address(1)))).toBe(10)
    expect((await tryDemo(one, address(2))).problem.code).toBe('not_found')
  })

  test('is free again in the next window', async () => {
    expect(await refusedOf(61, () => tryDemo(one, address(3)))).toBe(1)
    const { headers } = await tryDemo(one, address(3))
    one.clock.advance(Number(headers.get('retry-after')) / 60)
    expect((await tryDemo(one, address(3))).problem.code).toBe('not_found')
  })

  test('cannot hide behind an address that the client made up', async () => {
    const madeUp = (n: number) => ({ 'x-forwarded-for': `8.8.${n}.${n}, 10.0.0.4` })
    expect(await refusedOf(65, (n) => tryDemo(one, madeUp(n)))).toBe(5)
    // Without a proxy of our own the header means nothing.
    expect(await refusedOf(65, (n) => tryDemo(direct, address(n)))).toBe(5)
  })

  test('is still counted, by each process for itself, while Redis is away', async () => {
    gate.shut()
    expect(await eventually(() => Promise.resolve(!one.deps.redis.ready()), 10_000)).toBe(true)
    expect(await refusedOf(65, () => tryDemo(one, address(5)))).toBe(5)
    expect((await tryDemo(two, address(5))).problem.code).toBe('not_found')
  })
})

test('one account writes 120 times a minute, wherever it is', async () => {
  const [busy, calm] = [await makePerson(real), await makePerson(real)]
  const write = (n: number, token: string) =>
    real.call('updateMe', { body: { elderMode: n % 2 === 0 }, token, headers: address(n % 200) })
  expect(await refusedOf(125, (n) => write(n, busy.token))).toBe(5)
  expect((await write(0, calm.token)).status).toBe(200)
  // Reading goes on.
  expect((await real.call('getMe', { token: busy.token, headers: address(1) })).status).toBe(200)
})

test('who shows another tablet at every try does some work soon, and shuts out none of the hall', async () => {
  const shown = (headers: Record<string, string>) =>
    hall.call('listDeviceCarers', { body: { deviceId: randomUUID(), deviceToken: 'x'.repeat(43) }, headers })
  const answers = values(await together(70, () => shown(address(6))))
  const codes = answers.map((a) => a.problem.code)
  expect(codes.filter((code) => code === 'device_not_paired')).toHaveLength(60)
  // Work, and never "wait": a tablet that is paired does it like everybody.
  expect(codes.filter((code) => code === 'proof_needed')).toHaveLength(10)
  const asked = answers.filter((a) => a.problem.code === 'proof_needed').slice(0, 1)
  const [proved] = await Promise.all(asked.map((a) => shown({ ...address(6), ...quickProofOf(a) })))
  expect(proved?.problem.code).toBe('device_not_paired')
})

describe('one phone', () => {
  const ask = (phone: string) => real.call<{ demoCode: string }>('requestPhoneCode', { body: { phone } })
  const newPhone = (): string => `137${randomInt(10_000_000, 99_999_999)}`

  test('is sent ten codes an hour', async () => {
    const [phone, statuses] = [newPhone(), [] as number[]]
    real.clock.set('2026-11-23T03:00:00Z')
    for (let n = 0; n < 11; n++, real.clock.advance(1)) statuses.push((await ask(phone)).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429])
    real.clock.set('2026-11-23T04:00:00Z')
    expect((await ask(phone)).status).toBe(201)
  })

  test('keeps the last code that was sent when one too many is asked for', async () => {
    const phone = newPhone()
    let code = ''
    for (let n = 0; n < 10; n++, real.clock.advance(1)) code = (await ask(phone)).body.demoCode
    const refused = await ask(phone)
    expect(refused.problem.code).toBe('too_many_requests')
    expect(Number(refused.headers.get('retry-after'))).toBe(3_000)
    const entered = real.call('signInByPhone', { body: { phone, code, device: '手机' } })
    expect((await entered).status).toBe(201)
  })

  test('is sent one code, however many are asked for at once', async () => {
    const phone = newPhone()
    const answers = values(await together(12, () => ask(phone)))
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
  })

  test('is not shut out by taps that send nothing', async () => {
    const phone = newPhone()
    for (let n = 0; n < 15; n++) await ask(phone)
    real.clock.advance(1)
    expect((await ask(phone)).status).toBe(201)
  })
})

test('one address reads so often in a minute from one process', async () => {
  const read = (app: TestApp) => app.call('getDivision', { params: { code: '53' }, headers: address(7) })
  expect(await refusedOf(70, () => read(reader))).toBe(10)
  expect((await read(one)).status).toBe(200)
  reader.clock.advance(1)
  expect((await read(reader)).status).toBe(200)
})
