/**
 * The promise: a page is shown to whoever was given the link, in the session in which they were, for minutes, and only
 * while they may read it at the moment of looking; that somebody was given one stands in the person's access records.
 */
import { pipeline } from 'node:stream/promises'
import type { File } from '@linli/contracts/files'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Picture } from '../../http/mount'
import { ObjectGone, StoreAway } from '../../platform/files/file-store'
import type { Link } from '../../platform/files/links'
import { opening } from '../../platform/files/sealing'
import { Problem } from '../../platform/problem'
import type { Tag } from '../../platform/sealed-columns'
import { openCaseKey } from '../case-keys/service'
import { insertAccess } from '../cases/service'
import { presentFile, unsealKey } from './present'
import * as store from './store'

interface Seen {
  row: store.FileRow
  /** Of a file of a case: who reads of it that it was looked at. */
  told?: { subjectId: string; readerName: string; tag: Tag }
}

/** @throws Problem not_found for whom it does not exist, or not any more */
async function seen(deps: Deps, accountId: string, fileId: string): Promise<Seen> {
  const { clock, db, kinds } = deps
  const row = await store.findFile(db.statement, fileId)
  if (!row || row.state === 'uploading') throw new Problem('not_found')
  if (row.caseId === null) {
    if (row.accountId !== accountId) throw new Problem('not_found')
    return { row }
  }
  const service = kinds.get(row.purpose)?.files
  const asked = { caseId: row.caseId, fileId, readerId: accountId, at: clock.now() }
  const told = await service?.mayRead(db.statement, asked)
  if (!service || !told) throw new Problem('not_found')
  return { row, told: { ...told, tag: service.tag } }
}

/** The record is written before the link is given. @throws Problem not_found */
export async function giveLink(
  deps: Deps,
  { accountId, sessionId }: Who,
  fileId: string,
): Promise<{ path: string; expiresAt: string; file: File }> {
  const { row, told } = await seen(deps, accountId, fileId)
  if (told && told.subjectId !== accountId)
    await insertAccess(deps.db, {
      ...told,
      id: deps.ids.id(),
      readerId: accountId,
      caseId: row.caseId,
      at: deps.clock.now(),
    })
  const { token, expiresAt } = deps.files.links.give({ accountId, sessionId, fileId })
  return { path: `/v1/file-links/${token}`, expiresAt: expiresAt.toISOString(), file: presentFile(row) }
}

/** @throws Problem not_found for a link that is over, made up, or of somebody who may not look any more; files_away */
export async function readLink(deps: Deps, token: string, n: number): Promise<Picture> {
  const link = deps.files.links.read(token)
  if (!link || !(await stands(deps, link))) throw new Problem('not_found')
  const { row } = await seen(deps, link.accountId, link.fileId)
  const page = row.pages.find((each) => each.n === n)
  if (!page) throw new Problem('not_found')
  const key = await keyOf(deps, row)
  const sealed = await deps.files.store.get(page.objectId).catch((error: unknown) => {
    if (error instanceof ObjectGone) throw new Problem('not_found')
    if (!(error instanceof StoreAway)) throw error
    deps.log.error({ err: error.cause }, error.message)
    throw new Problem('files_away', { retryAfter: 30 })
  })
  const content = opening(key, page.objectId)
  // Whichever ends early ends the other; a page that was changed breaks off.
  pipeline(sealed, content).catch(() => {})
  return new Picture(content, page.bytes)
}

/** Whoever signed out, or was signed out, sees nothing by the links of before. */
async function stands({ clock, revocations }: Deps, { sessionId }: Link): Promise<boolean> {
  const { revoked, end } = await revocations.stateOf(sessionId)
  return !revoked && end > clock.now()
}

async function keyOf(deps: Deps, row: store.FileRow): Promise<Buffer> {
  if (row.caseId === null || row.keySealed === null) return unsealKey(deps.cipher, row.id, row.keyEnc)
  const caseKey = await openCaseKey(deps, deps.db.statement, row.caseId)
  // Its case was erased: nothing of it opens any more.
  if (!caseKey) throw new Problem('not_found')
  return Buffer.from(caseKey.open('files.key_sealed', row.id, row.keySealed), 'base64url')
}
