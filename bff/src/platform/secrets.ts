import { randomBytes, scrypt } from 'node:crypto'

/** 32 random bytes, base64url: a token of which only the hash is stored. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

/** 16 random bytes, base64url, 22 characters: short enough for a QR that an old phone reads from paper. */
export const shortSecret = (): string => randomBytes(16).toString('base64url')

export const randomSalt = (): Buffer => randomBytes(16)

/** A hash that is slow on purpose, for what people can remember. 32 bytes; about 50 ms, off the main thread. */
export const slowHash = (value: Buffer, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(value, salt, 32, (error, hash) => (error ? reject(error) : resolve(hash))),
  )

/** 32 random bytes where a hash is wanted of what must be equal to nothing. */
export const noHash = (): Buffer => randomBytes(32)
