/** The check of a draw on the reader's own device finds any change to what was published. */
import { type DrawEntry, drawOrder, writeList } from '@linli/contracts/draw'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type DrawRecord, checkDraw } from '../../../miniapp/src/features/programmes/check-draw'
import { sha256 } from '../../../miniapp/src/features/programmes/sha256'
import { stretches } from '../../../miniapp/src/features/programmes/stretches'

const reference = (text: string) => createHash('sha256').update(text).digest('hex')
const seed = reference('a seed')
const entries: DrawEntry[] = Array.from({ length: 40 }, (_, i) => ({
  number: i + 1,
  group: i % 7 === 6 ? i : i + 1,
  rule: i % 7 === 5 || i % 7 === 6 ? ('all' as const) : ('one' as const),
  score: i % 5 === 0 ? 20 : 0,
}))
const list = writeList(entries)
const drawn: DrawRecord = {
  capacity: 12,
  commitment: reference(seed),
  list,
  listHash: reference(list),
  seed,
  ...drawOrder(list, seed, 12, reference),
}

test('the hash is SHA-256, at every length around a block', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
    const text = 'x'.repeat(length)
    expect(sha256(text)).toBe(reference(text))
  }
})

test('an honest draw is the same in every point', () => {
  expect(checkDraw(drawn, sha256)).toEqual({ commitment: 'same', list: 'same', order: 'same' })
})

test('what is not published yet is checked later', () => {
  const closed = { ...drawn, seed: null, order: [], placed: [] }
  expect(checkDraw(closed, sha256)).toEqual({ commitment: 'later', list: 'same', order: 'later' })
  const open = { ...closed, list: null, listHash: null }
  expect(checkDraw(open, sha256)).toEqual({ commitment: 'later', list: 'later', order: 'later' })
})

test.each([
  ['another seed', { seed: reference('another') }, { commitment: 'different', order: 'different' }],
  ['a changed list', { list: list.replace('1 1 one 20', '1 1 one 90') }, { list: 'different' }],
  ['two who changed places', { order: [...drawn.order].reverse() }, { order: 'different' }],
  ['somebody placed more', { placed: [...drawn.placed, 99] }, { order: 'different' }],
])('%s is found', (_, changed, found) => {
  expect(checkDraw({ ...drawn, ...changed }, sha256)).toMatchObject(found)
})

test('numbers are one stretch of text, cut at the reader’s own', () => {
  expect(stretches([5, 2, 9, 1], [])).toEqual([{ own: false, words: '5、2、9、1' }])
  expect(stretches([5, 2, 9, 1], [9])).toEqual([
    { own: false, words: '5、2、' },
    { own: true, words: '9' },
    { own: false, words: '、1' },
  ])
})
