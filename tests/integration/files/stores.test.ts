/** Both places in which objects lie promise the same. */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { type FileStore, ObjectGone, StoreAway } from '../../../bff/src/platform/files/file-store'
import { createFolderStore } from '../../../bff/src/platform/files/folder-store'
import { createS3Store } from '../../../bff/src/platform/files/s3-store'
import { testS3 } from '../../support/s3'

const folder = mkdtempSync(join(tmpdir(), 'linli-store-'))
const s3 = await testS3()
afterAll(async () => {
  await s3.close()
  rmSync(folder, { recursive: true, force: true })
})
const stores = {
  folder: {
    store: createFolderStore(folder),
    goAway: () => Promise.resolve(renameSync(folder, `${folder}-away`)),
    comeBack: () => Promise.resolve(renameSync(`${folder}-away`, folder)),
  },
  's3 store': { store: createS3Store(s3.settings), goAway: s3.stop, comeBack: s3.start },
}

const later = () => new Date(Date.now() + 60_000)
async function keysOf(store: FileStore, before = later()): Promise<string[]> {
  const keys: string[] = []
  for await (const key of store.list(before)) keys.push(key)
  return keys.sort()
}
const put = (store: FileStore, key: string, bytes: Buffer) =>
  store.put(key, bytes.length, Readable.from([bytes]))

describe.each(Object.entries(stores))('a %s', (name, { store, goAway, comeBack }) => {
  test('gives back what it was given, until it is removed', async () => {
    const [key, bytes] = [randomUUID(), randomBytes(300_000)]
    await put(store, key, bytes)
    expect((await buffer(await store.get(key))).equals(bytes)).toBe(true)
    expect(await keysOf(store)).toEqual([key])
    expect(await keysOf(store, new Date(Date.now() - 60_000))).toEqual([])
    await store.remove(key)
    await store.remove(key)
    await expect(store.get(key)).rejects.toThrow(ObjectGone)
    expect(await keysOf(store)).toEqual([])
  })

  test('has nothing of what broke off on its way', async () => {
    const key = randomUUID()
    const cut = Readable.from(
      (function* () {
        yield randomBytes(100_000)
        throw new Error('cut')
      })(),
    )
    await expect(store.put(key, 300_000, cut)).rejects.toThrow('cut')
    // Whatever a simple server kept of it is not whole, so that no seal opens it, and it goes with its row.
    const left = await store
      .get(key)
      .then(buffer)
      .catch(() => Buffer.alloc(0))
    expect(left.length).toBeLessThan(name === 's3 store' ? 300_000 : 1)
    const removed = async (): Promise<string[]> => {
      await store.remove(key)
      return keysOf(store)
    }
    await expect.poll(removed, { timeout: 10_000 }).toEqual([])
  })

  test('takes no key that is a path', async () => {
    for (const key of ['../secret', 'a/b', '', 'begun']) {
      await expect(put(store, key, Buffer.from('x'))).rejects.toThrow('no key')
      await expect(store.get(key)).rejects.toThrow()
    }
  })

  test('says that it is away, soon, and goes on when it is back', async () => {
    const [key, bytes] = [randomUUID(), randomBytes(1_000)]
    await goAway()
    const [at, content] = [Date.now(), Readable.from([bytes])]
    await expect(store.put(key, bytes.length, content)).rejects.toThrow(StoreAway)
    await expect(store.get(key)).rejects.toThrow()
    await expect(keysOf(store)).rejects.toThrow(StoreAway)
    expect(Date.now() - at).toBeLessThan(20_000)
    await comeBack()
    await put(store, key, bytes)
    expect(await keysOf(store)).toEqual([key])
    await store.remove(key)
  })
})

test('a folder forgets what a killed process had begun, and leaves alone what is not ours', async () => {
  const { store } = stores.folder
  const [old, fresh] = [join(folder, 'begun', randomUUID()), join(folder, 'begun', randomUUID())]
  for (const path of [old, fresh]) writeFileSync(path, 'half')
  utimesSync(old, new Date(0), new Date(0))
  writeFileSync(join(folder, 'somebody-elses.txt'), 'x')
  expect(await keysOf(store, new Date(Date.now() - 60_000))).toEqual([])
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true])
  expect(readdirSync(folder)).toContain('somebody-elses.txt')
})

test('an s3 store that does not know us is away', async () => {
  const stranger = createS3Store({ ...s3.settings, secret: 'another secret' })
  await expect(put(stranger, randomUUID(), Buffer.from('x'))).rejects.toThrow(StoreAway)
})
