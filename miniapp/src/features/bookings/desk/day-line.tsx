import './day-line.css'
import { type BookingDetail, liveStates } from '@linli/contracts/booking-case'
import type { Period } from '@linli/contracts/common'
import type { BusyPeriod, RoomDay } from '@linli/contracts/rooms'
import { dayOf, minuteInDay } from '../../../shared/time/shanghai'
import { clockSpan } from '../../../shared/time/time-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { useRoomDay } from './api'
import { overlap } from './periods'
import { deskText } from './text'

interface Props {
  one: BookingDetail
}

/** The room's day around the case, as one line: what stands beside it. */
export function DayLine({ one }: Props) {
  const query = useRoomDay(one.facts.roomId, dayOf(one.startsAt))
  return (
    <Card title={deskText.dayOf(one.title)}>
      <Answered query={query} blocks={[78]}>
        {({ days: [day] }) =>
          day === undefined ? null : (
            <Line day={day} busy={others(day.busy, one)} use={one} word={deskText.thisOne} />
          )
        }
      </Answered>
    </Card>
  )
}

/** Per cent of the line that a character needs at 390 px; narrower parts carry no word, but all of them are spoken. */
const characterWidth = 5

interface LineProps {
  day: RoomDay
  busy: readonly BusyPeriod[]
  use: Period
  /** What the use is called. */
  word: string
}

/** A room's day in hours, and on it a use of it beside what is taken. */
export function Line({ day, busy, use, word: thisUse }: LineProps) {
  const at = (instant: string) => minuteInDay(day.day, instant)
  // The room may have been opened that day when it was asked for, and not be now.
  const hoursOpen = day.open.length > 0 ? day.open : [use]
  const from = Math.min(...hoursOpen.map((o) => at(o.startsAt)))
  const to = Math.max(...hoursOpen.map((o) => at(o.endsAt)))
  const share = (minutes: number) => (minutes / (to - from)) * 100
  const { startsAt, endsAt } = use
  const parts = [
    ...busy.map((b) => ({ ...b, word: deskText.busy[b.kind], mine: false })),
    { startsAt, endsAt, word: thisUse, mine: true },
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

/** A live request is itself among what is taken, with the cleaning after it; on the line it stands only once. */
export function others(busy: readonly BusyPeriod[], booking: BookingDetail) {
  if (!liveStates.includes(booking.state)) return busy
  const end = Date.parse(booking.endsAt)
  return busy.filter(({ kind, ...part }) => {
    if (kind === 'cleaning') return Date.parse(part.startsAt) !== end
    return kind !== 'booked' || !overlap(part, booking)
  })
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
