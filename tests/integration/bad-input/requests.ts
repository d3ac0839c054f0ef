import { parse, stringify } from 'node:querystring'
import fc from 'fast-check'
import { catalogue, type EndpointName } from '../../../bff/contracts/src/catalogue'
import type { Endpoint } from '../../../bff/contracts/src/endpoint'
import { openApi } from '../../../bff/src/http/openapi'
import { damaged, fitting, hostile, hostileText, type JsonSchema } from '../../support/arbitraries'

export interface Request {
  params: Record<string, string>
  query: Record<string, string | string[]>
  body: unknown
}

interface Operation {
  operationId: EndpointName
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: JsonSchema }[]
  requestBody?: { content: { 'application/json'?: { schema: JsonSchema } } }
}

const operations = Object.values(openApi().paths as Record<string, Record<string, Operation>>).flatMap(
  (path) => Object.values(path),
)

/** What the contract says of each part of an endpoint's input, as the published document has it. */
function schemasOf(name: EndpointName) {
  const operation = operations.find((o) => o.operationId === name)
  if (!operation) throw new Error(`${name} is not in the OpenAPI document`)
  const from = (place: 'path' | 'query'): JsonSchema => {
    const here = operation.parameters.filter((p) => p.in === place)
    return {
      type: 'object',
      properties: Object.fromEntries(here.map((p) => [p.name, p.schema])),
      required: here.filter((p) => p.required).map((p) => p.name),
    }
  }
  const body = operation.requestBody?.content['application/json']?.schema
  return { params: from('path'), query: from('query'), body }
}

/** Endpoints that read something from the request. */
export const endpointsWithInput = (Object.entries(catalogue) as [EndpointName, Endpoint][])
  .filter(([, e]) => e.params ?? e.query ?? e.body)
  .map(([name]) => name)

/** A path segment cannot be empty, and clients resolve dots before they send. */
const inPath = hostileText
  .map((s) => s.toWellFormed())
  .filter((s) => s !== '' && !/^\.{1,2}$/.test(s) && s.length < 1_500)
const inQuery = fc.oneof(inPath, fc.array(inPath, { minLength: 2, maxLength: 3 }))

const asRequest = (params: unknown, query: unknown, body: unknown): Request => ({
  params: params as Record<string, string>,
  query: query as Record<string, string | string[]>,
  body,
})

/** Address and headers beyond 16 kB never become a request; what is answered then stands in `raw.test.ts`. */
const canTravel = ({ params, query }: Request): boolean =>
  encodeURIComponent(Object.values(params).join('/')).length + stringify(query).length < 12_000

/** What is so of some requests; where it is so of none, that is said, and not looked for without end. */
function among(name: EndpointName, is: (request: Request) => boolean): (request: Request) => boolean {
  let tries = 0
  return (request) => {
    if (++tries > 20_000)
      throw new Error(`of ${name} nothing fits: what is asked of it has no bounds, or no way`)
    if (!is(request)) return false
    tries = 0
    return true
  }
}

/** Requests that the endpoint's schemas accept; the rules behind them may not. */
export function acceptable(name: EndpointName, known: readonly string[]): fc.Arbitrary<Request> {
  const { params, query, body } = schemasOf(name)
  return fc
    .tuple(
      fitting(params, known),
      fitting(query, known),
      body ? fitting(body, known) : fc.constant(undefined),
    )
    .map((parts) => asRequest(...parts))
    .filter(among(name, (request) => canTravel(request) && refusals(name, request).length === 0))
}

/** Requests of which at least one part is refused by its schema. */
export function refused(name: EndpointName, known: readonly string[]): fc.Arbitrary<Request> {
  const { params, query, body } = schemasOf(name)
  const either = (schema: JsonSchema, bad: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof(fitting(schema, known), { weight: 2, arbitrary: damaged(schema, known, bad) })
  const wholeParams = either(params, inPath).map((p) => ({ ...(fillOf(params) as object), ...(p as object) }))
  const bodies = body
    ? fc.oneof({ weight: 5, arbitrary: either(body, hostile) }, hostile, fc.constant(undefined))
    : fc.constant(undefined)
  return fc
    .tuple(wholeParams, either(query, inQuery), bodies)
    .map((parts) => asRequest(...parts))
    .filter(among(name, (request) => canTravel(request) && refusals(name, request).length > 0))
}

/** A path always has its segments; a taken-away one is merely wrong. */
const fillOf = ({ properties = {} }: JsonSchema): unknown =>
  Object.fromEntries(Object.keys(properties).map((key) => [key, 'x']))

/** Where the endpoint's own schemas find a fault: `body.attendees`, `query.cursor`. */
export function refusals(name: EndpointName, { params, query, body }: Request): string[] {
  const endpoint: Endpoint = catalogue[name]
  const faults = (part: string, schema: Endpoint['body'], value: unknown): string[] => {
    const result = schema?.safeParse(value)
    return (result?.error?.issues ?? []).map((issue) => [part, ...issue.path.map(String)].join('.'))
  }
  return [
    ...faults('params', endpoint.params, params),
    ...faults('query', endpoint.query, { ...parse(stringify(query)) }),
    // No body at all is an empty one.
    ...faults('body', endpoint.body, body === undefined ? {} : JSON.parse(JSON.stringify(body))),
  ].sort()
}
