import * as z from 'zod/mini'

const isDigit = /^\p{Nd}$/u
/** Digits that Unicode holds for signs: ❶ ➀ ➊ ⓵ from one, and the noughts beside them; and those of handwriting. */
const signs = '⓿❶❷❸❹❺❻❼❽❾ 🄋➀➁➂➃➄➅➆➇➈ 🄌➊➋➌➍➎➏➐➑➒ ⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽ 〇一二三四五六七八九 零幺'
const valueOfSign = new Map(
  signs.split(' ').flatMap((row) => Array.from(row, (sign, n) => [sign, String(n)] as const)),
)

/** Decimal digits stand in rows of ten that begin with nought, in every script; two rows may touch. */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (code < 128) return char
  if (!isDigit.test(char)) return valueOfSign.get(char) ?? char
  let first = code
  while (isDigit.test(String.fromCodePoint(first - 1))) first--
  return String((code - first) % 10)
}

/** Text in plain characters: what looks alike is alike, nothing is invisible, and a digit of any script is 0 to 9. */
export const plainCharacters = (typed: string): string =>
  Array.from(typed.normalize('NFKC').replace(/[\p{M}\p{Cf}\p{DI}]/gu, ''), digitOf).join('')

const between = /[\s\p{P}\p{S}]/gu

/** A code as somebody typed or pasted it, without what does not belong to it; letters stay, and are refused. */
const plainCode = (typed: string): string => plainCharacters(typed.slice(0, 200)).replace(between, '')

/** A code of `length` digits, however it was typed. */
export const digitCode = (length: number) =>
  z.string().check(z.overwrite(plainCode), z.regex(new RegExp(`^\\d{${length}}$`), `not_${length}_digits`))

/**
 * The code in what an input holds, cut only after it was cleaned: of a pasted message the first number of that length,
 * otherwise all digits one after the other.
 */
export function typedCode(typed: string, length: number): string {
  const runs = plainCharacters(typed.slice(0, 200)).split(/\D+/)
  return runs.find((run) => run.length === length) ?? runs.join('').slice(0, length)
}
