/** What comes in waits here until it is whole: sealed by a key that only this process has, in a file without a name. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { opening, sealing } from './sealing'

export interface Spooled {
  bytes: number
  /** Of what came in. */
  sha256: Buffer
  /** From its beginning, any number of times. */
  read(): Readable
  discard(): Promise<void>
}

/** @param look sees every piece before it is kept, and may refuse it by throwing */
export async function spool(content: Readable, look: (piece: Buffer) => void): Promise<Spooled> {
  const [key, id] = [randomBytes(32), randomUUID()]
  const { file, forget } = await nameless()
  const hash = createHash('sha256')
  let bytes = 0
  const seen = new Transform({
    transform(piece: Buffer, _encoding, done) {
      try {
        look(piece)
      } catch (error) {
        return done(error as Error)
      }
      hash.update(piece)
      bytes += piece.length
      done(null, piece)
    },
  })
  try {
    await pipeline(content, seen, sealing(key, id), async (sealed: AsyncIterable<Buffer>) => {
      for await (const piece of sealed) await file.appendFile(piece)
    })
  } catch (error) {
    await forget()
    throw error
  }
  return {
    bytes,
    sha256: hash.digest(),
    read() {
      const opened = opening(key, id)
      pipeline(Readable.from(piecesOf(file)), opened).catch(() => {})
      return opened
    },
    discard: forget,
  }
}

/** By positions of its own, so that it can be read twice at once. */
async function* piecesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let at = 0; ;) {
    const piece = Buffer.alloc(65_536)
    const { bytesRead } = await file.read(piece, 0, piece.length, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield piece.subarray(0, bytesRead)
  }
}

/** Where the system lets it, the name goes at once, and the file with the process. */
async function nameless(): Promise<{ file: FileHandle; forget(): Promise<void> }> {
  const path = join(tmpdir(), `linli-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  const isGone = await unlink(path).then(
    () => true,
    () => false,
  )
  return {
    file,
    async forget() {
      await file.close().catch(() => {})
      if (!isGone) await unlink(path).catch(() => {})
    },
  }
}
