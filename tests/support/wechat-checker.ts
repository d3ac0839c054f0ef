import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export interface WechatChecker {
  base: string
  /** What it was asked, in order. */
  asked: { path: string; body: Record<string, unknown> }[]
  /** What it shall answer next; tokens it gives by itself. */
  answers: object[]
}

/** WeChat's server as far as its check of texts goes. */
export async function wechatChecker(): Promise<WechatChecker> {
  const state: WechatChecker = { base: '', asked: [], answers: [] }
  const server = createServer((request, response) => {
    let sent = ''
    request.on('data', (part: Buffer) => (sent += part.toString()))
    request.on('end', () => {
      const path = request.url ?? ''
      state.asked.push({ path, body: JSON.parse(sent) as Record<string, unknown> })
      const token = { access_token: `T${state.asked.length}`, expires_in: 7200 }
      response.end(JSON.stringify(path.startsWith('/cgi-bin') ? token : state.answers.shift()))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => server.close())
  state.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return state
}
