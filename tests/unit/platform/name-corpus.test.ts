import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { maskText } from '../../../bff/src/platform/masking'
import { countNames, isDoubtful, total } from '../../support/name-counts'

test('of hundreds of sentences most with a name are masked or doubtful, and hardly one without', async () => {
  const { missed, forNothing } = await countNames()
  const [named, plain] = [total(missed), total(forNothing)]
  expect(Math.min(named.of, plain.of)).toBeGreaterThanOrEqual(800)
  expect(1 - named.wrong.length / named.of, named.wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
  expect(plain.wrong.length / plain.of, plain.wrong.join('\n')).toBeLessThanOrEqual(0.03)
  // No kind of name is left to the others.
  for (const { kind, of, wrong } of missed)
    expect(wrong.length / of, `${kind}: ${wrong.join('\n')}`).toBeLessThanOrEqual(0.07)
})

const app = join(import.meta.dirname, '../../../miniapp/src')
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
/** What the app itself says: all of it may be quoted in a text about it. */
const said = new Set(
  sources.flatMap((name) =>
    [
      ...readFileSync(join(app, name), 'utf8').matchAll(
        /(['"`])((?:(?!\1)[^$\\\n])*\p{Script=Han}(?:(?!\1)[^$\\\n])*)\1/gu,
      ),
    ].map((found) => found[2] ?? ''),
  ),
)
/** Names that the app gives as examples. */
const examples = /小宝|王小明|李老师/

test('of the sentences of the app none is doubtful for nothing', async () => {
  expect(said.size).toBeGreaterThan(1_500)
  const wrong: string[] = []
  for (const words of said) if (!examples.test(words) && (await isDoubtful(words))) wrong.push(words)
  expect(wrong).toEqual([])
})

test('nor is what it says about names taken for one', () => {
  for (const words of [
    '姓名和号码会自动隐去',
    '不要写孩子姓名和病情',
    '谢谢各位老师',
    '请找托管老师',
    '书法班老师写得好',
  ])
    expect(maskText(words, [])).toBe(words)
})
