/** A code is its asker's: nobody's guesses, requests or crowds shut out the owner of a number, a tablet or an account. */
import { randomInt, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SignedIn } from '../../../bff/contracts/src/identity'
import { strangers } from '../../../bff/src/modules/identity/code-budget'
import { buildTestApp, monday, type TestApp } from '../../support/app'
import { testDatabase } from '../../support/database'
import { gateTo } from '../../support/gate'
import { testRedis } from '../../support/redis'
import { ok } from '../../support/story'
import { proofOf, quickProofOf } from '../../support/proof-of-work'
import { makeDivisions, makePerson } from '../../support/world'

const [database, redis] = [await testDatabase(), await testRedis()]
const gate = await gateTo(redis.url)
const proxied = { LINLI_RATE_SCALE: '1', LINLI_TRUST_PROXY: '1' }
const app = await buildTestApp(database, gate.url, proxied)
const wide = await buildTestApp(database, redis.url, { LINLI_TRUST_PROXY: '1' })
afterAll(() => Promise.all([app.close(), wide.close()]))

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  gate.open()
  for (const each of [app, wide]) each.clock.set(monday)
  await redis.client.flushdb()
})

const newPhone = (): string => `139${randomInt(10_000_000, 99_999_999)}`
interface From {
  device: string
  address: string
}
const from = (n: number): From => ({ device: randomUUID(), address: `10.${n % 200}.${randomInt(250)}.7` })
const headersOf = ({ device, address }: From) => ({ 'linli-device': device, 'x-forwarded-for': address })

const ask = (at: TestApp, phone: string, who: From, more: Record<string, string> = {}) =>
  at.call<{ demoCode: string }>('requestPhoneCode', {
    body: { phone },
    headers: { ...headersOf(who), ...more },
  })
const enter = (at: TestApp, phone: string, code: string, who: From) =>
  at.call<SignedIn>('signInByPhone', { body: { phone, code, device: '手机' }, headers: headersOf(who) })
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('guesses', () => {
  const ownerGetsIn = () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ n: fc.nat(2), guess: fc.boolean(), before: fc.boolean() }), { maxLength: 14 }),
        async (steps) => {
          const phone = newPhone()
          const [owner, others] = [from(200), [from(1), from(2), from(3)]]
          const attack = async (before: boolean, code: string): Promise<void> => {
            for (const step of steps.filter((one) => one.before === before)) {
              const who = others[step.n] as From
              await (step.guess ? enter(wide, phone, wrong(code), who) : ask(wide, phone, who))
            }
          }
          await attack(true, '000000')
          const { demoCode } = await ok(ask(wide, phone, owner))
          await attack(false, demoCode)
          expect((await enter(wide, phone, demoCode, owner)).status).toBe(201)
        },
      ),
      { numRuns: 25 },
    )

  test('and requests of strangers, in any order, leave the owner’s code as it is', ownerGetsIn)

  test('of strangers end it once every asker is the same (the control)', async () => {
    await database.pool.query(`
      CREATE FUNCTION one_asker() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE phone_codes SET attempts = 5 WHERE phone_hash = NEW.phone_hash
          AND asker_hash <> NEW.asker_hash AND attempts < 5; RETURN NEW; END $$;
      CREATE TRIGGER one_asker AFTER UPDATE OF attempts ON phone_codes FOR EACH ROW EXECUTE FUNCTION one_asker()`)
    await expect(ownerGetsIn()).rejects.toThrow()
    await database.pool.query('DROP TRIGGER one_asker ON phone_codes')
  })

  test('are five for the device that asked, and the right code of one device does not open for another', async () => {
    const [phone, owner, thief] = [newPhone(), from(1), from(2)]
    const { demoCode } = await ok(ask(app, phone, owner))
    expect((await enter(app, phone, demoCode, thief)).problem.code).toBe('phone_code_expired')
    for (let n = 0; n < 5; n++)
      expect((await enter(app, phone, wrong(demoCode), owner)).problem.code).toBe('phone_code_wrong')
    expect((await enter(app, phone, demoCode, owner)).problem.code).toBe('phone_code_expired')
  })
})

