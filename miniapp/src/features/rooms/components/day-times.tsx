import type { RoomPolicy } from '@linli/contracts/rooms'
import { pages } from '../../../shared/navigation/pages'
import { clockOf } from '../../../shared/time/shanghai'
import { hoursWords } from '../../../shared/time/time-words'
import type { Slot, TimePick } from '../slots'
import { slotSpan } from '../slots'
import { roomsText } from '../text'
import { type Cell, HoursOfDay } from './hours'

type Rules = Pick<RoomPolicy, 'slotMinutes' | 'minMinutes' | 'bufferMinutes' | 'noticeMinutes'>

interface Props {
  /** The day in words. */
  day: string
  slots: readonly Slot[]
  rules: Rules
  pick: TimePick | null
  onTap: (slot: Slot) => void
}

/** The hours of a room on a day: start, then end. */
export function DayTimes({ day, slots, rules, pick, onTap }: Props) {
  const cells = withParts(slots.map((slot) => toCell(slot, pick, rules)))
  const stop = (['mine', 'free', 'own', 'wait'] as const)
    .map((look) => cells.find((cell) => cell.look === look))
    .find((cell) => cell !== undefined)
  return (
    <HoursOfDay
      label={roomsText.grid(day)}
      cells={cells}
      stop={stop?.key ?? null}
      onTap={(key) => {
        const slot = slots.find((one) => String(one.from) === key)
        if (slot !== undefined) onTap(slot)
      }}
    />
  )
}

const partOf = (from: number) =>
  roomsText.parts[from < 12 * 60 ? 'morning' : from < 18 * 60 ? 'noon' : 'evening']

/** Where the afternoon and the evening begin it is said. */
function withParts(cells: readonly (Cell & { from: number })[]): Cell[] {
  return cells.map(({ from, ...cell }, n) => {
    const before = cells[n - 1]
    return before === undefined || partOf(before.from) === partOf(from)
      ? cell
      : { ...cell, part: partOf(from) }
  })
}

function toCell(slot: Slot, pick: TimePick | null, rules: Rules): Cell & { from: number } {
  const mine = pick !== null && slot.from < pick.to && pick.from < slot.to
  const look = mine ? 'mine' : lookOf(slot)
  const single = slot.state === 'free'
  const words = mine ? pickedWords(slot, pick) : slotWords(slot, rules)
  const spoken = mine ? [...new Set([words, roomsText.picked])].filter(Boolean) : [words]
  return {
    from: slot.from,
    key: String(slot.from),
    at: single ? clockOf(slot.from) : slotSpan(slot),
    words,
    spoken: [slotSpan(slot), ...spoken, ...(look === 'wait' ? [roomsText.line] : [])].join('，'),
    look,
    side: single ? sideOf(slot.from, rules.slotMinutes) : 'whole',
    ...(look === 'wait' && { end: roomsText.line }),
    ...(slot.caseId !== undefined && { to: pages.case(slot.caseId) }),
  }
}

/** The full hour is on the left, the half hour on the right. */
const sideOf = (from: number, slotMinutes: number) =>
  slotMinutes === 30 && from % 60 === 30 ? ('right' as const) : ('left' as const)

function lookOf({ state, canWait }: Slot): Cell['look'] {
  switch (state) {
    case 'free':
      return 'free'
    case 'mine':
      return 'own'
    case 'cleaning':
      return 'cleaning'
    case 'past':
      return 'late'
    case 'short':
    case 'tight':
      return 'gap'
    default:
      return canWait ? 'wait' : 'taken'
  }
}

function slotWords(
  { from, to, state, isOwn }: Slot,
  { minMinutes, bufferMinutes, noticeMinutes }: Rules,
): string {
  const length = hoursWords(to - from)
  switch (state) {
    case 'short':
      return roomsText.gap.short(length, hoursWords(minMinutes))
    case 'tight':
      return roomsText.gap.tight(length, hoursWords(bufferMinutes))
    case 'past':
      return noticeMinutes > 0 ? roomsText.tooLate(hoursWords(noticeMinutes)) : roomsText.slot.past
    default:
      return isOwn === true ? roomsText.move.was : roomsText.slot[state]
  }
}

function pickedWords(slot: Slot, pick: TimePick): string {
  const length = hoursWords(pick.to - pick.from)
  const ends = roomsText.ends(clockOf(pick.to), length)
  if (slot.from <= pick.from && slot.to >= pick.to) return ends
  if (slot.from === pick.from) return roomsText.starts
  return slot.to === pick.to ? ends : roomsText.picked
}
