import type { RoomSummary } from '@linli/contracts/rooms'
import { Picture } from '../../../shared/ui/picture'

interface Props {
  room: Pick<RoomSummary, 'kind' | 'photos'>
  shape: 'wide' | 'thumb'
  eager?: boolean
}

/** Our drawing of the kind of room. */
export const RoomPicture = ({ room, shape, eager }: Props) => (
  <Picture of={room.kind} shape={shape} {...(eager === undefined ? {} : { eager })} />
)
