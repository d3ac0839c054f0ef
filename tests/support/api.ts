import { randomUUID } from 'node:crypto'
import type { Texts } from '../../bff/contracts/src/agreements'
import { catalogue, type EndpointName } from '../../bff/contracts/src/catalogue'
import type { Endpoint } from '../../bff/contracts/src/endpoint'
import { commonProblems, type ProblemBody, type ProblemCode } from '../../bff/contracts/src/problems'

export interface Sent {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  token?: string
  key?: string
  headers?: Record<string, string>
}

export interface Answer<T = Record<string, unknown>> {
  status: number
  headers: Headers
  body: T
  /** The body as a problem, for the tests that expect one. */
  problem: ProblemBody
}

/**
 * Calls an endpoint by its contract over real HTTP. A keyed write gets a fresh Idempotency-Key unless one is given
 * (an empty one is not sent at all).
 * @throws Error when the answer is a refusal that the contract does not list
 */
export async function call<T = Record<string, unknown>>(
  base: string,
  name: EndpointName,
  sent: Sent = {},
): Promise<Answer<T>> {
  const endpoint: Endpoint = catalogue[name]
  const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(sent.params?.[key] ?? ''),
  )
  const query = sent.query ? `?${new URLSearchParams(sent.query)}` : ''
  const key = sent.key ?? (endpoint.repeatable === 'key' ? randomUUID() : '')
  const body = await ticked(base, name, sent.body)
  const hasBody = body !== undefined
  const response = await fetch(`${base}/v1${path}${query}`, {
    method: endpoint.method,
    headers: {
      ...(sent.token && { authorization: `Bearer ${sent.token}` }),
      ...(key && { 'idempotency-key': key }),
      ...(hasBody && { 'content-type': 'application/json' }),
      ...sent.headers,
    },
    ...(hasBody && { body: JSON.stringify(body) }),
  })
  const answer: unknown = await answerOf(endpoint, response)
  if (!response.ok) mustBePromised(name, endpoint, answer as ProblemBody)
  return {
    status: response.status,
    headers: response.headers,
    body: answer as T,
    problem: answer as ProblemBody,
  }
}

/** An answer that stays open has begun, and is not waited for. */
export async function answerOf({ gives }: Endpoint, response: Response): Promise<unknown> {
  if (gives === 'calendar' && response.ok) return response.text()
  if (gives !== 'events' || !response.ok) return response.json()
  await response.body?.cancel()
  return {}
}

const waysIn: readonly EndpointName[] = ['signInByPhone', 'signInByWechat', 'signInAsDemo']

/** Who signs in has ticked the texts in effect, unless the test says something of it, be it `undefined`. */
async function ticked(base: string, name: EndpointName, body: unknown): Promise<unknown> {
  if (!waysIn.includes(name) || typeof body !== 'object' || body === null || 'agreed' in body) return body
  const { agree } = (await (await fetch(`${base}/v1/texts`)).json()) as Texts
  return { ...body, agreed: agree }
}

/** Whatever a test is about: a refusal that the contract does not list is one that no client is prepared for. */
function mustBePromised(name: string, { problems }: Endpoint, { code }: ProblemBody): void {
  const promised: readonly ProblemCode[] = [...problems, ...commonProblems]
  if (!promised.includes(code))
    throw new Error(`${name} answered ${code}, which its contract does not promise`)
}
