/** Links to pictures: who was given it, in which session, to which file, until when; nobody else can make one. */
import { createHmac } from 'node:crypto'
import type { Clock } from '../clock'
import { sameBytes } from '../crypto'

/** Every use asks again whether its reader still may; the time only bounds what a copied one is good for. */
export const linkMinutes = 5

export interface Link {
  accountId: string
  sessionId: string
  fileId: string
}

export interface Links {
  give(link: Link): { token: string; expiresAt: Date }
  /** @returns undefined for what is not ours or is over */
  read(token: string): Link | undefined
}

const shape = /^[\w-]{72}\.[\w-]{43}$/

/** @param secret 32 bytes; links use a key derived from it */
export function createLinks(secret: Buffer, clock: Clock): Links {
  const key = createHmac('sha256', secret).update('file link').digest()
  const macOf = (body: string): string => createHmac('sha256', key).update(body).digest('base64url')
  return {
    give({ accountId, sessionId, fileId }) {
      const expires = Math.floor(clock.now().getTime() / 1000) + linkMinutes * 60
      const until = Buffer.alloc(6)
      until.writeUIntBE(expires, 0, 6)
      const body = Buffer.concat([...[accountId, sessionId, fileId].map(bytesOf), until]).toString(
        'base64url',
      )
      return { token: `${body}.${macOf(body)}`, expiresAt: new Date(expires * 1000) }
    },
    read(token) {
      const [body = '', mac = ''] = shape.test(token) ? token.split('.') : []
      if (!body || !sameBytes(Buffer.from(mac), Buffer.from(macOf(body)))) return undefined
      const bytes = Buffer.from(body, 'base64url')
      if (bytes.readUIntBE(48, 6) * 1000 <= clock.now().getTime()) return undefined
      const [accountId = '', sessionId = '', fileId = ''] = [0, 16, 32].map((at) =>
        uuidOf(bytes.subarray(at, at + 16)),
      )
      return { accountId, sessionId, fileId }
    },
  }
}

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
