/** kill -9 in the midst of handing over, of giving to somebody else and of an upload: nothing of it is there, then all of it, once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../../bff/local/processes'
import { testApp } from '../../support/app'
import { ask, threadOf } from '../../support/consultations'
import { photograph, upload } from '../../support/files'
import { realProcess } from '../../support/process'
import { testRedis } from '../../support/redis'
import { callUntilAnswered } from '../../support/retrying'
import { act, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const { pool } = app.database
app.clock.set(new Date())
const folder = mkdtempSync(join(tmpdir(), 'linli-crash-'))
const redis = await testRedis()
const urls = { databaseUrl: app.database.url, redisUrl: redis.url }
const web = await realProcess('main', urls, { LINLI_FILES: folder })
let party: Person
let adviser: Person
let id: string

beforeAll(async () => {
  await makeDivisions(app)
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  await makePerson(app, { name: '杨云', grants: [['legal_adviser', here.slice(0, 9)]] })
  await makePerson(app, { name: '段永红', grants: [['mediator', here.slice(0, 6)]] })
  await pool.query(`CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END'`)
  await web.ready()
})
afterAll(async () => {
  await web.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  party = await makePerson(app, { name: '李秀英' })
  id = (await ask(app, party)).id
})

const rows = async (sql: string, about: string): Promise<unknown[]> => (await pool.query(sql, [about])).rows

/** All that a move of the case could have written. */
const standing = async (): Promise<unknown> => [
  await rows('SELECT state, due_at, lapses_at FROM cases WHERE id = $1', id),
  await rows('SELECT handler_id, parts, handed_lines FROM consultations WHERE case_id = $1', id),
  await rows('SELECT state FROM consultation_referrals WHERE case_id = $1 ORDER BY id', id),
  await rows('SELECT action FROM case_events WHERE case_id = $1 ORDER BY id', id),
  await rows('SELECT kind FROM notices WHERE case_id = $1 ORDER BY id', id),
]

/** The process dies while its statement on this table waits; then the tap is sent again until it is answered. */
async function killedAt<T>(
  table: string,
  on: 'INSERT' | 'UPDATE',
  tap: () => Promise<T>,
  seen: () => Promise<unknown>,
): Promise<T> {
  const before = await seen()
  const holder = await pool.connect()
  try {
    await holder.query('SELECT pg_advisory_lock(4711)')
    await holder.query(
      `CREATE TRIGGER wait_here BEFORE ${on} ON ${table} FOR EACH ROW EXECUTE FUNCTION wait_here()`,
    )
    const answer = tap()
    const waits = 'SELECT FROM pg_locks WHERE locktype = $1 AND objid = 4711 AND NOT granted'
    expect(await eventually(async () => (await rows(waits, 'advisory')).length > 0, 20_000)).toBe(true)
    web.killAndRestart()
    await holder.query('SELECT pg_advisory_unlock(4711)')
    // What it held is free once its connection is given up.
    await holder.query(`DROP TRIGGER wait_here ON ${table}`)
    expect(await seen()).toEqual(before)
    return await answer
  } finally {
    holder.release()
  }
}

test.each(['case_events', 'notices'])('a consent to hand over, killed at its %s', async (table) => {
  const proposal = { body: { kind: 'mediation', parts: ['question'] } }
  await ok(act(app, 'proposeReferral', adviser, id, proposal))
  const referral = (await threadOf(app, party, id)).referrals.at(-1)?.id ?? ''
  const sent = { params: { id: referral }, body: {}, token: party.token }
  const tap = () => callUntilAnswered(web.base, 'consentReferral', sent)
  expect((await killedAt(table, 'INSERT', tap, standing)).status).toBe(200)
  expect(await rows('SELECT state FROM cases WHERE id = $1', id)).toEqual([{ state: 'referred' }])
  const consents = `SELECT FROM case_events WHERE case_id = $1 AND action = 'consent'`
  expect(await rows(consents, id)).toHaveLength(1)
})

test.each(['case_events', 'notices'])('a matter that is passed on, killed at its %s', async (table) => {
  const sent = { params: { id }, body: {}, token: adviser.token }
  const tap = () => callUntilAnswered(web.base, 'passOn', sent)
  expect((await killedAt(table, 'INSERT', tap, standing)).status).toBe(200)
  const handler = 'SELECT handler_name AS name FROM consultations WHERE case_id = $1'
  expect(await rows(handler, id)).toEqual([{ name: '杨云' }])
})

test('an upload, killed before its end, is nobody’s picture, and the same tap makes one', async () => {
  const key = 'an-upload-that-is-killed-0001'
  const photo = await photograph()
  const tap = async () => {
    for (;;) {
      const answer = await upload(web, party, photo, { purpose: 'consultation', key }).catch(() => undefined)
      if (answer && answer.status !== 503) return answer
    }
  }
  const pictures = `SELECT state FROM files WHERE account_id = $1 AND state = 'ready'`
  const ready = () => rows(pictures, party.accountId)
  expect((await killedAt('files', 'UPDATE', tap, ready)).status).toBe(201)
  expect(await ready()).toHaveLength(1)
})
