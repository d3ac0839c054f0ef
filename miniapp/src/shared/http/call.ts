import type { Endpoint } from '@linli/contracts/endpoint'
import { refreshSession } from '@linli/contracts/identity'
import { askToAgree } from '../agreements/ask-to-agree'
import { sendRequest } from './send-request'
import { deviceSecret } from '../session/device-secret'
import { online } from '../device/network'
import { ProblemError, isSignedOut, isUnagreed, localProblem, problemFrom } from './problem'
import { exchangeOnce } from '../session/exchange-once'
import { type Input, type Reply, type Request, toRequest } from './request'
import { currentPerson, currentSession, currentSessionId, endSessionHere } from '../session/session'
import { solve, workIn } from './proof-of-work'

const pauses = [600, 1800]
/** Of renewals and work: one, and one more where another tab's tokens were old, too. */
const mostRenewals = 2

/** A request of the person it was begun by: it is not sent in the name of the next one. */
interface Sent extends Request {
  person: string | null
  /** Without the bearer: it is what renews it. */
  anonymous?: boolean
  /** Sent with the device's own secret. */
  byDevice?: boolean
  /** Work that the service asked for, done. */
  proof?: string
}

interface Options {
  /** An idempotency key: the same tap, sent again, carries the same key and has one effect. */
  key?: string
}

/**
 * The only way to the service. Answers what the contract promises or throws a ProblemError. Renews a session, does the
 * work that is asked for where many try, and repeats what may be repeated when no answer came or the service was busy.
 */
export async function call<E extends Endpoint>(
  e: E,
  given: Input<E>,
  options: Options = {},
): Promise<Reply<E>> {
  const request: Sent = { ...toRequest(e, given), person: currentPerson(), byDevice: e.byDevice }
  const repeatable = e.method === 'GET' || e.repeatable !== 'none'
  for (let again = 0; ; again++) {
    const [used, session] = [currentSession()?.tokens.accessToken, currentSessionId()]
    try {
      return (await repeatedly(request, options.key, repeatable)) as Reply<E>
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      if (isUnagreed(error)) askToAgree()
      const work = error.code === 'proof_needed' && again < mostRenewals ? workIn(error.facts) : null
      if (work !== null) {
        request.proof = await solve(work)
        continue
      }
      if (used === undefined || !isSignedOut(error)) throw error
      if (error.code === 'session_expired') await renewSession(used, request.person)
      else endSessionHere(error.title, session)
      // Another tab may have signed the same person in again; otherwise there is nobody to send for any more.
      if (again === mostRenewals || currentPerson() !== request.person) throw error
    }
  }
}

/** @throws ProblemError when the session could not be renewed; where it is over, it has ended here */
async function renewSession(usedToken: string, person: string | null) {
  const session = currentSessionId()
  try {
    await exchangeOnce(usedToken, async (refreshToken, key) => {
      const request = { ...toRequest(refreshSession, { body: { refreshToken } }), person, anonymous: true }
      return (await repeatedly(request, key, true)) as Reply<typeof refreshSession>
    })
  } catch (error) {
    if (error instanceof ProblemError && error.code.startsWith('session_'))
      endSessionHere(error.title, session)
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
  if (request.person !== currentPerson()) throw localProblem('changed')
  const { url, method, body } = request
  const answer = await sendRequest({ url, method, body, header: headers(request, key) })
  if (answer.statusCode >= 200 && answer.statusCode < 300) {
    if (headerOf(answer.header, 'Linli-Agreement') !== undefined) askToAgree()
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
    ...(request.byDevice === true ? { 'linli-device': deviceSecret() } : {}),
    ...(request.proof === undefined ? {} : { 'linli-proof': request.proof }),
  }
}

const worthRepeating = (error: unknown) =>
  error instanceof ProblemError && ['timeout', 'network', 'busy'].includes(error.code)
const waitAsked = (error: unknown) =>
  error instanceof ProblemError ? Math.min(error.retryAfter ?? 0, 10) * 1000 : 0
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** A mini-program spells a header as the service does, a browser in small letters. */
const headerOf = (header: Record<string, unknown> | undefined, name: string) =>
  header?.[name] ?? header?.[name.toLowerCase()]

function retryAfter(header: Record<string, unknown> | undefined): number | null {
  const seconds = Number(headerOf(header, 'Retry-After'))
  return Number.isFinite(seconds) ? seconds : null
}
