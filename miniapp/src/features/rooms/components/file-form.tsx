import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { PersonFields } from '../../../shared/forms/person-fields'
import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { roomOptions } from '../../../shared/slots/room-options'
import { useOwnRooms } from '../../../shared/staff/use-own-rooms'
import type { Place } from '../../../shared/staff/use-communities'
import { dayOf } from '../../../shared/time/shanghai'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { useFileBooking, useRoom, useRoomDays, useRoomsOf } from '../api'
import { fileText } from '../file-text'
import type { FiledUse } from '../filed-use'
import { FileInRoom } from './file-in-room'

interface Props {
  places: readonly [Place, ...Place[]]
  /** From an empty stretch of the board. */
  asked: { room: string | undefined; hours: { from: string; to: string } | undefined }
}

const nothing: FiledUse = { name: '', phone: '', purpose: null, attendees: null, note: '' }

/** Who, which room and when, what for: from top to bottom. */
export function Filed({ places, asked }: Props) {
  const [chosen, setChosen] = useState(places[0].code)
  const community = places.find(({ code }) => code === chosen)?.code ?? places[0].code
  const [roomId, setRoom] = useState(asked.room ?? null)
  // Of somebody else: it stays on no device of the office.
  const [use, setUse] = useState(nothing)
  const write = useFileBooking(({ id }) => {
    say(fileText.done)
    replaceWith(pages.deskCase(id))
  })
  const change = (part: Partial<FiledUse>) => setUse((was) => ({ ...was, ...part }))
  const turnTo = (code: string) => {
    setChosen(code)
    setRoom(null)
  }
  const lead = { use, write, onChange: change }
  return (
    <>
      <Card title={fileText.who}>
        <PersonFields
          person={use}
          path="person"
          phoneHelp={fileText.phoneHelp}
          problem={write.error}
          onChange={change}
        />
        <Box className="muted">{fileText.later}</Box>
      </Card>
      {places.length > 1 && (
        <Card title={fileText.community}>
          <Choice
            label={fileText.community}
            options={places.map(({ code, name }) => ({ value: code, word: name }))}
            chosen={community}
            onChoose={turnTo}
          />
        </Card>
      )}
      <Rooms community={community} chosen={roomId} onChoose={setRoom} />
      {roomId === null ? (
        <Button needs={fileText.needs.room}>{fileText.submit}</Button>
      ) : (
        <InRoom key={roomId} id={roomId} hours={asked.room === roomId ? asked.hours : undefined} {...lead} />
      )}
    </>
  )
}

interface RoomsProps {
  community: string
  chosen: string | null
  onChoose: (id: string) => void
}

function Rooms({ community, chosen, onChoose }: RoomsProps) {
  const query = useRoomsOf(community, dayOf(useNow()))
  const own = useOwnRooms(community)
  return (
    <Card title={fileText.room}>
      <Answered query={query} blocks={[52]}>
        {({ rooms }) => (
          <Choice
            label={fileText.room}
            options={roomOptions(rooms.filter(({ id }) => own === null || own.includes(id)))}
            chosen={chosen}
            onChoose={onChoose}
          />
        )}
      </Answered>
    </Card>
  )
}

interface InProps {
  id: string
  hours: { from: string; to: string } | undefined
  use: FiledUse
  onChange: (part: Partial<FiledUse>) => void
  write: ReturnType<typeof useFileBooking>
}

function InRoom({ id, ...rest }: InProps) {
  const room = useRoom(id).data
  const query = useRoomDays(id)
  return (
    <Answered query={query} blocks={[92, 420]}>
      {({ days, now }) =>
        room !== undefined && <FileInRoom room={room} days={days} now={Date.parse(now)} {...rest} />
      }
    </Answered>
  )
}
