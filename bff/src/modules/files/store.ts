/** Rows of files and their pages. A page has its row before its object is written. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { sqlState } from '../../platform/db-errors'
import type { Read } from '../../platform/read'
import { countRow, idRow, rowOf, rowsOf } from '../../platform/rows'

const page = z.strictObject({
  n: z.int(),
  objectId: z.string(),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
})
export type PageRow = z.output<typeof page>

const fileRow = z.strictObject({
  id: z.string(),
  accountId: z.string(),
  purpose: z.string(),
  kind: z.nullable(z.enum(['picture', 'pdf'])),
  state: z.enum(['uploading', 'ready', 'attached']),
  caseId: z.nullable(z.string()),
  keyEnc: z.nullable(z.string()),
  keySealed: z.nullable(z.string()),
  createdAt: z.date(),
  attachedAt: z.nullable(z.date()),
  pages: z.array(page),
})
export type FileRow = z.output<typeof fileRow>

const columns = `f.id, f.account_id AS "accountId", f.purpose, f.kind, f.state, f.case_id AS "caseId",
  f.key_enc AS "keyEnc", f.key_sealed AS "keySealed", f.created_at AS "createdAt", f.attached_at AS "attachedAt",
  coalesce((SELECT jsonb_agg(jsonb_build_object('n', p.n, 'objectId', p.object_id, 'bytes', p.bytes, 'width', p.width,
    'height', p.height) ORDER BY p.n) FROM file_pages p WHERE p.file_id = f.id), '[]'::jsonb) AS pages`

/** One more of today. What somebody begins at once comes one after the other from here on. @returns false: enough */
export async function takeQuota(
  tx: Tx,
  { accountId, day, most }: { accountId: string; day: string; most: number },
): Promise<boolean> {
  const taken = await tx.$executeRaw`
    INSERT INTO file_quotas AS q (account_id, day, taken) VALUES (${accountId}::uuid, ${day}::date, 1)
    ON CONFLICT (account_id) DO UPDATE SET day = excluded.day, taken = CASE WHEN q.day = excluded.day THEN q.taken + 1 ELSE 1 END
    WHERE q.day <> excluded.day OR q.taken < ${most}::int`
  return taken === 1
}

export async function countUnattached(tx: Tx, accountId: string): Promise<number> {
  const row = await rowOf(tx, countRow)`
    SELECT count(*)::int AS n FROM files WHERE account_id = ${accountId}::uuid AND case_id IS NULL`
  return row?.n ?? 0
}

export async function insertFile(
  tx: Tx,
  row: Pick<FileRow, 'id' | 'accountId' | 'purpose' | 'createdAt'> & { keyEnc: string },
): Promise<void> {
  await tx.file.create({ data: { ...row, state: 'uploading' } })
}

/** @returns false when the file has gone meanwhile, be it in this moment: the clock takes what was begun long ago */
export async function insertPage(db: Db, fileId: string, row: PageRow): Promise<boolean> {
  const inserting = db.client.$executeRaw`
    INSERT INTO file_pages (file_id, n, object_id, bytes, width, height)
    SELECT f.id, ${row.n}::int, ${row.objectId}::uuid, ${row.bytes}::int, ${row.width}::int, ${row.height}::int
    FROM files f WHERE f.id = ${fileId}::uuid AND f.state = 'uploading'`
  return inserting.then(
    (inserted) => inserted === 1,
    (error: unknown) => {
      if (sqlState(error) === '23503') return false
      throw error
    },
  )
}

/** @returns false when the file has gone meanwhile */
export async function markReady(tx: Tx, id: string, kind: 'picture' | 'pdf'): Promise<boolean> {
  const { count } = await tx.file.updateMany({
    where: { id, state: 'uploading' },
    data: { state: 'ready', kind },
  })
  return count === 1
}

export async function findFile(read: Read, id: string): Promise<FileRow | undefined> {
  const [row] = await read(fileRow, 'file', `SELECT ${columns} FROM files f WHERE f.id = $1::uuid`, [id])
  return row
}

