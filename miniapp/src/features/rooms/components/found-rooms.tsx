import './found.css'
import { metresBetween } from '@linli/contracts/distance'
import type { FoundRoom } from '@linli/contracts/room-search'
import type { Position } from '@linli/contracts/rooms'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { distanceWords } from '../distance'
import { factsOf, nextStep, whenWords } from '../found-words'
import { askedSpan } from '../free-spans'
import type { Question } from '../question'
import { FreeBar } from '../../../shared/ui/free-bar'
import { FreeAxis } from './free-axis'
import { RoomPicture } from './room-picture'

export interface Asked {
  question: Question
  /** The day that was looked at. */
  day: string
  centre: Position | null
  now: number
}

interface Props {
  room: FoundRoom
  asked: Asked
}

/** What fits best, as large as it may be. */
export const BestRoom = ({ room, asked }: Props) => (
  <Tap className="found-best" to={linkOf(room, asked)}>
    <RoomPicture room={room} shape="wide" eager />
    <Box className="found-best__words">
      <Box className="between">
        <Box className="found__name title">{room.name}</Box>
        <Far room={room} asked={asked} />
      </Box>
      <Box className="muted">{placeOf(room)}</Box>
      <When room={room} asked={asked} />
      <Box>{factsOf(room, asked.question, asked.now).join(' · ')}</Box>
      <Bar room={room} asked={asked} />
      <FreeAxis />
    </Box>
  </Tap>
)

export const RoomRow = ({ room, asked }: Props) => (
  <Tap className="found-row" to={linkOf(room, asked)}>
    <RoomPicture room={room} shape="thumb" />
    <Box className="found-row__words">
      <Box className="between">
        <Box className="found__name">{room.name}</Box>
        <Far room={room} asked={asked} />
      </Box>
      <Box className="muted">{[placeOf(room), ...factsOf(room, asked.question, asked.now)].join(' · ')}</Box>
      <When room={room} asked={asked} />
      <Bar room={room} asked={asked} />
    </Box>
  </Tap>
)

const linkOf = (room: FoundRoom, { question, day }: Asked) =>
  pages.room(room.id, nextStep(room, question, day))

const placeOf = ({ communityName, facilityName, floor }: FoundRoom) =>
  `${facilityName.startsWith(communityName) ? '' : `${communityName} · `}${facilityName}${floor === null ? '' : ` ${floor}`}`

function Far({ room, asked }: Props) {
  if (asked.centre === null || room.position === null) return null
  return <Box className="found__far">{distanceWords(metresBetween(asked.centre, room.position))}</Box>
}

const When = ({ room, asked }: Props) => (
  <Box className={`found__when found__when--${room.fit === 'fits' ? 'fits' : 'later'}`}>
    {whenWords(room, asked.question, asked.now)}
  </Box>
)

const Bar = ({ room, asked }: Props) => (
  <Box className="found__bar">
    <FreeBar free={room.free} asked={askedSpan(asked.question.hours)} />
  </Box>
)
