/** What is the same for everybody: made and packed once, and sent from memory ever after. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'koa'

export interface Kept {
  /** The media type, as Koa is told. */
  type: string
  /** The `Cache-Control` that goes with it. */
  cache: string
  /** Loads and packs it at the first call; every later one gets the same. */
  versions(): Promise<Versions>
}

interface Version {
  body: Buffer
  /** A strong one: two encodings of one thing are two. */
  etag: string
}

interface Versions {
  plain: Version
  br?: Version
  gzip?: Version
}

/** Less is not worth packing. */
const leastBytes = 1_024
const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)
/** Off the main thread; beyond this quality a bundle takes seconds for two percent. */
const quality = 9

export const dayCache = 'public, max-age=86400'
export const askAgain = 'no-cache'

export function kept(type: string, cache: string, load: () => Buffer | Promise<Buffer>): Kept {
  let made: Promise<Versions> | undefined
  const versions = (): Promise<Versions> => {
    made ??= make(load).catch((error: unknown) => {
      // What could not be read now may be there the next time.
      made = undefined
      throw error
    })
    return made
  }
  return { type, cache, versions }
}

async function make(load: () => Buffer | Promise<Buffer>): Promise<Versions> {
  const body = await load()
  const name = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const plain = { body, etag: `"${name}"` }
  if (body.length < leastBytes) return { plain }
  const [br, gz] = await Promise.all([
    asBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    asGzip(body, { level: 9 }),
  ])
  return {
    plain,
    ...(br.length < body.length * 0.9 && { br: { body: br, etag: `"${name}-br"` } }),
    ...(gz.length < body.length * 0.9 && { gzip: { body: gz, etag: `"${name}-gz"` } }),
  }
}

/** Sends it as the caller takes it, or says that nothing has changed. HEAD gets the headers alone (Koa sees to it). */
export async function sendKept(ctx: Context, { type, cache, versions }: Kept): Promise<void> {
  const made = await versions()
  const encoding = (['br', 'gzip'] as const).find((each) => made[each] && ctx.acceptsEncodings(each) === each)
  const { body, etag } = (encoding && made[encoding]) ?? made.plain
  ctx.status = 200
  ctx.type = type
  ctx.set('Cache-Control', cache)
  ctx.set('ETag', etag)
  ctx.set('Accept-Ranges', 'none')
  if (made.br || made.gzip) ctx.vary('Accept-Encoding')
  if (isKnown(ctx.get('If-None-Match'), etag)) {
    ctx.status = 304
    return
  }
  if (encoding) ctx.set('Content-Encoding', encoding)
  ctx.body = body
}

/** Does a request have this already? Weakened, by us or on its way by a proxy, a tag still names the same. */
export const isKnown = (header: string, etag: string): boolean =>
  header.split(',').some((each) => each.trim() === '*' || bare(each) === bare(etag))

const bare = (tag: string): string => tag.trim().replace(/^W\//, '')
