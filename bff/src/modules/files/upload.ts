/** The promise: a file is there whole, once, and in nobody's memory; whatever fails on the way leaves nothing behind. */
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { File } from '@linli/contracts/files'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { receivePart, toTheEnd } from '../../http/receive-part'
import { StoreAway } from '../../platform/files/file-store'
import { SafeRefusal } from '../../platform/files/frames'
import type { SafePage } from '../../platform/files/make-safe'
import { ScannerAway } from '../../platform/files/scan'
import { sealedLength, sealing } from '../../platform/files/sealing'
import { spool, type Spooled } from '../../platform/files/spool'
import { claim, idempotencyOf } from '../../platform/idempotency'
import { oneEach } from '../../platform/one-each'
import { Problem } from '../../platform/problem'
import { looking } from './looking'
import { presentFile } from './present'
import { type FileKind, refusalOf } from './rules'
import { beginFile } from './service'
import * as store from './store'

/** So many may come in at a time in one process: of all, and of one account, whose app sends one after the other. */
const mostAtOnce = { all: 64, account: 3 }
const under = new Map<string, number>()
let underInAll = 0
/** Few are made safe at a time, and one may take half a minute: each person has one of them at most. */
const inTurn = oneEach()

interface Upload {
  purpose: string
  /** The Idempotency-Key. */
  tap: string
  incoming: IncomingMessage
}

/** The same key with the same bytes is the same file. @throws Problem as the contract lists them */
export async function uploadFile(deps: Deps, who: Who, upload: Upload): Promise<File> {
  try {
    return await counted(who.accountId, () => whole(deps, who, upload))
  } catch (error) {
    await toTheEnd(upload.incoming)
    throw asProblem(deps, error)
  }
}

/** Nobody who sends slowly, however many at once, keeps the others out. @throws Problem busy */
async function counted<T>(accountId: string, work: () => Promise<T>): Promise<T> {
  const mine = under.get(accountId) ?? 0
  if (underInAll >= mostAtOnce.all || mine >= mostAtOnce.account) throw new Problem('busy', { retryAfter: 5 })
  under.set(accountId, mine + 1)
  underInAll += 1
  try {
    return await work()
  } finally {
    const left = (under.get(accountId) ?? 1) - 1
    if (left > 0) under.set(accountId, left)
    else under.delete(accountId)
    underInAll -= 1
  }
}

async function whole(deps: Deps, who: Who, { purpose, tap, incoming }: Upload): Promise<File> {
  const begun = await beginFile(deps, who, purpose)
  try {
    const { kind, spooled } = await received(incoming)
    const tapped = { tap, sent: { purpose, content: spooled.sha256.toString('base64url') } }
    try {
      await scanned(deps, spooled)
      await inTurn(who.accountId, () => madeSafe(deps, begun, kind, spooled))
    } finally {
      await spooled.discard()
    }
    const row = await store.findFile(
      deps.db.statement,
      await finish(deps, who, { id: begun.id, kind, ...tapped }),
    )
    if (!row) throw new Problem('not_found')
    return presentFile(row)
  } finally {
    // What failed, and what another tap of the same key was first with. If it cannot go now, it goes by the clock.
    await store.deleteUnfinished(deps.db, begun.id).catch(() => {})
  }
}

interface Received {
  kind: FileKind
  spooled: Spooled
}

const received = (incoming: IncomingMessage): Promise<Received> =>
  receivePart<Received>(incoming, {
    async take(content: Readable) {
      const { see, kind } = looking()
      const spooled = await spool(content, see)
      try {
        return { kind: kind(), spooled }
      } catch (error) {
        await spooled.discard()
        throw error
      }
    },
    undo: ({ spooled }) => spooled.discard(),
  })

/** @throws Problem file_infected, ScannerAway */
async function scanned({ files }: Deps, spooled: Spooled): Promise<void> {
  if ((await files.scan(spooled.read())) === 'infected') throw new Problem('file_infected')
}

async function madeSafe(
  deps: Deps,
  begun: { id: string; key: Buffer },
  kind: FileKind,
  spooled: Spooled,
): Promise<void> {
  await deps.files.makeSafe(spooled.read(), kind, (page, n) => putPage(deps, begun, page, n))
}

/** First the row, so that no object is without one. */
async function putPage(
  { db, files, ids }: Deps,
  { id, key }: { id: string; key: Buffer },
  { content, ...size }: SafePage,
  n: number,
): Promise<void> {
  const objectId = ids.id()
  if (!(await store.insertPage(db, id, { n, objectId, ...size }))) throw new Problem('busy')
  const sealed = sealing(key, objectId)
  const fed = pipeline(content, sealed)
  fed.catch(() => {})
  await files.store.put(objectId, sealedLength(size.bytes), sealed)
  await fed
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

function asProblem({ log }: Deps, error: unknown): unknown {
  if (error instanceof SafeRefusal) return new Problem(refusalOf[error.reason])
  if (!(error instanceof StoreAway || error instanceof ScannerAway)) return error
  log.error({ err: error.cause }, error.message)
  return new Problem('files_away', { retryAfter: 30 })
}
