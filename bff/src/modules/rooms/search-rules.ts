/**
 * The promise: a room that is said to fit would be given to whoever asked for it in that moment. Pure; by the rules of a
 * request (rules.ts) alone.
 */
import type { ProblemCode } from '@linli/contracts/problems'
import type { FoundRoom, NotThen, RoomFit } from '@linli/contracts/room-search'
import { metresBetween } from '@linli/contracts/distance'
import type { Equipment, Position, Purpose } from '@linli/contracts/rooms'
import { addDays, minuteMs, minutesOf, instantAt, startOfDay } from '../../platform/shanghai'
import { bookableOf, positionOf, type RoomRow } from './present'
import { bookableSpans, earliestFree, fits, leftOf, type Span, type Taken, violations } from './rules'

export interface Asked {
  day: string
  /** `HH:MM`, both or none. */
  hours: { from: string; to: string } | undefined
  people: number | undefined
  stepFree: boolean | undefined
  equipment: readonly Equipment[]
  purpose: Purpose | undefined
}

export type Without = 'small' | 'steps' | 'equipment' | 'purpose'

/** Why a room is no use at any time; the first reason counts. */
export function without(row: RoomRow, asked: Omit<Asked, 'day'>): Without | undefined {
  if (asked.people !== undefined && row.capacity < asked.people) return 'small'
  if (asked.stepFree && !row.step_free) return 'steps'
  if (asked.purpose !== undefined && !row.purposes.includes(asked.purpose)) return 'purpose'
  return asked.equipment.every((one) => row.equipment.includes(one)) ? undefined : 'equipment'
}

export function spanOf({ day, hours }: Asked): Span | undefined {
  if (!hours) return undefined
  const at = (time: string): number => instantAt(day, minutesOf(time)).getTime()
  return { start: at(hours.from), end: at(hours.to) }
}

/** The length that is looked for at other times: the asked one, as far as the room's rules allow. */
function lengthFor(row: RoomRow, span: Span | undefined): number {
  if (!span) return row.min_minutes
  const asked = Math.ceil((span.end - span.start) / minuteMs / row.slot_minutes) * row.slot_minutes
  return Math.min(row.max_minutes, Math.max(row.min_minutes, asked))
}

/** How many days ahead of the asked one an earliest time is looked for. */
export const aheadDays = 15

/** Where a room stands among the others. */
export interface Standing {
  fit: RoomFit
  notThen: NotThen | null
  /** Not looked for where the asked hours fit. */
  earliest: number | null
}

/** @param taken of that day at least; of all days looked at, where the room has nothing on it */
export function standing(
  row: RoomRow,
  asked: Asked,
  taken: readonly Taken[],
  days: number,
  now: number,
): Standing {
  const span = spanOf(asked)
  const notThen = span ? (whyNot(row, asked, span, taken, now) ?? null) : null
  if (span && notThen === null) return { fit: 'fits', notThen, earliest: null }
  const earliest = earliestFree(bookableOf(row), asked.day, days, taken, now, lengthFor(row, span))
  if (earliest === null) return { fit: 'none', notThen, earliest }
  const isThatDay = earliest < startOfDay(addDays(asked.day, 1)).getTime()
  return { fit: isThatDay ? (span ? 'that_day' : 'fits') : 'later', notThen, earliest }
}

export type Found = Pick<FoundRoom, 'fit' | 'notThen' | 'free' | 'earliest' | 'left' | 'freeMinutes'>

/** What is said of a room that is shown. */
export function told(
  row: RoomRow,
  asked: Asked,
  taken: readonly Taken[],
  stands: Standing,
  now: number,
): Found {
  const room = bookableOf(row)
  const earliest =
    stands.earliest ?? earliestFree(room, asked.day, 1, taken, now, lengthFor(row, spanOf(asked)))
  const midnight = startOfDay(asked.day).getTime()
  const minute = (at: number): number => (at - midnight) / minuteMs
  return {
    fit: stands.fit,
    notThen: stands.notThen,
    free: bookableSpans(room, asked.day, taken, now).map(({ start, end }) => [minute(start), minute(end)]),
    earliest: earliest === null ? null : new Date(earliest).toISOString(),
    ...leftOf(room, asked.day, taken, now),
  }
}

const reasons: Partial<Record<ProblemCode, NotThen>> = {
  booking_in_past: 'too_soon',
  booking_too_soon: 'too_soon',
  booking_too_far: 'too_far',
  booking_too_short: 'too_short',
  booking_too_long: 'too_long',
  booking_outside_hours: 'shut',
  booking_off_step: 'off_step',
  booking_closed: 'closed',
}

function whyNot(row: RoomRow, asked: Asked, span: Span, taken: readonly Taken[], now: number) {
  const use = { ...span, attendees: asked.people ?? 1, purpose: asked.purpose ?? row.purposes[0] ?? '' }
  const [first] = violations(bookableOf(row), use, now)
  if (first) return reasons[first] ?? 'shut'
  return fits(span, row.buffer_minutes, taken) ? undefined : 'taken'
}

const ranks: Record<RoomFit, number> = { fits: 0, that_day: 1, later: 2, none: 3 }

/** A place in what was found. */
export interface FoundPlace {
  rank: number
  /** Metres from the community's centre; where one of the two is not known, what its nearness stands for. */
  far: number
  community: string
  position: number
  id: string
}

const metresOfNearness = 10_000

export const placeOf = (
  row: RoomRow & { nearness: number },
  { fit }: Standing,
  centre: Position | null,
): FoundPlace => ({
  rank: ranks[fit],
  far: farOf(row, centre),
  community: row.community_code,
  position: row.position,
  id: row.id,
})

function farOf(row: RoomRow & { nearness: number }, centre: Position | null): number {
  const at = positionOf(row)
  return at && centre ? Math.round(metresBetween(centre, at)) : row.nearness * metresOfNearness
}

/** What fits, then what is free that day, then later; in each the nearest first. */
export function byPlace(a: FoundPlace, b: FoundPlace): number {
  const text = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
  return (
    a.rank - b.rank ||
    a.far - b.far ||
    text(a.community, b.community) ||
    a.position - b.position ||
    text(a.id, b.id)
  )
}
