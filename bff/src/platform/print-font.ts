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

/** Letters that the font does not have; nothing is drawn in their place. */
export class LettersMissing extends Error {
  constructor(readonly letters: readonly string[]) {
    super(`The font lacks ${letters.length} letters.`)
  }
}

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

async function glyphOf(letter: string, weight: Weight): Promise<opentype.Glyph | undefined> {
  const code = letter.codePointAt(0) ?? 0
  const holding = slices().filter(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to))
  for (const slice of holding) {
    const font = await openSlice(slice, weight)
    if (!font.hasGlyphForCodePoint(code)) continue
    const { path, advanceWidth } = font.glyphForCodePoint(code)
    const name = `u${code.toString(16)}`
    return new opentype.Glyph({
      name,
      unicode: code,
      advanceWidth: Math.round(advanceWidth),
      path: drawn(path),
    })
  }
  return undefined
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

/**
 * @param text all that will be set in it
 * @returns an OpenType file
 * @throws LettersMissing
 */
export async function fontFor(text: string, weight: Weight): Promise<Buffer> {
  const letters = [...new Set(text)]
  const glyphs = await Promise.all(letters.map((letter) => glyphOf(letter, weight)))
  const missing = letters.filter((_letter, n) => glyphs[n] === undefined)
  if (missing.length > 0) throw new LettersMissing(missing)
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
