import type { RoomDay } from '@linli/contracts/rooms'
import { minuteInDay, minutesOf } from '../../shared/time/shanghai'
import type { Hours } from './question'

/** What a bar draws of a day: 08–21. */
const [first, last] = [8 * 60, 21 * 60]

const share = (minute: number): number =>
  Math.round(((Math.min(last, Math.max(first, minute)) - first) / (last - first)) * 1000) / 10

export const spanStyle = ([from = 0, to = 0]: readonly number[]) => ({
  left: `${share(from)}%`,
  width: `${Math.max(0, share(to) - share(from))}%`,
})

/** A mark at the end hangs to its left, so that nothing is cut off. */
export const axis = [8, 12, 16, 21].map((hour) => ({
  word: hour === 8 ? '8 点' : String(hour),
  style: hour === 21 ? { right: '0' } : { left: `${share(hour * 60)}%` },
}))

export const askedSpan = (hours: Hours | null): readonly number[] | null =>
  hours === null ? null : [minutesOf(hours.from), minutesOf(hours.to)]

export const spansOfDay = ({ day, bookable }: Pick<RoomDay, 'day' | 'bookable'>): number[][] =>
  bookable.map(({ startsAt, endsAt }) => [minuteInDay(day, startsAt), minuteInDay(day, endsAt)])
