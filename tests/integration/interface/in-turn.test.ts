/** Reads of one address wait for each other, and for nobody else. */
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import Koa from 'koa'
import { inTurn } from '../../../bff/src/http/in-turn'
import { serve } from '../../../bff/src/http/serve'
import { raw } from '../../support/raw'

const servers = new Set<ReturnType<typeof serve>>()
afterAll(() => {
  for (const server of servers) server.closeAllConnections()
  for (const server of servers) server.close()
})

async function listen(server: ReturnType<typeof serve>): Promise<string> {
  servers.add(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('reads of one address', () => {
  /** A handler that answers when it is told to. */
  async function held() {
    const open: (() => void)[] = []
    const seen: string[] = []
    const koa = new Koa()
    koa.use(inTurn((sent) => sent === 'Bearer ours', { guest: 2, known: 3, waiting: 4 }))
    koa.use(async (ctx) => {
      seen.push(ctx.path)
      if (ctx.path !== '/v1/home/x') await new Promise<void>((go) => void open.push(go))
      ctx.body = 'done'
    })
    koa.silent = true
    const answer = koa.callback()
    const base = await listen(serve((request, response) => void answer(request, response)))
    return { base, open, seen }
  }
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setImmediate(resolve))
  }

  test('of one kind wait for each other and for nobody else; too many are told to come again', async () => {
    const { base, open, seen } = await held()
    const asked = Array.from({ length: 6 }, (_, n) => raw(base, `/v1/divisions/${n}`))
    await until(() => open.length === 2)
    expect((await raw(base, '/v1/home/x')).status).toBe(200)
    expect(seen.filter((path) => path.startsWith('/v1/divisions'))).toHaveLength(2)
    let answered = 0
    const more = raw(base, '/v1/divisions/7').then((answer) => (answered = answer.status))
    await until(() => answered > 0 || open.length > 2)
    await more
    expect(answered).toBeGreaterThanOrEqual(500)
    for (let n = 0; n < 6; n++) {
      await until(() => open.length > n)
      open[n]?.()
    }
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  })

  test('are of one kind however they are spelt, and whatever is shown for a token', async () => {
    const { base, open } = await held()
    const asked = [
      raw(base, '/v1/divisions/1'),
      raw(base, '/V1/divisions/2', { headers: { authorization: 'x' } }),
      raw(base, '/v1/DIVISIONS/3', { headers: { authorization: 'Bearer x' } }),
      raw(base, '/v1/divisions/4', { headers: { authorization: 'Bearer ours' } }),
    ]
    await until(() => open.length === 3)
    expect((await raw(base, '/v1/home/x')).status).toBe(200)
    expect(open).toHaveLength(3)
    for (let n = 0; n < 4; n++) {
      await until(() => open.length > n)
      open[n]?.()
    }
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  test('whose caller hung up are not worked for', async () => {
    const { base, open, seen } = await held()
    const asked = [raw(base, '/v1/divisions/0'), raw(base, '/v1/divisions/1')]
    await until(() => open.length === 2)
    const { port } = new URL(base)
    const gone = connect(Number(port), '127.0.0.1')
    await new Promise<void>((resolve) => gone.once('connect', () => resolve()))
    await new Promise<void>(
      (resolve) => void gone.write('GET /v1/divisions/gone HTTP/1.1\r\nHost: x\r\n\r\n', () => resolve()),
    )
    gone.resetAndDestroy()
    for (const each of open) each()
    await Promise.all(asked)
    expect((await raw(base, '/v1/home/x')).status).toBe(200)
    expect(seen.filter((path) => path === '/v1/divisions/gone').length).toBeLessThanOrEqual(1)
  })
})
