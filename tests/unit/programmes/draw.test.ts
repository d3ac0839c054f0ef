import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DrawEntry, drawOrder, readList, writeList } from '../../../bff/contracts/src/draw'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const one = (number: number, score = 0): DrawEntry => ({ number, group: number, rule: 'one', score })

/** Groups of up to four under any rule, with points. */
const lists: fc.Arbitrary<DrawEntry[]> = fc
  .array(
    fc.record({
      size: fc.integer({ min: 1, max: 4 }),
      rule: fc.constantFrom('all' as const, 'any' as const),
      scores: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }),
    }),
    { maxLength: 30 },
  )
  .map((groups) => {
    let next = 1
    return groups.flatMap(({ size, rule, scores }) => {
      const group = next
      next += size
      return Array.from({ length: size }, (_, n) => ({
        number: group + n,
        group,
        rule: size === 1 ? ('one' as const) : rule,
        score: scores[n] ?? 0,
      }))
    })
  })

describe('a draw', () => {
  test('reads what it wrote', () => {
    fc.assert(
      fc.property(lists, (entries) => {
        expect(readList(writeList(entries))).toEqual(entries)
      }),
    )
  })

  test('orders everybody once, gives no place too many, and parts nobody who goes together', () => {
    fc.assert(
      fc.property(lists, fc.string(), fc.integer({ min: 0, max: 60 }), (entries, seed, capacity) => {
        const { order, placed } = drawOrder(writeList(entries), seed, capacity, hash)
        expect([...order].sort((a, b) => a - b)).toEqual(entries.map((e) => e.number))
        expect(placed.length).toBeLessThanOrEqual(capacity)
        expect(new Set(placed).size).toBe(placed.length)
        for (const { group } of entries.filter((e) => e.rule === 'all')) {
          const together = entries.filter((e) => e.group === group).map((e) => placed.includes(e.number))
          expect(new Set(together).size).toBe(1)
        }
        const left = capacity - placed.length
        const unplaced = entries.filter((e) => !placed.includes(e.number))
        expect(left > 0 && unplaced.some((e) => e.rule !== 'all')).toBe(false)
      }),
    )
  })

  test('puts more points first and lets the seed decide among equals', () => {
    const list = writeList([one(1), one(2, 10), one(3), one(4, 10), one(5)])
    const orders = new Set<string>()
    for (let n = 0; n < 40; n++) {
      const { order } = drawOrder(list, `seed ${n}`, 2, hash)
      expect(order.slice(0, 2).sort()).toEqual([2, 4])
      orders.add(order.join())
    }
    expect(orders.size).toBeGreaterThan(6)
  })

  test('another list, by one letter, is another draw', () => {
    const entries = Array.from({ length: 30 }, (_, n) => one(n + 1))
    const [list, changed] = [writeList(entries), writeList([...entries.slice(0, 29), one(31)])]
    const before = drawOrder(list, 'seed', 5, hash).order.filter((n) => n < 30)
    const after = drawOrder(changed, 'seed', 5, hash).order.filter((n) => n < 30)
    expect(after).not.toEqual(before)
  })
})
