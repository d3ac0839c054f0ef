/**
 * The promise: what people hand in is kept whole and sealed or not at all, without its place and author, and is read by
 * its uploader until it belongs to a case, and from then on by whom that case's service names.
 */
import { type File, mostWaiting } from '@linli/contracts/files'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import type { Read } from '../../platform/read'
import { dayMs, dayOf } from '../../platform/shanghai'
import type { CaseKey } from '../case-keys/service'
import { settingsInside } from '../divisions/service'
import { homeOf } from '../identity/service'
import { newKey, presentFile, sealKey, unsealKey } from './present'
import * as store from './store'

export { safePages, storeSealed, takeIn } from './intake'
export { unfinishedMs } from './rules'

/**
 * A place for one more, before a byte of it is read.
 * @throws Problem not_found (nothing can be attached to such a service), files_many, files_today
 */
export async function beginFile(deps: Deps, who: Who, purpose: string): Promise<{ id: string; key: Buffer }> {
  const { cipher, clock, db, ids, kinds } = deps
  if (!kinds.get(purpose)?.files) throw new Problem('not_found')
  const home = await homeOf(deps, who.accountId)
  const [id, key] = [ids.id(), newKey()]
  await db.transaction(async (tx) => {
    const createdAt = clock.now()
    const { accountId } = who
    await mustHaveLeftToday(deps, tx, accountId, home ?? '')
    if ((await store.countUnattached(tx, accountId)) >= mostWaiting) throw new Problem('files_many')
    await store.insertFile(tx, { id, accountId, purpose, createdAt, keyEnc: sealKey(cipher, id, key) })
  })
  return { id, key }
}

/** One more of today, by the setting of a division. @throws Problem files_today */
export async function mustHaveLeftToday(
  deps: Deps,
  tx: Tx,
  accountId: string,
  division: string,
): Promise<void> {
  const { files_per_day: most } = await settingsInside(tx, division)
  if (!(await store.takeQuota(tx, { accountId, day: dayOf(deps.clock.now()), most })))
    throw new Problem('files_today')
}

export async function listFiles({ clock, db }: Deps, who: Who): Promise<{ files: File[]; sent: string[] }> {
  const since = new Date(clock.now().getTime() - dayMs)
  // What is sent in between stands in both lists, rather than in none.
  const ready = await store.readyOf(db, who.accountId)
  const sent = await store.sentSince(db, who.accountId, since)
  return { files: ready.map(presentFile), sent: sent.map(({ id }) => id) }
}

/** @throws Problem not_found, file_attached */
export async function removeFile({ db }: Deps, who: Who, id: string): Promise<void> {
  const row = await store.findFile(db.statement, id)
  if (!row || row.accountId !== who.accountId) throw new Problem('not_found')
  if (row.caseId !== null || !(await store.deleteUnattached(db, id))) throw new Problem('file_attached')
}

interface Attachment {
  /** Whose they must be. */
  accountId: string
  /** The type of the case. */
  purpose: string
  fileIds: readonly string[]
  caseId: string
  caseKey: CaseKey
  at: Date
}

/**
 * In the transaction that writes what they belong to. From here on they open by the key of the case alone.
 * @throws Problem file_gone when one of them is not there, not whole, somebody else's or attached already
 */
export async function attachFiles(
  { cipher }: Pick<Deps, 'cipher'>,
  tx: Tx,
  { accountId, purpose, fileIds, caseId, caseKey, at }: Attachment,
): Promise<void> {
  const wanted = new Set(fileIds)
  if (wanted.size === 0) return
  const rows = await store.readyAmong(tx, { accountId, purpose, ids: [...wanted] })
  if (rows.length < wanted.size) throw new Problem('file_gone')
  for (const { id, keyEnc } of rows) {
    const key = unsealKey(cipher, id, keyEnc)
    const keySealed = caseKey.seal('files.key_sealed', id, key.toString('base64url'))
    if (!(await store.attach(tx, id, { caseId, keySealed, at }))) throw new Problem('file_gone')
  }
}

export interface AttachedFile extends File {
  caseId: string
  /** Who handed it in. */
  accountId: string
}

/** For the pages of a service, which says who may see that they are there. */
export async function filesOfCases(read: Read, caseIds: readonly string[]): Promise<AttachedFile[]> {
  const rows = await store.filesOfCases(read, caseIds)
  return rows.flatMap((row) =>
    row.caseId === null ? [] : [{ ...presentFile(row), caseId: row.caseId, accountId: row.accountId }],
  )
}

/** Whose time is over: rows now, and every object by the job that the database adds. @returns how many went */
export const deleteFilesOf = (tx: Tx, caseIds: readonly string[]): Promise<number> =>
  store.deleteOfCases(tx, caseIds)
