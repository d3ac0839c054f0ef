import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../bff/contracts/src/catalogue'
import type { Endpoint } from '../../../bff/contracts/src/endpoint'
import { commonProblems, problems } from '../../../bff/contracts/src/problems'
import { testApp } from '../../support/app'

interface Parameter {
  name: string
  in: string
  required: boolean
  schema: object
}
interface Shape {
  type?: string
}
interface Content {
  description: string
  content: Record<string, { schema: Shape & { anyOf?: Shape[] } }>
}
interface Operation {
  operationId: string
  summary: string
  parameters: Parameter[]
  requestBody?: { required: boolean; content: Record<string, { schema: object }> }
  responses: Record<string, Content>
}
interface Document {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } }
}

const app = await testApp()
const response = await fetch(`${app.base}/openapi.json`)
const document = (await response.json()) as Document
const endpoints = Object.entries(catalogue as Record<string, Endpoint>)
const placeOf = (endpoint: Endpoint): string => `/v1${endpoint.path.replace(/:(\w+)/g, '{$1}')}`

test('is JSON of OpenAPI 3.1 with a title and a version', () => {
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  expect(document.openapi).toMatch(/^3\.1\.\d+$/)
  expect(document.info).toMatchObject({ title: 'Linli 邻里', version: '1' })
})

test('has the endpoints of the catalogue, and no other', () => {
  const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
  )
  const promised = endpoints.map(([name, e]) => `${name} ${e.method.toLowerCase()} ${placeOf(e)}`)
  expect(listed.sort()).toEqual(promised.sort())
})

const types = {
  json: 'application/json',
  picture: 'image/jpeg',
  events: 'text/event-stream',
  calendar: 'text/calendar',
}

describe.each(endpoints)('%s', (_, endpoint) => {
  const operation = document.paths[placeOf(endpoint)]?.[endpoint.method.toLowerCase()]

  test('names every refusal under its status, and its own answer', () => {
    for (const code of [...endpoint.problems, ...commonProblems]) {
      const answer = operation?.responses[problems[code].status]
      expect(answer?.description.split(', '), code).toContain(code)
      expect(Object.keys(answer?.content ?? {})).toEqual(['application/problem+json'])
    }
    const done = operation?.responses[endpoint.status]
    const schema = done?.content[types[endpoint.gives]]?.schema
    if (endpoint.gives === 'events' || endpoint.gives === 'calendar')
      return expect(schema).toEqual({ type: 'string' })
    if (endpoint.gives === 'picture') return expect(schema).toEqual({ type: 'string', format: 'binary' })
    // One of several shapes, as with a case of any service, or one.
    for (const shape of schema?.anyOf ?? [schema]) expect(shape?.type).toBe('object')
    const promised = [...endpoint.problems, ...commonProblems].map((code) => problems[code].status)
    const statuses = new Set([endpoint.status, ...promised].map(String))
    expect(new Set(Object.keys(operation?.responses ?? {}))).toEqual(statuses)
  })

  test('names what it takes', () => {
    const named = (place: string) => operation?.parameters.filter((p) => p.in === place).map((p) => p.name)
    expect(named('path')).toEqual([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name))
    const headers = { 'Idempotency-Key': endpoint.repeatable === 'key', 'Linli-Device': endpoint.byDevice }
    expect(named('header')).toEqual(Object.entries(headers).flatMap(([name, sent]) => (sent ? [name] : [])))
    expect(operation?.parameters.filter((p) => p.in === 'path').every((p) => p.required)).toBe(true)
    expect(operation?.requestBody?.required).toBe(
      endpoint.body || endpoint.takes === 'file' ? true : undefined,
    )
    expect(operation?.summary.length).toBeGreaterThan(10)
  })
})

test('a query says which of its parts must be there', () => {
  const query = document.paths['/v1/rooms']?.get?.parameters.map((p) => [p.name, p.required])
  expect(query).toEqual([
    ['community', true],
    ['purpose', false],
    ['capacity', false],
    ['stepFree', false],
    ['day', false],
    ['cursor', false],
  ])
  const search = document.paths['/v1/divisions']?.get?.parameters.map((p) => p.name)
  expect(search).toEqual(['parent', 'name'])
})

test('every reference leads somewhere', () => {
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref') found.push(String(value))
      walk(value)
    }
  }
  walk(document)
  expect(found.length).toBeGreaterThan(endpoints.length)
  for (const reference of new Set(found)) {
    expect(reference).toMatch(/^#\//)
    const target = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document)
    expect(target, reference).toBeTypeOf('object')
  }
})

test('the codes of a problem are the whole catalogue of refusals', () => {
  expect(document.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(problems))
})
