import type { FoundRoom } from '@linli/contracts/room-search'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { leftWords } from '../found-words'
import type { Question } from '../question'
import { roomsText } from '../text'
import { type Asked, BestRoom, RoomRow } from './found-rooms'

interface Props {
  rooms: readonly FoundRoom[]
  counts: { fitting: number; otherTimes: number }
  asked: Asked
}

/** What fits first and largest, then other times; in each the nearest first. */
export function FoundRooms({ rooms, counts, asked }: Props) {
  const [best, ...fitting] = rooms.filter(({ fit }) => fit === 'fits')
  const others = rooms.filter(({ fit }) => fit !== 'fits')
  const words = roomsText.found[asked.question.hours === null ? 'day' : 'hours']
  return (
    <>
      {best !== undefined && (
        <>
          <Head>{words.fitting(counts.fitting)}</Head>
          <BestRoom room={best} asked={asked} />
          <Rows rooms={fitting} asked={asked} />
        </>
      )}
      {others.length > 0 && (
        <>
          <Head>{words.others(counts.otherTimes)}</Head>
          <Rows rooms={others} asked={asked} />
        </>
      )}
    </>
  )
}

const Head = ({ children }: { children: string }) => (
  <Box as="h2" className="found-head">
    {children}
  </Box>
)

function Rows({ rooms, asked }: Pick<Props, 'rooms' | 'asked'>) {
  if (rooms.length === 0) return null
  return (
    <Box className="found-list">
      {rooms.map((room) => (
        <RoomRow key={room.id} room={room} asked={asked} />
      ))}
    </Box>
  )
}

interface LeftProps {
  found: { left: Parameters<typeof leftWords>[0] }
  question: Question
  widen: () => void
}

/** What cannot be used is counted, and one tap brings it back. */
export function LeftOut({ found, question, widen }: LeftProps) {
  const words = leftWords(found.left, question)
  if (words === null) return null
  return (
    <Box className="found-left">
      <Box className="found-left__words muted">{words}</Box>
      <Tap className="found-left__widen" onTap={widen}>
        {roomsText.found.widen}
      </Tap>
    </Box>
  )
}
