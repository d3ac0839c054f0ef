import './board.css'
import type { BoardBlock, BoardRoom } from '@linli/contracts/board'
import { purposeWord } from '@linli/contracts/words'
import { pages } from '../../../shared/navigation/pages'
import { clockSpan } from '../../../shared/time/time-words'
import { arrowKeys } from '../../../shared/ui/base/arrow-keys'
import { Box } from '../../../shared/ui/base/box'
import { Scroller } from '../../../shared/ui/base/scroller'
import { Tap } from '../../../shared/ui/base/tap'
import { hoursOf, lookOf, type Place, placeOf, shownHours, type Shown, shutOn, touches } from '../lanes'
import { boardText as text, lookWord } from '../text'

interface Props {
  rooms: readonly BoardRoom[]
  day: string
  now: number
}

const styleOf = ({ left, width }: Place) => ({ left: `${left}%`, width: `${width}%` })

/** One day: rooms as rows, hours as columns. Arrow keys go from block to block, Enter opens one. */
export function DayBoard({ rooms, day, now }: Props) {
  const shown = shownHours(rooms, day)
  return (
    <Scroller>
      <Box {...arrowKeys} className="board" role="group" label={text.title}>
        <Hours shown={shown} day={day} now={now} />
        {rooms.map((room) => (
          <Box key={room.id} className="board__row">
            <RoomHead room={room} />
            <Box className="board__lane">
              <Lines shown={shown} />
              <Lane room={room} day={day} now={now} shown={shown} />
              <Now shown={shown} day={day} now={now} />
            </Box>
          </Box>
        ))}
      </Box>
    </Scroller>
  )
}

export const RoomHead = ({ room }: { room: BoardRoom }) => (
  <Box className="board__room">
    <Box className="board__name">{room.name}</Box>
    <Box className="muted">{text.capacity(room.capacity)}</Box>
  </Box>
)

interface Drawn {
  shown: Shown
  day: string
  now: number
}

const Hours = ({ shown, day, now }: Drawn) => (
  <Box className="board__row" decorative>
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

const Lines = ({ shown }: { shown: Shown }) => (
  <>
    {hoursOf(shown).map((hour, n, all) => (
      <Box key={hour} decorative className="board__line" style={{ left: `${(n / all.length) * 100}%` }} />
    ))}
  </>
)

function Now({ shown, day, now }: Drawn) {
  const at = new Date(now).toISOString()
  const place = placeOf({ startsAt: at, endsAt: new Date(now + 60_000).toISOString() }, day, shown)
  return place && <Box decorative className="board__now" style={{ left: `${place.left}%` }} />
}

interface LaneProps extends Drawn {
  room: BoardRoom
}

function Lane({ room, day, now, shown }: LaneProps) {
  return (
    <>
      {shutOn(room, day, shown).map((span) => {
        const place = placeOf(span, day, shown)
        return place && <Box key={span.startsAt} decorative className="board__shut" style={styleOf(place)} />
      })}
      {room.closures.map((closure) => {
        const place = placeOf(closure, day, shown)
        return (
          place && (
            <Box key={closure.id} className="blk blk--closed" style={styleOf(place)}>
              <Box className="blk__first">{text.closed(closure.reason)}</Box>
              <Box>{clockSpan(closure.startsAt, closure.endsAt)}</Box>
            </Box>
          )
        )
      })}
      {room.blocks
        .filter((block) => touches({ startsAt: block.startsAt, endsAt: block.freeAt }, day))
        .map((block) => (
          <Block key={block.caseId} room={room} block={block} day={day} now={now} shown={shown} />
        ))}
    </>
  )
}

function Block({ room, block, day, now, shown }: LaneProps & { block: BoardBlock }) {
  const [use, cleaning] = [
    placeOf(block, day, shown),
    placeOf({ startsAt: block.endsAt, endsAt: block.freeAt }, day, shown),
  ]
  const look = lookOf(block, now)
  const what = `${purposeWord[block.purpose]} ${text.people(block.attendees)}`
  const said = [room.name, clockSpan(block.startsAt, block.endsAt), what, lookWord[look]]
  return (
    <>
      {use && (
        <Tap
          className={`blk blk--${look}`}
          style={styleOf(use)}
          label={said.join('，')}
          to={pages.deskCase(block.caseId)}
        >
          <Box className="blk__first">{what}</Box>
          <Box>{lookWord[look]}</Box>
        </Tap>
      )}
      {cleaning && <Box decorative className="board__clean" style={styleOf(cleaning)} />}
    </>
  )
}
