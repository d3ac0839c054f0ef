import './room-facts.css'
import { equipmentWord } from '@linli/contracts/room-words'
import type { Room } from '@linli/contracts/rooms'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { dial } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Fact } from '../../../shared/ui/row'
import { roomsText } from '../text'
import { openWords, ruleWords } from '../words'
import { HowFar } from './how-far'
import { KeepRoom } from './keep-room'
import { MapLink } from '../../../shared/ui/map-link'
import { RoomPhotos } from './room-picture'

/** The room to the eye; where it is, what it costs, whom it holds and what is in it, before anything is chosen. */
export function RoomHead({ room }: { room: Room }) {
  const place = `${room.facilityName}${room.floor === null ? '' : ` ${room.floor}`}`
  const facts = [
    roomsText.holds(room.capacity),
    roomsText.area(room.areaSquareMetres),
    room.stepFree ? roomsText.stepFreeFact : roomsText.steps,
    ...(room.equipment.length === 0 ? [] : [room.equipment.map((one) => equipmentWord[one]).join('、')]),
  ]
  return (
    <>
      <Box className="room-picture">
        <RoomPhotos room={room} />
      </Box>
      <Box as="section" label={roomsText.facts}>
        <Box className="strong">{place}</Box>
        <Box className="muted">{[room.door, room.address].filter((one) => one !== null).join('；')}</Box>
        <Box className="room-line">
          {room.position !== null && (
            <>
              <MapLink place={{ position: room.position, name: place, address: room.address }} />
              <HowFar to={room.position} />
            </>
          )}
          <KeepRoom id={room.id} />
        </Box>
        <Box>
          <Box as="span" className="strong">
            {room.price ?? roomsText.free}
          </Box>
          {` · ${facts.join(' · ')}`}
        </Box>
        <Box className="muted">{ruleWords(room.policy)}</Box>
      </Box>
    </>
  )
}

/** What is asked of those who come, when it is open, and whom to call. */
export function RoomFacts({ room }: { room: Room }) {
  const phone = room.facilityPhone
  return (
    <Card title={roomsText.know}>
      {room.rules !== null && (
        <Fact name={roomsText.rules}>
          <Box className="fact__words">{room.rules}</Box>
        </Fact>
      )}
      {room.bring !== null && (
        <Fact name={roomsText.bring}>
          <Box className="fact__words">{room.bring}</Box>
        </Fact>
      )}
      <Fact name={roomsText.open}>
        {`${openWords(room.policy)}；${roomsText.holidays[room.policy.holidays]}`}
        {room.belowOpeningNorm && <Box className="muted">{roomsText.belowNorm}</Box>}
      </Fact>
      {phone !== null && (
        <Fact name={roomsText.callFacility}>
          <Tap className="phone-link" onTap={() => dial(phone)}>
            {phone}
          </Tap>
        </Fact>
      )}
    </Card>
  )
}
