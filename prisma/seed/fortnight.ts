/** A week behind and a week ahead of today, at realistic density, in the demonstration communities. */
import { addDays, dayOf, minuteMs, mondayOf } from '../../bff/src/platform/shanghai'
import { matterOf, type Ending, type Filing } from './matters'
import { diceFor, type Dice } from './random'
import type { Matter, RoomRow } from './rows'
import { usesOf, type Use } from './uses'

const FIRST_DAY = -6
const LAST_DAY = 7
/** Room is left on every day, so that a newcomer can book too. */
const CHANCE = 0.1
/** Below the quota of four a week, so that everybody may still book. */
const MOST_A_WEEK = 2

export interface FortnightOf {
  rooms: readonly RoomRow[]
  /** Accounts of those who book. */
  bookers: readonly string[]
  staff: { id: string; name: string }
  now: Date
  /** The number of the first case. */
  firstNumber: number
}

function endingOf(use: Use, byStaff: boolean, now: Date, dice: Dice): Ending {
  const chance = dice.next()
  if (chance < 0.08) return 'cancelled'
  if (chance < 0.14 && byStaff) return 'refused'
  if (use.endsAt <= now) return 'completed'
  if (use.startsAt <= now || !byStaff) return 'confirmed'
  if (chance < 0.2) return 'asked'
  return chance < 0.45 ? 'open' : 'confirmed'
}

/** Asked for some days before the use; what is still open, within the last hours, but for the odd one left lying. */
function filedAt(use: Use, ending: Ending, now: Date, dice: Dice): Date {
  const latest = Math.min(use.startsAt.getTime() - 1440 * minuteMs, now.getTime() - 120 * minuteMs)
  const waiting = dice.next() < 0.15 ? 3 * 1440 : dice.between(10, 100)
  if (ending === 'open') return new Date(now.getTime() - waiting * minuteMs)
  return new Date(latest - dice.between(0, 3 * 1440) * minuteMs)
}

/** The next in turn who has not yet filled the week of this use. */
export function nextBooker(
  bookers: readonly string[],
  turn: number,
  week: string,
  used: Map<string, number>,
): string {
  for (let at = turn; at < turn + bookers.length; at += 1) {
    const booker = bookers[at % bookers.length] ?? ''
    const key = `${booker} ${week}`
    const before = used.get(key) ?? 0
    if (before < MOST_A_WEEK) {
      used.set(key, before + 1)
      return booker
    }
  }
  throw new Error('Too few residents for the bookings of a week.')
}

export function fortnight({ rooms, bookers, staff, now, firstNumber }: FortnightOf): Matter[] {
  const used = new Map<string, number>()
  const matters: Matter[] = []
  for (const room of rooms) {
    for (let offset = FIRST_DAY; offset <= LAST_DAY; offset += 1) {
      const day = addDays(dayOf(now), offset)
      const dice = diceFor(`uses ${room.id} ${offset}`)
      for (const use of usesOf(room, day, CHANCE, dice)) {
        const ending = endingOf(use, room.approval === 'staff', now, dice)
        const createdAt = filedAt(use, ending, now, dice)
        const number = firstNumber + matters.length
        const subjectId = nextBooker(bookers, matters.length, mondayOf(use.startsAt), used)
        const name = `matter ${room.id} ${offset} ${use.startsAt.toISOString().slice(11)}`
        const filing: Filing = { name, number, room, use, subjectId, staff, createdAt }
        matters.push(matterOf(filing, ending, dice))
      }
    }
  }
  return matters
}
