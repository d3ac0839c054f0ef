/** Comma-separated text (RFC 4180) as it comes out of Chinese Excel: UTF-8, UTF-16 or GB 18030, by commas, semicolons or tabs. */
import { type Cell, type Line, mostCharacters, mostColumns, Unreadable } from './unreadable'

/** @throws Unreadable encoding_unknown */
function textOf(file: Buffer): string {
  const sign = file.subarray(0, 2).toString('hex')
  const encodings = sign === 'fffe' ? ['utf-16le'] : sign === 'feff' ? ['utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of encodings)
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file)
    } catch {
      continue
    }
  throw new Unreadable('encoding_unknown')
}

const separatorOf = (head: string): string =>
  ['\t', ';', ','].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best), ',')

const cellOf = (text: string): Cell | undefined => {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return {
    text: trimmed.slice(0, mostCharacters),
    kind: trimmed.startsWith('=') ? 'formula' : trimmed.startsWith('#') ? 'error' : 'text',
  }
}

/** @throws Unreadable encoding_unknown, not_a_sheet, quote_open, columns_many */
export function* linesOfCsv(file: Buffer): Generator<Line> {
  const text = textOf(file)
  if (text.includes('\u0000')) throw new Unreadable('not_a_sheet')
  const separator = separatorOf(text.slice(0, text.search(/[\r\n]|$/)))
  let [at, number] = [0, 1]
  while (at < text.length) {
    const row = rowAt(text, at, separator)
    const cells = new Map<number, Cell>()
    row.fields.forEach((field, n) => {
      const cell = cellOf(field)
      if (cell) cells.set(n, cell)
    })
    yield { number, cells }
    number += 1
    at = row.next
  }
}

interface Row {
  fields: string[]
  next: number
}

function rowAt(text: string, start: number, separator: string): Row {
  const fields: string[] = []
  let at = start
  for (;;) {
    const quoted = text[at] === '"' ? quotedAt(text, at) : { text: '', next: at }
    // What stands behind a quoted word belongs to it: the line goes on.
    const bare = bareAt(text, quoted.next, separator)
    const field = { text: quoted.text + bare.text, next: bare.next }
    fields.push(field.text)
    if (fields.length > mostColumns) throw new Unreadable('columns_many')
    at = field.next
    if (text[at] !== separator) break
    at += 1
  }
  const end = text.slice(at, at + 2) === '\r\n' ? 2 : at < text.length ? 1 : 0
  return { fields, next: at + end }
}

function quotedAt(text: string, start: number): { text: string; next: number } {
  let [value, at] = ['', start + 1]
  for (;;) {
    const end = text.indexOf('"', at)
    if (end < 0) throw new Unreadable('quote_open')
    value += text.slice(at, end)
    if (text[end + 1] !== '"') return { text: value, next: end + 1 }
    value += '"'
    at = end + 2
  }
}

function bareAt(text: string, start: number, separator: string): { text: string; next: number } {
  let at = start
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
  return { text: text.slice(start, at), next: at }
}
