/** Of many rows those near the screen are drawn, and they come in small steps. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandRows, nextBands, windowAt } from '../../miniapp/src/features/board/components/window'

const row = 80

test('whatever is seen is drawn, and little beside it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16_000 }), fc.integer({ min: 100, max: 1200 }), (top, height) => {
      const { from, to } = windowAt(top, height, row, 2)
      expect(from * bandRows * row).toBeLessThanOrEqual(top)
      expect(to * bandRows * row).toBeGreaterThanOrEqual(top + height)
      expect((to - from) * bandRows).toBeLessThan(height / row + 4 + 2 * bandRows)
    }),
  )
})

test('bands come one by one until all that is wanted is there, and nothing else', () => {
  const window = fc.tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: 0, max: 8 }))
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 9 }), window, fc.nat(60), (drawn, [from, many], count) => {
      const wanted = { from, to: from + many }
      let at: readonly number[] = [...new Set(drawn)]
      for (let next = nextBands(at, wanted, count); next !== at; next = nextBands(at, wanted, count)) {
        expect(next.filter((n) => !at.includes(n)).length).toBeLessThanOrEqual(1)
        at = next
      }
      const all = Array.from({ length: count }, (_, n) => n).filter((n) => n >= from && n < from + many)
      expect([...at].sort((a, b) => a - b)).toEqual(all)
    }),
  )
})
