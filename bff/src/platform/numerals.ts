/** Digits in every way they are written, as one. Pure. */
import { foldCharacter } from './name-form'

/** Circled, dingbat and the like, each row from its first digit on. */
const rows: readonly (readonly [first: number, value: number, length: number])[] = [
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x24f5, 1, 9],
  [0x24ff, 0, 1],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
  [0x3021, 1, 9],
  [0x1369, 1, 9],
  [0x1d360, 1, 9],
  [0x1d369, 1, 9],
  [0x10107, 1, 9],
  [0x2680, 1, 6],
  [0x3192, 1, 3],
  [0x3220, 1, 9],
  [0x3280, 1, 9],
  [0x2160, 1, 9],
  [0x2170, 1, 9],
  [0x1f007, 1, 9],
]

/** Numerals of everyday and of bank notes; 两 and 俩 are counted with, never dialled. */
const spoken = ['零〇', '一幺', '二', '三', '四', '五', '六', '七', '八', '九']
const formal = ['', '壹弌', '贰弍貳', '叁弎参叄', '肆', '伍', '陆陸', '柒', '捌', '玖']

const valueOf = (lists: readonly string[], character: string): number | undefined => {
  const value = lists.findIndex((list) => list.includes(character))
  return value === -1 ? undefined : value
}

/** `spoken`: a numeral that also stands in everyday words; only long runs of them are a number. */
export interface Digit {
  value: number
  spoken: boolean
}

/** @param character one code point; @returns nothing for what is no digit */
export function digitIn(character: string): Digit | undefined {
  const code = character.codePointAt(0) ?? 0
  const row = rows.find(([first, , length]) => code >= first && code < first + length)
  if (row) return { value: row[1] + code - row[0], spoken: false }
  const said = valueOf(spoken, character)
  if (said !== undefined) return { value: said, spoken: true }
  const folded = foldCharacter(character)
  if (/^\d$/.test(folded)) return { value: Number(folded), spoken: false }
  if (folded === '') return undefined
  const written = valueOf(formal, character) ?? valueOf(formal, folded)
  return written === undefined ? undefined : { value: written, spoken: false }
}

/** A digit of a script that nobody here counts in: put where a number should not be seen. */
export const hasForeignDigit = (text: string): boolean => /(?![0-9０-９𝟎-𝟿])\p{Nd}/u.test(text)
