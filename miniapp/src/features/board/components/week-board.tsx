import './board.css'
import type { BoardRoom } from '@linli/contracts/board'
import { dayWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Scroller } from '../../../shared/ui/base/scroller'
import { Tap } from '../../../shared/ui/base/tap'
import { lookOf, placeOf, shownHours, touches } from '../lanes'
import { boardText as text } from '../text'
import { RoomHead } from './day-board'

interface Props {
  rooms: readonly BoardRoom[]
  days: readonly string[]
  now: number
  onDay: (day: string) => void
}

/** A week: rooms as rows, days as columns; a tap opens the day. */
export const WeekBoard = ({ rooms, days, now, onDay }: Props) => (
  <Scroller>
    <Box className="board">
      <Box className="board__row">
        <Box className="board__room" />
        {days.map((day) => (
          <Box key={day} className="board__day muted">
            {dayWords(day, now)}
          </Box>
        ))}
      </Box>
      {rooms.map((room) => (
        <Box key={room.id} className="board__row">
          <RoomHead room={room} hand={null} />
          {days.map((day) => (
            <Day key={day} room={room} day={day} now={now} onDay={onDay} />
          ))}
        </Box>
      ))}
    </Box>
  </Scroller>
)

function Day({ room, day, now, onDay }: { room: BoardRoom; day: string } & Pick<Props, 'now' | 'onDay'>) {
  const shown = shownHours([room], day)
  const blocks = room.blocks.filter((block) => touches(block, day))
  const closed = room.closures.some((closure) => touches(closure, day))
  const isShut = (room.open.find((one) => one.day === day)?.spans ?? []).length === 0
  const word =
    blocks.length > 0 ? text.uses(blocks.length) : closed ? text.closedDay : isShut ? text.shut : text.free
  return (
    <Tap
      className="board__day"
      label={[room.name, dayWords(day, now), word].join('，')}
      onTap={() => onDay(day)}
    >
      <Box decorative className="board__bar">
        {[...blocks, ...room.closures].map((one) => {
          const place = placeOf(one, day, shown)
          const look = 'caseId' in one ? lookOf(one, now) : 'closed'
          return (
            place && (
              <Box
                key={one.startsAt}
                className={`board__bit board__bit--${look}`}
                style={{ left: `${place.left}%`, width: `${place.width}%` }}
              />
            )
          )
        })}
      </Box>
      <Box className="muted">{word}</Box>
    </Tap>
  )
}