describe('requests for one number', () => {
  /** @returns the codes of the answers, for a new device each time, with work done where it was asked for */
  async function askAsStrangers(phone: string, n: number, address: (k: number) => string): Promise<string[]> {
    const said: string[] = []
    for (let k = 0; k < n; k++) {
      const who = { device: randomUUID(), address: address(k) }
      let answer = await ask(app, phone, who)
      if (answer.problem.code === 'proof_needed') answer = await ask(app, phone, who, quickProofOf(answer))
      said.push(answer.problem.code ?? 'sent')
    }
    return said
  }
  const sentOf = (said: string[]): number => said.filter((one) => one === 'sent').length

  test('are bounded for strangers, whatever devices and networks they come from, and while Redis is away', async () => {
    gate.shut()
    const [phone, near] = [newPhone(), newPhone()]
    expect(sentOf(await askAsStrangers(near, 17, (k) => `10.1.1.${k}`))).toBe(strangers.aDayFromNetwork)
    expect(sentOf(await askAsStrangers(phone, 42, (k) => `10.2.${k}.1`))).toBe(strangers.aDay)
  })

  test('ask for some work after ten in an hour, and work is good once', async () => {
    const phone = newPhone()
    for (let k = 0; k < strangers.plainAnHour; k++) await ok(ask(app, phone, from(k)))
    const who = from(100)
    const refused = await ask(app, phone, who)
    expect([refused.status, refused.problem.code]).toEqual([429, 'proof_needed'])
    const proof = await proofOf(refused)
    await ok(ask(app, phone, who, proof))
    expect((await ask(app, phone, from(101), proof)).problem.code).toBe('proof_needed')
  })

  test('of strangers take nothing from a device that was signed in to it before', async () => {
    const [phone, owner] = [newPhone(), from(1)]
    await ok(enter(app, phone, (await ok(ask(app, phone, owner))).demoCode, owner))
    expect(sentOf(await askAsStrangers(phone, 42, (k) => `10.3.${k}.1`))).toBeLessThanOrEqual(strangers.aDay)
    app.clock.advance(2)
    const { demoCode } = await ok(ask(app, phone, owner))
    expect((await enter(app, phone, demoCode, owner)).status).toBe(201)
    // Knowing the device's name alone does not help: it is a secret, and this is another one.
    expect((await ask(app, phone, { ...owner, device: randomUUID() })).problem.code).toMatch(
      /proof_needed|too_many/,
    )
  })
})

describe('a crowd behind one address', () => {
  const hall = { 'x-forwarded-for': '10.9.9.9' }
  async function crowd(): Promise<void> {
    for (let n = 0; n < 121; n++)
      await app.call('signInAsDemo', { body: { person: 'nobody', device: 'x' }, headers: hall })
  }

  test('does not shut out a tablet', async () => {
    await crowd()
    const tablet = { deviceId: randomUUID(), deviceToken: 'x'.repeat(43) }
    const said = await app.call('listDeviceCarers', { body: tablet, headers: hall })
    expect(said.problem.code).toBe('device_not_paired')
  })

  test('makes whoever signs in do some work, and lets them in', async () => {
    await crowd()
    const [phone, who] = [newPhone(), { device: randomUUID(), address: '10.9.9.9' }]
    const refused = await ask(app, phone, who)
    expect(refused.problem.code).toBe('proof_needed')
    await ok(ask(app, phone, who, await proofOf(refused)))
  })

  test('does not keep those who are signed in from writing', async () => {
    const small = await buildTestApp(database, redis.url, { ...proxied, LINLI_RATE_SCALE: '0.05' })
    const person = await makePerson(small)
    const write = (token?: string) =>
      small.call('updateMe', { body: { elderMode: true }, headers: hall, ...(token && { token }) })
    const codes: string[] = []
    for (let n = 0; n < 62; n++) codes.push((await write()).problem.code)
    expect(codes.at(-1)).toBe('too_many_requests')
    expect((await write(person.token)).status).toBe(200)
    // A token that only looks like one is counted by its address.
    expect((await write(`${person.token.slice(0, -4)}AAAA`)).problem.code).toBe('too_many_requests')
    await small.close()
  })
})
