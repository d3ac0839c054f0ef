import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  codeIn,
  isCodeAt,
  isCodeNow,
  personKey,
  slotMs,
  slotOf,
  taskKey,
} from '../../../bff/src/platform/door-codes'

const secret = Buffer.alloc(32, 7)
const start = Date.UTC(2026, 10, 25, 6)

test('a code is good in its half minute and the next, and never a minute later', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat({ max: 86_400_000 }), fc.nat({ max: 180_000 }), (task, from, later) => {
      const key = taskKey(secret, task)
      const shown = new Date(start + from)
      const read = new Date(start + from + later)
      const slots = slotOf(read) - slotOf(shown)
      expect(isCodeNow(key, codeIn(key, slotOf(shown)), read)).toBe(slots <= 1)
      if (later >= 2 * slotMs) expect(isCodeNow(key, codeIn(key, slotOf(shown)), read)).toBe(false)
    }),
  )
})

test('a code is of one task, one person and one service', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.uuid(), (task, other, person) => {
      fc.pre(task !== other)
      const now = new Date(start)
      const key = taskKey(secret, task)
      expect(isCodeNow(taskKey(secret, other), codeIn(key, slotOf(now)), now)).toBe(false)
      expect(isCodeNow(taskKey(Buffer.alloc(32, 8), task), codeIn(key, slotOf(now)), now)).toBe(false)
      expect(isCodeAt(personKey(key, person), codeIn(key, slotOf(now)), now)).toBe(false)
      expect(isCodeAt(personKey(key, person), codeIn(personKey(key, person), slotOf(now)), now)).toBe(true)
    }),
  )
})
