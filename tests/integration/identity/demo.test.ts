import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DemoPerson, SignedIn } from '../../../bff/contracts/src/identity'
import { readConfig } from '../../../bff/src/config'
import { buildTestApp } from '../../support/app'
import { testDatabase } from '../../support/database'
import { testKeys } from '../../support/keys'
import { testRedis } from '../../support/redis'
import { ok } from '../../support/story'
import { here, makeDivisions, makePerson } from '../../support/world'

const [database, redis] = [await testDatabase(), await testRedis()]
const messages: { phone: string; code: string }[] = []
let works = true
/** A provider of messages, which can be down. */
const sms = {
  sendNotice: () => Promise.resolve(),
  sendCode(phone: string, code: string) {
    if (!works) return Promise.reject(new Error(`no route to ${phone}`))
    return Promise.resolve(void messages.push({ phone, code }))
  },
}
const demo = await buildTestApp(database, redis.url, { LINLI_DEMO: '1' })
const real = await buildTestApp(
  database,
  redis.url,
  {
    LINLI_DEMO: '0',
    NODE_ENV: 'production',
    LINLI_PUBLIC_URL: 'https://linli.example',
    LINLI_OPERATOR: '某州民政局',
    LINLI_OPERATOR_CONTACT: '0878-3120000',
  },
  { sms },
)
const mute = await buildTestApp(database, redis.url, { LINLI_DEMO: '0' })
afterAll(() => Promise.all([demo, real, mute].map((app) => app.close())))

beforeAll(async () => {
  await makeDivisions(demo)
  for (const [key, name, says] of [
    ['staff-yang', '杨会琼', '东兴社区的社区工作者'],
    ['resident-zhou', '周敏', '住在东兴社区'],
  ]) {
    const { accountId } = await makePerson(demo, { name: name ?? '', grants: [] })
    await demo.database.pool.query('UPDATE accounts SET demo_key = $1, demo_says = $2 WHERE id = $3', [
      key,
      says,
      accountId,
    ])
  }
})

const device = '浏览器'

describe('a demonstration server', () => {
  test('gives the code back in the answer', async () => {
    const phone = '13511112222'
    const { demoCode } = await ok(demo.call<{ demoCode: string }>('requestPhoneCode', { body: { phone } }))
    expect(demoCode).toMatch(/^\d{6}$/)
    expect((await demo.call('signInByPhone', { body: { phone, code: demoCode, device } })).status).toBe(201)
  })

  test('lists who can be tried, and signs in as them with one tap', async () => {
    const { people } = await ok(demo.call<{ people: DemoPerson[] }>('listDemoPeople'))
    expect(people).toEqual([
      { key: 'resident-zhou', title: '周敏', says: '住在东兴社区', community: '东兴社区' },
      { key: 'staff-yang', title: '杨会琼', says: '东兴社区的社区工作者', community: '东兴社区' },
    ])
    const { me } = await ok(
      demo.call<SignedIn>('signInAsDemo', { body: { person: 'resident-zhou', device } }),
    )
    expect(me).toMatchObject({ name: '周敏', community: { code: here } })
  })

  test('knows nobody else', async () => {
    const answer = await demo.call('signInAsDemo', { body: { person: 'nobody', device } })
    expect(answer.problem.code).toBe('not_found')
  })
})

describe('a real server', () => {
  test('sends the code to the phone and tells nobody else, not even its log', async () => {
    const phone = '13511113333'
    const answer = await real.call('requestPhoneCode', { body: { phone } })
    expect(answer.status).toBe(201)
    expect(Object.keys(answer.body).sort()).toEqual(['expiresAt', 'nextAt'])
    expect(messages).toEqual([{ phone, code: expect.stringMatching(/^\d{6}$/) as string }])
    const code = messages[0]?.code ?? ''
    expect(real.logged()).not.toContain(phone)
    expect(real.logged()).not.toContain(code)
    expect((await real.call('signInByPhone', { body: { phone, code, device } })).status).toBe(201)
  })

  test('has no demonstration people, though the database holds them', async () => {
    expect((await real.call('listDemoPeople')).problem.code).toBe('not_found')
    const answer = await real.call('signInAsDemo', { body: { person: 'staff-yang', device } })
    expect(answer.problem.code).toBe('not_found')
  })
})

test('a provider that fails is said, and the next try does not have to wait', async () => {
  const phone = '13511115555'
  works = false
  const failed = await real.call('requestPhoneCode', { body: { phone } })
  expect([failed.status, failed.problem.code]).toEqual([503, 'sms_busy'])
  expect(Number(failed.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(real.logged()).not.toContain(phone)
  works = true
  expect((await real.call('requestPhoneCode', { body: { phone } })).status).toBe(201)
  // The code that did arrive stays good while the next one cannot be sent, however often that is tried.
  const code = messages.at(-1)?.code ?? ''
  real.clock.advance(1)
  works = false
  for (let n = 0; n < 12; n++)
    expect((await real.call('requestPhoneCode', { body: { phone } })).problem.code).toBe('sms_busy')
  expect((await real.call('signInByPhone', { body: { phone, code, device } })).status).toBe(201)
})

test('a real server without a provider of messages says so and stores no code', async () => {
  const answer = await mute.call('requestPhoneCode', { body: { phone: '13511114444' } })
  expect([answer.status, answer.problem.code]).toEqual([404, 'sms_not_configured'])
  const { rowCount } = await database.pool.query('SELECT FROM phone_codes WHERE phone_hash = $1', [
    mute.deps.cipher.lookup('phone', '13511114444'),
  ])
  expect(rowCount).toBe(0)
})

test('demonstration in production does not start', () => {
  const env = { ...testKeys, DATABASE_URL: 'postgres://x', REDIS_URL: 'redis://x', LINLI_DEMO: '1' }
  const real = { ...env, NODE_ENV: 'production', LINLI_PUBLIC_URL: 'https://linli.example' }
  expect(() => readConfig(real)).toThrow(/LINLI_DEMO=1.*NODE_ENV=production/)
  for (const place of ['development', 'test']) expect(readConfig({ ...env, NODE_ENV: place }).demo).toBe(true)
  for (const place of [undefined, '', 'Development', 'dev', 'prod', 'staging'])
    expect(() => readConfig({ ...env, NODE_ENV: place }), place).toThrow(/LINLI_DEMO=1/)
})
