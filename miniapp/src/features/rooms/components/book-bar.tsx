import type { Room } from '@linli/contracts/rooms'
import { type AsLast, pages } from '../../../shared/navigation/pages'
import { clockOf, instantAt } from '../../../shared/time/shanghai'
import { spanWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import type { DayPick } from '../use-pick'
import { roomsText } from '../text'
import { promiseWords } from '../words'

interface Props {
  room: Room
  day: string
  picking: DayPick
  now: number
  asLast: AsLast | undefined
}

/** The page's one main button says what will be booked, or waited for; above it what can be promised. */
export function BookBar({ room, day, picking: { pick, waiting }, now, asLast }: Props) {
  if (room.retired) return <Button disabled>{roomsText.retired}</Button>
  if (pick === null) return <Button disabled>{roomsText.pickFirst}</Button>
  const from = instantAt(day, clockOf(pick.from))
  const to = instantAt(day, clockOf(pick.to))
  const when = spanWords(from, to, now)
  return (
    <>
      {!waiting && (
        <Box as="p" className="muted book-promise">
          {promiseWords(room, from, now)}
        </Box>
      )}
      <Button to={pages.request(room.id, from, to, waiting, asLast)}>
        {waiting ? roomsText.wait(when) : roomsText.book(when)}
      </Button>
    </>
  )
}

/** The chosen hours, every week. */
export function EveryWeek({
  room,
  day,
  picking: { pick, waiting },
}: Pick<Props, 'room' | 'day' | 'picking'>) {
  if (pick === null || waiting || room.retired) return null
  const [from, to] = [instantAt(day, clockOf(pick.from)), instantAt(day, clockOf(pick.to))]
  return (
    <Card>
      <Row title={roomsText.weekly} under={roomsText.weeklyHelp} to={pages.series(room.id, from, to)} />
    </Card>
  )
}
