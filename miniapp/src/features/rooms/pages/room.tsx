import type { Room, RoomDay } from '@linli/contracts/rooms'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { decoded } from '../../../shared/navigation/current-address'
import { type AsLast, pages } from '../../../shared/navigation/pages'
import type { ProblemError } from '../../../shared/http/problem'
import { dayOf } from '../../../shared/time/shanghai'
import { useNow } from '../../../shared/time/use-now'
import { Age, Answered } from '../../../shared/ui/answers/answered'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { useRoom, useRoomDays } from '../api'
import { RoomFacts, RoomHead } from '../components/room-facts'
import { RoomDays } from '../components/room-days'
import { roomsText } from '../text'
import { BookBar, EveryWeek } from '../components/book-bar'
import { MoveInRoom } from '../components/move-in-room'
import { useMoving } from '../use-moving'
import { usePick } from '../use-pick'

export default function RoomPage() {
  const { id = '', day, from, to, minutes, purpose, people, move } = useRouter().params
  const room = useRoom(id)
  const days = useRoomDays(id)
  const present = useNow()
  // The service's clock, as far as its answer has aged here.
  const now = days.data && Date.parse(days.data.now) + Math.max(0, present - days.dataUpdatedAt)
  const left = now === undefined ? [] : (days.data?.days ?? []).filter((one) => one.day >= dayOf(now))
  const moving = useMoving(move)
  if (room.data !== undefined && now !== undefined && left.length > 0 && moving.one !== undefined) {
    const asLast = purpose === undefined || people === undefined ? undefined : { purpose, people }
    const hours =
      from === undefined || to === undefined ? undefined : { from: decoded(from), to: decoded(to) }
    const asked = { day, hours, minutes: Number(minutes ?? 0), asLast }
    const shown = { room: room.data, days: left, now, asked, age: <Age of={days} /> }
    return moving.one === null ? <Shown {...shown} /> : <MoveInRoom {...shown} moving={moving.one} />
  }
  const asked: UseQueryResult<unknown, ProblemError>[] = [room, days, moving.query]
  const missing = asked.find(({ data }) => data === undefined) ?? days
  return (
    <Page title={room.data?.name ?? roomsText.title}>
      <Answered<unknown> query={{ ...missing, data: undefined }} blocks={[220, 96, 92, 420]}>
        {() => null}
      </Answered>
    </Page>
  )
}

interface Props {
  room: Room
  days: RoomDay[]
  now: number
  /** What somebody looked for before they came here. */
  asked: {
    day: string | undefined
    hours: { from: string; to: string } | undefined
    /** As long as last time; 0 where nothing is said. */
    minutes: number
    asLast: AsLast | undefined
  }
  age: ReactNode
}

function Shown({ room, days, now, asked, age }: Props) {
  const open =
    days.find((one) => one.left === 'free') ??
    days.find((one) => one.bookableFrom !== null && one.open.length > 0)
  const [chosen, setChosen] = useState(days.some((one) => one.day === asked.day) ? asked.day : open?.day)
  const day = days.find((one) => one.day === chosen) ?? (days[0] as RoomDay)
  const picking = usePick(room, day, asked)
  return (
    <Page
      title={room.name}
      phone={room.facilityPhone}
      bar={<BookBar room={room} day={day.day} picking={picking} now={now} asLast={asked.asLast} />}
    >
      {age}
      <RoomHead room={room} />
      <RoomDays room={room} days={days} day={day} now={now} picking={picking} onDay={setChosen} />
      <EveryWeek room={room} day={day.day} picking={picking} />
      <RoomFacts room={room} />
      {room.canManage && (
        <Button look="plain" to={pages.closures(room.id)}>
          {roomsText.manage}
        </Button>
      )}
    </Page>
  )
}
