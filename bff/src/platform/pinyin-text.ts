/** Names in Latin letters. Pure. */
import syllables from './data/pinyin.json'
import { foldText, type Span, spanOf } from './fold-text'
import { foldCharacter } from './name-form'

const surnames = new Set(syllables.surnames)
const all = new Set(syllables.all)

/** Latin letters folded, everything else a border; blanks and signs between letters are none. */
const latinText = (text: string) =>
  foldText(text, (character) => {
    const folded = foldCharacter(character)
    if (/^[a-z]+$/.test(folded)) return folded
    return folded === '' ? '' : ' '
  })

/** Where one of these words stands, however it is spaced or cased; not inside a longer word. */
export function pinyinRuns(text: string, words: readonly string[]): Span[] {
  const folded = latinText(text)
  return words.flatMap((word) => {
    const found: Span[] = []
    for (let at = folded.form.indexOf(word); at !== -1; at = folded.form.indexOf(word, at + 1)) {
      const span = spanOf(folded, at, word.length)
      const inside = /\p{L}/u
      const edge = (unit: string | undefined) =>
        unit === undefined || !/[a-z]/i.test(unit) || !inside.test(unit)
      if (edge(text[span.from - 1]) && edge(text[span.to])) found.push(span)
    }
    return found
  })
}

/** @returns whether a word is cut into so many syllables, the first a surname */
function isCut(word: string, left: number, first = true): boolean {
  if (word === '') return left < 3 && !first
  if (left === 0) return false
  const known = first ? surnames : all
  for (let length = Math.min(6, word.length); length > 0; length--)
    if (known.has(word.slice(0, length)) && isCut(word.slice(length), left - 1, false)) return true
  return false
}

/** English words of our trade that can be cut so. */
const words = new Set(syllables.words)

/** Lao Li, xiao yang: what somebody is called. */
const isCalledSo = ([first = '', second = '']: readonly string[]): boolean =>
  /^(?:lao|xiao|da|ah?)$/.test(first) && surnames.has(second)

/** A word or two or three of Latin letters that are cut like a Chinese name: zhangwei, Yang Chunmei. */
export function mayNameInPinyin(text: string): boolean {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
  const runs = plain.match(/[a-z]+(?:[\s\-_.·']+[a-z]+)*/g) ?? []
  return runs.some((run) => {
    const parts = lettersJoined(run)
      .split(/[^a-z]+/)
      .filter((part) => part !== '')
    return parts.some(
      (_, n) =>
        isCalledSo(parts.slice(n, n + 2)) || [1, 2, 3].some((length) => isNamed(parts.slice(n, n + length))),
    )
  })
}

/** z h a n g: letters that stand apart are one word. */
const lettersJoined = (run: string): string =>
  run.replace(/(?<![a-z])(?:[a-z][^a-z]+){3,}[a-z](?![a-z])/g, (found) => found.replace(/[^a-z]/g, ''))

function isNamed(parts: readonly string[]): boolean {
  const word = parts.join('')
  if (word.length < 5 || words.has(word) || (parts.length > 1 && english.has(parts[0] ?? ''))) return false
  return !parts.every((part) => words.has(part) || english.has(part)) && isName(parts, word)
}

/** Words of every English sentence whose letters are a surname's. */
const english = new Set(['he', 'she', 'an', 'long', 'can', 'man', 'men', 'you', 'gong'])

const isName = (parts: readonly string[], word: string): boolean =>
  parts.length > 1
    ? surnames.has(parts[0] ?? '') && isCut(word, 3) && parts.slice(1).every(isSyllables)
    : isCut(word, 3)

const isSyllables = (word: string): boolean =>
  word === '' ||
  [6, 5, 4, 3, 2, 1].some((n) => all.has(word.slice(0, n)) && word.length >= n && isSyllables(word.slice(n)))
