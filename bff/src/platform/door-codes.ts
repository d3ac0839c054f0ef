/**
 * Codes at the door of a task: eight digits that change every half minute, made of a key that whoever shows or checks them
 * has been given before, so that both work without a network.
 */
import { createHmac } from 'node:crypto'

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
