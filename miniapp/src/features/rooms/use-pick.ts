import type { Room, RoomDay } from '@linli/contracts/rooms'
import { useState } from 'react'
import { lengthWords } from '../../shared/time-words'
import { say } from '../../shared/toast'
import { type TimePick, type Slot, afterTap, proposal, slotsOf } from './slots'
import { roomsText } from './text'

interface Picked {
  day: string
  pick: TimePick | null
}

/** The chosen time on one day; until somebody taps, the day's own proposal. */
export function usePick(room: Room, day: RoomDay) {
  const [picked, setPicked] = useState<Picked | null>(null)
  const rules = room.policy
  const slots = slotsOf(day, rules.slotMinutes)
  const pick = picked?.day === day.day ? picked.pick : proposal(day, slots, rules)

  function tap(slot: Slot) {
    const next = afterTap(day, slots, rules, pick, slot)
    if (next !== null) return setPicked({ day: day.day, pick: next })
    const tooLong = pick?.open === true && slot.to - pick.from > rules.maxMinutes
    say(
      tooLong
        ? roomsText.tooLong(lengthWords(rules.maxMinutes))
        : roomsText.tooShort(lengthWords(rules.minMinutes + rules.bufferMinutes)),
    )
  }
  return { slots, pick, tap }
}
