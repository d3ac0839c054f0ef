import type { Middleware } from 'koa'

/** Only our own scripts run, nobody frames us, and addresses of pages stay with us. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ')

/**
 * The app uses none of these; whatever gets into it does not either. Browsers know all of them: one that they do not know is a
 * warning on every page. Where somebody is, its own pages may ask once they tap.
 */
const unused = ['camera', 'microphone', 'payment', 'usb', 'serial', 'display-capture']

/** @param tls whether people reach us over https: only then may a browser be told to use nothing else for a year */
export function securityHeaders(tls: boolean): Middleware {
  const headers = {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': [...unused.map((each) => `${each}=()`), 'geolocation=(self)'].join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(tls && { 'Strict-Transport-Security': 'max-age=31536000' }),
  }
  return async (ctx, next) => {
    ctx.set(headers)
    await next()
  }
}
