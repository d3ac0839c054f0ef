/** What breaks off, is forgotten or belongs to whoever left is gone: its rows at once, its objects by a job. */
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { destroyCaseKeys } from '../../../bff/src/modules/case-keys/service'
import { onLeave } from '../../../bff/src/modules/files/account-store'
import { forgetFiles, removeOrphans } from '../../../bff/src/modules/files/jobs'
import { fileStage } from '../../support/file-stage'
import { upload } from '../../support/files'
import { signIn } from '../../support/world'

const stage = await fileStage()
const { app, count, objects, runJobs, pathTo, look, attached } = stage
const { deps, database, clock } = app
const { store } = deps.files

test.each([
  ['before its first page', 0, 0],
  ['between the row of a page and its object', 1, 0],
  ['between its object and the end', 1, 1],
])('a process that was killed %s leaves nothing that the clock does not take', async (_, pages, stored) => {
  await runJobs()
  const before = objects()
  const [id, objectId] = [randomUUID(), randomUUID()]
  await database.pool.query(
    `INSERT INTO files (id, account_id, purpose, state, key_enc, created_at) VALUES ($1, $2, 'x_paper', 'uploading', 'x', $3)`,
    [id, stage.resident.accountId, clock.now()],
  )
  if (pages) await database.pool.query('INSERT INTO file_pages VALUES ($1, 1, $2, 9, 9, 9)', [id, objectId])
  if (stored) await store.put(objectId, stage.photo.length, Readable.from([stage.photo]))
  const link = await app.call('giveFileLink', { params: { id }, token: stage.resident.token })
  expect(link.problem.code).toBe('not_found')
  await forgetFiles(deps)
  expect(await count('files WHERE id = $1', id)).toBe(1)
  clock.advance(61)
  await forgetFiles(deps)
  expect(await count('files WHERE id = $1', id)).toBe(0)
  await runJobs()
  expect(objects()).toEqual(before)
})

test.each(['put', 'then the row'])('where a step fails (%s), nothing of it is left', async (step) => {
  await runJobs()
  const before = objects()
  const failing = {
    ...store,
    put: async (...given: Parameters<typeof store.put>) => {
      if (step !== 'put') await store.put(...given)
      throw new Error('the power went')
    },
  }
  const files = { ...deps.files }
  deps.files = { ...files, store: failing }
  onTestFinished(() => void (deps.files = files))
  expect((await upload(app, stage.resident, stage.photo)).status).toBe(500)
  expect(await count('files WHERE account_id = $1', stage.resident.accountId)).toBe(0)
  await runJobs()
  expect(objects()).toEqual(before)
})

test('what the clock takes while it is still coming in is refused, and leaves nothing', async () => {
  await runJobs()
  const before = objects()
  const files = { ...deps.files }
  const takesLong: typeof files.makeSafe = (content, kind, put) =>
    files.makeSafe(content, kind, async (page, n) => {
      clock.advance(61)
      await forgetFiles(deps)
      return put(page, n)
    })
  deps.files = { ...files, makeSafe: takesLong }
  onTestFinished(() => void (deps.files = files))
  expect((await upload(app, stage.resident, stage.photo)).problem.code).toBe('busy')
  expect(await count('files WHERE account_id = $1', stage.resident.accountId)).toBe(0)
  await runJobs()
  expect(objects()).toEqual(before)
})

test('what was never attached goes after a week, and an object without a row after a day', async () => {
  const { body } = await upload(app, stage.resident, stage.photo)
  clock.advance(6 * 24 * 60)
  await forgetFiles(deps)
  expect(await count('files WHERE id = $1', body.id)).toBe(1)
  clock.advance(24 * 60 + 1)
  await forgetFiles(deps)
  expect(await count('files WHERE id = $1', body.id)).toBe(0)
  await runJobs()
  const orphan = randomUUID()
  const kept = await upload(app, await signIn(deps, stage.resident.accountId), stage.photo)
  await store.put(orphan, stage.photo.length, Readable.from([stage.photo]))
  // The store's clock is the real one, and the test's stands before it.
  clock.set(new Date(Date.now() - 86_400_000))
  expect(await removeOrphans(deps)).toBe(0)
  clock.set(new Date(Date.now() + 2 * 86_400_000))
  expect(await removeOrphans(deps)).toBeGreaterThanOrEqual(1)
  expect(objects()).not.toContain(orphan)
  expect(await look(await pathTo(kept.body.id, await signIn(deps, stage.resident.accountId)))).toBe(200)
})

test('when its person leaves, rows and objects go; without the key of its case nothing opens', async () => {
  const [{ id, caseId }, waiting] = [await attached(), await upload(app, stage.resident, stage.photo)]
  const ids = [id, waiting.body.id]
  const { rows } = await database.pool.query<{ object_id: string }>(
    'SELECT object_id FROM file_pages WHERE file_id = ANY ($1)',
    [ids],
  )
  expect(objects()).toEqual(expect.arrayContaining(rows.map((row) => row.object_id)))
  const path = await pathTo(id, stage.resident)
  await deps.db.transaction((tx) => destroyCaseKeys(tx, [caseId]))
  expect(await look(path)).toBe(404)
  await database.pool.query(onLeave.files, [[stage.resident.accountId]])
  await database.pool.query(onLeave.file_quotas, [[stage.resident.accountId]])
  expect(await count('files WHERE id = ANY ($1)', ids)).toBe(0)
  await runJobs()
  for (const row of rows) expect(objects()).not.toContain(row.object_id)
})
