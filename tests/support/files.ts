/** Pictures and PDFs as people hand them in, and a service of the tests to whose cases they are attached. */
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import * as z from 'zod/mini'
import type { File as Kept } from '../../bff/contracts/src/files'
import type { ProblemBody } from '../../bff/contracts/src/problems'
import type { Kind } from '../../bff/src/modules/cases/kind'
import type { TestApp } from './app'
import type { Person } from './world'

export interface Sending {
  name?: string
  type?: string
  purpose?: string
  key?: string
}

export interface Uploaded {
  status: number
  body: Kept
  problem: ProblemBody
}

/** As a browser sends it. */
export async function upload(
  app: Pick<TestApp, 'base'>,
  { token }: Pick<Person, 'token'>,
  content: Uint8Array<ArrayBuffer> | Buffer,
  { name = 'photo.jpg', type = 'image/jpeg', purpose = 'x_paper', key = randomUUID() }: Sending = {},
): Promise<Uploaded> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(content)], { type }), name)
  const answer = await fetch(`${app.base}/v1/files?purpose=${purpose}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    body: form,
  })
  const body = (await answer.json()) as unknown
  return { status: answer.status, body: body as Kept, problem: body as ProblemBody }
}

/** A photograph with a place and an author in it. */
export const photograph = (width = 64, height = 48, colour = '#3366aa'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({
      IFD0: { Artist: 'marked author', Copyright: 'marked owner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 2/1 3/1' },
    })
    .jpeg()
    .toBuffer()

const caseIdRow = z.strictObject({ caseId: z.string() })

/** A service to whose cases pictures belong; who may read which is what the test says. */
export function paperKind(): { kind: Kind; readers: Set<string>; tell: { subjectId: string } } {
  const readers = new Set<string>()
  const tell = { subjectId: '' }
  const kind: Kind = {
    type: 'x_paper',
    name: '交材料',
    prefix: 'JC',
    states: { open: { is: 'open', word: '等社区看' } },
    transitions: [],
    readByStaff: false,
    rated: false,
    keepsFromLeaving: false,
    facts: {
      row: caseIdRow,
      sql: 'SELECT id AS "caseId" FROM cases WHERE id = ANY ($1::uuid[])',
    },
    summary: () => ({}),
    detail: () => ({}),
    exported: { labels: {}, of: () => ({}) },
    onLeave: {},
    actionWords: {},
    files: {
      tag: 'legal',
      mayRead: (_read, { readerId }) =>
        Promise.resolve(
          readers.has(readerId) ? { subjectId: tell.subjectId, readerName: '值班顾问' } : undefined,
        ),
    },
  }
  return { kind, readers, tell }
}
