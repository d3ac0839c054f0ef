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
import { periodOf, type Stretch } from '../moves'
import { boardText as text, lookWord } from '../text'
import type { Drag } from './drag'
import type { Moving } from './move-sheet'
import { useDrag } from './use-drag'

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

const styleOf = ({ left, width }: Place) => ({ left: `${left}%`, width: `${width}%` })

/** One day: rooms as rows, hours as columns. Arrow keys go from block to block, Enter opens one. */
export function DayBoard({ rooms, day, now, hand }: DayProps) {
  const shown = shownHours(rooms, day)
  const drop = ({ block, from, room, at }: Drag) =>
    block === null ? hand?.onBook(room, hoursOfStretch(at, day)) : hand?.onMove({ block, from, room, at })
  const { dragged, on } = useDrag({ rooms, day, shown, now, enabled: hand !== null, onDrop: drop })
  return (
    <Scroller>
      <Box {...arrowKeys} className="board" role="group" label={text.title}>
        <Hours shown={shown} day={day} now={now} />
        {rooms.map((room) => (
          <Box key={room.id} className="board__row">
            <RoomHead room={room} hand={hand} />
            <Box {...on(room)} id={`lane-${room.id}`} className="board__lane">
              <Lines shown={shown} />
              <Lane room={room} day={day} now={now} shown={shown} hand={hand} />
              {dragged?.room.id === room.id && <Ghost at={dragged.at} day={day} shown={shown} />}
              <Now shown={shown} day={day} now={now} />
            </Box>
          </Box>
        ))}
      </Box>
    </Scroller>
  )
}

/** What is booked for somebody begins at the room's name, or at an empty stretch. */
export const RoomHead = ({ room, hand }: { room: BoardRoom; hand: Hand | null }) => (
  <Box className="board__room">
    <Box className="board__name">{room.name}</Box>
    <Box className="muted">{room.retired ? text.retired : text.capacity(room.capacity)}</Box>
    {hand !== null && !room.retired && (
      <Tap className="board__book" label={text.book(room.name)} onTap={() => hand.onBook(room)}>
        {text.bookWord}
      </Tap>
    )}
  </Box>
)

function Ghost({ at, day, shown }: { at: Stretch; day: string; shown: Shown }) {
  const period = periodOf(at, day)
  const place = placeOf(period, day, shown)
  return (
    place && (
      <Box decorative className="blk blk--ghost" style={styleOf(place)}>
        <Box className="blk__first">{clockSpan(period.startsAt, period.endsAt)}</Box>
      </Box>
    )
  )
}

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
  hand: Hand | null
}

function Lane({ room, day, now, shown, hand }: LaneProps) {
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
              <Box className="blk__first">{text[closure.kind](closure.reason)}</Box>
              <Box>
                {clockSpan(closure.startsAt, closure.endsAt)}
                {closure.repeats ? ` ↻ ${text.repeats}` : ''}
              </Box>
            </Box>
          )
        )
      })}
      {room.blocks
        .filter((block) => touches({ startsAt: block.startsAt, endsAt: block.freeAt }, day))
        .map((block) => (
          <Block key={block.caseId} {...{ room, block, day, now, shown, hand }} />
        ))}
    </>
  )
}

function Block({ room, block, day, now, shown, hand }: LaneProps & { block: BoardBlock }) {
  const [use, cleaning] = [
    placeOf(block, day, shown),
    placeOf({ startsAt: block.endsAt, endsAt: block.freeAt }, day, shown),
  ]
  const look = lookOf(block, now)
  const what = `${purposeWord[block.purpose]} ${text.people(block.attendees)}`
  const waits = block.waiting > 0 ? [text.waits(block.waiting)] : []
  const state = [block.wish ? text.wish : lookWord[look], ...waits].join(' · ')
  const said = [room.name, clockSpan(block.startsAt, block.endsAt), what, state]
  return (
    <>
      {use && (
        <Tap
          className={`blk blk--${look} ${hand?.chosen === block.caseId ? 'blk--chosen' : ''}`}
          style={styleOf(use)}
          label={said.join('，')}
          {...(hand === null
            ? { to: pages.deskCase(block.caseId) }
            : { current: hand.chosen === block.caseId, onTap: () => hand.onChoose(block) })}
        >
          <Box className="blk__first">{what}</Box>
          <Box>{state}</Box>
        </Tap>
      )}
      {cleaning && <Box decorative className="board__clean" style={styleOf(cleaning)} />}
    </>
  )
}
