import type { Room } from '@linli/contracts/rooms'
import { pages } from '../../../shared/pages'
import { clockOf, instantAt } from '../../../shared/time'
import { spanWords } from '../../../shared/time-words'
import { Button } from '../../../shared/ui/button'
import type { TimePick } from '../slots'
import { roomsText } from '../text'

interface Props {
  room: Room
  day: string
  pick: TimePick | null
  now: number
}

/** The page's one main button: it says what will be booked. */
export function BookBar({ room, day, pick, now }: Props) {
  if (pick === null) return <Button disabled>{roomsText.pickFirst}</Button>
  const from = instantAt(day, clockOf(pick.from))
  const to = instantAt(day, clockOf(pick.to))
  return <Button to={pages.request(room.id, from, to)}>{roomsText.book(spanWords(from, to, now))}</Button>
}
