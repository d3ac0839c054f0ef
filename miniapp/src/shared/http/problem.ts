import type { Fault, ProblemBody, ProblemCode } from '@linli/contracts/problems'

/** What can go wrong before the service has answered. */
export type LocalCode = 'offline' | 'timeout' | 'network' | 'unreadable' | 'changed'

const localTitles: Record<LocalCode, string> = {
  offline: '现在没有网络。请连上网络再试，急事请打电话给社区。',
  timeout: '网络太慢，没有等到答复。再点一次，不会重复提交。',
  network: '网络断了一下，没有收到答复。再点一次，不会重复提交。',
  changed: '登录的人换了，这一步没有提交。请再点一次。',
  unreadable: '没有看懂服务的答复，请稍后再试，或打电话给社区。',
}

/** Every refusal and failure that a page can meet: a stable code and one sentence that says what to do next. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode | LocalCode,
    readonly title: string,
    readonly errors: Fault[] = [],
    readonly facts: Record<string, unknown> = {},
    readonly requestId: string | null = null,
    /** Seconds that the service asked to wait. */
    readonly retryAfter: number | null = null,
    /** The service's own status; null where it did not say one. */
    readonly status: number | null = null,
  ) {
    super(code)
    this.name = 'ProblemError'
  }
}

export const localProblem = (code: LocalCode) => new ProblemError(code, localTitles[code])

export function problemFrom(body: unknown, retryAfter: number | null): ProblemError {
  if (!isProblem(body)) return localProblem('unreadable')
  const { code, title, errors, facts, requestId, status } = body
  return new ProblemError(code, title, errors, facts, requestId, retryAfter, status)
}

function isProblem(body: unknown): body is ProblemBody {
  if (typeof body !== 'object' || body === null) return false
  return 'code' in body && 'title' in body && typeof body.title === 'string'
}

/** Was there no answer at all, so that the same request may be sent again? */
export function gotNoAnswer(error: unknown) {
  return error instanceof ProblemError && ['offline', 'timeout', 'network'].includes(error.code)
}

/** Does the person first have to agree to new texts? Nothing was decided: what waits goes on waiting. */
export const isUnagreed = (error: unknown) =>
  error instanceof ProblemError && error.code === 'agreement_needed'

/** Has the service decided against it? After any other failure it may have happened all the same. */
export function wasRefused(error: unknown) {
  if (!(error instanceof ProblemError) || error.status === null || isUnagreed(error)) return false
  return error.status >= 400 && error.status < 500 && error.status !== 429
}

/** Is signing in the next step? */
export const isSignedOut = (error: unknown) =>
  error instanceof ProblemError &&
  ['sign_in_required', 'session_revoked', 'session_expired'].includes(error.code)
