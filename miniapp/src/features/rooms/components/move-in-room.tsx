import type { Room, RoomDay } from '@linli/contracts/rooms'
import { type ReactNode, useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { clockOf, dayOf, instantAt } from '../../../shared/time/shanghai'
import { spanWords } from '../../../shared/time/time-words'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { dayWithout, isOld, type Moving } from '../own-time'
import { roomsText } from '../text'
import { type DayPick, usePick } from '../use-pick'
import { RoomDays } from './room-days'

interface Props {
  room: Room
  days: RoomDay[]
  now: number
  moving: Moving & { may: boolean }
  asked: { day: string | undefined }
  age: ReactNode
}

const words = roomsText.move

/** Another time for a booking of this room: the same days and hours, its own time free for it. */
export function MoveInRoom({ room, days, now, moving, asked, age }: Props) {
  const wanted = asked.day ?? dayOf(moving.startsAt)
  const [chosen, setChosen] = useState(wanted)
  const mine = days.map((one) => dayWithout(one, moving, room.policy))
  const day = mine.find((one) => one.day === chosen) ?? (mine[0] as RoomDay)
  const picking = usePick(room, day, { hours: undefined, minutes: moving.minutes }, { moving })
  if (!moving.may) return <NotNow id={moving.id} />
  return (
    <Page
      title={words.title}
      phone={room.facilityPhone}
      bar={<MoveBar moving={moving} day={day.day} picking={picking} now={now} />}
    >
      {age}
      <Card>
        <Box as="h2" className="title">
          {room.name}
        </Box>
        <Box>{words.from(spanWords(moving.startsAt, moving.endsAt, now))}</Box>
      </Card>
      <RoomDays said room={room} days={mine} day={day} now={now} picking={picking} onDay={setChosen} />
    </Page>
  )
}

interface BarProps {
  moving: Moving
  day: string
  picking: DayPick
  now: number
}

function MoveBar({ moving, day, picking: { pick }, now }: BarProps) {
  if (pick === null) return <Button disabled>{roomsText.pickFirst}</Button>
  if (isOld(moving, day, pick)) return <Button disabled>{words.same}</Button>
  const [from, to] = [instantAt(day, clockOf(pick.from)), instantAt(day, clockOf(pick.to))]
  return <Button to={pages.moveBooking(moving.id, from, to)}>{words.to(spanWords(from, to, now))}</Button>
}

/** It was moved, cancelled or begun meanwhile. */
const NotNow = ({ id }: { id: string }) => (
  <Page title={words.title}>
    <Blank picture="sign" title={words.notNow} alert>
      <Button to={pages.case(id)}>{words.see}</Button>
    </Blank>
  </Page>
)
