import type { Room } from '@linli/contracts/rooms'
import { pages } from '../../../shared/navigation/pages'
import { clockOf, instantAt } from '../../../shared/time/shanghai'
import { spanWords } from '../../../shared/time/time-words'
import { Button } from '../../../shared/ui/button'
import type { DayPick } from '../use-pick'
import { roomsText } from '../text'

interface Props {
  room: Room
  day: string
  picking: DayPick
  now: number
}

/** The page's one main button: it says what will be booked, or waited for. */
export function BookBar({ room, day, picking: { pick, waiting }, now }: Props) {
  if (pick === null) return <Button disabled>{roomsText.pickFirst}</Button>
  const from = instantAt(day, clockOf(pick.from))
  const to = instantAt(day, clockOf(pick.to))
  const when = spanWords(from, to, now)
  return (
    <Button to={pages.request(room.id, from, to, waiting)}>
      {waiting ? roomsText.wait(when) : roomsText.book(when)}
    </Button>
  )
}
