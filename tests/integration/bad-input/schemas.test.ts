import { randomUUID } from 'node:crypto'
import { stringify } from 'node:querystring'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue, type EndpointName } from '../../../bff/contracts/src/catalogue'
import type { Endpoint } from '../../../bff/contracts/src/endpoint'
import { type ProblemBody, problems } from '../../../bff/contracts/src/problems'
import { answerOf } from '../../support/api'
import { testApp } from '../../support/app'
import { book } from '../../support/story'
import { snapshot } from '../../support/snapshot'
import {
  elsewhere,
  here,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  signIn,
  wish,
} from '../../support/world'
import { acceptable, endpointsWithInput, refusals, refused, type Request } from './requests'

const app = await testApp()
/** Ids, codes and times of this world, so that generated requests also meet what exists. */
let known: string[]
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  staff = await makePerson(app, { name: '杨会琼', phone: '13800000001', grants: [['staff', here]] })
  const party = await makePerson(app)
  const [roomId, free] = [await makeRoom(app), await makeRoom(app, { approval: 'automatic' })]
  const { id } = await book(app, party, wish(roomId))
  known = [roomId, free, id, here, elsewhere, '5323', '2026-11-25', wish(free).startsAt, wish(free).endsAt]
})

async function send(name: EndpointName, { params, query, body }: Request, token: string) {
  const { method, path, repeatable }: Endpoint = catalogue[name]
  const where = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
  const response = await fetch(`${app.base}/v1${where}?${stringify(query)}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(repeatable === 'key' && { 'idempotency-key': randomUUID() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const type = response.headers.get('content-type')
  const answer = await answerOf(catalogue[name], response)
  return { status: response.status, type, problem: answer as ProblemBody }
}

/** Is there a key that would change a prototype? As a text it does no harm. */
const hasDangerousKey = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([key, part]) => key === '__proto__' || hasDangerousKey(part))

/** The body parser lets only objects and lists through, and no dangerous key. */
const isReadable = (body: unknown): boolean =>
  body === undefined || (typeof body === 'object' && body !== null && !hasDangerousKey(body))

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const fitsTogether: EndpointName[] = ['createProgramme', 'changeProgramme', 'createSurvey', 'changeSurvey']

/** The log names endpoints, whose names hold words that may also be sent. */
const ours = (text: string): boolean =>
  known.includes(text) || Object.keys(catalogue).some((endpoint) => endpoint.includes(text))

// These come first: while nothing is written, what one left is what the next begins with.
describe('what is wrong', () => {
  let before: Awaited<ReturnType<typeof snapshot>>
  beforeAll(async () => {
    before = await snapshot(app.database.pool)
  })

  test.each(endpointsWithInput)('%s says all of it, writes nothing and logs none of it', async (name) => {
    const logged = app.logged().length
    const sent: string[] = []
    await fc.assert(
      fc.asyncProperty(refused(name, known), async (request) => {
        const { status, type, problem } = await send(name, request, staff.token)
        expect(type).toContain('application/problem+json')
        sent.push(...textsIn([request.params, request.query, request.body]))
        const code = isReadable(request.body) ? 'invalid_request' : 'malformed_request'
        expect({ status, code: problem.code }).toEqual({ status: problems[code].status, code })
        if (status === 400) return
        const more = (problem.errors ?? []).map((e) => e.path)
        for (const path of refusals(name, request)) {
          expect(more).toContain(path)
          more.splice(more.indexOf(path), 1)
        }
        // What does not fit together is named beside what has no shape, where an endpoint can tell.
        if (!fitsTogether.includes(name)) expect(more).toEqual([])
        for (const { message } of problem.errors ?? []) expect(message).toMatch(/\p{Script=Han}/u)
      }),
      { numRuns: 10 },
    )
    expect(await snapshot(app.database.pool)).toEqual(before)
    const log = app.logged().slice(logged)
    const strange = sent.filter((text) => text.length >= 8 && !ours(text))
    expect(strange.filter((text) => log.includes(text))).toEqual([])
  })
})

describe('what its schemas accept', () => {
  test.each(endpointsWithInput)('%s answers with a success or a refusal of its contract', async (name) => {
    const { problems: own }: Endpoint = catalogue[name]
    await fc.assert(
      fc.asyncProperty(acceptable(name, known), async (request) => {
        const { token } = await signIn(app.deps, staff.accountId)
        const { status, problem } = await send(name, request, token)
        expect(status).toBeLessThan(500)
        if (status >= 400) expect([...own, 'invalid_request', 'too_many_requests']).toContain(problem.code)
      }),
      { numRuns: 10 },
    )
  })
})
