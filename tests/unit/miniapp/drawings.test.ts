/** Our drawings: each for light and for dusk, light in weight, in the colours of the palette, one for every kind of room. */
import { roomKind } from '@linli/contracts/rooms'
import { describe, expect, test } from 'vitest'
import { drawing, drawings, faces, fileOf, palette } from '../../../miniapp/config/drawings'
import { webp } from '../../../miniapp/config/emit-drawings'
import type { Drawing } from '../../../miniapp/src/shared/ui/drawing'

type Large =
  | 'hall'
  | 'meeting'
  | 'rehearsal'
  | 'reading'
  | 'elder'
  | 'sports'
  | 'table_tennis'
  | 'banquet'
  | 'children'
  | 'house'
const large: Record<Large, true> = {
  hall: true,
  meeting: true,
  rehearsal: true,
  reading: true,
  elder: true,
  sports: true,
  table_tennis: true,
  banquet: true,
  children: true,
  house: true,
}
const small: Record<Exclude<Drawing, Large>, true> = {
  map: true,
  room: true,
  care: true,
  law: true,
  hand: true,
  tea: true,
  find: true,
  bench: true,
  wire: true,
  sign: true,
  post: true,
  med: true,
  book: true,
  broom: true,
  home: true,
  'face-woman': true,
  'face-man': true,
  'face-old': true,
  'face-kid': true,
}

test('every kind of room has one', () => {
  expect(drawings).toEqual(expect.arrayContaining([...roomKind.options]))
})

test('what the app may show is what is drawn', () => {
  expect([...drawings].sort()).toEqual(Object.keys({ ...large, ...small }).sort())
})

describe.each(faces)('for the %s', (face) => {
  const colours = new Set(Object.values(palette[face]))

  test.each(drawings)('%s is light, and of our colours only', (name) => {
    const svg = drawing(name, face)
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(Object.hasOwn(large, name) ? 6_000 : 1_500)
    const used = [...svg.matchAll(/(?:fill|stroke|color)="([^"]+)"/g)].map(([, colour = '']) => colour)
    const others = used.filter((colour) => !colours.has(colour))
    expect(others.filter((colour) => !/^(none|currentColor|url\(#a-[\w-]+\))$/.test(colour))).toEqual([])
    expect(svg).not.toMatch(/var\(|<text|<image|style=|https?:(?!\/\/www\.w3\.org\/2000\/svg)/)
  })
})

test('light and dusk are the same drawing in other colours', () => {
  expect(Object.keys(palette.dark)).toEqual(Object.keys(palette.light))
  const shape = (svg: string) => svg.replace(/#[0-9a-f]{3,6}(?=")/g, '')
  for (const name of drawings) {
    expect(drawing(name, 'dark'), name).not.toBe(drawing(name, 'light'))
    expect(shape(drawing(name, 'dark')), name).toBe(shape(drawing(name, 'light')))
  }
})

test('each is a file of its own, and the names change with what is drawn', () => {
  const files = drawings.flatMap((name) =>
    faces.flatMap((face) => [fileOf(name, face, 'svg'), fileOf(name, face, 'webp')]),
  )
  expect(new Set(files).size).toBe(files.length)
  expect(fileOf('hall', 'dark', 'svg')).toMatch(/^static\/drawings\/hall-dark\.[0-9a-f]{8}\.svg$/)
})

test('a mini-program has it as WebP, at twice its size', async () => {
  const bytes = await webp(drawing('meeting', 'light'))
  expect(bytes.subarray(8, 12).toString()).toBe('WEBP')
  expect(bytes.length).toBeLessThanOrEqual(16_000)
})
