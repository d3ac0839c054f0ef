/** The promise: a line is sealed by the key of its case, and its pictures belong to that case from the same moment on. */
import type { ThreadLine } from '@linli/contracts/consultation-thread'
import { consultationDeclaration } from '@linli/contracts/consultation-case'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { openCaseKey } from '../case-keys/service'
import { attachFiles } from '../files/service'
import * as store from './store'

export interface Said {
  caseId: string
  /** `badge`: of an adviser; null for whoever asked. */
  by: { accountId: string; badge: string | null }
  kind: ThreadLine['kind']
  words: string | null
  files?: readonly string[] | undefined
  corrects?: number | undefined
  at: Date
}

/** The case is locked. @throws Problem not_found (its person has left), file_gone */
export async function addLine(deps: Deps, tx: Tx, said: Said): Promise<void> {
  const { caseId, by, kind, words, files = [], corrects = null, at } = said
  const id = deps.ids.id()
  const caseKey = await openCaseKey(deps, readOf(tx), caseId)
  // Once its person has gone, nothing can be sealed for it any more.
  if (!caseKey) throw new Problem('not_found')
  const purpose = consultationDeclaration.type
  await attachFiles(deps, tx, { accountId: by.accountId, purpose, fileIds: files, caseId, caseKey, at })
  await store.insertLine(tx, {
    id,
    caseId,
    at,
    side: by.badge === null ? 'party' : 'adviser',
    authorId: by.accountId,
    authorName: by.badge,
    kind,
    wordsSealed: words === null ? null : caseKey.seal('consultation_lines.words_sealed', id, words),
    corrects,
    fileIds: files,
  })
}
