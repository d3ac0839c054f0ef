import { catalogue } from '@linli/contracts/catalogue'
import type { Endpoint } from '@linli/contracts/endpoint'
import { commonProblems, type ProblemCode, problems } from '@linli/contracts/problems'
import { toJSONSchema } from 'zod/v4/core'
import type { ZodMiniType } from 'zod/mini'

type Json = Record<string, unknown>

const schemaOf = (schema: ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

/** OpenAPI 3.1, made from the contracts alone. */
export function openApi(): Json {
  const paths: Record<string, Json> = {}
  for (const [name, endpoint] of Object.entries(catalogue as Record<string, Endpoint>)) {
    const path = `/v1${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Linli 邻里', version: '1', description: 'Community services of one prefecture.' },
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: problemSchema },
    },
  }
}

function given({ gives, reply }: Endpoint): Json {
  if (gives === 'picture') return content('Done', 'image/jpeg', { type: 'string', format: 'binary' })
  if (gives === 'events') return content('Done', 'text/event-stream', { type: 'string' })
  if (gives === 'calendar') return content('Done', 'text/calendar', { type: 'string' })
  return content('Done', 'application/json', schemaOf(reply, 'output'))
}

function operation(name: string, endpoint: Endpoint): Json {
  const answers: Record<string, Json> = {
    [endpoint.status]: given(endpoint),
  }
  const codes = new Map<number, ProblemCode[]>()
  for (const code of [...endpoint.problems, ...commonProblems])
    codes.set(problems[code].status, [...(codes.get(problems[code].status) ?? []), code])
  for (const [status, list] of codes)
    answers[status] = content(list.join(', '), 'application/problem+json', {
      $ref: '#/components/schemas/Problem',
    })
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[1]],
    parameters: parameters(endpoint),
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
      },
    }),
    ...(endpoint.takes === 'file' && { requestBody: { required: true, content: oneFile } }),
    responses: answers,
    security: [{ session: [] }, {}],
  }
}

const oneFile: Json = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  },
}

const content = (description: string, type: string, schema: Json): Json => ({
  description,
  content: { [type]: { schema } },
})

function parameters(endpoint: Endpoint): Json[] {
  const from = (place: 'path' | 'query', schema: ZodMiniType | undefined): Json[] => {
    if (!schema) return []
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
      properties?: Json
      required?: string[]
    }
    return Object.entries(properties).map(([name, each]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: each,
    }))
  }
  const key: Json = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'One key for one tap; the same key returns the first answer.',
    schema: { type: 'string', pattern: '^[\\w-]{8,64}$' },
  }
  const device: Json = {
    name: 'Linli-Device',
    in: 'header',
    required: false,
    description: "The device's own secret, to which a code is bound; without it the address stands for it.",
    schema: { type: 'string', pattern: '^[\\w-]{20,64}$' },
  }
  return [
    ...from('path', endpoint.params),
    ...from('query', endpoint.query),
    ...(endpoint.repeatable === 'key' ? [key] : []),
    ...(endpoint.byDevice ? [device] : []),
  ]
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'One plain Chinese sentence that says what to do next.' },
    status: { type: 'integer' },
    code: { enum: Object.keys(problems) },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    facts: { type: 'object' },
  },
}
