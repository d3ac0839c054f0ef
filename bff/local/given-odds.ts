/**
 * Writes `bff/src/platform/data/given-odds.json`: of each character how much more often it stands in given names than in
 * other words, as a natural logarithm in halves. The source is the dictionary of `@node-rs/jieba` (MIT), whose people of
 * three characters are names with a surname. Run by hand when that has a new version:
 *
 *     node --import tsx bff/local/given-odds.ts
 */
import { dict } from '@node-rs/jieba/dict.js'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lists from '../src/platform/data/surnames.json'
import { root } from './paths'

const surnames = new Set(lists.single)
const inNames = new Map<string, number>()
const inWords = new Map<string, number>()
const add = (to: Map<string, number>, word: readonly string[], n: number): void => {
  for (const each of word) to.set(each, (to.get(each) ?? 0) + n)
}

for (const line of Buffer.from(dict).toString('utf8').split('\n')) {
  const [word = '', times, tag = ''] = line.split(' ')
  const all = Array.from(word)
  const isName = /^nr(fg)?$/.test(tag) && all.length === 3 && surnames.has(all[0] ?? '')
  if (isName) add(inNames, all.slice(1), 1)
  else if (!tag.startsWith('nr')) add(inWords, all, Number(times))
}

const sum = (of: Map<string, number>): number => [...of.values()].reduce((all, n) => all + n, 0)
const [names, words] = [sum(inNames), sum(inWords)]
/** A little is added to both, so that what was seen once or never says little. */
const oddsOf = (each: string): number =>
  Math.log(((inNames.get(each) ?? 0) + 0.5) / names) - Math.log(((inWords.get(each) ?? 0) + 50) / words)
const [least, most] = [-8, 10]

const groups = new Map<number, string[]>()
for (const each of [...new Set([...inNames.keys(), ...inWords.keys()])].sort()) {
  if (!/^[\u3400-\u9fff]$/.test(each)) continue
  const half = Math.max(least, Math.min(most, Math.round(2 * oddsOf(each))))
  groups.set(half, [...(groups.get(half) ?? []), each])
}
const lines = [...groups]
  .sort(([a], [b]) => a - b)
  .map(([half, characters]) => `  "${half}": ${JSON.stringify(characters.join(''))}`)
writeFileSync(join(root, 'bff/src/platform/data/given-odds.json'), `{\n${lines.join(',\n')}\n}\n`)
