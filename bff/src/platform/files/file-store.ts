/** Where sealed objects lie: a folder, or any store that speaks S3. Neither knows what is in them. */
import type { Readable } from 'node:stream'

export interface FileStore {
  /**
   * Whole or not at all: an object that was cut on its way is not there.
   * @param key a random UUID, used once @param bytes how many will come
   * @throws StoreAway, or whatever `content` fails with
   */
  put(key: string, bytes: number, content: Readable): Promise<void>
  /** @throws ObjectGone, StoreAway */
  get(key: string): Promise<Readable>
  /** What is gone already is as good. @throws StoreAway */
  remove(key: string): Promise<void>
  /** The keys of what was written before; also clears away what was begun before and never became an object. */
  list(before: Date): AsyncIterable<string>
}

/** The store does not answer, is full, or refuses us: nothing was stored, and it may be tried again. */
export class StoreAway extends Error {
  constructor(cause: unknown) {
    super('the file store is away', { cause })
    this.name = 'StoreAway'
  }
}

export class ObjectGone extends Error {
  constructor() {
    super('no such object')
    this.name = 'ObjectGone'
  }
}

const shape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Whether it is one of ours: whatever else lies there is somebody else's. */
export const isKey = (name: string): boolean => shape.test(name)

/** @throws Error for what could be a path */
export function demandKey(key: string): string {
  if (!isKey(key)) throw new Error('no key of an object')
  return key
}

/** Stands where no store is configured. */
export const noStore: FileStore = {
  put: (_key, _bytes, content) => {
    content.destroy()
    return Promise.reject(new StoreAway('none is configured'))
  },
  get: () => Promise.reject(new StoreAway('none is configured')),
  remove: () => Promise.resolve(),
  list: async function* () {},
}
