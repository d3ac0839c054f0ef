import type Router from '@koa/router'
import type { Deps } from '../deps'

/** `/healthz`: the process lives. `/readyz`: it can answer; without Redis it is slower, and says so. */
export function mountHealth(router: Router, { db, redis }: Deps): void {
  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' }
  })
  router.get('/readyz', async (ctx) => {
    const database = await db.statement('ready', 'SELECT 1', []).then(
      () => 'ok',
      () => 'away',
    )
    ctx.status = database === 'ok' ? 200 : 503
    ctx.body = { database, redis: redis.ready() ? 'ok' : 'away (slower, never wrong)' }
  })
}
