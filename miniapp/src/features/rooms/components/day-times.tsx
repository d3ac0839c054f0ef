import { clockOf } from '../../../shared/time/shanghai'
import { hoursWords, lengthWords } from '../../../shared/time/time-words'
import { pages } from '../../../shared/navigation/pages'
import { type GridRow, TimeGrid } from './time-grid'
import type { Rules, TimePick, Slot } from '../slots'
import { slotSpan } from '../slots'
import { roomsText } from '../text'

interface Props {
  /** The day in words. */
  day: string
  slots: readonly Slot[]
  rules: Rules
  pick: TimePick | null
  onTap: (slot: Slot) => void
}

/** The vertical day of a room: start, then end. */
export function DayTimes({ day, slots, rules, pick, onTap }: Props) {
  const rows = slots.map((slot) => toRow(slot, pick, rules))
  const stop = (['mine', 'free', 'own', 'wait'] as const)
    .map((look) => rows.find((row) => row.look === look))
    .find((row) => row !== undefined)
  return (
    <TimeGrid
      label={roomsText.grid(day)}
      rows={rows}
      stop={stop?.key ?? null}
      onTap={(key) => {
        const slot = slots.find((one) => String(one.from) === key)
        if (slot !== undefined) onTap(slot)
      }}
    />
  )
}

function toRow(slot: Slot, pick: TimePick | null, rules: Rules): GridRow {
  const mine = pick !== null && slot.from < pick.to && pick.from < slot.to
  const words = mine ? pickedWords(slot, pick) : slotWords(slot, rules)
  return {
    key: String(slot.from),
    at: clockOf(slot.from),
    words,
    spoken: [slotSpan(slot), ...(mine ? mineWords(words) : [words])].join('，'),
    look: mine ? 'mine' : lookOf(slot),
    slim: slot.state === 'cleaning',
    ...(slot.caseId !== undefined && { to: pages.case(slot.caseId) }),
  }
}

function lookOf({ state, canWait }: Slot): GridRow['look'] {
  if (state === 'free') return 'free'
  if (state === 'mine') return 'own'
  return canWait ? 'wait' : 'taken'
}

/** A label begins with what is seen, so that people who speak to their phone can name it. */
const mineWords = (words: string) => [...new Set([words, roomsText.picked])]

function slotWords({ from, to, state, canWait }: Slot, { minMinutes, bufferMinutes }: Rules): string {
  const word = roomsText.slot[state]
  const length = hoursWords(to - from)
  switch (state) {
    case 'free':
      return word
    case 'short':
      return roomsText.gap.short(length, hoursWords(minMinutes))
    case 'tight':
      return roomsText.gap.tight(length, hoursWords(bufferMinutes))
    case 'cleaning':
      return `${word} ${length}`
    default:
      return canWait ? roomsText.canWait(`${word} · 至 ${clockOf(to)}`) : `${word} · 至 ${clockOf(to)}`
  }
}

function pickedWords(slot: Slot, pick: TimePick): string {
  const length = lengthWords(pick.to - pick.from)
  if (slot.from <= pick.from && slot.to >= pick.to) return `${slotSpan(pick)} · ${length}`
  if (slot.from === pick.from) return roomsText.starts(clockOf(pick.from))
  return slot.to === pick.to ? roomsText.ends(clockOf(pick.to), length) : roomsText.picked
}
