import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { ok, refresh } from '../../support/story'
import { together, values } from '../../support/together'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
let person: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  person = await makePerson(app)
})

const statusOf = async (token: string): Promise<string> => {
  const { status, problem } = await app.call('getMe', { token })
  return status === 200 ? 'in' : problem.code
}
const refusal = async (token: string, key?: string): Promise<string> =>
  (await refresh(app, token, key)).problem.code

const sessionRow = async () => {
  const { rows } = await pool.query<{ generation: number; revoked_reason: string | null }>(
    'SELECT generation, revoked_reason FROM sessions WHERE id = $1',
    [person.sessionId],
  )
  return rows[0]
}

describe('rotation', () => {
  test('gives a new pair, and thirty days from now', async () => {
    app.clock.advance(20)
    expect(await statusOf(person.token)).toBe('session_expired')
    const next = await ok(refresh(app, person.refreshToken))
    expect(next.refreshToken).not.toBe(person.refreshToken)
    expect(await statusOf(next.accessToken)).toBe('in')
    const now = app.clock.now().getTime()
    expect(Date.parse(next.accessExpiresAt) - now).toBe(15 * 60_000)
    expect(Date.parse(next.refreshExpiresAt) - now).toBe(30 * 86_400_000)
  })

  test('goes on generation after generation', async () => {
    let token = person.refreshToken
    for (let n = 0; n < 5; n++) token = (await ok(refresh(app, token))).refreshToken
    expect(await sessionRow()).toEqual({ generation: 5, revoked_reason: null })
  })

  test('ends with the thirty days', async () => {
    app.clock.advance(30 * 24 * 60)
    expect(await refusal(person.refreshToken)).toBe('session_expired')
  })

  test('stores no token, only its hash', async () => {
    const { refreshToken } = await ok(refresh(app, person.refreshToken))
    const { rows } = await pool.query<{ row: string }>('SELECT s::text AS row FROM sessions s')
    const secret = refreshToken.split('.')[2] ?? ''
    expect(rows.map(({ row }) => row).join()).not.toContain(secret)
    expect(rows.map(({ row }) => row).join()).not.toContain(Buffer.from(secret).toString('hex'))
  })
})

describe('a token that was used before', () => {
  test('ends the session at once: its access token and its newest refresh token too', async () => {
    const next = await ok(refresh(app, person.refreshToken))
    expect(await statusOf(next.accessToken)).toBe('in')
    expect(await refusal(person.refreshToken)).toBe('session_revoked')
    expect(await statusOf(person.token)).toBe('session_revoked')
    expect(await statusOf(next.accessToken)).toBe('session_revoked')
    expect(await refusal(next.refreshToken)).toBe('session_revoked')
    expect(await sessionRow()).toEqual({ generation: 1, revoked_reason: 'reused' })
  })

  test('ends it however old it is, and no other session of the person', async () => {
    const other = await makePerson(app)
    let token = person.refreshToken
    for (let n = 0; n < 3; n++) token = (await ok(refresh(app, token))).refreshToken
    expect(await refusal(person.refreshToken)).toBe('session_revoked')
    expect(await refusal(token)).toBe('session_revoked')
    expect(await statusOf(other.token)).toBe('in')
  })
})

describe('a lost answer', () => {
  test('is given again for the same key, as often as it is asked for', async () => {
    const key = randomUUID()
    const first = await ok(refresh(app, person.refreshToken, key))
    app.clock.advance(1)
    const again = await ok(refresh(app, person.refreshToken, key))
    expect(again.refreshToken).toBe(first.refreshToken)
    expect(again.refreshExpiresAt).toBe(first.refreshExpiresAt)
    expect(await statusOf(again.accessToken)).toBe('in')
    expect(await sessionRow()).toEqual({ generation: 1, revoked_reason: null })
  })

  test('is no longer given once the next token has been used', async () => {
    const key = randomUUID()
    const first = await ok(refresh(app, person.refreshToken, key))
    await ok(refresh(app, first.refreshToken))
    expect(await refusal(person.refreshToken, key)).toBe('session_revoked')
  })
})

describe('a token that is none', () => {
  test.each([
    ['of another shape', () => 'nonsense'],
    ['empty', () => ''],
    ['of no session', ({ refreshToken }: Person) => refreshToken.replace(/^[^.]+/, randomUUID())],
    ['with another signature', ({ refreshToken }: Person) => refreshToken.slice(0, -4) + 'AAAA'],
    ['of a generation to come', ({ refreshToken }: Person) => refreshToken.replace('.0.', '.1.')],
    ['an access token', ({ token }: Person) => token],
  ])('%s changes nothing', async (_, make) => {
    expect(['session_expired', 'invalid_request']).toContain(await refusal(make(person)))
    expect(await sessionRow()).toEqual({ generation: 0, revoked_reason: null })
    expect(await statusOf(person.token)).toBe('in')
  })
})

describe('twenty refreshes at once', () => {
  test('with one key are one tap: one generation, one token', async () => {
    const key = randomUUID()
    const answers = values(await together(20, () => refresh(app, person.refreshToken, key)))
    expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(new Set(answers.map((a) => a.body.refreshToken)).size).toBe(1)
    expect(await sessionRow()).toEqual({ generation: 1, revoked_reason: null })
  })

  const winners = async (): Promise<string[]> => {
    const answers = values(await together(20, () => refresh(app, person.refreshToken)))
    return answers.filter((a) => a.status === 200).map((a) => a.body.accessToken)
  }

  test('with different keys are copies: one is answered, and the session ends for that one too', async () => {
    const won = await winners()
    expect(won).toHaveLength(1)
    expect(await statusOf(won[0] ?? '')).toBe('session_revoked')
    expect(await sessionRow()).toEqual({ generation: 1, revoked_reason: 'reused' })
  })

  test('are all answered once the generation stands still', async () => {
    await pool.query(`
      CREATE FUNCTION stand_still() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN NEW.generation := OLD.generation; RETURN NEW; END';
      CREATE TRIGGER stand_still BEFORE UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION stand_still()`)
    expect((await winners()).length).toBeGreaterThan(1)
    await pool.query('DROP TRIGGER stand_still ON sessions')
  })
})
