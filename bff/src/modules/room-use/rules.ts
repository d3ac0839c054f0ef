/**
 * The promise: what was open and what was used, counted to the minute into hours of a week. Instants are milliseconds since
 * 1970, days Shanghai's. Pure.
 */
import { addDays, dayMs, minuteMs, startOfDay, weekdayOf } from '../../platform/shanghai'

export interface Span {
  start: number
  end: number
}

/** Minutes by weekday and hour: Monday's first hour first, 168 of them. */
export type Grid = number[]

export const emptyGrid = (): Grid => Array<number>(7 * 24).fill(0)

/** Adds a span that begins on a weekday, so many minutes after its midnight, `times` over. */
export function addMinutes(grid: Grid, weekday: number, start: number, minutes: number, times = 1): void {
  const from = (weekday - 1) * 1440 + start
  for (let at = from; at < from + minutes;) {
    const next = Math.min(from + minutes, (Math.floor(at / 60) + 1) * 60)
    const cell = Math.floor(at / 60) % grid.length
    grid[cell] = (grid[cell] ?? 0) + (next - at) * times
    at = next
  }
}

function addSpan(grid: Grid, day: string, { start, end }: Span, times: number): void {
  const midnight = startOfDay(day).getTime()
  addMinutes(grid, weekdayOf(day), (start - midnight) / minuteMs, (end - start) / minuteMs, times)
}

/** One after the other, without those that touch. */
export const merged = (spans: readonly Span[]): Span[] =>
  [...spans]
    .sort((a, b) => a.start - b.start)
    .reduce<Span[]>((all, span) => {
      const last = all.at(-1)
      if (last && last.end >= span.start) last.end = Math.max(last.end, span.end)
      else all.push({ ...span })
      return all
    }, [])

const daysFrom = (first: string, last: string): string[] => {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

export interface OpenWeek {
  grid: Grid
  byDay: ReadonlyMap<string, Span[]>
}

/** What is open on each day by the rules, once for all rooms that have the same. */
export function openWeeks<Hours>(
  first: string,
  last: string,
  spansOn: (hours: Hours, day: string) => Span[],
) {
  const known = new Map<string, OpenWeek>()
  return (hours: Hours): OpenWeek => {
    const key = JSON.stringify(hours)
    const found = known.get(key)
    if (found) return found
    const byDay = new Map(daysFrom(first, last).map((day) => [day, spansOn(hours, day)]))
    const grid = emptyGrid()
    for (const [day, spans] of byDay) for (const span of spans) addSpan(grid, day, span, 1)
    const made = { grid, byDay }
    known.set(key, made)
    return made
  }
}

/** Takes what was closed out of what is open by the rules. @param closed in order, none touching another */
export function openGrid({ grid, byDay }: OpenWeek, closed: readonly Span[]): Grid {
  if (closed.length === 0) return grid
  const left = [...grid]
  for (const [day, spans] of byDay)
    for (const open of spans)
      for (const shut of closed) {
        // An hour that was shut for a part of a minute was open for the rest of it: whole minutes are counted.
        const start = Math.max(open.start, Math.floor(shut.start / minuteMs) * minuteMs)
        const end = Math.min(open.end, Math.ceil(shut.end / minuteMs) * minuteMs)
        if (start < end) addSpan(left, day, { start, end }, -1)
      }
  return left
}

export function add(into: Grid, grid: Grid): void {
  grid.forEach((minutes, n) => {
    into[n] = (into[n] ?? 0) + minutes
  })
}

/** All weekdays together, by hour. */
export const byHour = (grid: Grid): number[] =>
  Array.from({ length: 24 }, (_, hour) =>
    Array.from({ length: 7 }, (__, day) => grid[day * 24 + hour] ?? 0).reduce((a, b) => a + b, 0),
  )

/** Hour by hour of one weekday. @param weekday 1 Monday … 7 Sunday */
export const ofWeekday = (grid: Grid, weekday: number): number[] =>
  grid.slice((weekday - 1) * 24, weekday * 24)

/** The days that are asked for and over. */
export function spanOf(asked: { from: string | undefined; to: string | undefined }, today: string) {
  const yesterday = addDays(today, -1)
  const to = asked.to ?? yesterday
  return { from: asked.from ?? addDays(to, -27), to, last: to < yesterday ? to : yesterday }
}

export const spanDays = (from: string, to: string): number =>
  Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / dayMs) + 1
