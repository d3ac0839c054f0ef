/**
 * A font with exactly the letters of a text, to be put into a PDF. They come from Noto Sans SC (SIL Open Font License 1.1),
 * which a package brings in slices by Unicode range, so that no font need be installed where the service runs.
 */
import * as fontkit from 'fontkit'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import opentype from 'opentype.js'
import pLimit from 'p-limit'
import { decompress } from 'wawoff2'

export type Weight = 400 | 700

/** What is printed where the font has nothing (U+3013, the printers' own sign for it). */
export const mark = '〓'

interface Slice {
  path: string
  ranges: readonly (readonly [number, number])[]
}

const rangeOf = (told: string): readonly [number, number] => {
  const [from = '', to = from] = told.slice('U+'.length).split('-')
  return [parseInt(from, 16), parseInt(to, 16)]
}

let known: readonly Slice[] | undefined
function slices(): readonly Slice[] {
  const list = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/unicode.json')
  known ??= Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>).map(
    ([name, told]) => ({
      path: join(dirname(list), 'files', `noto-sans-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
      ranges: told.split(',').map(rangeOf),
    }),
  )
  return known
}

/** What was opened stays: some hundred slices make up all of it. */
const opened = new Map<string, Promise<fontkit.Font>>()
/** What the package unpacks lies in memory that it uses again for the next: one at a time. */
const unpackInTurn = pLimit(1)

function openSlice({ path }: Slice, weight: Weight): Promise<fontkit.Font> {
  const key = `${weight} ${path}`
  const font =
    opened.get(key) ??
    unpackInTurn(async () => {
      const bytes = Buffer.from(await decompress(readFileSync(path)))
      return (fontkit.create(bytes) as fontkit.Font).getVariation({ wght: weight })
    })
  opened.set(key, font)
  return font
}

/** The first slice that has a letter. */
async function fontWith(letter: string, weight: Weight): Promise<fontkit.Font | undefined> {
  const code = letter.codePointAt(0) ?? 0
  const holding = slices().filter(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to))
  for (const slice of holding) {
    const font = await openSlice(slice, weight)
    if (font.hasGlyphForCodePoint(code)) return font
  }
  return undefined
}

async function glyphOf(letter: string, weight: Weight): Promise<opentype.Glyph | undefined> {
  const unicode = letter.codePointAt(0) ?? 0
  const font = await fontWith(letter, weight)
  if (!font) return undefined
  const { path, advanceWidth } = font.glyphForCodePoint(unicode)
  const name = `u${unicode.toString(16)}`
  return new opentype.Glyph({ name, unicode, advanceWidth: Math.round(advanceWidth), path: drawn(path) })
}

function drawn(path: fontkit.Path): opentype.Path {
  const to = new opentype.Path()
  const draw: Record<string, (...at: number[]) => void> = {
    moveTo: (x = 0, y = 0) => to.moveTo(x, y),
    lineTo: (x = 0, y = 0) => to.lineTo(x, y),
    quadraticCurveTo: (a = 0, b = 0, x = 0, y = 0) => to.quadraticCurveTo(a, b, x, y),
    bezierCurveTo: (a = 0, b = 0, c = 0, d = 0, x = 0, y = 0) => to.bezierCurveTo(a, b, c, d, x, y),
    closePath: () => to.close(),
  }
  for (const { command, args } of path.commands) draw[command]?.(...args)
  return to
}

/** Signs that stand for themselves: an emoji of several letters is one. */
const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** What turns, joins or varies letters, and is not seen itself. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu
const spaces = /[\s\p{Zs}]+/gu

export interface Printable {
  /** With a mark for each sign that the font lacks, and without what is not seen. */
  text: string
  /** Those signs, in their order. */
  lacking: readonly string[]
}

/** What of a text can be printed in all of these weights. */
export async function printable(text: string, weights: readonly Weight[]): Promise<Printable> {
  const parts: string[] = []
  const lacking: string[] = []
  for (const { segment } of signs.segment(text.normalize('NFC').replace(spaces, ' '))) {
    const letters = segment.replace(unseen, '')
    const isThere = await hasAll(letters, weights)
    parts.push(isThere ? letters : mark)
    if (!isThere) lacking.push(letters)
  }
  return { text: parts.join(''), lacking }
}

async function hasAll(letters: string, weights: readonly Weight[]): Promise<boolean> {
  for (const letter of letters)
    for (const weight of weights) if (!(await fontWith(letter, weight))) return false
  return true
}

/**
 * @param text all that will be set in it, as `printable` gives it
 * @returns an OpenType file
 */
export async function fontFor(text: string, weight: Weight): Promise<Buffer> {
  const glyphs = await Promise.all([...new Set(text)].map((letter) => glyphOf(letter, weight)))
  const none = new opentype.Glyph({ name: '.notdef', advanceWidth: 1000, path: new opentype.Path() })
  const font = new opentype.Font({
    familyName: `Noto Sans SC ${weight}`,
    styleName: 'Regular',
    unitsPerEm: 1000,
    ascender: 1160,
    descender: -288,
    glyphs: [none, ...glyphs.filter((glyph) => glyph !== undefined)],
  })
  return Buffer.from(font.toArrayBuffer())
}
