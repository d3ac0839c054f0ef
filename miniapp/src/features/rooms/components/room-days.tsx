import './room-days.css'
import type { Room, RoomDay } from '@linli/contracts/rooms'
import { clockOf } from '../../../shared/time/shanghai'
import { dayWords, hoursWords } from '../../../shared/time/time-words'
import { Tap } from '../../../shared/ui/base/tap'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { DayStrip } from './day-strip'
import { type NotFree, roomsText } from '../text'
import { spansOfDay } from '../free-spans'
import { type Slot, slotSpan } from '../slots'
import type { DayPick } from '../use-pick'
import type { Edge } from '../wait-slots'
import { DayTimes } from './day-times'

interface Props {
  room: Room
  days: readonly RoomDay[]
  day: RoomDay
  now: number
  picking: DayPick
  onDay: (day: string) => void
  /** Says which day is shown, where it may be far along the strip. */
  said?: boolean
}

/** Fourteen days, and the chosen one from top to bottom; a day without free time names the next that has some. */
export function RoomDays({ room, days, day, now, picking, onDay, said }: Props) {
  const { slots, pick, waiting, tap } = picking
  const nextFree = days.find((one) => one.left === 'free' && one.day > day.day)?.day
  return (
    <>
      <DayStrip
        label={roomsText.days}
        chosen={day.day}
        now={now}
        onChoose={onDay}
        days={days.map((one) => ({
          day: one.day,
          under: underWord(one),
          free: spansOfDay(one),
          closed: one.left !== 'free',
        }))}
      />
      {said === true && (
        <Box as="h2" className="strong">
          {dayWords(day.day, now)}
        </Box>
      )}
      {day.left !== 'free' && !waiting && (
        <NoneFree left={day.left} next={nextFree} now={now} onDay={onDay} />
      )}
      <Hint room={room} picking={picking} free={day.left === 'free'} />
      {slots.length > 0 && (
        <DayTimes day={dayWords(day.day, now)} slots={slots} rules={room.policy} pick={pick} onTap={tap} />
      )}
    </>
  )
}

interface HintProps {
  room: Room
  picking: DayPick
  free: boolean
}

/** What the next tap does; what the day proposes; and, while taken time is chosen, its edges and the way back. */
function Hint({ room, picking, free }: HintProps) {
  const words = hintWords(room, picking)
  const { proposed, waiting } = picking
  if (words === null && !free) return null
  return (
    <>
      <Box as="p" className="muted" live>
        {words ?? roomsText.hint(hoursWords(room.policy.maxMinutes))}
      </Box>
      {proposed !== null && (
        <Tap
          className="propose"
          label={`${roomsText.propose(slotSpan(proposed))}，${roomsText.take}`}
          onTap={() => picking.take(proposed)}
        >
          <Box as="span">{roomsText.propose(slotSpan(proposed))}</Box>
          <Box as="span" className="propose__take">
            {roomsText.take}
          </Box>
        </Tap>
      )}
      {waiting && <Edges picking={picking} />}
    </>
  )
}

/** Moves the start and the end of what is waited for, so that one booking stays one row. */
const Edges = ({ picking }: { picking: DayPick }) => (
  <Box className="card">
    {(['from', 'to'] as const).map((which) => (
      <Box key={which} className="between edge">
        <Box className="strong">{`${roomsText.edge[which]} ${clockOf(picking.pick?.[which] ?? 0)}`}</Box>
        <Box className="edge__taps">
          <EdgeTap which={which} by={-1} move={picking.edge(which, -1)} />
          <EdgeTap which={which} by={1} move={picking.edge(which, 1)} />
        </Box>
      </Box>
    ))}
    <Button look="plain" onTap={picking.stop}>
      {roomsText.stopWaiting}
    </Button>
  </Box>
)

function EdgeTap({ which, by, move }: { which: Edge; by: -1 | 1; move: (() => void) | null }) {
  const words = by < 0 ? roomsText.earlier : roomsText.later
  return (
    <Tap
      className="choice"
      label={`${roomsText.edge[which]}${words}`}
      disabled={move === null}
      onTap={() => move?.()}
    >
      {words}
    </Tap>
  )
}

function hintWords(room: Room, { pick, waiting, slots }: DayPick) {
  if (waiting) return roomsText.hintWait
  if (pick?.open === true) return roomsText.hintEnd(clockOf(pick.from))
  const has = (state: Slot['state']) => slots.some((slot) => slot.state === state)
  const parts = [
    has('free') ? roomsText.hint(hoursWords(room.policy.maxMinutes)) : '',
    slots.some((slot) => slot.canWait) ? roomsText.hintTaken : '',
    has('mine') ? roomsText.hintMine : '',
  ].join('')
  return parts === '' ? null : parts
}

interface NoneFreeProps {
  left: NotFree
  next: string | undefined
  now: number
  onDay: (day: string) => void
}

const NoneFree = ({ left, next, now, onDay }: NoneFreeProps) => (
  <Blank picture="bench" title={roomsText.dayWithout[left]} help={roomsText.dayHelp}>
    {next !== undefined && (
      <Button look="ghost" onTap={() => onDay(next)}>
        {roomsText.nextFree(dayWords(next, now))}
      </Button>
    )}
  </Blank>
)

const underWord = ({ left, freeMinutes }: RoomDay) =>
  left === 'free' ? roomsText.freeToday(hoursWords(freeMinutes)) : roomsText.without[left]
