import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** What the server is told to answer for one `js_code`. */
export type WechatScript =
  | { openid: string }
  | { errcode: number }
  | { status: number }
  | { text: string }
  /** Nothing is ever answered. */
  | 'silence'
  /** The connection breaks in the middle of the answer. */
  | 'break'

export interface WechatServer {
  base: string
  /** From now on this code is answered so; a code that nobody scripted is 40029, as WeChat says it. */
  script(code: string, answer: WechatScript): void
  /** The queries that came in, as WeChat would see them. */
  asked: URLSearchParams[]
  /** The `session_key` that every good answer carries: it must be found nowhere. */
  sessionKey: string
}

export const wechatEnv = (base: string): NodeJS.ProcessEnv => ({
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: 'the-secret-of-the-app',
  WECHAT_API_BASE: base,
})

/** Texts pass; what WeChat says of those that do not stands in the tests of the check. */
const others: Record<string, object> = {
  '/cgi-bin/stable_token': { access_token: 'token', expires_in: 7200 },
  '/wxa/msg_sec_check': { errcode: 0, result: { suggest: 'pass' } },
}

/** A server of this file's own that speaks WeChat's `GET /sns/jscode2session`: always 200, JSON as text/plain. */
export async function wechatServer(): Promise<WechatServer> {
  const scripts = new Map<string, WechatScript>()
  const asked: URLSearchParams[] = []
  const sessionKey = 'c2Vzc2lvbi1rZXktbWFya2Vy'
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://wechat')
    const other = others[url.pathname]
    if (other) return void response.writeHead(200).end(JSON.stringify(other))
    if (url.pathname !== '/sns/jscode2session') return void response.writeHead(404).end()
    asked.push(url.searchParams)
    const answer = scripts.get(url.searchParams.get('js_code') ?? '') ?? { errcode: 40029 }
    if (answer === 'silence') return
    if (answer === 'break') return void response.writeHead(200).write('{"open', () => response.destroy())
    response.writeHead('status' in answer ? answer.status : 200, { 'content-type': 'text/plain' })
    response.end(textOf(answer, sessionKey))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { base, script: (code, answer) => void scripts.set(code, answer), asked, sessionKey }
}

function textOf(answer: Exclude<WechatScript, string>, sessionKey: string): string {
  if ('openid' in answer) return JSON.stringify({ openid: answer.openid, session_key: sessionKey })
  if ('errcode' in answer) return JSON.stringify({ errcode: answer.errcode, errmsg: 'as documented, rid: 1' })
  return 'text' in answer ? answer.text : 'upstream error'
}
