/** What a resident and an adviser write is searched wherever anything can be read, and found with the two alone. */
import { createHash } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue, type EndpointName } from '../../../bff/contracts/src/catalogue'
import type { Role } from '../../../bff/contracts/src/roles'
import { giveOnStranded } from '../../../bff/src/modules/consultations/jobs'
import type { Sent } from '../../support/api'
import { testApp } from '../../support/app'
import { ask, fresh } from '../../support/consultations'
import { dump } from '../../support/snapshot'
import { act, deliverAll, ok } from '../../support/story'
import { confirmed, elsewhere, here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
const redis = new Redis(app.deps.config.redisUrl)
afterAll(() => redis.disconnect())

const marks = {
  question: '标记甲问的话',
  more: '标记乙补的话',
  opposite: '标记丙某某',
  answer: '标记丁答的话',
  correction: '标记戊改的话',
  day: '2019-03-17',
}
const foundIn = (text: string): string[] =>
  Object.entries(marks).flatMap(([mark, value]) => (text.includes(value) ? [mark] : []))

const roles: readonly [string, Role, string][] = [
  ['staff', 'staff', here],
  ['gridWorker', 'grid_worker', here],
  ['carer', 'care_worker', here],
  ['otherAdviser', 'legal_adviser', here],
  ['townshipAdviser', 'legal_adviser', here.slice(0, 9)],
  ['helper', 'legal_helper', here],
  ['mediator', 'mediator', here],
  ['legalAid', 'legal_aid', here.slice(0, 6)],
  ['volunteer', 'volunteer', here],
  ['partnerUnit', 'partner_unit', here],
  ['townshipStaff', 'staff', here.slice(0, 9)],
  ['supervisor', 'supervisor', here.slice(0, 9)],
  ['prefecture', 'supervisor', here.slice(0, 4)],
  ['staffElsewhere', 'staff', elsewhere],
]
const readers: Record<string, { token: string }> = { nobody: { token: '' } }
let party: Person
let adviser: Person
let id = ''

beforeAll(async () => {
  await makeDivisions(app)
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  party = await makePerson(app, { name: '李秀英', phone: '13987650001' })
  const asked = { words: marks.question, opposite: marks.opposite, happenedOn: marks.day }
  id = (await ask(app, party, { ...asked, urgency: 'date', reach: 'phone' })).id
  for (const [name, role, division] of roles)
    readers[name] = await makePerson(app, { name, grants: [[role, division]] })
  readers.stranger = await makePerson(app, { name: '别人' })
  await ok(act(app, 'answerConsultation', adviser, id, { body: { as: 'ask', words: '再说说', files: [] } }))
  await ok(act(app, 'addToConsultation', party, id, { body: { words: marks.more, files: [] } }))
  await ok(
    act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words: marks.answer, files: [] } }),
  )
  await ok(act(app, 'correctLine', adviser, id, { body: { n: 4, words: marks.correction } }))
  await deliverAll(app)
})

/** Any value that fits what an endpoint asks for: what matters is what it answers to somebody who tries. */
const guess: Record<string, string> = {
  community: here,
  division: here,
  code: here,
  day: '2026-11-23',
  from: '2026-11-23',
  to: '2026-11-24',
  month: '2026-11',
  show: 'all',
  days: '1',
}
const ids = ['id', 'caseId']
const gets = Object.entries(catalogue).filter(([, { method }]) => method === 'GET')

/** Each reading as it stands, with the case's id wherever one fits, and with every word of its lists. */
function asked(name: string): Sent[] {
  const { path, query } = catalogue[name as EndpointName] as { path: string; query?: { shape: object } }
  const params = Object.fromEntries(
    [...path.matchAll(/:(\w+)/g)].map(([, key = '']) => [key, ids.includes(key) ? id : (guess[key] ?? id)]),
  )
  const fields = query ? Object.keys(query.shape).filter((key) => key in guess) : []
  const shows = fields.includes('show')
    ? ['all', 'mine', 'desk', 'done', 'waiting', 'asked', 'open']
    : ['all']
  return [{ params, query: {} }].concat(
    shows.map((show) => ({
      params,
      query: Object.fromEntries(fields.map((key) => [key, key === 'show' ? show : (guess[key] ?? '')])),
    })),
  )
}

async function seenBy(token: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [name] of gets) {
    const answers = await Promise.all(
      asked(name).map((sent) => app.call(name as EndpointName, { ...sent, ...(token && { token }) })),
    )
    const marked = foundIn(answers.map(({ body }) => JSON.stringify(body)).join('\n'))
    if (marked.length > 0) found[name] = marked
  }
  return found
}

test('the two read all of it in the thread, and nowhere else', async () => {
  const all = Object.keys(marks)
  expect(await seenBy((await fresh(app, party)).token)).toEqual({ readThread: all })
  expect(await seenBy((await fresh(app, adviser)).token)).toEqual({ readThread: all })
})

test('nobody else finds a word of it in any reading, whatever their office', async () => {
  for (const [name, { token }] of Object.entries(readers)) expect(await seenBy(token), name).toEqual({})
})

test('its person takes all of it along', async () => {
  const { token } = await confirmed(app, await fresh(app, party))
  const file = JSON.stringify(await ok(app.call('exportMe', { token })))
  expect(foundIn(file)).toEqual(Object.keys(marks).filter((mark) => mark !== 'day'))
})

test('a write that is refused repeats nothing of it', async () => {
  const long = 'x'.repeat(3000)
  const tries: [EndpointName, object][] = [
    ['addToConsultation', { words: marks.more + long, files: [] }],
    ['answerConsultation', { as: marks.answer, words: marks.answer + long, files: [] }],
    ['correctLine', { n: 4, words: marks.correction }],
  ]
  for (const { token } of Object.values(readers))
    for (const [name, body] of tries) {
      const answer = await app.call(name, { params: { id }, body, ...(token && { token }) })
      expect(answer.status, name).toBeGreaterThanOrEqual(400)
      expect(foundIn(JSON.stringify(answer.body)), name).toEqual([])
    }
})

describe('what is kept', () => {
  test('holds none of it in clear, coded or plainly hashed, in any column of any table', async () => {
    const everything = await dump(pool)
    for (const [mark, value] of Object.entries(marks)) {
      const bytes = Buffer.from(value)
      const forms = [value, ...(['hex', 'base64', 'base64url'] as const).map((form) => bytes.toString(form))]
      const hashes = ['md5', 'sha1', 'sha256'].map((kind) => createHash(kind).update(value).digest('hex'))
      for (const form of [...forms, ...hashes])
        expect(everything.includes(form), `${mark} as ${form}`).toBe(false)
    }
  })

  test('nor does Redis, the log or any figure', async () => {
    const keys = await redis.keys('*')
    expect(foundIn([...keys, ...(await redis.mget(keys))].join('\n'))).toEqual([])
    const log = app.logged()
    expect(log.split('\n').length).toBeGreaterThan(100)
    expect(foundIn(log)).toEqual([])
    expect(foundIn(await app.deps.metrics.registry.metrics())).toEqual([])
  })

  test('and without the key of the case nothing opens any more', async () => {
    await giveOnStranded(app.deps)
    await pool.query('DELETE FROM case_keys WHERE case_id = $1', [id])
    const { token } = await fresh(app, party)
    expect(await seenBy(token)).toEqual({})
    expect((await app.call('readThread', { params: { id }, token })).status).toBe(200)
  })
})
