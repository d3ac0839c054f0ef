import './board.css'
import type { BoardBlock, BoardRoom } from '@linli/contracts/board'
import { memo, useMemo, useRef } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { type Carried, carriedBy, hindranceOf } from '../carry'
import { type Cell, cellsOf, headKey, rowOf } from '../cells'
import { hoursOf, type Shown, shownHours } from '../lanes'
import { drawn, isMovable, periodOf, type Stretch, stretchOf } from '../moves'
import { CarryBar } from './carry-bar'
import type { Drag } from './drag'
import { Frame, topOf } from './frame'
import { type Drawn, Ghost, hourLines, Lane, type LaneHand, Now } from './lane'
import type { Moving } from './move-sheet'
import { RoomHead } from './room-head'
import { useDrag } from './use-drag'
import { atRow, useWalk } from './use-walk'
import type { Spot } from '../walk'

export interface DayProps {
  rooms: readonly BoardRoom[]
  day: string
  now: number
  /** The reader works here: blocks open below the board and can be moved, empty stretches can be given. */
  hand: Hand | null
}

export interface Hand {
  chosen: string | null
  onChoose: (block: BoardBlock) => void
  onMove: (moving: Moving) => void
  /** Without hours: the room alone. */
  onBook: (room: BoardRoom, hours?: { from: string; to: string }) => void
}

const hoursOfStretch = (at: Stretch, day: string) => {
  const { startsAt, endsAt } = periodOf(at, day)
  return { from: startsAt, to: endsAt }
}

/** One day: rooms as rows, hours as columns. Keys walk, open, pick up and lay down (docs/board.md). */
export function DayBoard({ rooms, day, now, hand }: DayProps) {
  const minute = Math.floor(now / 60_000) * 60_000
  const { shown, cells, rows } = useLanes(rooms, day, minute, hand !== null)
  const drop = ({ block, from, room, at }: Drag) =>
    block === null ? hand?.onBook(room, hoursOfStretch(at, day)) : hand?.onMove({ block, from, room, at })
  const { dragged, on, pressed } = useDrag({
    ...{ rooms, day, shown, now, enabled: hand !== null, onDrop: drop },
  })
  const walk = useWalk({
    rows,
    ...(hand !== null && {
      pick: (spot: Spot) => picked(rooms, spot, day, now),
      carry: (carried: Carried, key: string) => carriedBy(carried, key, rooms, day),
      onDrop: hand.onMove,
    }),
  })
  const acts = useActs({ hand, day, pressed })
  const moved = dragged ?? walk.carried
  return (
    <>
      <Frame
        rooms={rooms}
        grid={walk.grid}
        head={<Hours shown={shown} day={day} now={minute} />}
        kept={[walk.spot?.row, moved?.room.id, moved?.from.id]}
      >
        {(room, n) => (
          <Row
            key={room.id}
            {...{ room, n, day, shown, on, acts }}
            now={minute}
            cells={cells.get(room.id) ?? []}
            chosen={chosenIn(room, hand)}
            spot={walk.spot?.row === room.id ? walk.spot.key : null}
            ghost={moved?.room.id === room.id ? moved : null}
          />
        )}
      </Frame>
      {hand !== null && <CarryBar moved={moved} byKeys={walk.carried !== null} day={day} now={now} />}
    </>
  )
}

/** What stands in each room; looked at again only where the room or the time has changed. */
function useLanes(rooms: readonly BoardRoom[], day: string, now: number, gives: boolean) {
  const { from, to } = useMemo(() => shownHours(rooms, day), [rooms, day])
  const shown = useMemo(() => ({ from, to }), [from, to])
  const known = useMemo(
    () => ({ cells: new WeakMap<BoardRoom, Cell[]>(), day, now, shown }),
    [day, now, shown],
  )
  return useMemo(() => {
    const cells = new Map<string, Cell[]>()
    for (const room of rooms) {
      const found = known.cells.get(room) ?? cellsOf(room, known.day, known.shown, known.now)
      known.cells.set(room, found)
      cells.set(room.id, found)
    }
    return { shown, cells, rows: rooms.map((room) => rowOf(room, cells.get(room.id) ?? [], gives)) }
  }, [rooms, known, shown, gives])
}

const chosenIn = (room: BoardRoom, hand: Hand | null): string | null =>
  hand !== null && room.blocks.some(({ caseId }) => caseId === hand.chosen) ? hand.chosen : null

function picked(rooms: readonly BoardRoom[], spot: Spot, day: string, now: number): Carried | null {
  const room = rooms.find(({ id }) => id === spot.row)
  const block = room?.blocks.find(({ caseId }) => caseId === spot.key)
  if (room === undefined || block === undefined || !isMovable(block, now)) return null
  return { block, from: room, room, at: stretchOf(block, day) }
}

interface Acts {
  hand: LaneHand | null
  onBook: ((room: BoardRoom) => void) | null
}

/** The same ones as long as the reader may the same: rows are drawn again only where something has changed. */
function useActs({
  hand,
  day,
  pressed,
}: {
  hand: Hand | null
  day: string
  pressed: () => number | null
}): Acts {
  const latest = useRef({ hand, day, pressed })
  latest.current = { hand, day, pressed }
  const works = hand !== null
  return useMemo(() => {
    if (!works) return { hand: null, onBook: null }
    const book = (room: BoardRoom, at?: Stretch) =>
      latest.current.hand?.onBook(room, at && hoursOfStretch(at, latest.current.day))
    return {
      hand: {
        onChoose: (block) => latest.current.hand?.onChoose(block),
        onFree: (room, free) => book(room, begunIn(room, free, latest.current.pressed(), latest.current.day)),
      },
      onBook: (room) => book(room),
    }
  }, [works])
}

/** Where the pointer was, or from the beginning; as short as the room is given, within what is free. */
function begunIn(room: BoardRoom, free: Stretch, minute: number | null, day: string): Stretch {
  const at = drawn(minute ?? free.from, minute ?? free.from, room, day)
  const from = Math.max(free.from, Math.min(at.from, free.to - (at.to - at.from)))
  return { from, to: from + at.to - at.from }
}

interface RowProps extends Drawn {
  room: BoardRoom
  n: number
  cells: readonly Cell[]
  on: (room: BoardRoom) => object
  acts: Acts
  chosen: string | null
  spot: string | null
  ghost: Omit<Drag, 'way'> | null
}

const Row = memo(function Row({ room, n, cells, on, acts, chosen, spot, ghost, ...drawnAs }: RowProps) {
  const { day, now, shown } = drawnAs
  return (
    <Box {...atRow(n)} className="board__row" role="row" style={topOf(n)}>
      <RoomHead room={room} onBook={acts.onBook} here={spot === headKey} />
      <Box {...on(room)} id={`lane-${room.id}`} className="board__lane" style={hourLines(shown)}>
        <Lane {...{ room, cells, chosen, spot, day, now, shown }} hand={acts.hand} />
        {ghost && <Ghost at={ghost.at} hindered={hindranceOf(ghost, day, now) !== null} {...drawnAs} />}
        <Now {...drawnAs} />
      </Box>
    </Box>
  )
})

const Hours = ({ shown, day, now }: Drawn & { shown: Shown }) => (
  <Box className="board__head" decorative>
    <Box className="board__room" />
    <Box className="board__lane board__hours">
      {hoursOf(shown).map((hour, n, all) => (
        <Box key={hour} as="span" className="board__hour" style={{ left: `${(n / all.length) * 100}%` }}>
          {String(hour)}
        </Box>
      ))}
      <Now shown={shown} day={day} now={now} />
    </Box>
  </Box>
)
