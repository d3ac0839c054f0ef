/**
 * The promise: what was sealed comes back byte for byte or not at all. Chunks of 64 KiB (AES-256-GCM), each bound to its
 * object, its number and to whether it is the last: nothing is cut, moved within an object or exchanged between two.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

const chunkBytes = 65_536
const tagBytes = 16
const saltBytes = 16
const magic = Buffer.from('LFS1')
const headBytes = magic.length + saltBytes

/** How long it is sealed. */
export const sealedLength = (plain: number): number =>
  headBytes + plain + Math.max(1, Math.ceil(plain / chunkBytes)) * tagBytes

/** Each object has a key of its own, made of the file's; so has each attempt at writing it. */
const objectKey = (key: Buffer, objectId: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `linli file\0${objectId}`, 32))

function nonceOf(n: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(n, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

/** Hands on pieces of one size; the last one is shorter or as long, and is known for the last. */
abstract class Pieces extends Transform {
  private held = Buffer.alloc(0)
  private n = 0
  constructor(private readonly size: number) {
    super()
  }
  protected abstract piece(bytes: Buffer, n: number, isLast: boolean): Buffer

  override _transform(bytes: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.guarded(done, () => {
      this.held = Buffer.concat([this.held, bytes])
      // The last one is held back: only the end says that it is the last.
      while (this.held.length > this.size) {
        this.push(this.piece(this.held.subarray(0, this.size), this.n++, false))
        this.held = this.held.subarray(this.size)
      }
    })
  }
  override _flush(done: TransformCallback): void {
    this.guarded(done, () => void this.push(this.piece(this.held, this.n, true)))
  }
  protected guarded(done: TransformCallback, work: () => void): void {
    try {
      work()
    } catch (error) {
      return done(error as Error)
    }
    done()
  }
}

class Sealing extends Pieces {
  private readonly key: Buffer
  constructor(key: Buffer, objectId: string) {
    super(chunkBytes)
    const salt = randomBytes(saltBytes)
    this.key = objectKey(key, objectId, salt)
    this.push(Buffer.concat([magic, salt]))
  }
  protected piece(bytes: Buffer, n: number, isLast: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(n, isLast), { authTagLength: tagBytes })
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

class Opening extends Pieces {
  private head = Buffer.alloc(0)
  private key: Buffer | undefined
  constructor(
    private readonly fileKey: Buffer,
    private readonly objectId: string,
  ) {
    super(chunkBytes + tagBytes)
  }
  override _transform(bytes: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    if (this.key) return super._transform(bytes, encoding, done)
    this.head = Buffer.concat([this.head, bytes])
    if (this.head.length < headBytes) return done()
    if (!this.head.subarray(0, magic.length).equals(magic)) return done(new Error('no sealed object'))
    this.key = objectKey(this.fileKey, this.objectId, this.head.subarray(magic.length, headBytes))
    super._transform(this.head.subarray(headBytes), encoding, done)
  }
  protected piece(bytes: Buffer, n: number, isLast: boolean): Buffer {
    if (!this.key || bytes.length < tagBytes) throw new Error('a sealed object was cut')
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonceOf(n, isLast), {
      authTagLength: tagBytes,
    })
    decipher.setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()])
  }
}

/** @param key 32 bytes, of the file @param objectId under which it is stored */
export const sealing = (key: Buffer, objectId: string): Transform => new Sealing(key, objectId)

/** Fails at the first chunk that is not as it was sealed; those before it were. */
export const opening = (key: Buffer, objectId: string): Transform => new Opening(key, objectId)
