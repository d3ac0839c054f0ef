/** Objects in a folder, each below the first two letters of its name; written beside, then renamed. */
import { createWriteStream, mkdirSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { demandKey, type FileStore, isKey, ObjectGone, StoreAway } from './file-store'

const begun = 'begun'

/**
 * @param folder is made here if it is not there, and never again: where a disk was taken away, nothing is written beside it
 * @throws Error when the folder cannot be made
 */
export function createFolderStore(folder: string): FileStore {
  mkdirSync(join(folder, begun), { recursive: true, mode: 0o700 })
  const below = (key: string): string => join(folder, demandKey(key).slice(0, 2))
  const pathOf = (key: string): string => join(below(key), key)
  return {
    async put(key, _bytes, content) {
      const beside = join(folder, begun, demandKey(key))
      try {
        await pipeline(content, createWriteStream(beside, { flags: 'wx', mode: 0o600, flush: true }))
        await asAway(async () => {
          await mkdir(below(key), { mode: 0o700 }).catch(unless('EEXIST'))
          await rename(beside, pathOf(key))
          await settle(below(key))
        })
      } catch (error) {
        await rm(beside, { force: true }).catch(() => {})
        throw isOfDisk(error) ? new StoreAway(error) : error
      }
    },
    get: (key) => asAway(() => reading(pathOf(key))),
    remove: (key) => asAway(() => rm(pathOf(key), { force: true })),
    list: (before) => listed(folder, before),
  }
}

async function reading(path: string): Promise<Readable> {
  const file = await open(path).catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? new ObjectGone() : error
  })
  return file.createReadStream()
}

async function* listed(folder: string, before: Date): AsyncIterable<string> {
  const names = await asAway(() => readdir(folder))
  for (const name of names) {
    const inside = await asAway(() => readdir(join(folder, name)).catch(unless('ENOTDIR')))
    for (const key of (inside ?? []).filter(isKey)) {
      const path = join(folder, name, key)
      const found = await stat(path).catch(() => undefined)
      if (!found || found.mtime >= before) continue
      // The process that wrote it has long ended.
      if (name === begun) await rm(path, { force: true })
      else if (key.startsWith(name)) yield key
    }
  }
}

/** The new name lasts, too. Some systems know no such thing of folders. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code

/** Of the disk, and not of what was to be written on it. */
const isOfDisk = (error: unknown): boolean =>
  typeof (error as { syscall?: unknown }).syscall === 'string' &&
  /^(open|write|fsync|close|rename|mkdir)$/.test((error as { syscall: string }).syscall)

const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (codeOf(error) !== code) throw error
  }

async function asAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof ObjectGone ? error : new StoreAway(error)
  }
}
