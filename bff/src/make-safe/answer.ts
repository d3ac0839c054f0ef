/** What this process says. */
import { writeSync } from 'node:fs'
import type { Sharp } from 'sharp'
import { frameHead, type Reason, type Said, SafeRefusal } from '../platform/files/frames'

/** At once, whole, and however slowly it is read. */
function say(bytes: Buffer): void {
  for (let at = 0; at < bytes.length;)
    try {
      at += writeSync(1, bytes, at)
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
}

const sayLine = (says: Said): void => say(frameHead(says))

/** @param raster whatever sharp can make a picture of; what is behind it, is white */
export async function page(raster: Sharp): Promise<void> {
  const { data, info } = await raster
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
  sayLine({ width: info.width, height: info.height, bytes: data.length })
  say(data)
}

export const done = (): void => sayLine({ done: true })

export function refused(error: unknown): void {
  const reason: Reason = error instanceof SafeRefusal ? error.reason : 'unreadable'
  sayLine({ refused: reason })
}
