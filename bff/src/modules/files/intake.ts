/**
 * The way in for whatever is handed in: counted, heard to its end, looked at, made anew in a process of its own, and
 * sealed into the store. What becomes of it is each module's own.
 */
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Deps } from '../../deps'
import { receivePart, toTheEnd } from '../../http/receive-part'
import { StoreAway } from '../../platform/files/file-store'
import { SafeRefusal } from '../../platform/files/frames'
import type { SafeKind, SafePage } from '../../platform/files/make-safe'
import { ScannerAway } from '../../platform/files/scan'
import { sealedLength, sealing } from '../../platform/files/sealing'
import { spool, type Spooled } from '../../platform/files/spool'
import { oneEach } from '../../platform/one-each'
import { Problem } from '../../platform/problem'
import { looking } from './looking'
import { type FileKind, refusalOf } from './rules'

/** So many may come in at a time in one process: of all, and of one account, whose app sends one after the other. */
const mostAtOnce = { all: 64, account: 3 }
const under = new Map<string, number>()
let underInAll = 0
/** Few are made safe at a time, and one may take half a minute: each person has one of them at most. */
const inTurn = oneEach()

/** What is refused is heard to its end. @throws Problem of the work, in words where it was a refusal of the file */
export async function takeIn<T>(
  deps: Deps,
  accountId: string,
  incoming: IncomingMessage,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await counted(accountId, work)
  } catch (error) {
    await toTheEnd(incoming)
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

interface Safe {
  accountId: string
  incoming: IncomingMessage
  /** What is made of it; what is not taken here is refused by throwing. */
  as: (kind: FileKind) => SafeKind
  each: (page: SafePage, n: number) => Promise<void>
}

/** @returns what it was, and the hash of what came in */
export async function safePages(
  deps: Deps,
  { accountId, incoming, as, each }: Safe,
): Promise<{ kind: FileKind; sha256: string }> {
  const { kind, spooled } = await received(incoming)
  try {
    const made = as(kind)
    await scanned(deps, spooled)
    await inTurn(accountId, () => deps.files.makeSafe(spooled.read(), made, each))
  } finally {
    await spooled.discard()
  }
  return { kind, sha256: spooled.sha256.toString('base64url') }
}

/** Its row is there already, so that no object is without one. */
export async function storeSealed(
  { files }: Pick<Deps, 'files'>,
  key: Buffer,
  objectId: string,
  { content, bytes }: SafePage,
): Promise<void> {
  const sealed = sealing(key, objectId)
  const fed = pipeline(content, sealed)
  fed.catch(() => {})
  await files.store.put(objectId, sealedLength(bytes), sealed)
  await fed
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

function asProblem({ log }: Deps, error: unknown): unknown {
  if (error instanceof SafeRefusal) return new Problem(refusalOf[error.reason])
  if (!(error instanceof StoreAway || error instanceof ScannerAway)) return error
  log.error({ err: error.cause }, error.message)
  return new Problem('files_away', { retryAfter: 30 })
}
