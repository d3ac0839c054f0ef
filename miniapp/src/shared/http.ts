import Taro from '@tarojs/taro'
import type { Endpoint } from '@linli/contracts/endpoint'
import { refreshSession } from '@linli/contracts/identity'
import { answerOf } from './answer-of'
import { online } from './network'
import { ProblemError, gotNoAnswer, localProblem, problemFrom } from './problem'
import { exchangeOnce } from './refresh'
import { type Input, type Reply, type Request, toRequest } from './request'
import { currentSession, currentSessionId, endSessionHere } from './session'

const timeoutMs = 10_000
const pauses = [600, 1800]

/** A request of the session it was begun in: it is not sent in the name of the next person. */
interface Sent extends Request {
  session: string | null
  /** Without the bearer: it is what renews it. */
  anonymous?: boolean
}

interface Options {
  /** Names the intent: the same tap, sent again, carries the same key and has one effect. */
  key?: string
}

/**
 * The only way to the service. Answers what the contract promises or throws a ProblemError. Refreshes a session once;
 * repeats what may be repeated when no answer came or the service was busy.
 */
export async function call<E extends Endpoint>(
  e: E,
  given: Input<E>,
  options: Options = {},
): Promise<Reply<E>> {
  const session = currentSessionId()
  const request = { ...toRequest(e, given), session }
  const repeatable = e.method === 'GET' || e.repeatable !== 'none'
  const usedToken = currentSession()?.tokens.accessToken
  try {
    return (await repeatedly(request, options.key, repeatable)) as Reply<E>
  } catch (error) {
    if (!(error instanceof ProblemError) || !usedToken) throw error
    if (error.code === 'session_expired') {
      await renewSession(usedToken, session)
      return (await repeatedly(request, options.key, repeatable)) as Reply<E>
    }
    if (error.code === 'session_revoked' || error.code === 'sign_in_required')
      endSessionHere(error.title, session)
    throw error
  }
}

async function renewSession(usedToken: string, session: string | null) {
  try {
    await exchangeOnce(usedToken, async (refreshToken, key) => {
      const request = { ...toRequest(refreshSession, { body: { refreshToken } }), session, anonymous: true }
      return (await repeatedly(request, key, true)) as Reply<typeof refreshSession>
    })
  } catch (error) {
    if (!gotNoAnswer(error) && error instanceof ProblemError && error.code.startsWith('session_')) {
      endSessionHere(error.title, session)
    }
    throw error
  }
}

async function repeatedly(request: Sent, key: string | undefined, repeatable: boolean): Promise<unknown> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await send(request, key)
    } catch (error) {
      const pause = pauses[attempt]
      if (!repeatable || pause === undefined || !worthRepeating(error)) throw error
      await sleep(Math.max(pause, waitAsked(error)) * (0.8 + Math.random() * 0.4))
    }
  }
}

async function send(request: Sent, key: string | undefined): Promise<unknown> {
  if (!online.get()) throw localProblem('offline')
  if (request.session !== currentSessionId()) throw localProblem('changed')
  const answer = await Taro.request<unknown>({
    url: API_ORIGIN + request.url,
    method: request.method,
    timeout: timeoutMs,
    header: headers(request, key),
    ...(request.body === undefined ? {} : { data: request.body }),
  }).catch((error: unknown) => {
    const refusal = answerOf(error)
    if (refusal !== null) return refusal
    throw localProblem(/time.?out|abort/i.test(messageOf(error)) ? 'timeout' : 'network')
  })
  if (answer.statusCode >= 200 && answer.statusCode < 300) {
    // Every answer is an object; anything else is one that broke off on the way.
    if (typeof answer.data === 'object' && answer.data !== null) return answer.data
    throw localProblem('network')
  }
  throw problemFrom(answer.data, retryAfter(answer.header))
}

function headers(request: Sent, key: string | undefined): Record<string, string> {
  const token = request.anonymous === true ? undefined : currentSession()?.tokens.accessToken
  return {
    accept: 'application/json',
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  }
}

const worthRepeating = (error: unknown) =>
  error instanceof ProblemError && ['timeout', 'network', 'busy'].includes(error.code)
const waitAsked = (error: unknown) =>
  error instanceof ProblemError ? Math.min(error.retryAfter ?? 0, 10) * 1000 : 0
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

function retryAfter(header: Record<string, unknown> | undefined): number | null {
  const seconds = Number(header?.['retry-after'] ?? header?.['Retry-After'])
  return Number.isFinite(seconds) ? seconds : null
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  if ('errMsg' in error) return String(error.errMsg)
  // Alipay numbers what went wrong: 13 is its time-out.
  if ('error' in error) return error.error === 13 ? 'timeout' : String(error.error)
  return 'message' in error ? `${'name' in error ? String(error.name) : ''} ${String(error.message)}` : ''
}
