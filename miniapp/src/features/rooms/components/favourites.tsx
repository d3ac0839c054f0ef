import './found.css'
import type { LastUse } from '@linli/contracts/favourite-rooms'
import type { RoomSummary } from '@linli/contracts/rooms'
import { purposeWord } from '@linli/contracts/words'
import { pages } from '../../../shared/navigation/pages'
import { hoursWords, momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { roomsText } from '../text'

const words = roomsText.favourites

interface Mine {
  rooms: readonly RoomSummary[]
  last: LastUse | null
}

/** The rooms that somebody put first, and what they booked last, one tap each. */
export function Favourites({ mine: data, now }: { mine: Mine; now: number }) {
  if (data.rooms.length === 0 && data.last === null) return null
  return (
    <Card title={words.title}>
      {data.last !== null && <AsLastTime last={data.last} />}
      {data.rooms.map((room) => (
        <Row
          key={room.id}
          title={<Box className="strong">{room.name}</Box>}
          under={`${room.facilityName}${room.floor === null ? '' : ` ${room.floor}`}`}
          end={<Box className="muted">{todayWords(room, now)}</Box>}
          to={pages.room(room.id)}
        />
      ))}
    </Card>
  )
}

/** Nothing is filled in by itself: the tap takes the room, the length, the purpose and the number along. */
function AsLastTime({ last }: { last: LastUse }) {
  const { roomId, roomName, purpose, attendees, minutes } = last
  return (
    <Row
      title={<Box className="strong">{words.asLast}</Box>}
      under={[roomName, purposeWord[purpose], roomsText.ask.count(attendees), hoursWords(minutes)].join(
        ' · ',
      )}
      to={pages.room(roomId, { minutes: String(minutes), purpose, people: String(attendees) })}
    />
  )
}

function todayWords({ left, freeMinutes, earliest }: RoomSummary, now: number): string {
  if (left === 'free') return words.today(roomsText.freeToday(hoursWords(freeMinutes)))
  return earliest === null ? roomsText.without[left] : roomsText.found.earliest(momentWords(earliest, now))
}
