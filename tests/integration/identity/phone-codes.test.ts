import { randomInt } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SignedIn } from '../../../bff/contracts/src/identity'
import { monday, testApp } from '../../support/app'
import { ok, refresh } from '../../support/story'
import { together, values } from '../../support/together'
import { makeDivisions } from '../../support/world'

const app = await testApp()
const { pool } = app.database

beforeAll(() => makeDivisions(app))
beforeEach(() => app.clock.set(monday))

const newPhone = (): string => `136${randomInt(10_000_000, 99_999_999)}`
const ask = (phone: string) => app.call<{ demoCode: string }>('requestPhoneCode', { body: { phone } })
const enter = (phone: string, code: string) =>
  app.call<SignedIn>('signInByPhone', { body: { phone, code, device: 'Android 浏览器' } })
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

async function codeFor(phone: string): Promise<string> {
  return (await ok(ask(phone))).demoCode
}

const count = async (table: 'accounts' | 'sessions'): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
  return rows[0]?.n ?? -1
}

describe('a code', () => {
  test('opens a session and makes the account at the first sign-in, however the number was typed', async () => {
    const first = await ok(enter('13600000001', await codeFor('+86 136-0000-0001')))
    app.clock.advance(2)
    const second = await ok(enter('86 136 0000 0001', await codeFor('13600000001')))
    expect(second.me.id).toBe(first.me.id)
    expect(second.me).toMatchObject({ phone: '136****0001', name: null, grants: [] })
    expect((await app.call('getMe', { token: second.accessToken })).status).toBe(200)
  })

  test('works once', async () => {
    const phone = newPhone()
    const code = await codeFor(phone)
    await ok(enter(phone, code))
    expect((await enter(phone, code)).problem.code).toBe('phone_code_expired')
  })

  test('of another phone is wrong, and a wrong one does not spend the right one', async () => {
    const [phone, stranger] = [newPhone(), newPhone()]
    const [code, strange] = [await codeFor(phone), await codeFor(stranger)]
    expect((await enter(phone, strange === code ? other(code) : strange)).problem.code).toBe(
      'phone_code_wrong',
    )
    expect((await enter(phone, code)).status).toBe(201)
  })

  test('that nobody asked for is expired, so numbers cannot be told apart', async () => {
    expect((await enter(newPhone(), '123456')).problem.code).toBe('phone_code_expired')
  })

  test('ends after five minutes', async () => {
    const [early, late] = [newPhone(), newPhone()]
    const [inTime, tooLate] = [await codeFor(early), await codeFor(late)]
    app.clock.advance(4.99)
    expect((await enter(early, inTime)).status).toBe(201)
    app.clock.advance(0.01)
    expect((await enter(late, tooLate)).problem.code).toBe('phone_code_expired')
  })

  test('is replaced by the next one, which brings five new guesses', async () => {
    const phone = newPhone()
    const old = await codeFor(phone)
    for (let n = 0; n < 4; n++) await enter(phone, other(old))
    app.clock.advance(1)
    const fresh = await codeFor(phone)
    if (old !== fresh) expect((await enter(phone, old)).problem.code).toBe('phone_code_wrong')
    expect((await enter(phone, fresh)).status).toBe(201)
  })
})

describe('guessing', () => {
  test('ends after five wrong codes: then the right one does not help', async () => {
    const phone = newPhone()
    const code = await codeFor(phone)
    for (let n = 0; n < 5; n++)
      expect((await enter(phone, other(code))).problem.code).toBe('phone_code_wrong')
    expect((await enter(phone, code)).problem.code).toBe('phone_code_expired')
  })

  test('by fifty at once gets five guesses', async () => {
    const phone = newPhone()
    const code = await codeFor(phone)
    const answers = values(await together(50, () => enter(phone, other(code))))
    const codes = answers.map((a) => a.problem.code)
    expect(codes.filter((c) => c === 'phone_code_wrong')).toHaveLength(5)
    expect(codes.filter((c) => c === 'phone_code_expired')).toHaveLength(45)
  })
})

