/** Where things stand in a row of the board. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BoardBlock, BoardRoom } from '../../bff/contracts/src/board'
import { hoursOf, lookOf, placeOf, shownHours, shutOn } from '../../miniapp/src/features/board/lanes'

const day = '2026-11-25'
const at = (hour: number, minute = 0, on = day) =>
  new Date(Date.parse(`${on}T00:00:00+08:00`) + (hour * 60 + minute) * 60_000).toISOString()
const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) })
const room = (spans: { startsAt: string; endsAt: string }[], blocks: BoardBlock[] = []): BoardRoom => ({
  ...{ id: 'r', name: '多功能厅', kind: 'hall', facilityName: '党群服务中心', capacity: 60, retired: false },
  ...{
    community: '532300001001',
    communityName: '东兴社区',
    purposes: ['study'],
    slotMinutes: 30,
    minMinutes: 60,
  },
  ...{ open: [{ day, spans }], blocks, closures: [] },
})
const block = (from: number, to: number, more: Partial<BoardBlock> = {}): BoardBlock => ({
  ...{ caseId: 'c', state: 'confirmed', ...span(from, to), freeAt: at(to, 30) },
  ...{
    purpose: 'study',
    attendees: 10,
    dueAt: null,
    overdue: false,
    wish: false,
    waiting: 0,
    series: null,
    ...more,
  },
})

test('the usual hours are shown, and more where a room is open or used outside of them', () => {
  expect(shownHours([room([span(9, 17)])], day)).toEqual({ from: 480, to: 1260 })
  expect(shownHours([room([span(6, 22)])], day)).toEqual({ from: 360, to: 1320 })
  expect(shownHours([room([], [block(21, 23)])], day)).toEqual({ from: 480, to: 1380 })
  expect(hoursOf({ from: 480, to: 660 })).toEqual([8, 9, 10])
})

test('what lies on another day is not shown, and what reaches over midnight is cut', () => {
  const shown = { from: 0, to: 24 * 60 }
  expect(
    placeOf({ startsAt: at(9, 0, '2026-11-24'), endsAt: at(10, 0, '2026-11-24') }, day, shown),
  ).toBeNull()
  expect(placeOf({ startsAt: at(22, 0, '2026-11-24'), endsAt: at(6) }, day, shown)).toEqual({
    left: 0,
    width: 25,
  })
})

test('open and shut fill what is shown, whatever the openings', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 6 }), (edges) => {
      const sorted = edges.sort((a, b) => a - b)
      const open = Array.from({ length: Math.floor(sorted.length / 2) }, (_, n) =>
        span(sorted[2 * n] ?? 0, sorted[2 * n + 1] ?? 0),
      )
      const shown = shownHours([room(open)], day)
      const shut = shutOn(room(open), day, shown)
      const width = [...open, ...shut].reduce((sum, one) => sum + (placeOf(one, day, shown)?.width ?? 0), 0)
      expect(width).toBeCloseTo(100, 0)
    }),
  )
})

test('a block is told as what it is now', () => {
  const now = Date.parse(at(10))
  expect(lookOf(block(11, 12), now)).toBe('stands')
  expect(lookOf(block(9, 12), now)).toBe('used')
  expect(lookOf(block(8, 9), now)).toBe('past')
  expect(lookOf(block(11, 12, { state: 'pending' }), now)).toBe('waits')
  expect(lookOf(block(11, 12, { state: 'pending', overdue: true }), now)).toBe('late')
  expect(lookOf(block(11, 12, { state: 'held' }), now)).toBe('held')
})
