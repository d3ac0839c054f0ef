/** What a comment or a page names of `docs/` can be found there, and what cannot is named with its line. */
import { describe, expect, test } from 'vitest'
import { brokenReferences } from '../../../bff/local/references'

const page = `# The product

## Rules
### Rule 6: privacy
## Rooms (场地)
## After-school care

\`\`\`
## Not a heading
\`\`\`
`
/** `~/` is the folder, so that the check does not read these examples. */
const full = (text: string): string => text.replaceAll('~/', 'docs/')
const broken = (text: string, path = 'bff/src/a.ts') =>
  brokenReferences(
    new Map(
      [
        ['~/product.md', page],
        ['~/room.png', ''],
        ['README.md', '# Linli'],
        ['bff/src/b.ts', 'export const table = 1'],
        ['bff/src/modules/cases/store.ts', ''],
        [path, text],
      ].map(([at = '', words = '']) => [full(at), full(words)]),
    ),
  )

describe('a comment', () => {
  test.each([
    'see ~/product.md.',
    '(~/product.md › Rule 6): sealed',
    '~/product.md › Rooms, where a slot ends',
    '~/product.md › Rooms and › After-school care.',
    '~/product.md › Rooms, › Rule 6)',
    '~/product.md › After-school\n * care',
    '~/product.md › After-school\n  // care',
    'the rules (`table` (src/b.ts)) and their rows (`cases/store.ts`)',
  ])('leads somewhere: %s', (comment) => expect(broken(`/** ${comment} */`)).toEqual([]))

  test.each([
    ['~/gone.md', 'there is no ~/gone.md'],
    ['~/product.md › Rule 7', '~/product.md has no heading for “Rule 7'],
    ['~/product.md › Rule 66', '~/product.md has no heading for “Rule 66'],
    ['~/product.md › After-school', '~/product.md has no heading for “After-school'],
    ['~/product.md › Rooms, › Halls', '~/product.md has no heading for “Halls'],
    ['~/product.md › Rooms and › Halls', '~/product.md has no heading for “Halls'],
    ['~/product.md › Not a heading', '~/product.md has no heading for “Not a heading'],
    ['the rows (`cases/gone.ts`)', 'there is no cases/gone.ts'],
    ['the rows (other/store.ts)', 'there is no other/store.ts'],
    ['the rules in gone.tsx', 'there is no gone.tsx'],
    ['`moved` (bff/b.ts)', 'bff/b.ts says nothing of “moved”'],
  ])('that leads nowhere is named: %s', (comment, what) => {
    const faults = broken(`const a = 1\n/** ${comment} */`)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(full(`bff/src/a.ts:2 ${what}`))
  })
})

describe('a link of a page', () => {
  test.each([
    '[rooms](product.md#rooms-场地)',
    '[rule](product.md#rule-6-privacy)',
    '![a picture](room.png)',
    '[front](../README.md)',
    '[here](#below)\n\n## Below',
    '[web](https://example.org/x)',
    '`[code](nowhere.md)`',
    '~/product.md › Rooms',
    '`~/product.md`, `bff/src/`, `bff/dist/main.js`, `bff/src/<noun>.ts`',
  ])('leads somewhere: %s', (text) => expect(broken(text, '~/other.md')).toEqual([]))

  test.each([
    ['[gone](gone.md)', 'there is no ~/gone.md'],
    ['[front](README.md)', 'there is no ~/README.md'],
    ['![a picture](home.png)', 'there is no ~/home.png'],
    ['[rule](product.md#rule-7)', '~/product.md has no heading #rule-7'],
    ['[here](#below)', '~/other.md has no heading #below'],
    ['`~/halls.md`', 'there is no ~/halls.md'],
    ['`bff/gone/`', 'there is no bff/gone'],
    ['~/product.md › Halls', '~/product.md has no heading for “Halls'],
  ])('that leads nowhere is named: %s', (text, what) =>
    expect(broken(text, '~/other.md')[0]).toContain(full(`~/other.md:1 ${what}`)),
  )
})
