import type { RouterContext } from '@koa/router'
import type { Middleware } from 'koa'
import { Problem } from '../platform/problem'

/** Comes after the routes: a path that they know, with a method that it does not have. */
export const wrongMethod: Middleware = (ctx, next) => {
  const { matched = [] } = ctx as Partial<Pick<RouterContext, 'matched'>>
  const methods = new Set(matched.flatMap((layer) => layer.methods))
  if (methods.size === 0) return next()
  ctx.set('Allow', [...methods].join(', '))
  throw new Problem('method_not_allowed')
}
