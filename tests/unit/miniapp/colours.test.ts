/** Whoever reads can read it: text has a colour that is made for text, and stands out from what it lies on (docs/design.md › Tokens). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../miniapp/src', import.meta.url))
const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8').replace(/\/\*[^]*?\*\//g, '') }))

const tokensIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )

/** Colours that a sheet names for itself alone, by face. */
function ownOf(name: string): Record<'light' | 'dark', Record<string, string>> {
  const [bright = '', ...dim] = (sheets.find((sheet) => sheet.name === name)?.text ?? '').split(
    '@media (prefers-color-scheme: dark)',
  )
  return { light: tokensIn(bright), dark: { ...tokensIn(bright), ...tokensIn(dim.join()) } }
}

const tokens = sheets.find(({ name }) => name.endsWith('tokens.css'))?.text ?? ''
const [first = '', second = ''] = tokens.split('@media (prefers-color-scheme: dark)')
const light = tokensIn(first)
const faces = { light, dark: { ...light, ...tokensIn(second.slice(0, second.indexOf('.mode-standard'))) } }

/** Relative luminance of a colour, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How far two colours are apart, 1 to 21 (WCAG 2.2); text needs 4.5. */
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const surfaces = ['paper', 'ground', 'taken-a']
/** Text colours, and what each may lie on. A rule that sets both is looked at by itself. */
const texts: Record<string, readonly string[]> = {
  ink: [...surfaces, 'pine-soft', 'torch-soft', 'gold-soft', 'sand', 'sky'],
  'ink-2': [...surfaces, 'pine-soft', 'torch-soft', 'gold-soft', 'sand', 'sky'],
  'pine-text': ['paper', 'ground', 'pine-soft', 'sky'],
  'torch-text': ['paper', 'ground', 'torch-soft'],
  'gold-text': ['paper', 'ground', 'gold-soft'],
  'danger-text': ['paper', 'ground'],
  'on-pine': ['pine', 'pine-down'],
  'on-pine-2': ['pine', 'pine-down'],
  'on-torch': ['torch'],
}

describe.each(['light', 'dark'] as const)('in the %s', (face) => {
  const valueOf = (colour: string, own: Record<string, string> = {}): string => {
    const token = /^var\(--([\w-]+)\)$/.exec(colour)?.[1]
    return token === undefined ? colour : (own[token] ?? faces[face][token] ?? colour)
  }
  const apart = (one: string, other: string): number => Math.floor(contrast(one, other) * 100) / 100

  test('every text colour can be read on what it may lie on', () => {
    for (const [text, grounds] of Object.entries(texts))
      for (const ground of grounds)
        expect(
          apart(valueOf(`var(--${text})`), valueOf(`var(--${ground})`)),
          `${text} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5)
  })

  test('a rule that sets both sets two that can be read', () => {
    const pairs = sheets.flatMap(({ name, text }) =>
      [...text.matchAll(/\{([^{}]*)\}/g)].map(([, rule = '']) => ({
        name,
        rule,
        text: /(?:^|[\s;])color: ([^;]+);/.exec(rule)?.[1],
        ground: /(?:^|[\s;])background: ([^;]+);/.exec(rule)?.[1],
      })),
    )
    const both = pairs.filter(
      ({ text, ground }) => text !== undefined && ground !== undefined && /^(#|var)/.test(ground),
    )
    expect(both.length).toBeGreaterThan(20)
    for (const { name, rule, text = '', ground = '' } of both) {
      const own = name.endsWith('tokens.css') ? {} : ownOf(name)[face]
      expect(apart(valueOf(text, own), valueOf(ground, own)), `${name}: ${rule}`).toBeGreaterThanOrEqual(4.5)
    }
  })
})

test('text has no other colour', () => {
  const others = sheets.flatMap(({ name, text }) =>
    [...text.matchAll(/\{([^{}]*)\}/g)]
      .map(([, rule = '']) => ({ rule, colour: /(?:^|[\s;])color: ([^;]+);/.exec(rule)?.[1] }))
      .filter(({ rule, colour }) => colour !== undefined && !/background: /.test(rule))
      .map(({ colour = '' }) => colour)
      .filter((colour) => !/^(inherit|currentColor)$/.test(colour))
      .filter((colour) => !Object.hasOwn(texts, /^var\(--([\w-]+)\)$/.exec(colour)?.[1] ?? ''))
      .map((colour) => `${name}: ${colour}`),
  )
  expect(others).toEqual([])
})
