import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Middleware } from 'koa'
import send from 'koa-send'

const yearMs = 365 * 86_400_000
/** Names with a content hash never change their content. */
const hashed = /\.[0-9a-f]{6,}\.(js|css|png|svg|woff2)$/

/**
 * Serves the built H5 app: files as they are, every other page address as `index.html` (the app routes by itself).
 * Paths of the interface are never answered with a page.
 */
export function web(root: string): Middleware {
  return async (ctx, next) => {
    const isPage = ctx.method === 'GET' || ctx.method === 'HEAD'
    if (!isPage || /^\/(v1|docs|openapi\.json|healthz|readyz|metrics)(\/|$)/.test(ctx.path)) return next()
    const file = safeFile(root, ctx.path)
    if (!file && path.extname(ctx.path)) return next()
    const name = file ?? 'index.html'
    const maxAge = hashed.test(name) ? yearMs : 0
    await send(ctx, name, { root, maxAge, immutable: maxAge > 0 })
    if (!maxAge) ctx.set('Cache-Control', 'no-cache')
  }
}

/** @returns a path below the root that exists as a file, or undefined */
function safeFile(root: string, requested: string): string | undefined {
  const name = path.posix.normalize(requested).replace(/^\/+/, '')
  return name && !name.startsWith('..') && path.extname(name) && existsSync(path.join(root, name))
    ? name
    : undefined
}
