/** From a picture that somebody hands in to whoever may look at it, and to nobody else. */
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { createCaseKey } from '../../../bff/src/modules/case-keys/service'
import { attachFiles } from '../../../bff/src/modules/files/service'
import { testApp } from '../../support/app'
import { makeCaseRow } from '../../support/case-rows'
import { paperKind, photograph, upload } from '../../support/files'
import { pdfOf } from '../../support/hostile-files'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const { kind, readers, tell } = paperKind()
const app = await testApp({}, 'bare', [kind])
let resident: Person
let adviser: Person
beforeAll(async () => {
  await makeDivisions(app)
  resident = await makePerson(app)
  adviser = await makePerson(app)
})

interface Link {
  path: string
}
const linkOf = (id: string, { token }: Person) => app.call<Link>('giveFileLink', { params: { id }, token })
const look = (path: string, page = 1) => fetch(`${app.base}${path}?page=${page}`)

test('its uploader sees it, without its place and author, until it belongs to a case', async () => {
  const { status, body } = await upload(app, resident, await photograph(3000, 2000))
  expect(status).toBe(201)
  expect(body).toMatchObject({ kind: 'picture', pages: [{ n: 1, width: 2048, height: 1365 }] })
  const listed = async () => (await app.call('listFiles', { token: resident.token })).body
  expect(await listed()).toEqual({ files: [body], sent: [] })
  const link = await linkOf(body.id, resident)
  const seen = await look(link.body.path)
  expect(seen.status).toBe(200)
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  const bytes = Buffer.from(await seen.arrayBuffer())
  expect(String(bytes.length)).toBe(seen.headers.get('content-length'))
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 2048, height: 1365, format: 'jpeg' })
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  expect(bytes.toString('latin1')).not.toContain('marked')
  expect((await linkOf(body.id, adviser)).status).toBe(404)
})

test('of a PDF its pages are shown, and neither its author nor its script is in their bytes', async () => {
  const pdf = pdfOf(2)
  for (const word of hidden) expect(pdf.toString('latin1')).toContain(word)
  const { body } = await upload(app, resident, pdf, { name: 'a.pdf', type: 'application/pdf' })
  const { path } = (await linkOf(body.id, resident)).body
  for (const page of [1, 2]) {
    const bytes = Buffer.from(await (await look(path, page)).arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg' })
    for (const word of ['%PDF', 'GPS', 'Exif', ...hidden])
      expect(bytes.toString('latin1')).not.toContain(word)
  }
})
const hidden = ['/JavaScript', '/OpenAction', '/Author', 'marked']

test('attached, it is read by whom its service names, who are in its access records; and by them no longer', async () => {
  const { deps } = app
  const { body } = await upload(app, resident, await photograph())
  const early = (await linkOf(body.id, resident)).body.path
  const caseId = await makeCaseRow(app, resident)
  const attachment = { purpose: kind.type, fileIds: [body.id], caseId, at: app.clock.now() }
  await deps.db.transaction(async (tx) => {
    const caseKey = await createCaseKey(deps, tx, caseId)
    await attachFiles(deps, tx, { ...attachment, accountId: resident.accountId, caseKey })
    await expect(
      attachFiles(deps, tx, { ...attachment, accountId: resident.accountId, caseKey }),
    ).rejects.toThrow('file_gone')
  })
  // Whoever lost the answer of sending it asks for the same again, for a day.
  const { token } = resident
  const listed = (await app.call<{ files: { id: string }[]; sent: string[] }>('listFiles', { token })).body
  expect(listed.sent).toContain(body.id)
  expect(listed.files.map((file) => file.id)).not.toContain(body.id)
  tell.subjectId = resident.accountId
  expect((await look(early)).status).toBe(404)
  expect((await linkOf(body.id, resident)).status).toBe(404)
  expect((await linkOf(body.id, adviser)).status).toBe(404)
  readers.add(adviser.accountId).add(resident.accountId)
  const [theirs, own] = [await linkOf(body.id, adviser), await linkOf(body.id, resident)]
  expect((await look(theirs.body.path)).status).toBe(200)
  expect((await look(own.body.path)).status).toBe(200)
  const { rows } = await app.database.pool.query(
    'SELECT reader_id, reader_name, tag, case_id FROM access_records WHERE subject_id = $1',
    [resident.accountId],
  )
  expect(rows).toEqual([
    { reader_id: adviser.accountId, reader_name: '值班顾问', tag: 'legal', case_id: caseId },
  ])
  readers.delete(adviser.accountId)
  expect((await look(theirs.body.path)).status).toBe(404)
  expect(
    (await app.call('removeFile', { params: { id: body.id }, token: resident.token })).problem.code,
  ).toBe('file_attached')
})
