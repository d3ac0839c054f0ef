import type { Endpoint } from '@linli/contracts/endpoint'
import type { ZodMiniType, input, output } from 'zod/mini'

type Part<E, Name extends string> = E extends { [K in Name]: infer S extends ZodMiniType }
  ? { [K in Name]: input<S> }
  : unknown

/** What an endpoint has to be given: its path parameters, query and body, where it has them. */
export type Input<E extends Endpoint> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>
export type Reply<E extends Endpoint> = output<E['reply']>

export interface Request {
  method: Endpoint['method']
  url: string
  body: unknown
}

interface Parts {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** The request that an endpoint and its input make. */
export function toRequest<E extends Endpoint>(e: E, given: Input<E>): Request {
  const { params = {}, query = {}, body } = given as Parts
  const path = e.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return { method: e.method, url: `/v1${path}${search === '' ? '' : `?${search}`}`, body }
}
