/** A file's life: counted, once, through a store that is away and a change of keys, and seen by links. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { resealAll } from '../../../bff/src/keys/reseal'
import { createCaseKey } from '../../../bff/src/modules/case-keys/service'
import { attachFiles } from '../../../bff/src/modules/files/service'
import { createFieldCipher } from '../../../bff/src/platform/crypto'
import { createClamScan, noScan } from '../../../bff/src/platform/files/scan'
import { makeCaseRow } from '../../support/case-rows'
import { fileStage } from '../../support/file-stage'
import { photograph, upload } from '../../support/files'
import { untilAnswered } from '../../support/retrying'
import { together, values } from '../../support/together'
import { signIn } from '../../support/world'

const stage = await fileStage()
const { app, s3, purpose, count, pathTo, look, attached } = stage
const { deps, database, clock } = app
const { store } = deps.files

test('of those at once nine in all are taken, and of a day as many as are set', async () => {
  await database.pool.query(
    `INSERT INTO files (id, account_id, purpose, kind, state, key_enc, created_at)
     SELECT gen_random_uuid(), $1, 'x_paper', 'picture', 'ready', $2, $3 FROM generate_series(1, 7)`,
    [stage.resident.accountId, deps.cipher.encrypt('files.key_enc', randomUUID(), 'x'), clock.now()],
  )
  const answers = values(
    await together(16, () => untilAnswered(() => upload(app, stage.resident, stage.photo))),
  )
  const codes = answers.map(({ status, problem }) => (status === 201 ? 'taken' : problem.code))
  expect(codes.filter((code) => code === 'taken')).toHaveLength(2)
  expect(codes.filter((code) => code === 'files_many')).toHaveLength(14)
  expect(await count('files WHERE account_id = $1', stage.resident.accountId)).toBe(9)
  await database.pool.query('DELETE FROM files WHERE account_id = $1', [stage.resident.accountId])
  await database.pool.query('UPDATE file_quotas SET taken = 30 WHERE account_id = $1', [
    stage.resident.accountId,
  ])
  expect((await upload(app, stage.resident, stage.photo)).problem.code).toBe('files_today')
  clock.advance(24 * 60)
  const tomorrow = await signIn(deps, stage.resident.accountId)
  expect((await upload(app, tomorrow, stage.photo)).status).toBe(201)
})

test('of four that attach one file at once, one has it', async () => {
  const { body } = await upload(app, stage.resident, stage.photo)
  const { accountId } = stage.resident
  const cases = await Promise.all([1, 2, 3, 4].map(() => makeCaseRow(app, stage.resident)))
  const results = await together(4, (n) =>
    deps.db.transaction(async (tx) => {
      const caseId = cases[n] ?? ''
      const caseKey = await createCaseKey(deps, tx, caseId)
      const what = { accountId, purpose, fileIds: [body.id], caseId, caseKey, at: clock.now() }
      await attachFiles(deps, tx, what)
    }),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results)
    if (result.status === 'rejected') expect(String(result.reason)).toContain('file_gone')
})

test('the same key is the same file, also at once; for another file it is refused', async () => {
  const key = randomUUID()
  const both = values(await together(2, () => upload(app, stage.resident, stage.photo, { key })))
  expect(both.map(({ status }) => status)).toEqual([201, 201])
  expect(both[0]?.body.id).toBe(both[1]?.body.id)
  expect((await upload(app, stage.resident, stage.photo, { key })).body).toEqual(both[0]?.body)
  const other = await upload(app, stage.resident, await photograph(10, 10), { key })
  expect(other.problem.code).toBe('idempotency_key_reused')
  expect(await count('files WHERE account_id = $1', stage.resident.accountId)).toBe(1)
})

test('a store that is away is said in a sentence; nothing is lost, nothing half stored, and it goes on', async () => {
  const { body } = await upload(app, stage.resident, stage.photo)
  const path = await pathTo(body.id, stage.resident)
  const key = randomUUID()
  await s3.stop()
  const gone = await upload(app, stage.resident, stage.photo, { key })
  expect([gone.status, gone.problem.code]).toEqual([503, 'files_away'])
  expect(await look(path)).toBe(503)
  expect(await count('files WHERE account_id = $1', stage.resident.accountId)).toBe(1)
  await s3.start()
  expect((await upload(app, stage.resident, stage.photo, { key })).status).toBe(201)
  expect(await look(path)).toBe(200)
})

test('keys are changed while files are taken in and attached: all open by the new one alone', async () => {
  const { fieldKeys, lookupKeys } = deps.config
  const ring = new Map([['k9', Buffer.alloc(32, 9)], ...fieldKeys])
  const both = createFieldCipher({ keys: ring, lookupKeys })
  const client = await database.pool.connect()
  const begun = deps.cipher
  deps.cipher = both
  onTestFinished(() => void (deps.cipher = begun))
  let done = false
  const rotating = (async () => {
    while (!done) await resealAll(client, both, 'k9', { stop: { asked: false }, records: false })
  })()
  const made = await Promise.all([attached(), attached(), upload(app, stage.resident, stage.photo)])
  done = true
  await rotating
  await resealAll(client, both, 'k9', { stop: { asked: false }, records: false })
  client.release()
  deps.cipher = createFieldCipher({ keys: new Map([...ring].slice(0, 1)), lookupKeys })
  for (const each of made) {
    const id = 'caseId' in each ? each.id : each.body.id
    expect(await look(await pathTo(id, stage.resident))).toBe(200)
  }
})

test('a link is over in minutes, with its session, and where a letter of it is another', async () => {
  const { body } = await upload(app, stage.resident, stage.photo)
  const path = await pathTo(body.id, stage.resident)
  expect(await look(path)).toBe(200)
  expect(await look(`${path}?page=2`)).toBe(404)
  for (const at of [20, 60, 90, 110]) {
    const letter = path[at] === 'A' ? 'B' : 'A'
    expect(await look(`${path.slice(0, at)}${letter}${path.slice(at + 1)}`)).toBe(404)
  }
  const device = await signIn(deps, stage.resident.accountId)
  const there = await pathTo(body.id, device)
  await app.call('endSession', { params: { id: 'current' }, token: device.token })
  expect([await look(there), await look(path)]).toEqual([404, 200])
  clock.advance(5)
  expect(await look(path)).toBe(404)
})

test('an object that was changed or exchanged is not shown', async () => {
  const [a, b] = [
    await upload(app, stage.resident, stage.photo),
    await upload(app, stage.resident, await photograph(60, 60)),
  ]
  const { rows } = await database.pool.query<{ object_id: string }>(
    'SELECT object_id FROM file_pages WHERE file_id = ANY ($1) ORDER BY file_id = $2 DESC',
    [[a.body.id, b.body.id], a.body.id],
  )
  const [mine = '', other = ''] = rows.map(({ object_id }) => object_id)
  const bytes = await buffer(await store.get(other))
  await store.put(mine, bytes.length, Readable.from([bytes]))
  await expect(
    fetch(`${app.base}${await pathTo(a.body.id, stage.resident)}`).then((r) => r.arrayBuffer()),
  ).rejects.toThrow()
})

test('a scanner that finds something refuses it, and one that is silent lets nothing pass', async () => {
  let reply = 'stream: OK\0'
  const clamd = createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes])
      if (heard.subarray(-4).equals(Buffer.alloc(4))) socket.end(reply)
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve))
  const { port } = clamd.address() as { port: number }
  deps.files.scan = createClamScan(`127.0.0.1:${port}`)
  onTestFinished(() => void (deps.files.scan = noScan))
  expect((await upload(app, stage.resident, stage.photo)).status).toBe(201)
  reply = 'stream: Eicar-Test-Signature FOUND\0'
  expect((await upload(app, stage.resident, stage.photo)).problem.code).toBe('file_infected')
  reply = 'INSTREAM size limit exceeded. ERROR\0'
  expect((await upload(app, stage.resident, stage.photo)).problem.code).toBe('files_away')
  await new Promise((resolve) => clamd.close(resolve))
  expect((await upload(app, stage.resident, stage.photo)).problem.code).toBe('files_away')
  expect(await count('files WHERE account_id = $1', stage.resident.accountId)).toBe(1)
})
