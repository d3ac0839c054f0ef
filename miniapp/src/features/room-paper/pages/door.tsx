import type { Room } from '@linli/contracts/rooms'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { NoScope } from '../../../shared/staff/scoped'
import { useScope } from '../../../shared/staff/use-scope'
import { addDays, dayOf, weekdayOf } from '../../../shared/time/shanghai'
import { dateWords, fullDate, weekdayWord } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { SvgImage } from '../../../shared/ui/base/svg-image'
import { Page } from '../../../shared/ui/page/page'
import { useBoard, useDivision, useDoor, useRoom } from '../api'
import { Days } from '../components/days'
import { DayLines, WeekLines } from '../components/room-lines'
import { Made, PaperSheet, PrintButton } from '../components/sheet'
import { doorText, paperText as text } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

/** A room's day for its door, or its week: times, what for, how many, the code by which one says that one has come; nobody's name. */
export default function DoorPage() {
  const { id = '', day } = useRouter().params
  const scope = useScope('halls')
  const query = useRoom(id)
  return (
    <Page
      title={doorText.title}
      wide
      bar={scope.grant !== null && query.data !== undefined && <PrintButton />}
    >
      {scope.grant === null ? (
        <NoScope scope={scope} returnTo={pages.doorSheet(id)} />
      ) : (
        <Answered query={query} blocks={[60, 420]}>
          {(room) => <Sheets room={room} asked={day} />}
        </Answered>
      )}
    </Page>
  )
}

type Shows = 'day' | 'week'
const options = (['day', 'week'] as const).map((value) => ({ value, word: doorText.options[value] }))

function Sheets({ room, asked }: { room: Room; asked: string | undefined }) {
  const today = dayOf(useNow())
  const [day, setDay] = useState(asked ?? today)
  const [shows, setShows] = useState<Shows>('day')
  const monday = addDays(day, 1 - weekdayOf(day))
  const query = useBoard(room.community, shows === 'day' ? day : monday, shows === 'day' ? 1 : 7)
  return (
    <Box className={`room-paper ${shows === 'week' ? 'room-paper--dense' : ''}`}>
      <FindHere />
      <Box className="not-on-paper">
        <Choice label={doorText.shows} options={options} chosen={shows} onChoose={setShows} />
      </Box>
      <Days day={day} step={shows === 'day' ? 1 : 7} onDay={setDay} />
      <Answered query={query} blocks={[420]}>
        {({ rooms }) => {
          const found = rooms.find(({ id }) => id === room.id)
          if (found === undefined) return <Blank picture="sign" title={text.gone} help={text.goneHelp} />
          const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n))
          return (
            <PaperSheet title={room.name} under={whereOf(room)}>
              <Box className="room-paper__day">
                {shows === 'day' ? `${fullDate(day)} ${weekdayWord(day)}` : weekOf(days)}
              </Box>
              {shows === 'day' ? <DayLines room={found} day={day} /> : <WeekLines room={found} days={days} />}
              <AtDoor room={room} />
              <Made />
            </PaperSheet>
          )
        }}
      </Answered>
    </Box>
  )
}

const whereOf = ({ facilityName, floor, door }: Room): string =>
  [facilityName, floor, door].filter((part) => part !== null).join(' · ')

const weekOf = (days: readonly string[]): string =>
  `${fullDate(days[0] ?? '')} 至 ${dateWords(days.at(-1) ?? '')}`

/** Whom to call, and what whoever has booked scans when they come. */
function AtDoor({ room }: { room: Room }) {
  const { data } = useDoor(room.id, room.canManage)
  return (
    <Box className="room-paper__foot">
      <Box className="room-paper__words">
        <Phone room={room} />
        {data !== undefined && (
          <>
            <Box className="strong">{doorText.scan}</Box>
            <Box>{doorText.scanHelp}</Box>
          </>
        )}
      </Box>
      {data !== undefined && (
        <SvgImage
          className="room-paper__code"
          svg={renderSVG(data.link, { border: 2 })}
          label={doorText.code(room.name)}
        />
      )}
    </Box>
  )
}

function Phone({ room }: { room: Room }) {
  const office = useDivision(room.community).data?.phone
  const phone = room.facilityPhone ?? office
  return (
    <Box className="room-paper__phone">
      {phone === undefined || phone === null ? text.noPhone : text.phone(phone)}
    </Box>
  )
}
