/** Who is there before an answer is due, in whose order they are asked, and who is on both sides. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Candidate,
  inOrder,
  isAway,
  isConflict,
  isThere,
} from '../../../bff/src/modules/consultations/rules'

const office = { hours: [['08:30', '17:30']] as const, announced: { off: [], on: [] } }
/** Monday 10:12 to Wednesday 10:12 in Shanghai. */
const span = [new Date('2026-11-23T02:12:00Z'), new Date('2026-11-25T02:12:00Z')] as const
const free = { duties: [], away: [] }
const onDuty = (weekday: number, from: number, to: number) => ({
  duties: [{ weekday, from, to }],
  away: [],
})

test.each([
  ['without hours of their own, on a working day', free, true],
  ['on duty on Tuesday', onDuty(2, 540, 600), true],
  ['on duty on Friday alone', onDuty(5, 540, 600), false],
  ['on duty this morning, which is over', onDuty(1, 540, 600), false],
  ['on duty until after the question', onDuty(1, 540, 660), true],
  ['on duty from when it is due', onDuty(3, 612, 700), false],
  ['away for all of it', { duties: [], away: [{ from: '2026-11-23', to: '2026-11-25' }] }, false],
  ['back on Wednesday', { duties: [], away: [{ from: '2026-11-23', to: '2026-11-24' }] }, true],
])('%s', (_, one, there) => {
  expect(isThere(one, span, office)).toBe(there)
})

test('over the days of National Day nobody is there in office hours, and whoever has duty is', () => {
  const holiday = [new Date('2026-10-01T02:00:00Z'), new Date('2026-10-03T02:00:00Z')] as const
  expect(isThere(free, holiday, office)).toBe(false)
  expect(isThere(onDuty(5, 540, 600), holiday, office)).toBe(true)
})

test('the last day away is one of them', () => {
  const away = { away: [{ from: '2026-11-23', to: '2026-11-24' }] }
  expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((day) => isAway(away, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

const candidate = fc.record({
  accountId: fc.uuid(),
  badge: fc.constant(''),
  division: fc.constantFrom('5323', '532301', '532301101', '532301101001'),
  open: fc.nat(5),
  duties: fc.constant([]),
  away: fc.constant([]),
})

test('the nearest desk comes first, and there whoever has least to do, however they were found', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(candidate, { selector: ({ accountId }) => accountId }),
      (found: Candidate[]) => {
        const order = inOrder(found)
        for (const [n, one] of order.entries()) {
          const next = order[n + 1]
          if (!next) continue
          expect(one.division.length).toBeGreaterThanOrEqual(next.division.length)
          if (one.division.length === next.division.length) expect(one.open).toBeLessThanOrEqual(next.open)
        }
        expect(inOrder([...found].reverse())).toEqual(order)
      },
    ),
  )
})

test('a conflict is the same from either side, and nobody unnamed is in one', () => {
  const hash = fc.option(fc.constantFrom('a', 'b', 'c').map((name) => Buffer.from(name)))
  const sides = fc.record({ person: hash, opposite: hash })
  fc.assert(fc.property(sides, sides, (one, other) => isConflict(one, other) === isConflict(other, one)))
  const nobody = { person: null, opposite: null }
  fc.assert(fc.property(sides, (one) => !isConflict(one, nobody)))
})
