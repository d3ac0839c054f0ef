/** The first sheet of an Office Open XML workbook (ECMA-376), as lines of text; nothing is calculated, nothing is fetched. */
import { type Cell, type Line, mostCharacters, mostColumns, Unreadable } from './unreadable'
import { openZip } from './zip'

/** Names of elements may carry a prefix. */
const plain = (xml: string): string => xml.replace(/<(\/?)[A-Za-z][\w.-]{0,20}:/g, '<$1')

function partOf(bytes: Buffer | undefined): string | undefined {
  if (!bytes) return undefined
  const xml = bytes.toString('utf8')
  // Nobody's sheet declares entities; whoever does wants more than to be read.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Unreadable('sheet_broken')
  return plain(xml)
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

/** Each `<name …>…</name>`, one after the other, without going back. @throws Unreadable sheet_broken (no end) */
function* elements(xml: string, name: string): Generator<{ head: string; inside: string }> {
  const [open, close] = [`<${name}`, `</${name}>`]
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    const after = xml[at + open.length] ?? ''
    // Another name, that begins alike: its end is not looked for, or each would be looked through to the last.
    if (after !== '>' && after !== '/' && !/\s/.test(after)) {
      at += open.length
      continue
    }
    const end = xml.indexOf('>', at)
    if (end < 0) throw new Unreadable('sheet_broken')
    const head = xml.slice(at + open.length, end)
    if (head.endsWith('/')) {
      yield { head, inside: '' }
      at = end
      continue
    }
    const last = xml.indexOf(close, end)
    if (last < 0) throw new Unreadable('sheet_broken')
    yield { head, inside: xml.slice(end + 1, last) }
    at = last
  }
}

const attribute = (head: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)(?:[\\w-]+:)?${name}\\s*=\\s*["']([^"']*)["']`).exec(head)?.[1]

/** Without each `<name …>…</name>`, in one go. @throws Unreadable sheet_broken (no end) */
function without(xml: string, name: string): string {
  const [open, close] = [`<${name}`, `</${name}>`]
  const kept: string[] = []
  let from = 0
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, from)) {
    const last = xml.indexOf(close, at)
    if (last < 0) throw new Unreadable('sheet_broken')
    kept.push(xml.slice(from, at))
    from = last + close.length
  }
  return [...kept, xml.slice(from)].join('')
}

/** The pieces of a text in order, without how it is read aloud. */
const textOf = (xml: string): string =>
  [...elements(without(xml, 'rPh'), 't')].map(({ inside }) => decoded(inside)).join('')

const columnOf = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function cellOf(head: string, inside: string, strings: readonly string[]): Cell | undefined {
  const type = attribute(head, 't') ?? 'n'
  const [value] = [...elements(inside, 'v')].map((one) => decoded(one.inside))
  if (/<f[\s>/]/.test(inside)) return { text: value ?? '', kind: 'formula' }
  if (type === 'e') return { text: value ?? '', kind: 'error' }
  const text = type === 's' ? strings[Number(value)] : type === 'inlineStr' ? textOf(inside) : value
  if (text === undefined || text.trim() === '') return undefined
  return { text: text.trim().slice(0, mostCharacters), kind: type === 'n' ? 'number' : 'text' }
}

function lineOf(inside: string, number: number, strings: readonly string[]): Line {
  const cells = new Map<number, Cell>()
  let column = -1
  for (const { head, inside: cell } of elements(inside, 'c')) {
    const name = /^[A-Za-z]{1,3}/.exec(attribute(head, 'r') ?? '')?.[0]
    column = name === undefined ? column + 1 : columnOf(name)
    if (column >= mostColumns) throw new Unreadable('columns_many')
    const found = cellOf(head, cell, strings)
    if (found) cells.set(column, found)
  }
  return { number, cells }
}

/** @throws Unreadable */
export function* linesOfXlsx(file: Buffer): Generator<Line> {
  const zip = openZip(file)
  const book = partOf(zip.read('xl/workbook.xml'))
  if (book === undefined) throw new Unreadable('not_a_sheet')
  const [first] = elements(book, 'sheet')
  const relation = first && attribute(first.head, 'id')
  const links = partOf(zip.read('xl/_rels/workbook.xml.rels')) ?? ''
  const link = [...elements(links, 'Relationship')].find(({ head }) => attribute(head, 'Id') === relation)
  const target = (link && attribute(link.head, 'Target'))?.replace(/^\/?(?:xl\/)?/, '')
  const sheet = partOf(zip.read(`xl/${target ?? 'worksheets/sheet1.xml'}`))
  if (sheet === undefined) throw new Unreadable('sheet_missing')
  const shared = partOf(zip.read('xl/sharedStrings.xml')) ?? ''
  const strings = [...elements(shared, 'si')].map(({ inside }) => textOf(inside))
  let number = 0
  for (const { head, inside } of elements(sheet, 'row')) {
    number = Number(attribute(head, 'r') ?? number + 1)
    if (!Number.isSafeInteger(number) || number < 1) throw new Unreadable('sheet_broken')
    yield lineOf(inside, number, strings)
  }
}
