/** What something is, by its first bytes; what it is called or said to be is not looked at. */

export type Content = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf'

/** So many bytes decide. */
export const decidingBytes = 1_024

const starts = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))

const heic = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']

/** @param first the first `decidingBytes`, or all of it @returns undefined for everything that is not taken */
export function contentOf(first: Buffer): Content | undefined {
  if (starts(first, 0, '\xff\xd8\xff')) return 'jpeg'
  if (starts(first, 0, '\x89PNG\r\n\x1a\n') && starts(first, 12, 'IHDR')) return 'png'
  if (starts(first, 0, 'RIFF') && starts(first, 8, 'WEBPVP8')) return 'webp'
  if (starts(first, 4, 'ftyp') && heic.some((brand) => starts(first, 8, brand))) return 'heic'
  if (starts(first, 0, '%PDF-')) return 'pdf'
  return undefined
}
