import type { Room, RoomDay } from '@linli/contracts/rooms'
import { clockOf } from '../../../shared/time'
import { dayWords, lengthWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { DayStrip } from '../../../shared/ui/day-strip'
import { type NotFree, roomsText } from '../text'
import type { DayPick } from '../use-pick'
import { DayTimes } from './day-times'

interface Props {
  room: Room
  days: readonly RoomDay[]
  day: RoomDay
  now: number
  picking: DayPick
  onDay: (day: string) => void
}

/** Fourteen days, and the chosen one from top to bottom; a day without free time names the next that has some. */
export function RoomDays({ room, days, day, now, picking, onDay }: Props) {
  const { slots, pick, waiting, tap } = picking
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
      {day.left !== 'free' && !waiting && (
        <NoneFree left={day.left} next={nextFree} now={now} onDay={onDay} />
      )}
      <Hint room={room} picking={picking} free={day.left === 'free'} />
      {slots.length > 0 && <DayTimes day={dayWords(day.day, now)} slots={slots} pick={pick} onTap={tap} />}
    </>
  )
}

interface HintProps {
  room: Room
  picking: DayPick
  free: boolean
}

/** What the next tap does; and, while taken time is chosen, the way back to what is free. */
function Hint({ room, picking: { slots, pick, waiting, stop }, free }: HintProps) {
  const words = hintWords(room, pick, waiting, slots)
  if (words === null && !free) return null
  return (
    <>
      <Box as="p" className="muted" live>
        {words ?? roomsText.hint(lengthWords(room.policy.maxMinutes))}
      </Box>
      {waiting && (
        <Button look="plain" onTap={stop}>
          {roomsText.stopWaiting}
        </Button>
      )}
    </>
  )
}

function hintWords(room: Room, pick: DayPick['pick'], waiting: boolean, slots: DayPick['slots']) {
  const open = pick?.open === true ? pick : null
  if (waiting) return open === null ? roomsText.hintWait : roomsText.hintWaitEnd(clockOf(open.from))
  if (open !== null) return roomsText.hintEnd(clockOf(open.from))
  const hint = roomsText.hint(lengthWords(room.policy.maxMinutes))
  if (!slots.some((slot) => slot.canWait)) return null
  return slots.some((slot) => slot.state === 'free') ? `${hint}${roomsText.hintTaken}` : roomsText.hintTaken
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
