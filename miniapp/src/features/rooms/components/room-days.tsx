import type { Room, RoomDay } from '@linli/contracts/rooms'
import { clockOf } from '../../../shared/time'
import { dayWords, lengthWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { DayStrip } from '../../../shared/ui/day-strip'
import { type TimePick, type Slot, freeMinutes, slotsOf } from '../slots'
import { roomsText } from '../text'
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
  const strip = days.map((one) => ({ one, free: freeMinutes(slotsOf(one, policy.slotMinutes)) }))
  const nextFree = strip.find(({ one, free }) => free >= policy.minMinutes && one.day > day.day)?.one.day
  return (
    <>
      <DayStrip
        label={roomsText.days}
        chosen={day.day}
        now={now}
        onChoose={onDay}
        days={strip.map(({ one, free }) => ({
          day: one.day,
          under: underWord(one, free),
          closed: free === 0,
        }))}
      />
      {freeMinutes(slots) === 0 ? (
        <NoneFree shut={slots.length === 0} next={nextFree} now={now} onDay={onDay} />
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
  shut: boolean
  next: string | undefined
  now: number
  onDay: (day: string) => void
}

const NoneFree = ({ shut, next, now, onDay }: NoneFreeProps) => (
  <Blank icon="clock" title={shut ? roomsText.dayShut : roomsText.dayFull} help={roomsText.dayHelp}>
    {next !== undefined && (
      <Button look="ghost" onTap={() => onDay(next)}>
        {roomsText.nextFree(dayWords(next, now))}
      </Button>
    )}
  </Blank>
)

function underWord(day: RoomDay, free: number) {
  if (day.open.length === 0) return roomsText.shut
  return free === 0 ? roomsText.full : roomsText.freeHours(Math.max(1, Math.floor(free / 60)))
}