export const readyOf = (db: Db, accountId: string): Promise<FileRow[]> =>
  db.statement(
    fileRow,
    'files-ready',
    `SELECT ${columns} FROM files f WHERE f.account_id = $1::uuid AND f.state = 'ready' ORDER BY f.created_at, f.id`,
    [accountId],
  )

export const sentSince = (db: Db, accountId: string, since: Date): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'files-sent',
    `SELECT f.id FROM files f WHERE f.account_id = $1::uuid AND f.attached_at >= $2::timestamptz ORDER BY f.attached_at, f.id`,
    [accountId, since],
  )

/** Every file of these cases, as they were attached. */
export const filesOfCases = (read: Read, caseIds: readonly string[]): Promise<FileRow[]> =>
  read(
    fileRow,
    'files-of-cases',
    `SELECT ${columns} FROM files f WHERE f.case_id = ANY ($1::uuid[]) ORDER BY f.attached_at, f.created_at, f.id`,
    [caseIds],
  )

const keptRow = z.strictObject({ id: z.string(), keyEnc: z.nullable(z.string()) })

/** Those of them that are this account's, whole, of this purpose, and nowhere attached; in the order of their ids. */
export const readyAmong = (
  tx: Tx,
  { accountId, purpose, ids }: { accountId: string; purpose: string; ids: readonly string[] },
) => rowsOf(tx, keptRow)`
  SELECT id, key_enc AS "keyEnc" FROM files WHERE id = ANY (${[...ids]}::uuid[]) AND account_id = ${accountId}::uuid
    AND purpose = ${purpose} AND state = 'ready' ORDER BY id`

/** @returns false when it has gone, or was attached, in this moment */
export async function attach(
  tx: Tx,
  id: string,
  { caseId, keySealed, at }: { caseId: string; keySealed: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.file.updateMany({
    where: { id, state: 'ready' },
    data: { state: 'attached', caseId, keySealed, keyEnc: null, attachedAt: at },
  })
  return count === 1
}

/** Its pages go with it, and their objects by a job that the database adds. @returns false when it was attached */
export const deleteUnattached = async ({ client }: Db, id: string): Promise<boolean> =>
  (await client.$executeRaw`DELETE FROM files WHERE id = ${id}::uuid AND case_id IS NULL`) === 1

/** Those of these cases. @returns how many went */
export const deleteOfCases = (tx: Tx, caseIds: readonly string[]): Promise<number> =>
  tx.$executeRaw`DELETE FROM files WHERE case_id = ANY (${[...caseIds]}::uuid[])`

/** What did not become whole. */
export const deleteUnfinished = (db: Db, id: string): Promise<number> =>
  db.client.$executeRaw`DELETE FROM files WHERE id = ${id}::uuid AND state = 'uploading'`

/** Never finished, or never attached. @returns how many of a batch went */
export const deleteForgotten = (db: Db, unfinished: Date, unattached: Date): Promise<number> =>
  db.client.$executeRaw`DELETE FROM files WHERE id IN (SELECT id FROM files WHERE case_id IS NULL
    AND created_at < CASE state WHEN 'uploading' THEN ${unfinished}::timestamptz ELSE ${unattached}::timestamptz END
    ORDER BY created_at LIMIT 500 FOR UPDATE SKIP LOCKED)`

/** Which of these objects have a row. */
export const knownObjects = (db: Db, objectIds: readonly string[]) =>
  db.statement(
    idRow,
    'known-objects',
    `SELECT object_id AS id FROM file_pages WHERE object_id = ANY ($1::uuid[])
     UNION ALL SELECT object_id FROM room_photo_sizes WHERE object_id = ANY ($1::uuid[])`,
    [objectIds],
  )

export const forgetQuotas = (db: Db, before: string): Promise<number> =>
  db.client.$executeRaw`DELETE FROM file_quotas WHERE account_id IN
    (SELECT account_id FROM file_quotas WHERE day < ${before}::date LIMIT 1000)`
