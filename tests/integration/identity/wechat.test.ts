import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SignedIn } from '../../../bff/contracts/src/identity'
import type { ProblemCode } from '../../../bff/contracts/src/problems'
import { createWechat } from '../../../bff/src/platform/wechat'
import { Problem } from '../../../bff/src/platform/problem'
import { testApp } from '../../support/app'
import { ok } from '../../support/story'
import { together, values } from '../../support/together'
import { wechatEnv, wechatServer, type WechatScript } from '../../support/wechat'
import { makeDivisions } from '../../support/world'

const wechat = await wechatServer()
const app = await testApp(wechatEnv(wechat.base))
const { pool } = app.database

beforeAll(() => makeDivisions(app))

const enter = (code: string) =>
  app.call<SignedIn>('signInByWechat', { body: { code, device: 'iPhone 微信' } })

function codeFor(answer: WechatScript): string {
  const code = randomUUID()
  wechat.script(code, answer)
  return code
}

const countOf = async (table: string): Promise<number> => {
  const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
  return rows[0]?.n ?? -1
}

describe('a code that WeChat knows', () => {
  test('is exchanged as documented, and the same person comes back to the same account', async () => {
    const openid = `openid-${randomUUID()}`
    const code = codeFor({ openid })
    const first = await ok(enter(code))
    expect(Object.fromEntries(wechat.asked.at(-1) ?? [])).toEqual({
      appid: 'wx0123456789abcdef',
      secret: 'the-secret-of-the-app',
      js_code: code,
      grant_type: 'authorization_code',
    })
    const second = await ok(enter(codeFor({ openid })))
    expect(second.me.id).toBe(first.me.id)
    expect(second.refreshToken).not.toBe(first.refreshToken)
    expect(first.me).toMatchObject({ name: null, phone: null, community: null })
  })

  test('leaves neither session_key, openid nor secret in answers, logs or the database', async () => {
    const openid = `openid-marker-${randomUUID()}`
    const answer = await ok(enter(codeFor({ openid })))
    const { rows } = await pool.query<{ row: string }>(
      `SELECT t::text AS row FROM login_identities t UNION ALL SELECT t::text FROM accounts t
       UNION ALL SELECT t::text FROM sessions t`,
    )
    const everything = [JSON.stringify(answer), app.logged(), ...rows.map(({ row }) => row)].join('\n')
    for (const secret of [wechat.sessionKey, openid, 'the-secret-of-the-app'])
      expect(everything).not.toContain(secret)
  })
})

describe('an answer that is none', () => {
  test.each([
    ['an invalid code', { errcode: 40029 }, 422, 'wechat_code_invalid'],
    ['a used code', { errcode: 40163 }, 422, 'wechat_code_invalid'],
    ['a blocked person', { errcode: 40226 }, 403, 'wechat_blocked'],
    ['too many calls', { errcode: 45011 }, 503, 'wechat_busy'],
    ['a busy system', { errcode: -1 }, 503, 'wechat_busy'],
    ['a number nobody documented', { errcode: 99999 }, 503, 'wechat_busy'],
    ['a server error', { status: 500 }, 503, 'wechat_busy'],
    ['a page', { text: '<html>maintenance</html>' }, 503, 'wechat_busy'],
    ['nothing', { text: '' }, 503, 'wechat_busy'],
    ['JSON of another kind', { text: '[1,2]' }, 503, 'wechat_busy'],
    ['an openid that is none', { text: '{"openid":""}' }, 503, 'wechat_busy'],
    ['an openid beside an error', { text: '{"openid":"o","errcode":-1}' }, 503, 'wechat_busy'],
    ['half an answer', 'break', 503, 'wechat_busy'],
  ] as [string, WechatScript, number, ProblemCode][])('%s', async (_, answer, status, code) => {
    const before = [await countOf('accounts'), await countOf('sessions')]
    const { problem, headers, ...rest } = await enter(codeFor(answer))
    expect({ status: rest.status, code: problem.code }).toEqual({ status, code })
    if (status === 503) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect([await countOf('accounts'), await countOf('sessions')]).toEqual(before)
  })

  test('silence ends by itself', async () => {
    const config = { appId: 'wx', secret: 's', base: wechat.base }
    const patient = createWechat(config, 60).openidFor(codeFor('silence'))
    await expect(patient).rejects.toEqual(new Problem('wechat_busy', { retryAfter: 3 }))
  })

  test('a server that is gone', async () => {
    const gone = createWechat({ appId: 'wx', secret: 's', base: 'http://127.0.0.1:1' })
    await expect(gone.openidFor('x')).rejects.toMatchObject({ code: 'wechat_busy' })
  })
})

describe('one person on ten phones at once, for the first time', () => {
  const race = async (): Promise<{ accounts: number; people: Set<string> }> => {
    const openid = `openid-${randomUUID()}`
    const before = await countOf('accounts')
    const answers = values(await together(10, () => enter(codeFor({ openid }))))
    expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 10 }, () => 201))
    return {
      accounts: (await countOf('accounts')) - before,
      people: new Set(answers.map((a) => a.body.me.id)),
    }
  }

  test('is one account', async () => {
    const { accounts, people } = await race()
    expect([accounts, people.size]).toEqual([1, 1])
  })

  test('is several once the key of identities is gone', async () => {
    await pool.query('ALTER TABLE login_identities DROP CONSTRAINT login_identities_pkey')
    const { accounts, people } = await race()
    expect(accounts).toBeGreaterThan(1)
    expect(people.size).toBeGreaterThan(1)
  })
})
