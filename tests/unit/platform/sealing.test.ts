/** What was sealed comes back byte for byte, or not at all. */
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Transform } from 'node:stream'
import { expect, test } from 'vitest'
import { opening, sealedLength, sealing } from '../../../bff/src/platform/files/sealing'

const key = randomBytes(32)
const [id, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const chunk = 65_536
const [head, sealedChunk] = [20, chunk + 16]

/** In pieces of another size than it is sealed in. */
async function through(bytes: Buffer, transform: Transform, size = 10_007): Promise<Buffer> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    bytes.subarray(n * size, (n + 1) * size),
  )
  const out = buffer(transform)
  out.catch(() => {})
  await pipeline(Readable.from(pieces), transform)
  return out
}
const seal = (bytes: Buffer, as = id) => through(bytes, sealing(key, as))
const open = (bytes: Buffer, as = id, by = key) => through(bytes, opening(by, as), 33_333)

test.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 200_000])('%i bytes', async (length) => {
  const bytes = randomBytes(length)
  const sealed = await seal(bytes)
  expect(sealed.length).toBe(sealedLength(length))
  expect((await open(sealed)).equals(bytes)).toBe(true)
})

test('what was cut, moved, exchanged, changed or sealed for another object opens nowhere', async () => {
  const bytes = randomBytes(3 * chunk)
  const [sealed, again] = [await seal(bytes), await seal(bytes)]
  const part = (n: number, of = sealed): Buffer =>
    of.subarray(head + n * sealedChunk, head + (n + 1) * sealedChunk)
  const [start, changed] = [sealed.subarray(0, head), Buffer.from(sealed)]
  changed[head + 5] = (changed[head + 5] ?? 0) ^ 1
  const wrong: [string, Buffer][] = [
    ['cut between chunks', sealed.subarray(0, head + 2 * sealedChunk)],
    ['cut inside a chunk', sealed.subarray(0, -1)],
    ['nothing but its head', start],
    ['no head', sealed.subarray(1)],
    ['nothing', Buffer.alloc(0)],
    ['two chunks exchanged', Buffer.concat([start, part(1), part(0), part(2)])],
    ['one chunk twice', Buffer.concat([start, part(0), part(0), part(2)])],
    ['one left out', Buffer.concat([start, part(0), part(2)])],
    ['one of another time', Buffer.concat([start, part(0), part(1, again), part(2)])],
    ['a changed byte', changed],
    ['something behind its end', Buffer.concat([sealed, Buffer.from('x')])],
  ]
  for (const [what, each] of wrong) await expect(open(each), what).rejects.toThrow()
  await expect(open(sealed, other)).rejects.toThrow()
  await expect(open(sealed, id, randomBytes(32))).rejects.toThrow()
})
