import { createHash } from 'node:crypto'
import type { Context } from 'koa'
import { isKnown } from './kept'

/** A reply that is no JSON but a calendar, of one person: whoever has it and asks again is not sent it again. */
export class Feed {
  constructor(readonly calendar: string) {}
}

/** Kept by nobody on its way, and by its reader only until they ask again: an address that was given up leads nowhere at once. */
export function sendFeed(ctx: Context, { calendar }: Feed): void {
  // Weak, as it may be packed on its way.
  const etag = `W/"${createHash('sha256').update(calendar).digest('base64url').slice(0, 22)}"`
  ctx.set('Cache-Control', 'private, no-cache')
  ctx.set('ETag', etag)
  ctx.set('X-Robots-Tag', 'noindex')
  if (isKnown(ctx.get('If-None-Match'), etag)) {
    ctx.status = 304
    return
  }
  ctx.set('Content-Disposition', 'inline; filename="linli.ics"')
  ctx.type = 'text/calendar; charset=utf-8'
  ctx.body = calendar
}
