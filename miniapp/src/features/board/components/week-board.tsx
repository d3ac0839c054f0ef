import './board.css'
import type { BoardWeekRoom } from '@linli/contracts/board'
import { memo, useMemo } from 'react'
import { dayWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { lookOf, placeOf, shownHours, touches } from '../lanes'
import { boardText as text } from '../text'
import { Frame, topOf } from './frame'
import { styleOf } from './lane'
import { RoomHead } from './room-head'
import { atCell, atRow, useWalk } from './use-walk'

interface Props {
  rooms: readonly BoardWeekRoom[]
  days: readonly string[]
  now: number
  onDay: (day: string) => void
}

/** A week: rooms as rows, days as columns; a tap opens the day. */
export function WeekBoard({ rooms, days, now, onDay }: Props) {
  const rows = useMemo(() => {
    const cells = days.map((day, n) => ({ key: day, from: n, to: n + 1 }))
    return rooms.map(({ id }) => ({ id, cells }))
  }, [rooms, days])
  const walk = useWalk({ rows })
  return (
    <Frame rooms={rooms} grid={walk.grid} head={<Days days={days} now={now} />} kept={[walk.spot?.row]}>
      {(room, n) => (
        <Week
          key={room.id}
          {...{ room, n, days, onDay }}
          now={Math.floor(now / 60_000) * 60_000}
          spot={walk.spot?.row === room.id ? walk.spot.key : null}
        />
      )}
    </Frame>
  )
}

const Days = ({ days, now }: Pick<Props, 'days' | 'now'>) => (
  <Box className="board__head" decorative>
    <Box className="board__room" />
    {days.map((day) => (
      <Box key={day} className="board__day muted">
        {dayWords(day, now)}
      </Box>
    ))}
  </Box>
)

interface WeekProps extends Omit<Props, 'rooms'> {
  room: BoardWeekRoom
  n: number
  spot: string | null
}

const Week = memo(function Week({ room, n, days, spot, ...more }: WeekProps) {
  return (
    <Box {...atRow(n)} className="board__row" role="row" style={topOf(n)}>
      <RoomHead room={room} onBook={null} />
      {days.map((day) => (
        <Box {...atCell(room.id, day)} key={day} className="board__cell" role="gridcell">
          <Day room={room} day={day} here={spot === day} {...more} />
        </Box>
      ))}
    </Box>
  )
})

type DayProps = { room: BoardWeekRoom; day: string; here: boolean } & Pick<Props, 'now' | 'onDay'>

function Day({ room, day, here, now, onDay }: DayProps) {
  const shown = shownHours([room], day)
  const blocks = room.blocks.filter((block) => touches(block, day))
  const closures = room.closures.filter((closure) => touches(closure, day))
  const uses = blocks.filter(({ state }) => state !== 'missed').length
  const bits = [
    ...blocks.map((span) => ({ look: lookOf(span, now), span })),
    ...closures.map((span) => ({ look: 'closed', span })),
  ]
  const word = wordOf(room, day, uses, closures.length)
  const asked = blocks.filter(({ state }) => state === 'pending').length
  const words = asked > 0 ? `${word} · ${text.asked(asked)}` : word
  return (
    <Tap
      className="board__day"
      label={[room.name, dayWords(day, now), words].join('，')}
      skipped={!here}
      onTap={() => onDay(day)}
    >
      <Box decorative className="board__bar">
        {bits.map(({ look, span }) => {
          const place = placeOf(span, day, shown)
          const key = `${look} ${span.startsAt}`
          return (
            place && <Box key={key} className={`board__bit board__bit--${look}`} style={styleOf(place)} />
          )
        })}
      </Box>
      <Box className="muted">{words}</Box>
    </Tap>
  )
}

function wordOf(room: BoardWeekRoom, day: string, uses: number, closures: number): string {
  const isShut = (room.open.find((one) => one.day === day)?.spans ?? []).length === 0
  const closed = closures > 0 ? [text.closedDay] : []
  if (uses > 0) return [text.uses(uses), ...closed].join(' · ')
  return closures > 0 ? text.closedDay : isShut ? text.shut : text.free
}
