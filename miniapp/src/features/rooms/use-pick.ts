import type { Room, RoomDay } from '@linli/contracts/rooms'
import { useState } from 'react'
import { minuteInDay } from '../../shared/time/shanghai'
import { hoursWords } from '../../shared/time/time-words'
import { say } from '../../shared/ui/page/say'
import { isOld, markOwn, type Moving } from './own-time'
import { type Slot, type TimePick, afterTap, fits, proposal, slotsOf } from './slots'
import { roomsText } from './text'
import { type Edge, groundOf, markWaitable, moved, waitFor } from './wait-slots'

interface Picked {
  day: string
  pick: TimePick
  /** It is taken, and would be waited for. */
  waiting: boolean
}

/** What somebody said before they came to the room's page. */
interface Came {
  hours: { from: string; to: string } | undefined
  /** 0 where no length was said. */
  minutes: number
}

/**
 * The chosen time on one day. Nothing is chosen for anybody: the day proposes, a tap takes it. A tap on somebody's
 * booking waits for all of it; its edges can be moved. A booking that moves waits for nothing.
 * @param day as it is for the booking that moves, if there is one
 * @param options `waits` is false where nobody waits in line for taken time
 */
export function usePick(
  room: Room,
  day: RoomDay,
  asked: Came,
  { moving = null, waits = moving === null }: { moving?: Moving | null; waits?: boolean } = {},
) {
  const [picked, setPicked] = useState<Picked | null>(() => cameFor(room, day, asked.hours))
  const rules = room.policy
  const ground = groundOf(day)
  const all = slotsOf(day, rules)
  const own = moving === null ? all : markOwn(all, day.day, moving)
  const slots = waits ? markWaitable(own, ground, rules) : own
  const mine = picked?.day === day.day ? picked : null
  const waiting = mine?.waiting ?? false
  const pick = mine?.pick ?? null
  const set = (next: TimePick, isWait: boolean) => setPicked({ day: day.day, pick: next, waiting: isWait })

  function tap(slot: Slot) {
    const isWait = slot.canWait === true
    const next = isWait
      ? waitFor(ground, rules, slot)
      : afterTap(day, slots, rules, waiting ? null : pick, slot, moving?.minutes)
    const tooLong = !waiting && pick?.open === true && slot.to - pick.from > rules.maxMinutes
    if (next === null) return say(refusal(tooLong, room))
    set(next, isWait)
  }
  return {
    slots,
    pick,
    waiting,
    tap,
    proposed: pick === null ? proposedOn(room, day, slots, { minutes: asked.minutes, moving }) : null,
    take: (next: TimePick) => set(next, false),
    /** Of another day, which then is shown. */
    takeOn: (on: string, next: TimePick) => setPicked({ day: on, pick: next, waiting: false }),
    /** Moves an edge of what is waited for; null where it cannot go. */
    edge(which: Edge, by: -1 | 1) {
      const next = pick === null ? null : moved(ground, rules, pick, which, by)
      return next === null ? null : () => set(next, true)
    },
    stop: () => setPicked(null),
  }
}

/** What is proposed to a booking that moves is as long as it is, and not what it has. */
function proposedOn(
  room: Room,
  day: RoomDay,
  slots: readonly Slot[],
  { minutes, moving }: { minutes: number; moving: Moving | null },
) {
  const next = proposal(day, slots, room.policy, answeredFrom(room, day.day), minutes || undefined)
  return next !== null && moving !== null && isOld(moving, day.day, next) ? null : next
}

/** The hours that somebody asked for in the search are still theirs here, while they can be had. */
function cameFor(room: Room, day: RoomDay, asked: { from: string; to: string } | undefined): Picked | null {
  if (asked === undefined) return null
  const from = minuteInDay(day.day, asked.from)
  const to = minuteInDay(day.day, asked.to)
  if (!fits(day, slotsOf(day, room.policy), room.policy, from, to)) return null
  return { day: day.day, pick: { from, to, open: false }, waiting: false }
}

/** A room that staff confirm is no use before somebody works, nor in that very minute. */
const answeredFrom = ({ approval, answer }: Room, day: string): number =>
  approval === 'automatic' || answer === null ? 0 : minuteInDay(day, answer.worksFrom) + 1

export type DayPick = ReturnType<typeof usePick>

const refusal = (tooLong: boolean, { policy }: Room) =>
  tooLong
    ? roomsText.tooLong(hoursWords(policy.maxMinutes))
    : roomsText.tooShort(hoursWords(policy.minMinutes))
