import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'
import type { Log } from '../platform/log'
import type { Metrics } from '../platform/metrics'

/**
 * A request id for every answer, and one log line for what was slow or refused by us (5xx); paths are logged as the
 * route's pattern, because a real path may hold an id and a query may hold what people typed.
 */
export function requestLog(log: Log, metrics: Metrics, trustProxy: boolean): Middleware {
  let warned = trustProxy
  return async (ctx, next) => {
    const id = randomUUID()
    ctx.state.requestId = id
    ctx.set('X-Request-Id', id)
    if (!warned && ctx.get('X-Forwarded-For')) {
      warned = true
      log.warn(
        'a proxy forwards to us, but LINLI_TRUST_PROXY is 0: everybody behind it counts as one address',
      )
    }
    const start = process.hrtime.bigint()
    await next()
    const ms = Number(process.hrtime.bigint() - start) / 1e6
    const endpoint = (ctx.state.endpoint as string | undefined) ?? 'none'
    metrics.observe(endpoint, ctx.status, ms / 1000)
    const line = { requestId: id, endpoint, status: ctx.status, ms: Math.round(ms) }
    if (ctx.status >= 500 || ms > 1_000) log.warn(line, 'request')
    else log.debug(line, 'request')
  }
}
