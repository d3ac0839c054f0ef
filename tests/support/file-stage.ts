/** A file's life in a store that speaks S3, as the tests of it watch it. */
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createCaseKey } from '../../bff/src/modules/case-keys/service'
import { removeObjects } from '../../bff/src/modules/files/jobs'
import { attachFiles } from '../../bff/src/modules/files/service'
import { type TestApp, testApp } from './app'
import { makeCaseRow } from './case-rows'
import { paperKind, photograph, upload } from './files'
import { s3Env, type TestS3, testS3 } from './s3'
import { liftFiles, makeDivisions, makePerson, type Person } from './world'

/** A resident and a photograph, both new for each test. */
export interface FileStage {
  app: TestApp
  s3: TestS3
  /** The service to whose cases pictures belong. */
  purpose: string
  resident: Person
  photo: Buffer
  count(sql: string, ...values: unknown[]): Promise<number>
  /** What lies in the bucket, as its own disk has it. */
  objects(): string[]
  /** The jobs that the database has added so far, run as the worker does, and taken off its list. */
  runJobs(): Promise<void>
  pathTo(id: string, who: Person): Promise<string>
  look(path: string): Promise<number>
  /** A case of the resident, who may look, with one picture. */
  attached(): Promise<{ caseId: string; id: string }>
}

export async function fileStage(): Promise<FileStage> {
  const s3 = await testS3()
  const { kind, readers, tell } = paperKind()
  const app = await testApp(s3Env(s3), 'bare', [kind])
  const { deps, database, clock } = app
  const stage: FileStage = {
    app,
    s3,
    purpose: kind.type,
    resident: undefined as unknown as Person,
    photo: Buffer.alloc(0),
    async count(sql, ...values) {
      const found = await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)
      return found.rows[0]?.n ?? -1
    },
    objects: () => objectsBelow(s3.folder),
    async runJobs() {
      const { rows } = await database.pool.query<{ payload: { objectIds: string[] } }>(
        `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
         WHERE t.id = j.task_id AND t.identifier = 'remove_objects' RETURNING j.payload`,
      )
      for (const { payload } of rows) await removeObjects(deps, payload.objectIds)
    },
    async pathTo(id, { token }) {
      return (await app.call<{ path: string }>('giveFileLink', { params: { id }, token })).body.path
    },
    look: async (path) => (await fetch(`${app.base}${path}`)).status,
    async attached() {
      const { resident, photo } = stage
      const [caseId, { body }] = [await makeCaseRow(app, resident), await upload(app, resident, photo)]
      await deps.db.transaction(async (tx) => {
        const caseKey = await createCaseKey(deps, tx, caseId)
        const what = { accountId: resident.accountId, purpose: kind.type, fileIds: [body.id] }
        await attachFiles(deps, tx, { ...what, caseId, caseKey, at: clock.now() })
      })
      readers.add(resident.accountId)
      tell.subjectId = resident.accountId
      return { caseId, id: body.id }
    },
  }
  beforeAll(async () => {
    await makeDivisions(app)
    await liftFiles(app, 30)
    stage.photo = await photograph()
  })
  beforeEach(async () => {
    stage.resident = await makePerson(app)
  })
  afterAll(() => s3.close())
  return stage
}

const objectsBelow = (folder: string): string[] => [
  ...new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap(
      (path) => /[\da-f]{8}-[\da-f-]{27}(?=\._S3rver_object$)/.exec(path)?.[0] ?? [],
    ),
  ),
]
