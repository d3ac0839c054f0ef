import type { BoardRoom } from '@linli/contracts/board'
import { purposeWord } from '@linli/contracts/words'
import { clockOf, minuteInDay } from '../../../shared/time/shanghai'
import { dateWords, weekdayWord } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { type Line, linesOf } from '../lines'
import { doorText, paperText as text } from '../text'
import { PaperTable } from './sheet'

const clamped = (minutes: number): number => Math.min(1440, Math.max(0, minutes))

/** What began the day before stands from midnight on. */
const span = ({ startsAt, endsAt }: Line, day: string): string =>
  `${clockOf(clamped(minuteInDay(day, startsAt)))}–${clockOf(clamped(minuteInDay(day, endsAt)))}`

function whatOf({ is, purpose, reason = '' }: Line): string {
  if (is === 'free') return text.free
  if (is === 'closed') return text.closed(reason)
  const word = purpose === undefined ? '' : purposeWord[purpose]
  return is === 'asked' ? `${word}（${text.asked}）` : word
}

const peopleOf = ({ attendees }: Line): string => (attendees === undefined ? '' : text.count(attendees))

export function DayLines({ room, day }: { room: BoardRoom; day: string }) {
  const lines = linesOf(room, day)
  if (lines.length === 0) return <Box className="room-paper__day">{text.shut}</Box>
  return (
    <PaperTable
      label={doorText.title}
      heads={[text.time, text.what, text.people]}
      rows={lines.map((line) => ({
        key: `${line.startsAt}${line.is}`,
        quiet: line.is === 'free',
        cells: [span(line, day), whatOf(line), peopleOf(line)],
      }))}
    />
  )
}

export const WeekLines = ({ room, days }: { room: BoardRoom; days: readonly string[] }) => (
  <Box className="room-paper__week">
    {days.map((day) => (
      <Weekday key={day} room={room} day={day} />
    ))}
  </Box>
)

/** A week has no place for what is free: it is what is left. */
function Weekday({ room, day }: { room: BoardRoom; day: string }) {
  const isOpen = (room.open.find((one) => one.day === day)?.spans.length ?? 0) > 0
  const lines = linesOf(room, day).filter(({ is }) => is !== 'free')
  return (
    <Box className="room-paper__weekday">
      <Box as="h3" className="room-paper__head">
        {`${weekdayWord(day)} ${dateWords(day)}`}
      </Box>
      {lines.length === 0 && <Box>{isOpen ? doorText.nothing : text.shut}</Box>}
      {lines.map((line) => (
        <Box key={`${line.startsAt}${line.is}`}>
          {[span(line, day), whatOf(line), peopleOf(line)].filter((word) => word !== '').join(' ')}
        </Box>
      ))}
    </Box>
  )
}
