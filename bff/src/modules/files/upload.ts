/** The promise: a file is there whole, once, and in nobody's memory; whatever fails on the way leaves nothing behind. */
import type { IncomingMessage } from 'node:http'
import type { File } from '@linli/contracts/files'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { SafePage } from '../../platform/files/make-safe'
import { claim, idempotencyOf } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { safePages, storeSealed, takeIn } from './intake'
import { presentFile } from './present'
import type { FileKind } from './rules'
import { beginFile } from './service'
import * as store from './store'

interface Upload {
  purpose: string
  /** The Idempotency-Key. */
  tap: string
  incoming: IncomingMessage
}

/** The same key with the same bytes is the same file. @throws Problem as the contract lists them */
export const uploadFile = (deps: Deps, who: Who, upload: Upload): Promise<File> =>
  takeIn(deps, who.accountId, upload.incoming, () => whole(deps, who, upload))

async function whole(deps: Deps, who: Who, { purpose, tap, incoming }: Upload): Promise<File> {
  const begun = await beginFile(deps, who, purpose)
  try {
    const { kind, sha256 } = await safePages(deps, {
      ...{ accountId: who.accountId, incoming },
      as: (found) => found,
      each: (page, n) => putPage(deps, begun, page, n),
    })
    const sent = { purpose, content: sha256 }
    const row = await store.findFile(
      deps.db.statement,
      await finish(deps, who, { id: begun.id, kind, tap, sent }),
    )
    if (!row) throw new Problem('not_found')
    return presentFile(row)
  } finally {
    // What failed, and what another tap of the same key was first with. If it cannot go now, it goes by the clock.
    await store.deleteUnfinished(deps.db, begun.id).catch(() => {})
  }
}

/** First the row, so that no object is without one. */
async function putPage(
  deps: Deps,
  { id, key }: { id: string; key: Buffer },
  page: SafePage,
  n: number,
): Promise<void> {
  const objectId = deps.ids.id()
  const { width, height, bytes } = page
  if (!(await store.insertPage(deps.db, id, { n, objectId, width, height, bytes }))) throw new Problem('busy')
  await storeSealed(deps, key, objectId, page)
}

interface Finished {
  id: string
  kind: FileKind
  tap: string
  sent: { purpose: string; content: string }
}

/** @returns the file that this key has made, be it by an earlier try */
async function finish(deps: Deps, who: Who, { id, kind, tap, sent }: Finished): Promise<string> {
  const { cipher, clock, db } = deps
  const { accountId } = who
  const idempotency = idempotencyOf(cipher, { accountId, key: tap, endpoint: 'uploadFile', sent })
  return db.transaction(async (tx) => {
    const before = await claim(tx, idempotency, id, clock.now())
    if (before !== undefined) return before
    if (!(await store.markReady(tx, id, kind))) throw new Problem('busy')
    return id
  })
}
