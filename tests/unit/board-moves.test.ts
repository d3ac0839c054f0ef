/** Where a block would come to stand while it is moved. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BoardBlock, BoardRoom } from '../../bff/contracts/src/board'
import { follower } from '../../miniapp/src/features/board/follow'
import { drawn, endedAt, isMovable, movedBy, roomsFor, snapped } from '../../miniapp/src/features/board/moves'
import { eventsIn } from '../../miniapp/src/shared/http/event-text'

const day = '2026-11-25'
const at = (minute: number) => new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000).toISOString()
const room = (more: Partial<BoardRoom> = {}): BoardRoom => ({
  ...{ id: 'r', name: '多功能厅', kind: 'hall', facilityName: '党群服务中心', capacity: 60, retired: false },
  ...{ community: '532300001001', communityName: '东兴社区', purposes: ['study'], slotMinutes: 30 },
  ...{ minMinutes: 60, open: [{ day, spans: [{ startsAt: at(8 * 60 + 15), endsAt: at(21 * 60) }] }] },
  ...{ blocks: [], closures: [], ...more },
})
const block = (more: Partial<BoardBlock> = {}): BoardBlock => ({
  ...{ caseId: 'c', state: 'confirmed', startsAt: at(600), endsAt: at(720), freeAt: at(750) },
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

test('steps are counted from when the room opens', () => {
  expect([snapped(room(), day, 500), snapped(room(), day, 519), snapped(room(), day, 519, 'floor')]).toEqual([
    495, 525, 495,
  ])
})

test('a block keeps its length, its start lies on a step, and it stays within the day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1200 }),
      fc.integer({ min: 30, max: 240 }),
      fc.integer({ min: -2000, max: 2000 }),
      (from, length, by) => {
        const moved = movedBy({ from, to: from + length }, by, room(), day)
        expect(moved.to - moved.from).toBe(length)
        expect(moved.from).toBeGreaterThanOrEqual(0)
        expect(moved.to).toBeLessThanOrEqual(1440)
      },
    ),
  )
  expect(movedBy({ from: 615, to: 735 }, 40, room(), day)).toEqual({ from: 645, to: 765 })
})

test('an end never comes before the first step, and a stretch is drawn either way and long enough', () => {
  expect(endedAt({ from: 615, to: 735 }, 0, room(), day)).toEqual({ from: 615, to: 645 })
  expect(endedAt({ from: 615, to: 735 }, 800, room(), day)).toEqual({ from: 615, to: 795 })
  expect(drawn(620, 625, room(), day)).toEqual({ from: 615, to: 675 })
  expect(drawn(800, 620, room(), day)).toEqual(drawn(620, 800, room(), day))
})

test('what is over, held or done stays; a room elsewhere, retired or too small takes nothing', () => {
  const now = Date.parse(at(700))
  expect(isMovable(block(), now)).toBe(true)
  expect(isMovable(block({ state: 'held' }), now)).toBe(false)
  expect(isMovable(block(), Date.parse(at(720)))).toBe(false)
  const from = room()
  const others = [
    from,
    room({ id: 'fits' }),
    room({ id: 'small', capacity: 9 }),
    room({ id: 'retired', retired: true }),
    room({ id: 'elsewhere', community: '532300001002' }),
  ]
  expect(roomsFor(others, from, block()).map(({ id }) => id)).toEqual(['r', 'fits'])
})

test('what is told while something is asked is asked for together, afterwards, and everything instead of rooms', async () => {
  const asked: (readonly string[] | null)[] = []
  const answers: (() => void)[] = []
  const hear = follower((rooms) => {
    asked.push(rooms)
    return new Promise<void>((resolve) => answers.push(resolve))
  })
  hear('rooms', { rooms: ['a'] })
  hear('rooms', { rooms: ['b', 'c'] })
  hear('rooms', { rooms: ['b'] })
  expect(asked).toEqual([['a']])
  answers[0]?.()
  await expect.poll(() => asked.length).toBe(2)
  expect(asked[1]).toEqual(['b', 'c'])
  hear('rooms', { rooms: ['a'] })
  hear('all', {})
  answers[1]?.()
  await expect.poll(() => asked.length).toBe(3)
  expect(asked[2]).toBeNull()
})

test('events are read however their text is cut', () => {
  const text =
    ': \n\nevent: all\ndata: {}\n\nevent: rooms\ndata: {"rooms":["a"]}\n\nevent: broken\ndata: {\n\n'
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: text.length }), { maxLength: 8 }), (cuts) => {
      const heard: [string, unknown][] = []
      const take = eventsIn((name, data) => heard.push([name, data]))
      const edges = [0, ...cuts.sort((a, b) => a - b), text.length]
      for (let n = 1; n < edges.length; n++) take(text.slice(edges[n - 1], edges[n]))
      expect(heard).toEqual([
        ['all', {}],
        ['rooms', { rooms: ['a'] }],
      ])
    }),
  )
})
