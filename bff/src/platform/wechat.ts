import * as z from 'zod/mini'
import { Problem } from './problem'

/** The port to WeChat's server API; only the openid leaves this file, `session_key` never does. */
export interface Wechat {
  /**
   * Exchanges the code of `wx.login` (one use, 5 minutes) for the person's openid.
   * @throws Problem wechat_code_invalid (40029, 40163), wechat_blocked (40226), wechat_busy (-1, 45011, time-out)
   */
  openidFor(code: string): Promise<string>
}

const answer = z.object({
  openid: z.optional(z.string().check(z.minLength(1))),
  errcode: z.optional(z.number()),
})

const refusals: Record<number, 'wechat_code_invalid' | 'wechat_blocked'> = {
  40029: 'wechat_code_invalid',
  40163: 'wechat_code_invalid',
  40226: 'wechat_blocked',
}

export interface WechatConfig {
  appId: string
  secret: string
  /** Origin of the API, without a trailing slash. */
  base: string
}

/** @param timeoutMs how long one exchange may take */
export function createWechat({ appId, secret, base }: WechatConfig, timeoutMs = 5_000): Wechat {
  return {
    async openidFor(code) {
      const query = new URLSearchParams({
        appid: appId,
        secret,
        js_code: code,
        grant_type: 'authorization_code',
      })
      const { openid, errcode } = await ask(`${base}/sns/jscode2session?${query}`, timeoutMs)
      if (openid && !errcode) return openid
      throw new Problem(refusals[errcode ?? -1] ?? 'wechat_busy')
    },
  }
}

async function ask(url: string, timeoutMs: number): Promise<z.infer<typeof answer>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
    // WeChat answers JSON as text/plain; anything else is a fault on the way.
    return answer.parse(JSON.parse(await response.text()))
  } catch {
    throw new Problem('wechat_busy', { retryAfter: 3 })
  }
}
