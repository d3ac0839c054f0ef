/** What is not a picture or a PDF of a sensible size is refused with a sentence, soon, and leaves nothing behind. */
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type ProblemCode, problems } from '../../../bff/contracts/src/problems'
import { testApp } from '../../support/app'
import { paperKind, photograph, type Sending, upload } from '../../support/files'
import { foreign, pdfBomb, pdfOf, pngOf } from '../../support/hostile-files'
import { liftFiles, makeDivisions, makePerson, type Person } from '../../support/world'

const { kind } = paperKind()
const app = await testApp({}, 'bare', [kind])
let resident: Person
beforeAll(async () => {
  await makeDivisions(app)
  await liftFiles(app)
  resident = await makePerson(app)
})

const marker = '张三的劳动合同'
const folder = (): string => {
  const { files } = app.deps.config
  return files && 'folder' in files ? files.folder : ''
}
const objects = (): string[] =>
  readdirSync(folder(), { recursive: true, encoding: 'utf8' }).filter((name) => /[\da-f-]{36}$/.test(name))

async function nothingIsLeft(): Promise<void> {
  const { rows } = await app.database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM files')
  expect(rows[0]?.n).toBe(0)
  const { rows: jobs } = await app.database.pool.query<{ payload: { objectIds: string[] } }>(
    `SELECT payload FROM graphile_worker._private_jobs AS j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'remove_objects'`,
  )
  const going = jobs.flatMap(({ payload }) => payload.objectIds)
  expect(objects().filter((path) => !going.some((id) => path.endsWith(id)))).toEqual([])
}

async function refused(content: Buffer, code: ProblemCode, sending: Sending = {}): Promise<void> {
  const at = Date.now()
  const { status, problem } = await upload(app, resident, content, sending)
  expect([status, problem.code, problem.title]).toEqual([problems[code].status, code, problems[code].title])
  expect(Date.now() - at).toBeLessThan(50_000)
  await nothingIsLeft()
}

describe('by its content, whatever it is called', () => {
  test.each(Object.entries(foreign))('%s', async (_, content) => {
    const sending = { name: `../../${marker}.png`, type: 'image/png' }
    await refused(content, 'file_kind_refused', sending)
  })

  test('a photograph of the newest telephones says what to do', () =>
    refused(Buffer.concat([Buffer.from('\0\0\0\x18ftypheic', 'latin1'), Buffer.alloc(2_000)]), 'file_heic'))
})

describe('by its size', () => {
  test('40 MB are heard to their end, and refused', async () => {
    const photo = await photograph()
    await refused(Buffer.concat([photo, Buffer.alloc(40_000_000 - photo.length)]), 'file_too_large')
  })

  test('a picture of more than 12 MB, a PDF of more than 20 MB', async () => {
    await refused(Buffer.concat([await photograph(), Buffer.alloc(12_000_001)]), 'file_too_large')
    await refused(Buffer.concat([pdfOf(1), Buffer.alloc(20_000_001)]), 'file_too_large')
  })

  test('a PDF of 21 pages', () => refused(pdfOf(21), 'file_pages_many'))
})

describe('by what it would become', () => {
  test('a picture of some kilobytes with 900 million points', () =>
    refused(pngOf(30_000, 30_000, 10), 'file_too_complex'))
  test('a page that is two gigabytes of blanks', { timeout: 90_000 }, () =>
    refused(pdfBomb(), 'file_too_complex'),
  )
  test('a picture that breaks off', async () => {
    const photo = await photograph(600, 400)
    await refused(photo.subarray(0, photo.length / 2), 'file_unreadable')
  })
  test('a PDF that is none behind its first line', () =>
    refused(Buffer.from(`%PDF-1.7\n${'rubbish '.repeat(500)}`), 'file_unreadable'))
})

describe('by its form', () => {
  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${app.base}/v1/files?purpose=x_paper`, {
      method: 'POST',
      headers: { authorization: `Bearer ${resident.token}`, 'idempotency-key': 'a-key-of-mine', ...headers },
      body,
    }).then(async (answer) => ((await answer.json()) as { code: string }).code)

  test('without a part, with two, or no form at all', async () => {
    const [empty, two] = [new FormData(), new FormData()]
    const photo = new Blob([new Uint8Array(await photograph())])
    two.append('file', photo, 'a')
    two.append('file', photo, 'b')
    expect(await send(empty)).toBe('malformed_request')
    expect(await send(two)).toBe('malformed_request')
    expect(await send('{}', { 'content-type': 'application/json' })).toBe('unsupported_media_type')
    expect(await send('x', { 'content-type': 'multipart/form-data' })).toBe('malformed_request')
    expect(await send('--x\r\nrubbish', { 'content-type': 'multipart/form-data; boundary=x' })).toBe(
      'malformed_request',
    )
    await nothingIsLeft()
  })

  test('a connection that is cut in the middle leaves nothing', async () => {
    const { hostname: host, port } = new URL(app.base)
    const socket = connect({ host, port: Number(port) })
    onTestFinished(() => void socket.destroy())
    const photo = await photograph(2_000, 2_000)
    const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    socket.write(
      `POST /v1/files?purpose=x_paper HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${resident.token}\r\n` +
        'Idempotency-Key: a-key-of-mine\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n',
    )
    socket.write(part)
    socket.write(photo.subarray(0, 5_000))
    const begun = async () => (await app.database.pool.query('SELECT FROM files')).rowCount
    await expect.poll(begun, { timeout: 10_000 }).toBe(1)
    socket.destroy()
    await expect.poll(begun, { timeout: 10_000 }).toBe(0)
    await nothingIsLeft()
  })
})

test('of its name, and of what it was called, nothing is kept or logged', async () => {
  const { status, body } = await upload(app, resident, pdfOf(2), {
    name: `${marker}.pdf`,
    type: 'application/x-evil',
  })
  expect([status, body.kind, body.pages.length]).toEqual([201, 'pdf', 2])
  const { rows } = await app.database.pool.query<{ t: string }>(
    `SELECT table_name AS t FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  )
  for (const { t } of rows) {
    const dump = await app.database.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${t} t`)
    expect(dump.rows.map(({ row }) => row).join('\n')).not.toContain(marker)
  }
  expect(readdirSync(folder(), { recursive: true }).join('\n')).not.toContain(marker)
  expect(app.logged()).not.toContain(marker)
  await app.call('removeFile', { params: { id: body.id }, token: resident.token })
})

beforeEach(async () => {
  resident = await makePerson(app)
})
