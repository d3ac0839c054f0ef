/**
 * Keys are changed while people ask for advice with pictures, advisers answer, and matters are erased: every line and
 * picture opens by the new keys alone, a name on the other side is still found, and what was erased stays so.
 */
import { beforeAll, expect, test } from 'vitest'
import { bundleServer } from '../../../bff/local/build'
import { eventually } from '../../../bff/local/processes'
import { admit, cipherOf } from '../../../bff/src/keys/checks'
import { readKeys } from '../../../bff/src/keys/read'
import { destroyCaseKeys } from '../../../bff/src/modules/case-keys/service'
import { nameForm } from '../../../bff/src/platform/name-form'
import { buildTestApp, type TestApp } from '../../support/app'
import { ask, question, threadOf } from '../../support/consultations'
import { testDatabase } from '../../support/database'
import { photograph, upload } from '../../support/files'
import { testRedis } from '../../support/redis'
import { everythingSealed } from '../../support/sealed'
import { act, ok } from '../../support/story'
import { here, liftFiles, makeDivisions, makePerson, type Person, signIn } from '../../support/world'
import { after, before, living, type Living, makeOldAccounts, rotated } from './rotation-stage'

const [database, redis] = [await testDatabase(), await testRedis()]
const urls = { databaseUrl: database.url, redisUrl: redis.url }

interface Matter {
  who: Person
  caseId: string
  /** On the other side. */
  name: string
  said: string[]
}

const crowd: Person[] = []
let adviser: Person
let alive: Living
let photo: Buffer

beforeAll(async () => {
  await bundleServer()
  photo = await photograph()
  const app = await buildTestApp(database, redis.url, before)
  await makeDivisions(app)
  await makeOldAccounts(app)
  await liftFiles(app)
  for (let n = 0; n < 400; n++) crowd.push(await makePerson(app, { name: `李问${n}` }))
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  await makePerson(app, { name: '杨云', grants: [['legal_adviser', here.slice(0, 9)]] })
  await admit(database.url, readKeys(before))
  await app.close()
  alive = await living(database, redis.url)
})

/** One tap, with its key, as the app repeats it: by the process that is there then. */
async function tap<T extends { status: number }>(send: (app: TestApp) => Promise<T>): Promise<T> {
  for (;;) {
    const { app } = alive
    const answer = await send(app).catch((error: unknown) => {
      // Answered by a process that was just ending.
      if (app === alive.app) throw error
    })
    if (answer && answer.status !== 503) return answer
    if (answer) await alive.again()
  }
}

async function matter(who: Person, n: number): Promise<Matter> {
  const { body } = await tap((app) =>
    upload(app, who, photo, { purpose: 'consultation', key: `picture-of-${n}` }),
  )
  const [name, words] = [`王对${n}`, `第 ${n} 个问题：押金不退`]
  const asked = question({ words, opposite: name, files: [body.id] })
  const made = await ok(
    tap((app) =>
      app.call<{ id: string }>('requestConsultation', {
        body: asked,
        token: who.token,
        key: `question-${n}`,
      }),
    ),
  )
  const answer = `第 ${n} 个回答：先写清楚日期`
  const sent = { body: { as: 'answer', words: answer, files: [] }, key: `an-answer-to-${n}` }
  await ok(tap((app) => act(app, 'answerConsultation', adviser, made.id, sent)))
  return { who, caseId: made.id, name, said: [words, answer] }
}

/** All that it says, read by its two readers, and its picture as it was handed in. */
async function expectReadable(app: TestApp, { who, caseId, said }: Matter): Promise<void> {
  for (const { accountId } of [who, adviser]) {
    const reader = await signIn(app.deps, accountId)
    const thread = await threadOf(app, reader, caseId)
    expect(thread.lines.map(({ words }) => words)).toEqual(said)
    const id = thread.lines[0]?.files[0]?.id ?? ''
    const link = await ok(app.call<{ path: string }>('giveFileLink', { params: { id }, token: reader.token }))
    const shown = await fetch(`${app.base}${link.path}`)
    expect([shown.status, (await shown.arrayBuffer()).byteLength > 100]).toEqual([200, true])
  }
}

const matters: Matter[] = []
let erased: string

test('a change of keys, killed and begun again, while questions are asked and answered', async () => {
  let [n, done] = [0, false]
  const ahead = await matter(crowd[n] as Person, n++)
  erased = (await matter(crowd[n] as Person, n++)).caseId
  const writer = async (): Promise<void> => {
    while (!done && n < crowd.length - 10) {
      const mine = n++
      matters.push(await matter(crowd[mine] as Person, mine))
    }
  }
  const writing = Promise.all([writer(), writer(), writer()])
  expect(await eventually(() => Promise.resolve(matters.length > 3), 30_000)).toBe(true)
  const { db } = alive.app.deps
  const [said] = await Promise.all([rotated(urls), db.transaction((tx) => destroyCaseKeys(tx, [erased]))])
  expect(said).toContain('done')
  const at = matters.length
  await alive.again()
  expect(await eventually(() => Promise.resolve(matters.length > at + 3), 30_000)).toBe(true)
  done = true
  await writing
  matters.push(ahead)
  await alive.close()
  const sealed = await everythingSealed(database.pool)
  expect(sealed.filter(({ value }) => !value.startsWith('v2.k2.'))).toEqual([])
})

test('everything opens by the new keys alone, and a name on the other side is found', async () => {
  const app = await buildTestApp(database, redis.url, after, {
    lookupId: await admit(database.url, readKeys(after)),
  })
  try {
    for (const each of matters) await expectReadable(app, each)
    const cipher = cipherOf(readKeys(after), 'l2')
    const { rows } = await database.pool.query<{ id: string; hash: Buffer }>(
      'SELECT case_id AS id, opposite_hash AS hash FROM consultations WHERE opposite_hash IS NOT NULL',
    )
    const hashes = new Map(rows.map(({ id, hash }) => [id, hash.toString('hex')]))
    for (const { caseId, name } of matters)
      expect(hashes.get(caseId)).toBe(cipher.lookup('opposite', nameForm(name)).toString('hex'))
    const against = await makePerson(app, { name: matters[0]?.name ?? '' })
    const { id } = await ask(app, against)
    const handler = await database.pool.query(
      'SELECT handler_name AS name FROM consultations WHERE case_id = $1',
      [id],
    )
    expect(handler.rows).toEqual([{ name: '杨云' }])
    expect((await database.pool.query('SELECT FROM case_keys WHERE case_id = $1', [erased])).rowCount).toBe(0)
  } finally {
    await app.close()
  }
})
