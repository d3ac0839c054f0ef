import type { BoardBlock, BoardClosure, BoardRoom } from '@linli/contracts/board'
import { purposeWord } from '@linli/contracts/words'
import { pages } from '../../../shared/navigation/pages'
import { clockOf } from '../../../shared/time/shanghai'
import { clockSpan } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import type { Cell } from '../cells'
import { hoursOf, lookOf, type Place, placeOf, type Shown, shutOn } from '../lanes'
import { periodOf, type Stretch } from '../moves'
import { boardText as text, lookWord } from '../text'
import { atCell, atStill } from './use-walk'

export interface Drawn {
  shown: Shown
  day: string
  now: number
}

/** What may be done in a lane; null where the reader only watches. */
export interface LaneHand {
  onChoose: (block: BoardBlock) => void
  onFree: (room: BoardRoom, free: Stretch) => void
}

interface LaneProps extends Drawn {
  room: BoardRoom
  cells: readonly Cell[]
  hand: LaneHand | null
  chosen: string | null
  /** Where the keyboard is in this room. */
  spot: string | null
}

export const styleOf = ({ left, width }: Place) => ({ left: `${left}%`, width: `${width}%` })

const placeIn = ({ from, to }: Stretch, shown: Shown): Place => ({
  left: ((from - shown.from) / (shown.to - shown.from)) * 100,
  width: ((to - from) / (shown.to - shown.from)) * 100,
})

/** The lines of the hours, drawn once as a background. */
export const hourLines = (shown: Shown) => ({ backgroundSize: `${100 / hoursOf(shown).length}% 100%` })

export function Lane(props: LaneProps) {
  const { room, cells, day, shown, hand } = props
  return (
    <>
      {shutOn(room, day, shown).map((span) => {
        const place = placeOf(span, day, shown)
        return place && <Box key={span.startsAt} decorative className="board__shut" style={styleOf(place)} />
      })}
      {cells.map((one) => {
        if (one.is === 'closure') return <Closure key={one.key} {...props} closure={one.closure} at={one} />
        if (one.is === 'block') return <Block key={one.key} {...props} block={one.block} at={one} />
        return hand !== null && <Free key={one.key} {...props} at={one} />
      })}
    </>
  )
}

const Closure = ({ room, closure, at, shown, spot }: LaneProps & { closure: BoardClosure; at: Cell }) => (
  <Box
    {...atStill(room.id, at.key, spot === at.key)}
    role="gridcell"
    className={`blk blk--closed blk--${closure.kind}`}
    style={styleOf(placeIn(at, shown))}
  >
    <Box className="blk__first">{text[closure.kind](closure.reason)}</Box>
    <Box>
      {clockSpan(closure.startsAt, closure.endsAt)}
      {closure.repeats ? ` ↻ ${text.repeats}` : ''}
    </Box>
  </Box>
)

function Free({ room, at, shown, hand, spot }: LaneProps & { at: Cell }) {
  const { from, to } = at
  return (
    <Box {...atCell(room.id, at.key)} role="gridcell" className="free" style={styleOf(placeIn(at, shown))}>
      <Tap
        className="free__tap"
        label={`${room.name}，${text.freeSpan(`${clockOf(from)}–${clockOf(to)}`)}`}
        skipped={spot !== at.key}
        onTap={() => hand?.onFree(room, { from, to })}
      >
        {text.plus}
      </Tap>
    </Box>
  )
}

function Block(props: LaneProps & { block: BoardBlock; at: Cell }) {
  const { room, block, at, day, now, shown, hand, chosen, spot } = props
  const cleaning = placeOf({ startsAt: block.endsAt, endsAt: block.freeAt }, day, shown)
  const look = lookOf(block, now)
  const { what, state, said } = wordsOf(block, now)
  const isChosen = chosen === block.caseId
  return (
    <>
      <Box
        {...atCell(room.id, at.key)}
        role="gridcell"
        className={`at ${look === 'missed' ? 'at--missed' : ''}`}
        style={styleOf(placeIn(at, shown))}
      >
        <Tap
          className={`blk blk--${look} ${isChosen ? 'blk--chosen' : ''}`}
          label={[room.name, clockSpan(block.startsAt, block.endsAt), ...said].join('，')}
          skipped={spot !== at.key}
          {...(hand === null
            ? { to: pages.deskCase(block.caseId) }
            : { current: isChosen, onTap: () => hand.onChoose(block) })}
        >
          <Box className="blk__first">{what}</Box>
          <Box>{state}</Box>
        </Tap>
        {isChosen && <Box decorative className="blk__edge" />}
      </Box>
      {cleaning && look !== 'missed' && <Box decorative className="board__clean" style={styleOf(cleaning)} />}
    </>
  )
}

function wordsOf(block: BoardBlock, now: number) {
  const { series, waiting, wish, purpose, attendees } = block
  const used = `${purposeWord[purpose]} ${text.people(attendees)}`
  const state = [
    wish ? text.wish : lookWord[lookOf(block, now)],
    ...(waiting > 0 ? [text.waits(waiting)] : []),
  ].join(' · ')
  return {
    what: series === null ? used : `${used} ${text.series(series.n, series.of)}`,
    state,
    said: [used, state, ...(series === null ? [] : [text.seriesSaid(series.n, series.of)])],
  }
}

export function Ghost({ at, day, shown, hindered }: Drawn & { at: Stretch; hindered: boolean }) {
  const period = periodOf(at, day)
  const place = placeOf(period, day, shown)
  return (
    place && (
      <Box decorative className={`blk blk--ghost ${hindered ? 'blk--hindered' : ''}`} style={styleOf(place)}>
        <Box className="blk__first">{clockSpan(period.startsAt, period.endsAt)}</Box>
      </Box>
    )
  )
}

export function Now({ shown, day, now }: Drawn) {
  const at = new Date(now).toISOString()
  const place = placeOf({ startsAt: at, endsAt: new Date(now + 60_000).toISOString() }, day, shown)
  return place && <Box decorative className="board__now" style={{ left: `${place.left}%` }} />
}
