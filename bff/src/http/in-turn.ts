import type { Middleware } from 'koa'
import { Problem } from '../platform/problem'
import { networkOf } from '../platform/rate-limit'

export interface Turns {
  /** Reads of one kind that one address has under way at a time; more of them wait for their turn. */
  guest: number
  /** The same for those who show a token that is ours. */
  known: number
  /** So many may wait. */
  waiting: number
}

export const turns: Turns = { guest: 6, known: 48, waiting: 1_000 }

interface Lane {
  running: number
  waiting: (() => void)[]
}

/**
 * A hundred clients of one address that read one thing wait for each other, and for nobody else: whoever reads
 * something else, or comes from elsewhere, is served in between. Nobody is refused before a thousand wait. A turn ends
 * with the answer, not with its way over a slow network.
 * @throws Problem busy
 */
export function inTurn(
  isOurs: (authorization: string) => boolean,
  { guest, known, waiting }: Turns = turns,
): Middleware {
  const lanes = new Map<string, Lane>()
  function leave(name: string, lane: Lane): void {
    const next = lane.waiting.shift()
    if (next) return next()
    lane.running -= 1
    if (lane.running === 0) lanes.delete(name)
  }
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next()
    const sent = ctx.get('Authorization')
    const token = sent !== '' && isOurs(sent)
    const name = `${networkOf(ctx.ip)} ${kindOf(ctx.path)} ${token ? 'known' : 'guest'}`
    const lane = lanes.get(name) ?? { running: 0, waiting: [] }
    lanes.set(name, lane)
    if (lane.running < (token ? known : guest)) lane.running += 1
    else if (lane.waiting.length >= waiting) throw new Problem('busy', { retryAfter: 2 })
    else await new Promise<void>((go) => lane.waiting.push(go))
    try {
      // Whoever hung up while waiting is not worked for.
      if (!ctx.req.destroyed) await next()
    } finally {
      setImmediate(leave, name, lane)
    }
  }
}

/** `/v1/divisions/…` is one kind however it is spelt, each document is one, all files of the app are one. */
function kindOf(path: string): string {
  const [, first = '', second = ''] = path.toLowerCase().split('/', 3)
  return first === 'v1' ? second : /^(docs|openapi\.json|healthz|readyz)$/.test(first) ? first : 'app'
}