describe('the right code five times at once', () => {
  const race = async (): Promise<number> => {
    const phone = newPhone()
    const code = await codeFor(phone)
    const [accounts, sessions] = [await count('accounts'), await count('sessions')]
    const answers = values(await together(5, () => enter(phone, code)))
    const won = answers.filter((a) => a.status === 201).length
    expect(await count('sessions')).toBe(sessions + won)
    expect(await count('accounts')).toBe(accounts + 1)
    for (const { status, problem } of answers)
      if (status !== 201) expect(problem.code).toBe('phone_code_expired')
    return won
  }

  test('opens one session', async () => {
    expect(await race()).toBe(1)
  })

  test('opens more once the mark of its use is lost', async () => {
    await pool.query(`
      CREATE FUNCTION forget_use() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.used_at := NULL; RETURN NEW; END';
      CREATE TRIGGER forget_use BEFORE UPDATE ON phone_codes FOR EACH ROW EXECUTE FUNCTION forget_use()`)
    expect(await race()).toBeGreaterThan(1)
    await pool.query('DROP TRIGGER forget_use ON phone_codes')
  })
})

describe('asking again', () => {
  test('within a minute is too soon', async () => {
    const phone = newPhone()
    await ok(ask(phone))
    app.clock.advance(0.99)
    const { status, problem, headers } = await ask(phone)
    expect({ status, code: problem.code }).toEqual({ status: 429, code: 'phone_code_too_soon' })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    app.clock.advance(0.01)
    expect((await ask(phone)).status).toBe(201)
  })

  const sentAtOnce = async (): Promise<number> => {
    const phone = newPhone()
    const answers = values(await together(20, () => ask(phone)))
    return answers.filter((a) => a.status === 201).length
  }

  test('by twenty taps at once sends one message', async () => {
    expect(await sentAtOnce()).toBe(1)
  })

  test('sends more once the time of the last code is lost', async () => {
    await pool.query(`
      CREATE FUNCTION forget_time() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN NEW.created_at := ''2000-01-01''; RETURN NEW; END';
      CREATE TRIGGER forget_time BEFORE INSERT OR UPDATE ON phone_codes
        FOR EACH ROW EXECUTE FUNCTION forget_time()`)
    expect(await sentAtOnce()).toBeGreaterThan(1)
    await pool.query('DROP TRIGGER forget_time ON phone_codes')
  })
})

describe('a sign-in whose answer was lost', () => {
  const enterUnder = (phone: string, code: string, key: string) =>
    app.call<SignedIn>('signInByPhone', { body: { phone, code, device: '手机' }, key })

  test('is the same session when it is asked again under its key', async () => {
    const phone = newPhone()
    const code = await codeFor(phone)
    const before = await count('sessions')
    const first = await ok(enterUnder(phone, code, 'the-same-tap'))
    const again = await ok(enterUnder(phone, code, 'the-same-tap'))
    expect(again.refreshToken).toBe(first.refreshToken)
    expect(again.me).toEqual(first.me)
    expect(await count('sessions')).toBe(before + 1)
    expect((await enterUnder(phone, code, 'another-tap')).problem.code).toBe('phone_code_expired')
    expect((await enterUnder(phone, other(code), 'the-same-tap')).problem.code).toBe('phone_code_expired')
  })

  test('is one session, tapped five times at once', async () => {
    const phone = newPhone()
    const code = await codeFor(phone)
    const before = await count('sessions')
    const answers = values(await together(5, () => enterUnder(phone, code, 'many-at-once')))
    expect(answers.map((a) => a.status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(answers.map((a) => a.body.refreshToken)).size).toBe(1)
    expect(await count('sessions')).toBe(before + 1)
  })

  test('is several sessions where a code is not spent', async () => {
    await pool.query(`
      CREATE FUNCTION unspent() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.used_at := NULL; RETURN NEW; END';
      CREATE TRIGGER unspent BEFORE UPDATE ON phone_codes FOR EACH ROW EXECUTE FUNCTION unspent()`)
    const phone = newPhone()
    const code = await codeFor(phone)
    const answers = values(await together(5, () => enterUnder(phone, code, 'many-at-once')))
    await pool.query('DROP TRIGGER unspent ON phone_codes')
    expect(new Set(answers.map((a) => a.body.refreshToken)).size).toBeGreaterThan(1)
  })

  test('is not given again once it went on, was ended, or the code’s time is over', async () => {
    const [renewed, ended, late] = [newPhone(), newPhone(), newPhone()]
    for (const phone of [renewed, ended, late]) {
      app.clock.set(monday)
      const code = await codeFor(phone)
      const { refreshToken, accessToken } = await ok(enterUnder(phone, code, 'a-lost-answer'))
      if (phone === renewed) await ok(refresh(app, refreshToken))
      if (phone === ended) await ok(app.call('endSession', { params: { id: 'current' }, token: accessToken }))
      if (phone === late) app.clock.advance(5)
      expect((await enterUnder(phone, code, 'a-lost-answer')).problem.code).toBe('phone_code_expired')
    }
  })
})
