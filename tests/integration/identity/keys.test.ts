import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Me } from '../../../bff/contracts/src/identity'
import { buildTestApp, type TestApp } from '../../support/app'
import { testDatabase } from '../../support/database'
import { testRedis } from '../../support/redis'
import { keyNamed } from '../../support/keys'
import { ok } from '../../support/story'
import { makeDivisions, makePerson } from '../../support/world'

const [database, redis] = [await testDatabase(), await testRedis()]
const key = (n: number): string => keyNamed(`${n}`)
const withKeys = (ring: string): Promise<TestApp> =>
  buildTestApp(database, redis.url, { LINLI_FIELD_KEYS: ring })
const before = await withKeys(`k1:${key(7)}`)
const after = await withKeys(`k2:${key(8)},k1:${key(7)}`)
const forgetful = await withKeys(`k2:${key(8)}`)
afterAll(() => Promise.all([before, after, forgetful].map((app) => app.close())))

beforeAll(() => makeDivisions(before))

const sealedWith = async (accountId: string): Promise<string | undefined> => {
  const { rows } = await database.pool.query<{ name_enc: string }>(
    'SELECT name_enc FROM accounts WHERE id = $1',
    [accountId],
  )
  return rows[0]?.name_enc.split('.')[1]
}

test('a new key seals what is written from now on; what the old one sealed stays readable', async () => {
  const { accountId, token } = await makePerson(before, { name: '周敏', phone: '13800000009' })
  expect(await sealedWith(accountId)).toBe('k1')
  const read = await ok(after.call<Me>('getMe', { token }))
  expect(read).toMatchObject({ name: '周敏', phone: '138****0009' })
  await ok(after.call('updateMe', { body: { name: '周小敏' }, token }))
  expect(await sealedWith(accountId)).toBe('k2')
  expect((await ok(after.call<Me>('getMe', { token }))).name).toBe('周小敏')
})

test('a ring that lost its old key fails loudly and tells nothing', async () => {
  const { token } = await makePerson(before, { name: '不该出现的名字' })
  const { status, problem } = await forgetful.call('getMe', { token })
  expect({ status, code: problem.code }).toEqual({ status: 500, code: 'internal_error' })
  expect(forgetful.logged()).toContain('a request failed')
  expect(forgetful.logged()).not.toContain('不该出现的名字')
  expect(forgetful.logged()).not.toContain(key(8))
})
