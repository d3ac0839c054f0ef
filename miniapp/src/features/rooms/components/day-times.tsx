import { clockOf } from '../../../shared/time'
import { lengthWords } from '../../../shared/time-words'
import { type GridRow, TimeGrid } from '../../../shared/ui/time-grid'
import type { TimePick, Slot } from '../slots'
import { slotSpan } from '../slots'
import { roomsText } from '../text'

interface Props {
  /** The day in words. */
  day: string
  slots: readonly Slot[]
  pick: TimePick | null
  onTap: (slot: Slot) => void
}

/** The vertical day of a room: start, then end. */
export function DayTimes({ day, slots, pick, onTap }: Props) {
  const rows = slots.map((slot) => toRow(slot, pick))
  const stop = (['mine', 'free', 'wait'] as const)
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

function toRow(slot: Slot, pick: TimePick | null): GridRow {
  const mine = pick !== null && slot.from >= pick.from && slot.to <= pick.to
  const words = mine ? pickedWords(slot, pick) : slotWords(slot)
  return {
    key: String(slot.from),
    at: clockOf(slot.from),
    words,
    spoken: [slotSpan(slot), ...(mine ? mineWords(words) : [slotWords(slot)])].join('，'),
    look: mine ? 'mine' : slot.state === 'free' ? 'free' : slot.canWait ? 'wait' : 'taken',
    slim: slot.state === 'cleaning' && !slot.canWait,
  }
}

/** A label begins with what is seen, so that people who speak to their phone can name it. */
const mineWords = (words: string) => [...new Set([words, roomsText.picked])]

function slotWords({ from, to, state, canWait }: Slot): string {
  const word = roomsText.slot[state]
  if (state === 'free') return word
  if (state === 'cleaning') return canWait ? roomsText.canWait(word) : `${word} ${lengthWords(to - from)}`
  const until = `${word} · 至 ${clockOf(to)}`
  return canWait ? roomsText.canWait(until) : until
}

function pickedWords(slot: Slot, pick: TimePick): string {
  const length = lengthWords(pick.to - pick.from)
  if (slot.from === pick.from && slot.to === pick.to) return `${slotSpan(pick)} · ${length}`
  if (slot.from === pick.from) return roomsText.starts(clockOf(pick.from))
  return slot.to === pick.to ? roomsText.ends(clockOf(pick.to), length) : roomsText.picked
}
