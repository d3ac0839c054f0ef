/** A form with one part, the file, as a stream; of its name, and of what it says it is, nothing is read. */
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { Problem } from '../platform/problem'

/** Whoever says nothing for so long has lost the network. */
const silenceMs = 20_000
/** What is refused is heard to its end all the same, as a browser that is still sending reads no answer; up to here. */
const drained = { bytes: 64_000_000, ms: 30_000 }

export interface Taker<T> {
  /** Is given the part while it comes in, and refuses it by throwing. */
  take(content: Readable): Promise<T>
  /** What was taken is of no use, as the form was wrong in the end. */
  undo(taken: T): Promise<void>
}

/** @throws Problem unsupported_media_type, malformed_request, request_timeout, or what `take` throws */
export async function receivePart<T>(request: IncomingMessage, taker: Taker<T>): Promise<T> {
  if (Number(request.headers['content-length'] ?? 0) > drained.bytes) throw new Problem('file_too_large')
  const form = formOf(request)
  try {
    return await received(request, form, taker)
  } catch (error) {
    request.unpipe(form)
    await toTheEnd(request)
    throw error
  }
}

/** Hears out whoever was refused before a byte of theirs was looked at. */
export async function toTheEnd(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return
  let bytes = 0
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, drained.ms)
    const end = (): void => (clearTimeout(late), resolve())
    for (const event of ['end', 'close', 'error']) request.once(event, end)
    request.on('data', (piece: Buffer) => {
      bytes += piece.length
      if (bytes > drained.bytes) end()
    })
    request.resume()
  })
  request.pause()
}

function formOf(request: IncomingMessage): BusboyInstance {
  const type = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) throw new Problem('unsupported_media_type')
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': type },
      isPartAFile: () => true,
      limits: { files: 1, headerPairs: 20, headerSize: 16_384 },
    })
  } catch {
    throw new Problem('malformed_request')
  }
}

async function received<T>(
  request: IncomingMessage,
  form: BusboyInstance,
  { take, undo }: Taker<T>,
): Promise<T> {
  let part: Readable | undefined
  let taken: Promise<T> | undefined
  const whole = new Promise<void>((resolve, reject) => {
    const wrong = (): void => reject(new Problem('malformed_request'))
    form.once('finish', resolve)
    form.once('error', wrong)
    form.once('filesLimit', wrong)
    request.once('close', () => request.complete || wrong())
    request.once('error', wrong)
    request.setTimeout(silenceMs, () => reject(new Problem('request_timeout')))
    form.on('file', (_field, content) => {
      part = content
      content.on('error', () => {})
      taken = take(content)
      taken.catch(reject)
    })
  })
  request.pipe(form)
  try {
    await whole
  } catch (error) {
    part?.destroy(new Error('cut'))
    void taken?.then(undo, () => {})
    throw error
  } finally {
    request.setTimeout(0)
  }
  if (!taken) throw new Problem('malformed_request')
  return taken
}
