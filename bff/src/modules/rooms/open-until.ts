import { type BookableRoom, openSpans } from './rules'

/** When the last of the rooms that are open just now closes. */
export function openUntil(rooms: readonly BookableRoom[], day: string, now: number): number | null {
  const ends = rooms
    .filter(
      ({ retired, closures }) => !retired && !closures.some(({ start, end }) => start <= now && now < end),
    )
    .flatMap((room) => openSpans(room, day))
    .filter(({ start, end }) => start <= now && now < end)
    .map(({ end }) => end)
  return ends.length === 0 ? null : Math.max(...ends)
}
