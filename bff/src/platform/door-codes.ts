/**
 * Codes at the door of a task: eight digits that change every half minute, made of a key that whoever shows or checks them
 * has been given before, so that both work without a network.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a code is shown, in milliseconds. */
export const slotMs = 30_000
const digits = 8

/** The key of one task, hex; it is made of the service's own and stored nowhere. */
export const taskKey = (secret: Buffer, taskId: string): string =>
  createHmac('sha256', createHmac('sha256', secret).update('door codes').digest())
    .update(taskId)
    .digest('hex')

/** The key of one person at a task: whoever has the task's makes it, and nobody makes another's of it. */
export const personKey = (key: string, caseId: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(caseId).digest('hex')

/** @param key hex @param slot whole half minutes since 1970 @returns eight digits */
export function codeIn(key: string, slot: number): string {
  const mac = createHmac('sha256', Buffer.from(key, 'hex')).update(String(slot)).digest()
  return String(mac.readUInt32BE(0) % 10 ** digits).padStart(digits, '0')
}

export const slotOf = (at: Date): number => Math.floor(at.getTime() / slotMs)

/** Is it the code of this half minute, or of the one before: what was photographed a minute ago is none. */
export const isCodeNow = (key: string, code: string, now: Date): boolean =>
  [0, 1].some((back) => codeIn(key, slotOf(now) - back) === code)

/** The same of what was read at a time by a device whose clock was set by the service's: half a minute either way. */
export const isCodeAt = (key: string, code: string, at: Date): boolean =>
  [-1, 0, 1].some((near) => codeIn(key, slotOf(at) + near) === code)

const [idBytes, numberBytes, signBytes] = [16, 2, 12]

const signOf = (secret: Buffer, body: Buffer): Buffer =>
  createHmac('sha256', createHmac('sha256', secret).update('room doors').digest())
    .update(body)
    .digest()
    .subarray(0, signBytes)

/** What hangs at the door of a room: which room, and which of its codes. @param number 1 to 65535 @returns 40 characters */
export function roomCode(secret: Buffer, roomId: string, number: number): string {
  const body = Buffer.alloc(idBytes + numberBytes)
  body.write(roomId.replaceAll('-', ''), 'hex')
  body.writeUInt16BE(number, idBytes)
  return Buffer.concat([body, signOf(secret, body)]).toString('base64url')
}

/** @returns undefined for what nobody here has signed */
export function readRoomCode(secret: Buffer, code: string): { roomId: string; number: number } | undefined {
  const all = Buffer.from(code, 'base64url')
  if (all.length !== idBytes + numberBytes + signBytes) return undefined
  const body = all.subarray(0, idBytes + numberBytes)
  if (!timingSafeEqual(signOf(secret, body), all.subarray(body.length))) return undefined
  const hex = body.toString('hex', 0, idBytes)
  return {
    roomId: hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
    number: body.readUInt16BE(idBytes),
  }
}
