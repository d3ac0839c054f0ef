import { hash } from '@stablelib/sha256'

/** SHA-256 as lower-case hex. Everything in a draw is ASCII; a mini-program has neither TextEncoder nor crypto.subtle. */
export function sha256(text: string): string {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return Array.from(hash(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
