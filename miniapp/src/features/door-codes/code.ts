/**
 * Codes at the door as the service makes them (docs/tasks.md › Codes at the door): both sides compute them, so that they are
 * shown and checked without a network. A mini-program has neither TextEncoder nor crypto.subtle.
 */
import { hmac } from '@stablelib/hmac'
import { SHA256 } from '@stablelib/sha256'

/** How long a code is shown, in milliseconds. */
export const slotMs = 30_000
const digits = 8

/** Everything in it is ASCII. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (two) => parseInt(two, 16))
const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const slotOf = (now: number): number => Math.floor(now / slotMs)

/** @param key hex @param slot whole half minutes since 1970 @returns eight digits */
export function codeIn(key: string, slot: number): string {
  const mac = hmac(SHA256, fromHex(key), bytesOf(String(slot)))
  const [a = 0, b = 0, c = 0, d = 0] = mac
  const number = ((a * 256 + b) * 256 + c) * 256 + d
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The key of one person at a task, made of the task's; both hex. */
export const personKey = (key: string, caseId: string): string =>
  toHex(hmac(SHA256, fromHex(key), bytesOf(caseId)))

/** Is it this person's code at this moment, half a minute either way? */
export const isCodeAt = (key: string, code: string, now: number): boolean =>
  [-1, 0, 1].some((near) => codeIn(key, slotOf(now) + near) === code)

/** What stands in the picture: whose it is, and the code. */
export const organiserPicture = (taskId: string, code: string): string => `LINLI-T:${taskId}:${code}`
export const volunteerPicture = (caseId: string, code: string): string => `LINLI-S:${caseId}:${code}`

export interface Scanned {
  of: 'screen' | 'own'
  id: string
  code: string
}

/** @returns undefined where it is no code of ours */
export function readPicture(text: string): Scanned | undefined {
  const [, kind, id = '', code = ''] = /^LINLI-([TS]):([0-9a-f-]{36}):(\d{8})$/.exec(text) ?? []
  return kind === undefined ? undefined : { of: kind === 'T' ? 'screen' : 'own', id, code }
}
