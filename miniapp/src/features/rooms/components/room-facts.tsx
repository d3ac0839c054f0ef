import type { Room } from '@linli/contracts/rooms'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { dial } from '../../../shared/ui/call-button'
import { Fact } from '../../../shared/ui/row'
import { Chip } from '../../../shared/ui/tag'
import { roomsText } from '../text'
import { equipmentWord, openingWords } from '../words'

export function RoomChips({ room }: { room: Room }) {
  return (
    <Box className="wrap" role="group" label={roomsText.facts}>
      <Chip icon="people">{roomsText.holds(room.capacity)}</Chip>
      <Chip>{room.stepFree ? roomsText.stepFreeFact : roomsText.steps}</Chip>
      <Chip icon="area">{roomsText.area(room.areaSquareMetres)}</Chip>
      {room.equipment.length > 0 && (
        <Chip>{room.equipment.map((one) => equipmentWord[one]).join(' · ')}</Chip>
      )}
      <Chip icon="check">{roomsText.approval[room.approval]}</Chip>
    </Box>
  )
}

export function RoomFacts({ room }: { room: Room }) {
  const phone = room.facilityPhone
  return (
    <Box className="card">
      <Fact name={roomsText.place}>{`${room.facilityName}，${room.address}`}</Fact>
      <Fact name={roomsText.open}>
        {`${openingWords(room.policy.openings)}；${roomsText.holidays[room.policy.holidays]}`}
        {room.belowOpeningNorm && <Box className="muted">{roomsText.belowNorm}</Box>}
      </Fact>
      {phone !== null && (
        <Fact name={roomsText.callFacility}>
          <Tap className="phone-link" onTap={() => dial(phone)}>
            {phone}
          </Tap>
        </Fact>
      )}
    </Box>
  )
}
