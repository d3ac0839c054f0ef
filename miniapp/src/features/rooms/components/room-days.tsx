import type { Room, RoomDay } from '@linli/contracts/rooms'
import { clockOf } from '../../../shared/time'
import { dayWords, lengthWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { DayStrip } from '../../../shared/ui/day-strip'
import type { TimePick, Slot } from '../slots'
import { type NotFree, roomsText } from '../text'
import { DayTimes } from './day-times'

interface Props {
  room: Room
  days: readonly RoomDay[]
  day: RoomDay
  now: number
  slots: readonly Slot[]
  pick: TimePick | null
  onDay: (day: string) => void
  onTap: (slot: Slot) => void
}

/** Fourteen days, and the chosen one from top to bottom; a day without free time names the next that has some. */
export function RoomDays({ room, days, day, now, slots, pick, onDay, onTap }: Props) {
  const { policy } = room
  const nextFree = days.find((one) => one.left === 'free' && one.day > day.day)?.day
  return (
    <>
      <DayStrip
        label={roomsText.days}
        chosen={day.day}
        now={now}
        onChoose={onDay}
        days={days.map((one) => ({ day: one.day, under: underWord(one), closed: one.left !== 'free' }))}
      />
      {day.left !== 'free' ? (
        <NoneFree left={day.left} next={nextFree} now={now} onDay={onDay} />
      ) : (
        <Box as="p" className="muted" live>
          {pick?.open === true
            ? roomsText.hintEnd(clockOf(pick.from))
            : roomsText.hint(lengthWords(policy.maxMinutes))}
        </Box>
      )}
      {slots.length > 0 && <DayTimes day={dayWords(day.day, now)} slots={slots} pick={pick} onTap={onTap} />}
    </>
  )
}

interface NoneFreeProps {
  left: NotFree
  next: string | undefined
  now: number
  onDay: (day: string) => void
}

const NoneFree = ({ left, next, now, onDay }: NoneFreeProps) => (
  <Blank icon="clock" title={roomsText.dayWithout[left]} help={roomsText.dayHelp}>
    {next !== undefined && (
      <Button look="ghost" onTap={() => onDay(next)}>
        {roomsText.nextFree(dayWords(next, now))}
      </Button>
    )}
  </Blank>
)

const underWord = ({ left, freeMinutes }: RoomDay) =>
  left === 'free' ? roomsText.freeHours(Math.max(1, Math.floor(freeMinutes / 60))) : roomsText.without[left]
