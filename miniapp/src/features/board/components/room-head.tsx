import type { BoardWeekRoom } from '@linli/contracts/board'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { headKey } from '../cells'
import { boardText as text } from '../text'
import { atCell } from './use-walk'

type Headed = Pick<BoardWeekRoom, 'id' | 'name' | 'retired' | 'capacity' | 'facilityName'>

interface Props<Room> {
  room: Room
  /** Null where nothing is booked for anybody from here. */
  onBook: ((room: Room) => void) | null
  /** The keyboard is here. */
  here?: boolean
}

/** What is booked for somebody begins at the room's name, or at an empty stretch. */
export const RoomHead = <Room extends Headed>({ room, onBook, here = false }: Props<Room>) => (
  <Box {...atCell(room.id, headKey)} className="board__room" role="rowheader">
    <Box className="board__name">{room.name}</Box>
    <Box className="board__of muted">
      {room.retired ? text.retired : `${text.capacity(room.capacity)} · ${room.facilityName}`}
    </Box>
    {onBook !== null && !room.retired && (
      <Tap className="board__book" label={text.book(room.name)} skipped={!here} onTap={() => onBook(room)}>
        {text.bookWord}
      </Tap>
    )}
  </Box>
)
