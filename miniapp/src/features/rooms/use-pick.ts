import type { Room, RoomDay } from '@linli/contracts/rooms'
import { useState } from 'react'
import { lengthWords } from '../../shared/time-words'
import { say } from '../../shared/toast'
import { type TimePick, type Slot, afterTap, fits, nextPick, proposal, slotsOf } from './slots'
import { roomsText } from './text'
import { canWait, markWaitable, stepsOf, waitFrom } from './wait-slots'

interface Picked {
  day: string
  pick: TimePick
  /** It is taken, and would be waited for. */
  waiting: boolean
}

/**
 * The chosen time on one day; until somebody taps, the day's own proposal. A tap on booked time turns the day into
 * steps that can be waited for, until a tap finds free time or `stop`.
 */
export function usePick(room: Room, day: RoomDay) {
  const [picked, setPicked] = useState<Picked | null>(null)
  const rules = room.policy
  const steps = stepsOf(day, rules.slotMinutes)
  const slots = markWaitable(slotsOf(day, rules.slotMinutes), steps)
  const mine = picked?.day === day.day ? picked : null
  const waiting = mine?.waiting ?? false
  const pick = mine?.pick ?? proposal(day, slots, rules)

  const asStep = (slot: Slot) =>
    nextPick((from, to) => canWait(steps, rules, from, to), rules, pick, slot) ??
    afterTap(day, slots, rules, null, slot)
  const asSlot = (slot: Slot) =>
    slot.canWait ? waitFrom(slot, steps, rules) : afterTap(day, slots, rules, pick, slot)

  function tap(slot: Slot) {
    const next = waiting ? asStep(slot) : asSlot(slot)
    const tooLong = pick?.open === true && slot.to - pick.from > rules.maxMinutes
    if (next === null || (waiting && tooLong)) return say(refusal(tooLong, room))
    setPicked({ day: day.day, pick: next, waiting: !fits(day, slots, rules, next.from, next.to) })
  }
  return { slots: waiting ? steps : slots, pick, waiting, tap, stop: () => setPicked(null) }
}

export type DayPick = ReturnType<typeof usePick>

const refusal = (tooLong: boolean, { policy }: Room) =>
  tooLong
    ? roomsText.tooLong(lengthWords(policy.maxMinutes))
    : roomsText.tooShort(lengthWords(policy.minMinutes + policy.bufferMinutes))
