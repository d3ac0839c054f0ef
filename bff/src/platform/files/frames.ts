/** What the process that makes pictures safe says: the length of a line, the line (JSON), and as many bytes as it names. */
import type { Readable } from 'node:stream'
import * as z from 'zod/mini'

/** It does not open, wants a password, has too many pages, or asks for too much room or time. */
export const reasons = ['unreadable', 'locked', 'pages', 'complex'] as const
export type Reason = (typeof reasons)[number]

export class SafeRefusal extends Error {
  constructor(readonly reason: Reason) {
    super(reason)
    this.name = 'SafeRefusal'
  }
}

const size = z.int().check(z.positive())
const said = z.union([
  z.strictObject({ width: size, height: size, bytes: size }),
  z.strictObject({ refused: z.enum(reasons) }),
  z.strictObject({ done: z.literal(true) }),
])
export type Said = z.output<typeof said>

interface Frame {
  says: Said
  content: AsyncGenerator<Buffer>
}

const longestLine = 4_096

/** @returns the beginning of a frame; its bytes follow */
export function frameHead(says: Said): Buffer {
  const line = Buffer.from(JSON.stringify(says))
  const head = Buffer.alloc(4)
  head.writeUInt32BE(line.length)
  return Buffer.concat([head, line])
}

/**
 * Frame after frame; the bytes of one are read before the next is asked for.
 * @throws SafeRefusal for what is no frame
 */
export async function* framesOf(out: Readable): AsyncGenerator<Frame> {
  const bytes = reader(out)
  for (;;) {
    const head = await bytes.exactly(4)
    if (!head) return
    const length = head.readUInt32BE()
    const line = length <= longestLine ? await bytes.exactly(length) : undefined
    const says = said.safeParse(parsed(line)).data
    if (!says) throw new SafeRefusal('complex')
    yield { says, content: 'bytes' in says ? bytes.some(says.bytes) : bytes.some(0) }
  }
}

function parsed(line: Buffer | undefined): unknown {
  try {
    return line && (JSON.parse(line.toString()) as unknown)
  } catch {
    return undefined
  }
}

function reader(out: Readable) {
  const pieces = out[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let held = Buffer.alloc(0)
  /** @returns up to `most` bytes of what has come; none at the end */
  async function next(most: number): Promise<Buffer> {
    if (held.length === 0) {
      const { value, done } = await pieces.next()
      if (done || !value) return held
      held = value as Buffer<ArrayBuffer>
    }
    const piece = held.subarray(0, most)
    held = held.subarray(piece.length)
    return piece
  }
  return {
    async exactly(length: number): Promise<Buffer | undefined> {
      const parts: Buffer[] = []
      for (let left = length; left > 0;) {
        const piece = await next(left)
        if (piece.length === 0) return undefined
        parts.push(piece)
        left -= piece.length
      }
      return Buffer.concat(parts)
    },
    async *some(length: number): AsyncGenerator<Buffer> {
      for (let left = length; left > 0;) {
        const piece = await next(left)
        if (piece.length === 0) throw new SafeRefusal('complex')
        yield piece
        left -= piece.length
      }
    },
  }
}
