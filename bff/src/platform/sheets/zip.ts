/**
 * The promise: what is packed is opened only as far as it is allowed to be big, whatever it says of itself. A roster is a
 * few parts of an Office file, for which the format's directory at the end is all that is needed (APPNOTE.TXT 4.3).
 */
import { inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable'

const endSign = 0x06054b50
const entrySign = 0x02014b50
const localSign = 0x04034b50
const mostEntries = 2_000
/** What all parts of a roster of five thousand lines hold, ten times over. */
const mostBytes = 40_000_000

interface Entry {
  at: number
  packed: number
  method: number
  locked: boolean
}

export interface Zip {
  /** @throws Unreadable zip_broken, zip_locked, zip_bomb @returns undefined where there is no such part */
  read(name: string): Buffer | undefined
}

/** @throws Unreadable zip_broken */
export function openZip(file: Buffer): Zip {
  const entries = directoryOf(file)
  let left = mostBytes
  return {
    read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const content = contentOf(file, entry, left)
      left -= content.length
      return content
    },
  }
}

function directoryOf(file: Buffer): Map<string, Entry> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== endSign)
    throw new Unreadable('zip_broken')
  const count = file.readUInt16LE(end + 10)
  if (count > mostEntries) throw new Unreadable('zip_bomb')
  const entries = new Map<string, Entry>()
  let at = file.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== entrySign) throw new Unreadable('zip_broken')
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, '')
    entries.set(name, {
      at: file.readUInt32LE(at + 42),
      packed: file.readUInt32LE(at + 20),
      method: file.readUInt16LE(at + 10),
      locked: (file.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function contentOf(file: Buffer, { at, packed, method, locked }: Entry, left: number): Buffer {
  if (locked) throw new Unreadable('zip_locked')
  if (at + 30 > file.length || file.readUInt32LE(at) !== localSign) throw new Unreadable('zip_broken')
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  if (from + packed > file.length) throw new Unreadable('zip_broken')
  const bytes = file.subarray(from, from + packed)
  if (method === 0) return bytes
  if (method !== 8) throw new Unreadable('zip_broken')
  if (left <= 0) throw new Unreadable('zip_bomb')
  try {
    return inflateRawSync(bytes, { maxOutputLength: left })
  } catch (error) {
    const isBig = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Unreadable(isBig ? 'zip_bomb' : 'zip_broken')
  }
}
