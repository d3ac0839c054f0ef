/** Text as names and numbers are compared in it, with the way back: what is found is masked where it was written. Pure. */
import { foldCharacter } from './name-form'

/** A stretch of the original text, `[from, to)` in UTF-16 units. */
export interface Span {
  from: number
  to: number
}

export interface Folded {
  /** By `nameForm`, character by character, so without blanks and signs. */
  form: string
  /** For each UTF-16 unit of `form` where it was written. */
  at: readonly Span[]
}

/** @param signOf what to keep of a character of which nothing counts; nothing, where it is not given */
export function foldText(text: string, foldOne: (character: string) => string = foldCharacter): Folded {
  const at: Span[] = []
  let form = ''
  let from = 0
  for (const character of text) {
    const folded = foldOne(character)
    const span = { from, to: from + character.length }
    for (let unit = 0; unit < folded.length; unit++) at.push(span)
    form += folded
    from += character.length
  }
  return { form, at }
}

/** Where a stretch of the form was written, whatever stood between. */
export function spanOf({ at }: Folded, from: number, length: number): Span {
  const [first, last] = [at[from], at[from + length - 1]]
  if (!first || !last) throw new Error('a stretch outside its text')
  return { from: first.from, to: last.to }
}

export interface Mask extends Span {
  by: string
}

/** Puts the masks in; of two that overlap the one that begins first and is longest stands. */
export function applyMasks(text: string, masks: readonly Mask[]): string {
  const ordered = [...masks].sort((a, b) => a.from - b.from || b.to - a.to)
  let shown = ''
  let done = 0
  for (const { from, to, by } of ordered) {
    if (to <= done) continue
    if (from >= done) shown += text.slice(done, from) + by
    done = to
  }
  return shown + text.slice(done)
}
