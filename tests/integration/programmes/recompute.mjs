// Repeats a published draw with nothing but Node: node recompute.mjs < draw.json
// draw.json is what GET /v1/programmes/:id/draw answers; printed is the order and who got a place at once.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
const { list, seed, capacity, commitment, listHash } = JSON.parse(readFileSync(0, 'utf8'))
const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex')
if (sha256(seed) !== commitment) throw new Error('the seed is not the one that was promised')
if (sha256(list) !== listHash) throw new Error('the list is not the one that was published')
/** @type {Record<string, { ticket: string, rule: string, score: number, numbers: number[] }>} */
const groups = {}
for (const line of list.trim().split('\n')) {
  const [number, group = '', rule = '', score] = line.split(' ')
  const one = (groups[group] ??= {
    ticket: sha256(`${seed}:${listHash}:${group}`),
    rule,
    score: 0,
    numbers: [],
  })
  one.numbers.push(Number(number))
  one.score = Math.max(one.score, Number(score))
}
const drawn = Object.values(groups).sort((a, b) => b.score - a.score || (a.ticket < b.ticket ? -1 : 1))
/** @type {number[]} */
const placed = []
for (const { rule, numbers } of drawn) {
  const left = capacity - placed.length
  if (rule === 'all' && numbers.length > left) continue
  placed.push(...numbers.slice(0, left))
}
console.log(JSON.stringify({ order: drawn.flatMap((g) => g.numbers), placed }))
