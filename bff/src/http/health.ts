import type Router from '@koa/router'
import * as z from 'zod/mini'
import type { Deps } from '../deps'

/** `/healthz`: the process lives. `/readyz`: it can answer; without Redis it is slower, and says so. */
export function mountHealth(router: Router, { db, redis }: Deps): void {
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' }
  })
  router.get('/readyz', async (ctx) => {
    const database = await db
      .statement(z.strictObject({ up: z.literal(1) }), 'ready', 'SELECT 1 AS up', [])
      .then(
        () => 'ok',
        () => 'away',
      )
    ctx.status = database === 'ok' ? 200 : 503
    ctx.body = { database, redis: redis.ready() ? 'ok' : 'away (slower, never wrong)' }
  })
}
