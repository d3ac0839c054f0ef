import './room-card.css'
import type { RoomSummary } from '@linli/contracts/rooms'
import { dayOf } from '../../../shared/time/shanghai'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import { roomsText } from '../text'
import { freeWords } from '../words'

/** One room in the list: what it is, and what is left on the asked day. */
export function RoomCard({ room, day, now }: { room: RoomSummary; day: string | null; now: number }) {
  const facts = [
    roomsText.holds(room.capacity),
    roomsText.area(room.areaSquareMetres),
    room.stepFree ? roomsText.stepFreeFact : roomsText.steps,
  ]
  return (
    <Tap
      className="room-card"
      to={pages.room(room.id, room.earliest === null ? (day ?? undefined) : dayOf(room.earliest))}
    >
      <Box className="room-card__words">
        <Box className="room-card__name">{room.name}</Box>
        <Box className="muted">{`${room.communityName} · ${room.facilityName}`}</Box>
        <Box className="muted">
          {facts.map((fact, n) => (
            <Box as="span" key={fact} className="room-card__fact">
              {n < facts.length - 1 ? `${fact} · ` : fact}
            </Box>
          ))}
        </Box>
      </Box>
      <Box className="room-card__end">
        <StateTag tone={room.left === 'free' ? 'good' : 'quiet'}>{freeWords(room, now)}</StateTag>
      </Box>
    </Tap>
  )
}
