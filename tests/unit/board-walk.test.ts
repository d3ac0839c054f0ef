/** Arrow keys on the board, and a block that is carried by them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BoardBlock, BoardRoom } from '../../bff/contracts/src/board'
import { carriedBy, hindranceOf } from '../../miniapp/src/features/board/carry'
import { cellsOf, rowOf } from '../../miniapp/src/features/board/cells'
import { boardText } from '../../miniapp/src/features/board/text'
import { standing, stepped, type WalkRow } from '../../miniapp/src/features/board/walk'

const day = '2026-11-25'
const at = (minute: number) => new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000).toISOString()
const span = (from: number, to: number) => ({ startsAt: at(from * 60), endsAt: at(to * 60) })
const room = (more: Partial<BoardRoom> = {}): BoardRoom => ({
  ...{ id: 'r', name: '多功能厅', kind: 'hall', facilityName: '党群服务中心', capacity: 60, retired: false },
  ...{ community: '532300001001', communityName: '东兴社区', purposes: ['study'], slotMinutes: 30 },
  ...{ minMinutes: 60, open: [{ day, spans: [span(8, 21)] }], blocks: [], closures: [], ...more },
})
const block = (from: number, to: number, more: Partial<BoardBlock> = {}): BoardBlock => ({
  ...{ caseId: 'c', state: 'confirmed', ...span(from, to), freeAt: at(to * 60 + 30), purpose: 'study' },
  ...{ attendees: 10, dueAt: null, overdue: false, wish: false, waiting: 0, series: null, ...more },
})
const shown = { from: 480, to: 1260 }
const early = Date.parse(at(0))
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']

test('a day is cut into what takes the room, cleaning left out, and what is free for the shortest use', () => {
  const busy = room({
    blocks: [block(9, 11), block(12, 13, { caseId: 'd', state: 'missed' })],
    closures: [{ id: 'k', ...span(14, 15), reason: '检修', kind: 'closed', repeats: false }],
  })
  expect(cellsOf(busy, day, shown, early).map(({ key, from, to }) => [key, from / 60, to / 60])).toEqual([
    ['free540', 8, 9],
    ['c', 9, 11],
    ['free840', 11.5, 14],
    ['d', 12, 13],
    ['k', 14, 15],
    ['free1260', 15, 21],
  ])
  expect(cellsOf(room(), day, shown, Date.parse(at(615))).map(({ from }) => from)).toEqual([630])
  expect(cellsOf(room({ retired: true }), day, shown, early)).toEqual([])
  expect(rowOf(busy, cellsOf(busy, day, shown, early), false).cells.map(({ key }) => key)).toEqual([
    'c',
    'd',
    'k',
  ])
})

const rows: WalkRow[] = [
  {
    id: 'a',
    cells: [
      { key: '1', from: 0, to: 60 },
      { key: '2', from: 60, to: 600 },
    ],
  },
  { id: 'empty', cells: [] },
  {
    id: 'b',
    cells: [
      { key: '3', from: 0, to: 300 },
      { key: '4', from: 300, to: 600 },
    ],
  },
]

test('up and down keep the time, along goes from one to the next, and the ends are the ends', () => {
  const one = stepped(rows, { row: 'a', key: '1', at: 0 }, 'ArrowRight', false)
  expect(one).toEqual({ row: 'a', key: '2', at: 60 })
  const below = stepped(rows, { row: 'a', key: '2', at: 400 }, 'ArrowDown', false)
  expect(below).toEqual({ row: 'b', key: '4', at: 400 })
  expect(stepped(rows, below, 'ArrowUp', false)).toEqual({ row: 'a', key: '2', at: 400 })
  expect(stepped(rows, below, 'Home', true)?.row).toBe('a')
  expect(stepped(rows, below, 'Home', false)?.key).toBe('3')
  expect(stepped(rows, below, 'x', false)).toBeNull()
})

test('wherever the keys lead, they stand on something that is there', () => {
  const pressed = fc.array(fc.record({ key: fc.constantFrom(...keys), wide: fc.boolean() }))
  fc.assert(
    fc.property(pressed, fc.array(fc.constantFrom<string>('1', '2', '3', '4')), (all, gone) => {
      const left = rows.map(({ id, cells }) => ({
        id,
        cells: cells.filter(({ key }) => !gone.includes(key)),
      }))
      let spot = standing(rows, null)
      for (const { key, wide } of all) spot = stepped(rows, spot, key, wide)
      const there = standing(left, spot)
      const keysThere = left.find(({ id }) => id === there?.row)?.cells.map(({ key }) => key) ?? []
      expect(there === null || keysThere.includes(there.key)).toBe(true)
      expect(there === null).toBe(left.every(({ cells }) => cells.length === 0))
    }),
  )
})

test('what is carried goes by steps, to rooms that fit, and is never shorter than a step', () => {
  const one = block(10, 12)
  const from = room({ blocks: [one] })
  const all = [from, room({ id: 'small', capacity: 5 }), room({ id: 'fits', slotMinutes: 60 })]
  const go = (...pressed: string[]) =>
    pressed.reduce((held, key) => carriedBy(held, key, all, day) ?? held, {
      ...{ block: one, from, room: from, at: { from: 600, to: 720 } },
    })
  expect(go('ArrowRight', 'ArrowRight', 'ArrowLeft').at).toEqual({ from: 630, to: 750 })
  expect(go('+', '+', '-').at).toEqual({ from: 600, to: 750 })
  expect(go('-', '-', '-', '-', '-').at).toEqual({ from: 600, to: 630 })
  expect([go('ArrowDown').room.id, go('ArrowDown', 'ArrowUp').room.id]).toEqual(['fits', 'r'])
})

test('what is in the way is said before it is laid down', () => {
  const one = block(10, 12)
  const busy = room({
    blocks: [one, block(15, 16, { caseId: 'd' }), block(18, 19, { caseId: 'm', state: 'missed' })],
    closures: [{ id: 'k', ...span(13, 14), reason: '检修', kind: 'closed', repeats: false }],
  })
  const said = (from: number, to: number, now = early) =>
    hindranceOf({ block: one, room: busy, at: { from: from * 60, to: to * 60 } }, day, now)
  expect([said(10, 12), said(10.5, 12.5), said(18, 19)]).toEqual([null, null, null])
  expect([said(7, 9), said(12, 13.5), said(15.5, 16.5), said(14, 15), said(16, 17)]).toEqual([
    'shut',
    'closed',
    'taken',
    'taken',
    'taken',
  ])
  expect([said(9, 11, Date.parse(at(570))), said(10, 13, Date.parse(at(660)))]).toEqual(['over', null])
})

test('the table of keys names each key once', () => {
  const keys = boardText.allKeys.all.flatMap(([key]) => key.split(' '))
  expect(keys).toEqual([...new Set(keys)])
})
