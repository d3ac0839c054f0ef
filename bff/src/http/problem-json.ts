import { type ProblemBody, type ProblemCode, problems } from '@linli/contracts/problems'
import type { Context, Middleware } from 'koa'
import { isLeaving, isUnavailable } from '../platform/db-errors'
import type { Log } from '../platform/log'
import { Problem } from '../platform/problem'

/**
 * The one place where an error becomes an answer (RFC 9457). What is not a `Problem` is our fault: it is logged with
 * the request id and told as `internal_error`, or as `busy` when the database is away.
 */
export function problemJson(log: Log): Middleware {
  return async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 404 && ctx.body === undefined) throw new Problem('not_found')
    } catch (error) {
      const problem = asProblem(error)
      if (problem.status >= 500)
        log.error(
          { err: error, requestId: ctx.state.requestId as string, code: problem.code },
          'a request failed',
        )
      answer(ctx, problem)
    }
  }
}

const byParserStatus: Record<number, ProblemCode> = {
  400: 'malformed_request',
  413: 'body_too_large',
  415: 'unsupported_media_type',
}

/** Only the status of a foreign error is read: body-parser errors carry the raw body. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (isLeaving(error)) return new Problem('account_leaving')
  if (isUnavailable(error)) return new Problem('busy', { retryAfter: 2 })
  const { status, expose } = error as { status?: unknown; expose?: unknown }
  if (typeof status === 'number' && status < 500 && expose !== false)
    return new Problem(byParserStatus[status] ?? 'malformed_request')
  return new Problem('internal_error')
}

/** What every refusal says, whatever it is about. */
export const bodyOf = (code: ProblemCode, requestId: string): ProblemBody => ({
  type: `/docs/problems#${code}`,
  title: problems[code].title,
  status: problems[code].status,
  code,
  requestId,
})

function answer(ctx: Context, problem: Problem): void {
  const { status } = problems[problem.code]
  const body: ProblemBody = {
    ...bodyOf(problem.code, ctx.state.requestId as string),
    ...(problem.faults && { errors: problem.faults }),
    ...(problem.facts && { facts: problem.facts }),
  }
  const retryAfter = problem.facts?.retryAfter ?? (status === 503 ? 2 : undefined)
  if (typeof retryAfter === 'number') ctx.set('Retry-After', String(retryAfter))
  if (status === 401) ctx.set('WWW-Authenticate', 'Bearer')
  // What is left of a body that is too long, or that does not come, is not waited for.
  if (status === 413 || status === 408) ctx.set('Connection', 'close')
  ctx.status = status
  ctx.body = JSON.stringify(body)
  ctx.type = 'application/problem+json'
  ctx.set('Cache-Control', 'no-store')
}
