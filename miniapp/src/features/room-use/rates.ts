/** What a table of use says of minutes: tenths, five steps of them, and what stands out. */
import type { UseHours } from '@linli/contracts/room-use'

export interface Cell {
  hour: number
  /** Minutes. */
  open: number
  used: number
  /** 0 to 10; null where it was not open. */
  tenths: number | null
}

/** Whole tenths that are full: a little use is 0. */
export const tenthsOf = (used: number, open: number): number | null =>
  open === 0 ? null : Math.min(10, Math.floor((used / open) * 10 + 1e-9))

/** By how much a cell is filled: five words, five tones. */
export const stepOf = (tenths: number): 0 | 1 | 2 | 3 | 4 =>
  tenths < 1 ? 0 : tenths < 3 ? 1 : tenths < 5 ? 2 : tenths < 7 ? 3 : 4

const usual = { from: 8, to: 21 }

/** From eight to nine in the evening, and further where anything was open or used before or after. */
export function hoursShown(all: readonly UseHours[]): number[] {
  const met = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    all.some(({ open, used }) => (open[hour] ?? 0) > 0 || (used[hour] ?? 0) > 0),
  )
  const from = Math.min(usual.from, ...met)
  const to = Math.max(usual.to, ...met.map((hour) => hour + 1))
  return Array.from({ length: to - from }, (_, n) => from + n)
}

export const cellsOf = ({ open, used }: UseHours, hours: readonly number[]): Cell[] =>
  hours.map((hour) => {
    const [isOpen, isUsed] = [open[hour] ?? 0, used[hour] ?? 0]
    return { hour, open: isOpen, used: isUsed, tenths: tenthsOf(isUsed, isOpen) }
  })

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)
export const totalOf = ({ open, used }: UseHours) => ({ open: sum(open), used: sum(used) })

export const together = (all: readonly UseHours[]): UseHours => ({
  open: Array.from({ length: 24 }, (_, hour) => sum(all.map(({ open }) => open[hour] ?? 0))),
  used: Array.from({ length: 24 }, (_, hour) => sum(all.map(({ used }) => used[hour] ?? 0))),
})

/** Fewer uses say nothing of an hour. */
const leastUsed = 10 * 60
/** What was open less often than so much of the usual is no hour of its own. */
const rarely = 0.3

export interface StandsOut {
  /** The hour that is fullest, where one is. */
  full: number | null
  /** The middle of the longest stretch that is as good as empty. */
  empty: number | null
}

/** @returns null where too little was used to say anything */
export function standsOut(all: UseHours): StandsOut | null {
  const { open, used } = totalOf(all)
  if (open === 0 || used < leastUsed) return null
  const most = Math.max(...all.open)
  const known = cellsOf(all, [...Array(24).keys()]).filter((cell) => cell.open > most * rarely)
  const rates = known.map((cell) => ({ hour: cell.hour, rate: cell.used / cell.open }))
  const best = rates.reduce((a, b) => (b.rate > a.rate ? b : a), { hour: -1, rate: 0 })
  const average = used / open
  const full = best.rate > average * 1.3 ? best.hour : null
  const low = rates.filter(({ rate }) => rate < average * 0.5).map(({ hour }) => hour)
  return { full, empty: middleOf(longest(low)) }
}

/** The longest run of hours that follow one another; the first of several. */
function longest(hours: readonly number[]): number[] {
  const runs = hours.reduce<number[][]>((all, hour) => {
    const last = all.at(-1)
    if (last && last.at(-1) === hour - 1) last.push(hour)
    else all.push([hour])
    return all
  }, [])
  return runs.reduce((a, b) => (b.length > a.length ? b : a), [] as number[])
}

const middleOf = (run: readonly number[]): number | null => run[Math.floor((run.length - 1) / 2)] ?? null
