/**
 * The label of a field names it (docs/words.md): what is still to be filled in is said in labels, so a sentence or an
 * example belongs in the field's help. The pages are read as text, their labels from where they import them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { followUpText } from '../../../miniapp/src/features/follow-ups/text'
import { handText } from '../../../miniapp/src/features/care/text'
import { peopleText } from '../../../miniapp/src/features/children/people-text'

const source = fileURLToPath(new URL('../../../miniapp/src', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => join(source, path))

/** A field to write into, or a list that `missingWords` names what is missing from. */
const written = /<(?:Field|NoteSheet|PlanField|ReasonField|PhoneCode)\b[^]*?\blabel=\{([\w.]+(?:\[\w+\])?)/g
const stillMissing = /, ([\w]+Text(?:\.\w+)+)\]/g

interface Label {
  path: string
  expression: string
}
const labels: Label[] = files.flatMap((path) => {
  const text = readFileSync(path, 'utf8')
  const found = [
    ...text.matchAll(written),
    ...(text.includes('missingWords') ? text.matchAll(stillMissing) : []),
  ]
  return found
    .map(([, expression = '']) => ({ path, expression }))
    .filter(({ expression }) => /Text\./.test(expression))
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What stands on the screen, from `someText.a.b`, `someText.a(n)` or any of `someText.a[b]`; see also `handed`. */
async function words({ path, expression }: Label): Promise<string[]> {
  const [name = '', ...keys] = expression.replace(/\[\w+\]$/, '').split('.')
  const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`).exec(
    readFileSync(path, 'utf8'),
  )?.[1]
  if (from === undefined) return []
  const module: unknown = await import(resolve(dirname(path), from))
  const value = [name, ...keys].reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), module)
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String((value as (n: number) => unknown)(1))]
  if (isRecord(value)) return Object.values(value).map(String)
  throw new Error(`${path}: ${expression} is no text`)
}

/** Labels that are handed on by name. */
const handed = [
  ...Object.values(followUpText.step).map(({ label }) => label),
  handText.called,
  handText.name,
  handText.reason,
  peopleText.name,
  peopleText.phone,
  peopleText.validFrom,
  peopleText.validTo,
]

const naming = (label: string) =>
  [...label].length <= 12 && !/[。；]$/.test(label) && !/^例如|，|看到/.test(label) && !/（.*）/.test(label)

test('there are labels to read', () => {
  expect(labels.length).toBeGreaterThan(40)
})

test('every label names its field, in a few characters', async () => {
  const all = (await Promise.all(labels.map(words))).flat().concat(handed)
  expect([...new Set(all)].filter((label) => !naming(label))).toEqual([])
})
