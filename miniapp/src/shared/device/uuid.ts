/** A version 4 UUID. Keys name an intent, they guard nothing, so a weak source is enough where no other exists. */
export function uuid() {
  const bytes = randomBytes()
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function randomBytes(): number[] {
  if (typeof crypto !== 'undefined') return Array.from(crypto.getRandomValues(new Uint8Array(16)))
  return Array.from({ length: 16 }, () => Math.floor(Math.random() * 256))
}
