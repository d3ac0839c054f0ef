/**
 * Everything is sealed and hashed anew while people sign in and change their names, and while the command is killed and
 * begun again: nothing is lost, nobody has two accounts, and the old keys open nothing any more.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleServer } from '../../../bff/local/build'
import { admit, cipherOf } from '../../../bff/src/keys/checks'
import { readKeys } from '../../../bff/src/keys/read'
import { renewWhenOld } from '../../../bff/src/keys/rotation'
import { createFieldCipher } from '../../../bff/src/platform/crypto'
import { buildTestApp } from '../../support/app'
import { makeCareProgramme, makeDoorPerson, makePlaced } from '../../support/care'
import { makeCarePast } from '../../support/children'
import { testDatabase } from '../../support/database'
import { testRedis } from '../../support/redis'
import { everythingOpened, everythingSealed } from '../../support/sealed'
import { makeDivisions, makePerson } from '../../support/world'
import { after, before, both, living, makeOldAccounts, people, phoneOf, rotated } from './rotation-stage'

const [database, redis] = [await testDatabase(), await testRedis()]
const urls = { databaseUrl: database.url, redisUrl: redis.url }
beforeAll(async () => {
  await bundleServer()
  const app = await buildTestApp(database, redis.url, before)
  await makeDivisions(app)
  await makeOldAccounts(app)
  const mother = await makePerson(app, { name: '张丽华', phone: '13700000001' })
  const { childId } = await makePlaced(app, await makeCareProgramme(app), { guardians: [mother] })
  await makeDoorPerson(app, childId, { kind: 'barred', name: '王强', phone: '13700000002' })
  await makeCarePast(app, childId, mother, { endedAt: new Date('2026-11-01T10:00Z') })
  await admit(database.url, readKeys(before))
  await app.close()
})

const counted = async (): Promise<number> =>
  (
    await database.pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM accounts WHERE phone_hash IS NOT NULL',
    )
  ).rows[0]?.n ?? 0

test('a rotation that is killed and begun again, while people sign in', { timeout: 120_000 }, async () => {
  const alive = await living(database, redis.url)
  const accounts = new Map<string, string>()
  const names = new Map<string, string>()
  let [done, n] = [false, 0]
  const signIn = async (phone: string, round: number): Promise<void> => {
    const { app } = alive
    const sent = await app.call<{ demoCode?: string }>('requestPhoneCode', { body: { phone } })
    const code = sent.body.demoCode
    if (!code) return
    const opened = await app.call<{ accessToken: string; me: { id: string } }>('signInByPhone', {
      body: { phone, code, device: '手机' },
      key: `sign-in-${phone}-${round}`,
    })
    if (opened.status === 503) return alive.again()
    if (opened.status !== 201) return
    const { id } = opened.body.me
    expect(accounts.get(phone) ?? id).toBe(id)
    accounts.set(phone, id)
    const name = `李四${round}`
    const changed = await app.call('updateMe', { body: { name }, token: opened.body.accessToken })
    if (changed.status === 200) names.set(id, name)
  }
  const failures: unknown[] = []
  // Some who are known, and some who come for the first time.
  const person = async (from: number): Promise<void> => {
    while (!done) {
      const [round, { app }] = [n++, alive]
      await signIn(phoneOf((round * 7 + from) % 660), round).catch((error: unknown) => {
        // Whoever was answered by a process that was just ending tries again.
        if (app === alive.app) failures.push(error)
      })
      alive.app.clock.advance(2)
    }
  }
  const crowd = [0, 1, 2, 3].map((from) => person(from))
  expect(await rotated(urls)).toContain('done')
  await alive.again()
  for (let round = 0; round < 20; round++) await signIn(phoneOf(round * 33), n++)
  done = true
  await Promise.all(crowd)
  expect(failures).toEqual([])
  await alive.close()
  expect(accounts.size).toBeGreaterThan(10)
  await expectWhole(accounts, names)
})

async function expectWhole(accounts: Map<string, string>, names: Map<string, string>): Promise<void> {
  const cipher = cipherOf(readKeys(after), 'l2')
  const opened = new Set(await everythingOpened(database.pool, cipher))
  for (let each = 0; each < people; each++) expect(opened.has(phoneOf(each))).toBe(true)
  for (const text of ['王强', '13700000002', '{"text":"下午有点发烧"}'])
    expect(opened.has(text), text).toBe(true)
  const sealed = await everythingSealed(database.pool)
  expect(sealed.filter(({ value }) => !value.startsWith('v2.k2.'))).toEqual([])
  const { rows } = await database.pool.query<{
    id: string
    phone_enc: string
    phone_hash: Buffer
    name_enc: string | null
  }>('SELECT id, phone_enc, phone_hash, name_enc FROM accounts WHERE phone_enc IS NOT NULL')
  const phones = rows.map((row) => cipher.decrypt('accounts.phone_enc', row.id, row.phone_enc))
  expect(new Set(phones).size).toBe(phones.length)
  rows.forEach((row, at) => {
    expect(row.phone_hash.equals(cipher.lookup('phone', phones[at] ?? ''))).toBe(true)
    const mine = accounts.get(phones[at] ?? '')
    if (mine) expect(row.id).toBe(mine)
    const said = names.get(row.id)
    if (said && row.name_enc)
      expect(cipher.decrypt('accounts.name_enc', row.id, row.name_enc)).toMatch(/^李四/)
  })
}

test('afterwards the old keys may go, and open nothing', async () => {
  expect(await admit(database.url, readKeys(after))).toBe('l2')
  const old = createFieldCipher({ keys: readKeys(before).fieldKeys, lookupKeys: readKeys(before).lookupKeys })
  for (const { column, row, value } of await everythingSealed(database.pool))
    expect(() => old.decrypt(column, row, value)).toThrow('unknown key')
  await expect(admit(database.url, readKeys(before))).rejects.toThrow(/missing/)
})

test('a process that still has the old lookup key writes nothing', async () => {
  const stale = await buildTestApp(
    database,
    redis.url,
    { ...both, LINLI_LOOKUP_KEYS: before.LINLI_LOOKUP_KEYS },
    { lookupId: 'l1' },
  )
  afterAll(() => stale.close())
  const count = await counted()
  const { body } = await stale.call<{ demoCode: string }>('requestPhoneCode', { body: { phone: phoneOf(1) } })
  const opened = await stale.call('signInByPhone', {
    body: { phone: phoneOf(1), code: body.demoCode, device: '手机' },
    key: 'sign-in-stale',
  })
  expect(opened.status).toBe(503)
  expect(await counted()).toBe(count)
})

test('and the control: without holding its key, it gives the person a second account', async () => {
  const stale = await buildTestApp(database, redis.url, {
    ...both,
    LINLI_LOOKUP_KEYS: before.LINLI_LOOKUP_KEYS,
  })
  afterAll(() => stale.close())
  const count = await counted()
  const { body } = await stale.call<{ demoCode: string }>('requestPhoneCode', { body: { phone: phoneOf(2) } })
  await stale.call('signInByPhone', {
    body: { phone: phoneOf(2), code: body.demoCode, device: '手机' },
    key: 'sign-in-control',
  })
  expect(await counted()).toBe(count + 1)
})

test('what a new version asks for is done by the clock, once', async () => {
  const keys = readKeys(after)
  const cipher = cipherOf(keys, 'l2')
  await database.pool.query(`DELETE FROM key_work`)
  await database.pool.query(`UPDATE pickup_people SET name_hash = sha256('an older form of names')`)
  await renewWhenOld({ databaseUrl: database.url, keys, stop: { asked: false } })
  const { rows } = await database.pool.query<{ name_hash: Buffer }>('SELECT name_hash FROM pickup_people')
  expect(rows.map((row) => row.name_hash)).toEqual([cipher.lookup('pickup-name', '王强')])
})
