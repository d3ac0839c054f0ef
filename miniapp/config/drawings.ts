/**
 * The drawings of the app: `src/assets/drawings`, one SVG each, in the colours of `palette.json` by name. A picture in a
 * browser reads no variables of its page and a mini-program shows no SVG, so each is made twice, for light and for dusk.
 */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(__dirname, '../src/assets/drawings')
const read = (file: string): string => readFileSync(resolve(folder, file), 'utf8')

export type Face = 'light' | 'dark'
export const faces: readonly Face[] = ['light', 'dark']
export const palette = JSON.parse(read('palette.json')) as Record<Face, Record<string, string>>

export const drawings: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.svg') && file !== 'parts.svg')
  .map((file) => file.slice(0, -'.svg'.length))

const parts = new Map(
  [...read('parts.svg').matchAll(/<(symbol|pattern) id="([\w-]+)"[^]*?<\/\1>/g)].map(([part, , id]) => [
    id,
    part,
  ]),
)
const namedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?:href="|url\()#(a-[\w-]+)/g)].map(([, id]) => id ?? '')),
]

function part(id: string): string {
  const found = parts.get(id)
  if (found === undefined) throw new Error(`No drawing has a part ${id}`)
  return found
}

function coloured(text: string, face: Face): string {
  return text.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
    const colour = palette[face][name]
    if (colour === undefined) throw new Error(`The drawings have no colour ${name}`)
    return colour
  })
}

/** One drawing as a file of its own, with the parts that it uses. */
export function drawing(name: string, face: Face): string {
  const source = read(`${name}.svg`)
  const own = namedIn(source).map(part).join('')
  const [, , , width = '0', height = '0'] = /viewBox="(\d+) (\d+) (\d+) (\d+)"/.exec(source) ?? []
  const sized = source.replace('<svg ', `<svg width="${width}" height="${height}" `)
  const whole = own === '' ? sized : sized.replace(/(<svg [^>]*>)/, `$1<defs>${own}</defs>`)
  return coloured(whole, face).replace(/>\s+</g, '><').trim()
}

/** What the addresses of all of them end in, so that a browser keeps them for ever. */
export const drawingsMark = createHash('sha256')
  .update(drawings.flatMap((name) => faces.map((face) => drawing(name, face))).join())
  .digest('hex')
  .slice(0, 8)

/** Where a drawing lies in what is built; `shared/ui/picture` knows it by the same pattern. */
export const fileOf = (name: string, face: Face, kind: 'svg' | 'webp'): string => {
  const shown = face === 'dark' ? `${name}-dark` : name
  return kind === 'svg' ? `static/drawings/${shown}.${drawingsMark}.svg` : `drawings/${shown}.webp`
}
