import type { CaseDetail } from '@linli/contracts/cases'
import type { RoomDay } from '@linli/contracts/rooms'
import { dayOf, minuteInDay } from '../../../shared/time'
import { clockSpan } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { useRoomDay } from '../api'
import { deskText } from '../text'

/** The room's day around the case, as one line: what stands beside it. */
export function DayLine({ one }: { one: CaseDetail }) {
  const { roomId, roomName, startsAt } = one.booking
  const day = useRoomDay(roomId, dayOf(startsAt)).data?.days[0]
  return (
    <Card title={deskText.dayOf(roomName)}>
      {day === undefined || day.open.length === 0 ? (
        <Box className="day-line" />
      ) : (
        <Line day={day} one={one} />
      )}
    </Card>
  )
}

/** Per cent of the line that a character needs at 390 px; narrower parts carry no word, but all of them are spoken. */
const characterWidth = 5

function Line({ day, one }: { day: RoomDay; one: CaseDetail }) {
  const at = (instant: string) => minuteInDay(day.day, instant)
  const from = Math.min(...day.open.map((o) => at(o.startsAt)))
  const to = Math.max(...day.open.map((o) => at(o.endsAt)))
  const share = (minutes: number) => (minutes / (to - from)) * 100
  const { startsAt, endsAt } = one.booking
  const parts = [
    ...day.busy.map((b) => ({ ...b, word: deskText.busy[b.kind], mine: false })),
    { startsAt, endsAt, word: deskText.thisOne, mine: true },
  ]
  const hours = Array.from({ length: Math.floor((to - from) / 120) + 1 }, (_, i) => from + i * 120)
  return (
    <>
      <Box
        className="day-line"
        role="img"
        label={parts.map((part) => `${part.word} ${clockSpan(part.startsAt, part.endsAt)}`).join('，')}
      >
        {parts.map(({ startsAt: start, endsAt: end, word, mine }) => {
          const width = share(at(end) - at(start))
          return (
            <Box
              key={`${start}${word}`}
              className={`day-line__part ${mine ? 'day-line__part--mine' : ''}`}
              style={{ left: `${share(at(start) - from)}%`, width: `${width}%` }}
            >
              {width >= word.length * characterWidth ? word : ''}
            </Box>
          )
        })}
      </Box>
      <Hours minutes={hours} place={(minutes) => share(minutes - from)} />
    </>
  )
}

const Hours = ({ minutes, place }: { minutes: number[]; place: (minutes: number) => number }) => (
  <Box className="day-line__hours" decorative>
    {minutes.map((each) => (
      <Box key={each} className="day-line__hour" style={{ left: `${place(each)}%` }}>
        {String(each / 60)}
      </Box>
    ))}
  </Box>
)
