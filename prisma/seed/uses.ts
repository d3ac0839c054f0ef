/** Which times of a room are used on a day: by chance, never overlapping, on the room's own grid. */
import { instantAt, minuteMs, minutesOf, weekdayOf } from '../../bff/src/platform/shanghai'
import type { Dice } from './random'
import type { RoomRow } from './rows'

export interface Use {
  startsAt: Date
  endsAt: Date
  /** When the cleaning after it is over. */
  freeAt: Date
}

type Bookable = Pick<RoomRow, 'openings' | 'slot_minutes' | 'min_minutes' | 'max_minutes' | 'buffer_minutes'>

/** @param chance that a free step of the grid begins a use, 0 to 1 */
export function usesOf(room: Bookable, day: string, chance: number, dice: Dice): Use[] {
  const { slot_minutes: step, min_minutes: least, max_minutes: most, buffer_minutes: buffer } = room
  const uses: Use[] = []
  for (const { from, to } of room.openings.filter(({ weekday }) => weekday === weekdayOf(day))) {
    const end = minutesOf(to)
    let at = minutesOf(from)
    while (at + least <= end) {
      if (dice.next() >= chance) {
        at += step
        continue
      }
      const longest = Math.min(most, least * 2, end - at)
      const length = least + step * dice.between(0, Math.floor((longest - least) / step))
      const endsAt = instantAt(day, at + length)
      uses.push({
        startsAt: instantAt(day, at),
        endsAt,
        freeAt: new Date(endsAt.getTime() + buffer * minuteMs),
      })
      at += Math.ceil((length + buffer) / step) * step
    }
  }
  return uses
}
