/** The promise: until when an offer is kept, and in which order a line is walked (docs/product.md › Rooms, After-school care). */
import type { GroupRule } from '@linli/contracts/line'
import { addDays, dayOf, instantAt, minuteMs, minutesOf, startOfDay } from '../../platform/shanghai'
import type { Settings } from '../divisions/service'

export type OfferSettings = Pick<
  Settings,
  'offer_hours' | 'offer_day' | 'offer_far_hours' | 'offer_morning' | 'offer_least_minutes'
>

const hourMs = 60 * minuteMs

/**
 * By day, and when the start is far away, so many hours; else until the next morning, so that nobody has to answer at
 * night. Never after the start.
 * @returns null when the offer could not be kept for the least time: then it is not made
 */
export function offerDeadline(settings: OfferSettings, now: Date, start: Date): Date | null {
  const least = now.getTime() + settings.offer_least_minutes * minuteMs
  if (start.getTime() < least) return null
  const minutes = (now.getTime() - startOfDay(dayOf(now)).getTime()) / minuteMs
  const [morning, evening] = settings.offer_day.map(minutesOf) as [number, number]
  const isFar = start.getTime() - now.getTime() > settings.offer_far_hours * hourMs
  const until =
    isFar && minutes >= morning && minutes < evening
      ? now.getTime() + settings.offer_hours * hourMs
      : nextMorning(now, minutes < morning ? 0 : 1, minutesOf(settings.offer_morning))
  return new Date(Math.min(Math.max(until, least), start.getTime()))
}

const nextMorning = (now: Date, days: number, minutes: number): number =>
  instantAt(addDays(dayOf(now), days), minutes).getTime()

/** What is offered at once: siblings who wait together are one, at the place of the first of them; others are alone. */
export function unitsOf<E extends { groupId: string; groupRule: GroupRule }>(inOrder: readonly E[]): E[][] {
  const units = new Map<string, E[]>()
  for (const [n, entry] of inOrder.entries()) {
    const key = entry.groupRule === 'all' ? entry.groupId : `alone ${n}`
    const unit = units.get(key)
    if (unit) unit.push(entry)
    else units.set(key, [entry])
  }
  return [...units.values()]
}

/**
 * Between whom somebody lands who is moved to a place (1 is first), in the line without them. Siblings who wait
 * together are not parted: the place before them is taken.
 */
export function gapFor<E extends { groupId: string; groupRule: GroupRule }>(
  others: readonly E[],
  place: number,
): { before: E | undefined; after: E | undefined } {
  let index = Math.min(Math.max(place - 1, 0), others.length)
  const isParted = (): boolean => {
    const [before, after] = [others[index - 1], others[index]]
    return before?.groupRule === 'all' && before.groupId === after?.groupId
  }
  while (isParted()) index -= 1
  return { before: others[index - 1], after: others[index] }
}
