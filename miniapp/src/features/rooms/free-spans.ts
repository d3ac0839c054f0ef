import type { RoomDay } from '@linli/contracts/rooms'
import { minuteInDay, minutesOf } from '../../shared/time/shanghai'
import { spanStyle } from '../../shared/ui/free-spans'
import type { Hours } from './question'

/** A mark at the end hangs to its left, so that nothing is cut off. */
export const axis = [8, 12, 16, 21].map((hour) => ({
  word: hour === 8 ? '8 点' : String(hour),
  style: hour === 21 ? { right: '0' } : { left: spanStyle([hour * 60]).left },
}))

export const askedSpan = (hours: Hours | null): readonly number[] | null =>
  hours === null ? null : [minutesOf(hours.from), minutesOf(hours.to)]

export const spansOfDay = ({ day, bookable }: Pick<RoomDay, 'day' | 'bookable'>): number[][] =>
  bookable.map(({ startsAt, endsAt }) => [minuteInDay(day, startsAt), minuteInDay(day, endsAt)])
