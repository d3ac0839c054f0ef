import type { BoardRoom } from '@linli/contracts/board'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { headKey } from '../cells'
import { boardText as text } from '../text'
import { atCell } from './use-walk'

interface Props {
  room: BoardRoom
  /** Null where nothing is booked for anybody from here. */
  onBook: ((room: BoardRoom) => void) | null
  /** The keyboard is here. */
  here?: boolean
}

/** What is booked for somebody begins at the room's name, or at an empty stretch. */
export const RoomHead = ({ room, onBook, here = false }: Props) => (
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
