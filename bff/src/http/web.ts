import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Middleware } from 'koa'
import { askAgain, type Kept, kept, sendKept } from './kept'

/** Names with a content hash never change their content. */
const hashed = /\.[0-9a-f]{6,}\.(js|css|png|svg|woff2)$/
const forEver = 'max-age=31536000,immutable'
/** The folder is looked at again at most so often: only a watching build changes it. */
const lookAgainMs = 1_000

/**
 * Serves the built H5 app: files as they are, every other page address as `index.html` (the app routes by itself).
 * Paths of the interface are never answered with a page.
 */
export function web(root: string): Middleware {
  const files = createShelf(root)
  return async (ctx, next) => {
    const isPage = ctx.method === 'GET' || ctx.method === 'HEAD'
    if (!isPage || /^\/(v1|docs|openapi\.json|healthz|readyz|metrics)(\/|$)/.test(ctx.path)) return next()
    const known = await files()
    const file = known.get(ctx.path.slice(1))
    if (!file && path.extname(ctx.path)) return next()
    const page = file ?? known.get('index.html')
    return page ? sendKept(ctx, page) : next()
  }
}

interface OnDisk {
  changed: number
  file: Kept
}

/**
 * What lies in the folder, by its path. Nothing is asked of the disk by the path that a caller sends, so no path leads
 * out of the folder; and what begins with a dot is not there.
 */
function createShelf(root: string): () => Promise<ReadonlyMap<string, Kept>> {
  const onDisk = new Map<string, OnDisk>()
  let shelf: Promise<ReadonlyMap<string, Kept>> | undefined
  let lookedAt = -Infinity
  async function look(): Promise<ReadonlyMap<string, Kept>> {
    const names = await namesIn(root, '')
    const found = await Promise.all(names.map(async (name) => [name, await changeOf(root, name)] as const))
    for (const name of onDisk.keys()) if (!names.includes(name)) onDisk.delete(name)
    for (const [name, changed] of found)
      if (onDisk.get(name)?.changed !== changed) onDisk.set(name, { changed, file: fileOf(root, name) })
    return new Map([...onDisk].map(([name, { file }]) => [name, file]))
  }
  return () => {
    if (!shelf || performance.now() - lookedAt > lookAgainMs) {
      lookedAt = performance.now()
      shelf = look()
    }
    return shelf
  }
}

const fileOf = (root: string, name: string): Kept =>
  kept(path.extname(name), hashed.test(name) ? forEver : askAgain, () => readFile(path.join(root, name)))

const changeOf = (root: string, name: string): Promise<number> =>
  stat(path.join(root, name)).then(
    ({ mtimeMs, size }) => mtimeMs + size,
    () => 0,
  )

async function namesIn(root: string, below: string): Promise<string[]> {
  const entries = await readdir(path.join(root, below), { withFileTypes: true }).catch(() => [])
  const names = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map(async (entry) => {
        const name = path.posix.join(below, entry.name)
        return entry.isDirectory() ? namesIn(root, name) : [name]
      }),
  )
  return names.flat()
}
